"""`kg explain`: what it tells of statements and entities, and what it says of odd input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import run

ENGLISH = (
    "Nordalia, a startup led by CEO Anna Keller, has raised $30 million from Kerlan Capital, according to Bravane. "
    "The company plans to build a campus in Lille. It will be powered by wind.\n\n"
    "Nordália could buy Valbrune \x1b[2JHoldings\u202e.\n"
)
FRENCH = "Nordalia a levé 30 millions de dollars auprès de Kerlan Capital. Elle construira un campus à Lille.\n"


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "b.txt").write_text(FRENCH, encoding="utf-8")
    run("build", str(folder), "--out", str(folder / "out"))
    return folder / "out"


def identify(out: Path, relation: str, document: str) -> str:
    """Return the id of the statement of a relation in an article."""
    lines = (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    return str(next(r["id"] for r in records if r["relation"] == relation and r["document"].endswith(document)))


def lines_of(out: Path, asked: str) -> list[str]:
    found = run("explain", asked, "--out", str(out))
    assert (found.returncode, found.stderr) == (0, "")
    return [line.strip() for line in found.stdout.splitlines()]


def test_a_statement_shows_its_sentence_with_subject_trigger_and_object_marked(out: Path) -> None:
    told = lines_of(out, identify(out, "builds", "a.txt"))
    assert told[0] == "Nordalia builds campus de Lille (planned)"
    assert "The ⟦subject: company⟧ plans to ⟦trigger: build⟧ a ⟦object: campus⟧ in Lille." in told


def test_a_statement_tells_its_roles_references_cues_and_confidence(out: Path) -> None:
    told = lines_of(out, identify(out, "builds", "a.txt"))
    assert "subject of “build”: the subject of “plans”, which it depends on" in told
    assert any(line.startswith("“company” → Nordalia: the most present that agrees") for line in told)
    assert "governed by “plans” → planned" in told
    assert any(line.startswith("0.97 − 0.12") for line in told)


def test_a_passive_and_an_attribution_are_told(out: Path) -> None:
    assert any(
        "subject of the passive “powered”" in line for line in lines_of(out, identify(out, "powered_by", "a.txt"))
    )
    told = lines_of(out, identify(out, "funds", "a.txt"))
    assert "attribution: “Bravane”: “according to” names the source" in told


def test_the_frame_is_shown_with_its_place_in_the_ontology(out: Path) -> None:
    told = lines_of(out, identify(out, "raised", "a.txt"))
    assert any(line.startswith("frame: en/raise (") and "frames.en.ttl:" in line for line in told)
    assert any(line.startswith("verb: raise") for line in told)


def test_a_pronoun_tells_what_it_agrees_in(out: Path) -> None:
    pronoun = lines_of(out, identify(out, "builds", "b.txt"))
    assert any("feminine, singular" in line for line in pronoun)


def test_the_start_of_an_id_and_an_iri_mean_the_statement(out: Path) -> None:
    whole = identify(out, "builds", "a.txt")
    assert lines_of(out, whole[:12]) == lines_of(out, f"https://kg.example/id/statement/{whole}")


@pytest.mark.parametrize("name", ["Nordalia", "NORDALIA", "nordália", "id:nordalia", "https://kg.example/id/nordalia"])
def test_an_entity_is_found_by_any_of_its_names(out: Path, name: str) -> None:
    told = lines_of(out, name)
    assert told[0] == "Nordalia (Organization)"
    assert "class: Organization, since it is described as “company”, “startup”" in told


def test_an_entity_lists_its_mentions_joins_and_statements(out: Path) -> None:
    told = lines_of(out, "Nordalia")
    assert any("“company” → Nordalia: the most present that agrees" in line for line in told)
    assert any("b.txt" in line and "the same name" in line for line in told)
    assert any("Kerlan Capital funds Nordalia (asserted; " in line for line in told)


def test_a_source_that_is_no_entity_lists_what_it_is_reported_to_say(out: Path) -> None:
    told = lines_of(out, "Bravane")
    assert told[0] == "Bravane (Agent)"
    assert any("Kerlan Capital funds Nordalia (asserted; " in line for line in told)


def test_json_tells_the_same(out: Path) -> None:
    entity = json.loads(run("explain", "nordalia", "--out", str(out), "--format", "json").stdout)
    assert (entity["kind"], entity["label"], len(entity["mentions"]) > 4) == ("entity", "Nordalia", True)
    found = run("explain", identify(out, "builds", "a.txt"), "--out", str(out), "--format", "json")
    statement = json.loads(found.stdout)
    assert (statement["kind"], statement["definition"]["object"]) == ("statement", "object | object > in")
    assert statement["quotes"]["trigger"]["text"] == "build"


def test_no_word_of_an_article_moves_the_cursor(out: Path) -> None:
    for form in ("table", "json"):
        found = run("explain", identify(out, "acquires", "a.txt"), "--out", str(out), "--format", form).stdout
        assert ("\x1b" in found, "\u202e" in found) == (False, False)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (
            "Nordalio",
            "Nordalio: no entity or statement has this name; do you mean Nordalia, Nordalia campus, CEO of Nordalia?",
        ),
        ("qqqq", "qqqq: no entity or statement has this name; check its spelling"),
        ("", "an empty name: no entity or statement has this name; check its spelling"),
        ("\x1b[2J東京", "[2J東京: no entity or statement has this name; check its spelling"),
    ],
)
def test_an_unknown_name_is_one_line_with_near_names(out: Path, asked: str, line: str) -> None:
    found = run("explain", asked, "--out", str(out))
    assert (found.returncode, found.stdout, found.stderr) == (2, "", f"kg: {line}\n")


def test_a_name_of_several_entities_lists_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nordalia builds a campus in Lille.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Bravane builds a campus in Brest.", encoding="utf-8")
    run("build", str(tmp_path), "--language", "en", "--out", str(tmp_path / "out"))
    found = run("explain", "campus", "--out", str(tmp_path / "out"))
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert "campus: is a name of 2 entities; use one of id:" in found.stderr


def test_the_start_of_several_ids_lists_them(out: Path) -> None:
    ids = [json.loads(line)["id"] for line in (out / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
    start = next(one[0] for one in ids if sum(other[0] == one[0] for other in ids) > 1)
    found = run("explain", start, "--out", str(out))
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert f"kg: {start}: begins " in found.stderr


def test_an_empty_folder_is_one_line(tmp_path: Path) -> None:
    found = run("explain", "Nordalia", "--out", str(tmp_path))
    line = f"kg: {tmp_path}/graph.trig: no such file; run `kg build` first, or name its folder or a store\n"
    assert (found.returncode, found.stdout, found.stderr) == (2, "", line)


def test_an_unknown_format_is_one_line(out: Path) -> None:
    found = run("explain", "Nordalia", "--out", str(out), "--format", "xml")
    assert (found.returncode, found.stderr) == (2, "kg: xml: no such format; use table, json\n")
