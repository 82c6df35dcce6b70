"""A graph that grows: articles into a store, again, changed, forgotten, and what a killed build leaves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kg.config import Settings, find_ontology
from kg.errors import OutputError, UsageError
from kg.growing import Growth, forget, grow
from kg.pipeline import build
from kg.store.folder_store import StoreFolder
from kg.store.opening import open_graph
from kg.store.updating import article_records

ROOT = Path(__file__).parents[1]
SETTINGS = Settings(find_ontology())
COMPANIES = ("Nordalia", "Bravane", "Valbrune", "Kerlan Capital", "Norvane")

SAME = '@prefix kg: <https://kg.example/ontology#> .\n[] a kg:Same ; kg:name "Nordalia", "Bravane" .\n'


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def deal(number: int) -> str:
    return f"{COMPANIES[number % 5]} raised ${number + 3} million from Helios {number} in 2024."


def grow_store(tmp_path: Path, *sources: Path) -> Growth:
    return grow([*sources], store=tmp_path / "store", settings=SETTINGS)


def names(tmp_path: Path) -> list[str]:
    with StoreFolder(tmp_path / "store").open_to_read() as store:
        return sorted(kept.document.rpartition("/")[2] for kept in article_records(store))


def test_articles_are_added_and_the_same_ones_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", deal(0))
    first = grow_store(tmp_path, tmp_path / "in")
    write(tmp_path / "in", "b.txt", deal(1))
    second = grow_store(tmp_path, tmp_path / "in")
    assert [len(growth.added) for growth in (first, second)] == [1, 1]
    assert [len(growth.unchanged) for growth in (first, second)] == [0, 1]
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_what_a_store_holds_is_what_one_build_gives(tmp_path: Path) -> None:
    for number in range(4):
        write(tmp_path / "in", f"{number}.txt", deal(number))
        grow_store(tmp_path, tmp_path / "in" / f"{number}.txt")
    build([tmp_path / "in"], out=tmp_path / "out", settings=SETTINGS)
    question = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    rows = []
    for place in (tmp_path / "store", tmp_path / "out"):
        with open_graph(place) as view:
            rows.append(sorted(map(repr, view.ask(question, {}).rows)))
    assert rows[0] == rows[1]
    assert len(rows[0]) > 100


def test_a_changed_article_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = write(tmp_path / "in", "a.txt", deal(0))
    grow_store(tmp_path, path)
    write(tmp_path / "in", "a.txt", "Valbrune raised $90 million in 2024.")
    growth = grow_store(tmp_path, path)
    assert len(growth.replaced) == 1
    assert [statement.subject.label for statement in growth.resolution.statements] == ["Valbrune"]


def test_decisions_on_names_join_a_store_anew_without_reading_its_articles(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", deal(0))
    write(tmp_path / "in", "b.txt", deal(1))
    plain = grow_store(tmp_path, tmp_path / "in")
    names_file = write(tmp_path / "mine", "names.ttl", SAME)
    decided = grow([tmp_path / "in"], store=tmp_path / "store", settings=replace(SETTINGS, names=names_file))
    assert (decided.added, decided.renewed, len(decided.unchanged)) == ((), (), 2)
    assert len(decided.resolution.entities) == len(plain.resolution.entities) - 1
    names_file.write_text("", encoding="utf-8")
    undone = grow([tmp_path / "in"], store=tmp_path / "store", settings=replace(SETTINGS, names=names_file))
    assert undone.resolution == plain.resolution


def test_a_store_that_decisions_joined_is_not_joined_without_them(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", deal(0))
    names_file = write(tmp_path / "mine", "names.ttl", SAME)
    grow([tmp_path / "in"], store=tmp_path / "store", settings=replace(SETTINGS, names=names_file))
    with pytest.raises(UsageError, match="was joined by decisions"):
        grow_store(tmp_path, tmp_path / "in")


def test_the_same_text_under_another_name_is_not_taken_twice(tmp_path: Path) -> None:
    grow_store(tmp_path, write(tmp_path / "in", "a.txt", deal(0)))
    growth = grow_store(tmp_path, write(tmp_path / "in", "copy.txt", deal(0)))
    assert (len(growth.added), len(growth.unchanged), names(tmp_path)) == (0, 1, ["a.txt"])


def test_the_same_text_under_two_names_in_one_build_is_taken_once(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", deal(0))
    write(tmp_path / "in", "b.txt", deal(0))
    growth = grow_store(tmp_path, tmp_path / "in")
    assert names(tmp_path) == ["a.txt"]
    assert [len(growth.added), len(growth.unchanged)] == [1, 1]


def test_articles_that_exchange_their_texts_are_both_replaced(tmp_path: Path) -> None:
    for name, number in (("a.txt", 0), ("b.txt", 1)):
        write(tmp_path / "in", name, deal(number))
    grow_store(tmp_path, tmp_path / "in")
    for name, number in (("a.txt", 1), ("b.txt", 0)):
        write(tmp_path / "in", name, deal(number))
    growth = grow_store(tmp_path, tmp_path / "in")
    assert len(growth.replaced) == 2
    assert [one.subject.label for one in growth.resolution.statements][::2] == ["Bravane", "Nordalia"]


def test_a_text_that_moved_to_a_new_name_is_taken_when_its_old_name_has_another(tmp_path: Path) -> None:
    path = write(tmp_path / "in", "a.txt", deal(0))
    grow_store(tmp_path, path)
    write(tmp_path / "in", "a.txt", deal(1))
    write(tmp_path / "in", "b.txt", deal(0))
    growth = grow_store(tmp_path, tmp_path / "in")
    assert [len(growth.added), len(growth.replaced)] == [1, 1]
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_articles_are_read_again_when_the_ontology_has_changed(tmp_path: Path) -> None:
    grow_store(tmp_path, write(tmp_path / "in", "a.txt", deal(0)))
    own = tmp_path / "ontology"
    subprocess.run(["cp", "-r", str(find_ontology()), str(own)], check=True)
    with (own / "names.ttl").open("a", encoding="utf-8") as file:
        file.write("\n# another\n")
    other = write(tmp_path / "in", "b.txt", deal(1))
    growth = grow([other], store=tmp_path / "store", settings=Settings(own))
    assert [name.rpartition("/")[2] for name in growth.renewed] == ["a.txt"]


def test_an_article_is_forgotten_by_the_last_part_of_its_name(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", deal(0))
    write(tmp_path / "in", "b.txt", deal(1))
    grow_store(tmp_path, tmp_path / "in")
    forget(["a.txt"], store=tmp_path / "store", settings=SETTINGS)
    assert names(tmp_path) == ["b.txt"]
    with pytest.raises(UsageError, match="no article of the store"):
        forget(["a.txt"], store=tmp_path / "store", settings=SETTINGS)


def test_forgetting_in_a_place_without_a_store_makes_none(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no store"):
        forget(["a.txt"], store=tmp_path / "store", settings=SETTINGS)
    assert not (tmp_path / "store").exists()


# Loads the parser once, and builds in a fork of its own for each line that it is given; says when that has ended.
KILLED = """
import os, sys
from pathlib import Path
import kg.growing
from kg.config import Settings, find_ontology
from kg.extract.grammar.parsing.parser import Parser
from tests.pipelines import share_pipelines

share_pipelines()
Parser("en")
kg.growing._PAUSE = kg.growing._SHARE = 0.0  # every article is a transaction of its own
tell = lambda text: print(text.split()[0], flush=True) if text.endswith("in the store") else None
for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        kg.growing.grow([sys.argv[1]], store=Path(sys.argv[2]), settings=Settings(find_ontology()), report=tell)
        os._exit(0)
    print(pid, flush=True)
    os.waitpid(pid, 0)
    print("\\nended", flush=True)
"""


def test_a_build_killed_at_any_moment_keeps_every_article_it_told_of(tmp_path: Path) -> None:
    for number in range(400):
        write(tmp_path / "in", f"{number:03}.txt", deal(number))
    moments = random.Random(7)  # noqa: S311 - moments, no secrets
    acknowledged = 0
    command = [sys.executable, "-c", KILLED, str(tmp_path / "in"), str(tmp_path / "store")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        for _ in range(10):
            acknowledged = max(acknowledged, told_before_killed(process, moments.uniform(0.0, 0.3)))
            kept = names(tmp_path)
            assert kept[:acknowledged] == [f"{number:03}.txt" for number in range(acknowledged)]
            whole(tmp_path, len(kept))
    assert acknowledged >= 10  # each run tells of one article before it is killed


def told_before_killed(process: subprocess.Popen[str], moment: float) -> int:
    """Start a build, kill it some time after its first article, and return how many articles it said the store has."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    builder, first = int(process.stdout.readline()), process.stdout.readline()
    time.sleep(moment)
    os.kill(builder, signal.SIGKILL)
    told = [first, *iter(process.stdout.readline, "ended\n")]
    return max((int(line) for line in told if line.strip().isdigit()), default=0)


def whole(tmp_path: Path, articles: int) -> None:
    """Check that each article of the store has its statement, the statement its evidence, and the edge is there."""
    question = """SELECT (COUNT(DISTINCT ?article) AS ?n) {
        ?s a kg:Statement ; prov:wasDerivedFrom ?article ; rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?b ;
           kg:modality ?m ; kg:evidence/oa:exact ?words . GRAPH ?m { ?a ?p ?b } ?article a kg:Article }"""
    with open_graph(tmp_path / "store") as view:
        row = view.ask(question, {}).rows[0]
    assert getattr(row[0], "text", "") == str(articles)
