"""How fast a large graph is loaded and asked, beside rdflib in memory, and how soon a store answers from the shell.

    python -m benchmarks.store [TRIPLES]

The graph is made up: companies with names, and links among them of a few relations, a million triples unless told
otherwise. Both read the same file, and answer the same questions in the same run, fifty times, ten by ten in turn; the
median is told, and a ratio says how many times as long rdflib takes. The store that the saved questions are asked of
from the shell holds articles built by kg, copied until their statements make that many triples.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

import rdflib

from kg.articles.article_files import read_articles
from kg.config import Settings
from kg.extract.extractor import FrameExtractor
from kg.growing import rules_digest
from kg.inquiry.asking.saved_questions import list_questions
from kg.model import Article, Extraction
from kg.ontology import read_ontology
from kg.store.folder_store import StoreFolder
from kg.store.opening import hold_graph
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import View
from kg.store.updating import StoreUpdater

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
Result = TypeVar("Result")

ID = "https://kg.example/id/"
KG = "https://kg.example/ontology#"
QUESTIONS = {
    "point query": "SELECT ?p ?o { <https://kg.example/id/c17> ?p ?o }",
    "three hops": "SELECT ?d { <https://kg.example/id/c17> kg:funds ?b . ?b kg:funds ?c . ?c kg:funds ?d }",
    "property path": "SELECT ?d { <https://kg.example/id/c17> kg:leases_to+ ?d }",
}
ASKED, STARTED = 50, 5
"""How often a question is asked, and a command started."""


def main(triples: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "graph.trig"
        path.write_text("".join(_lines(triples)), encoding="utf-8")
        print(f"{triples} triples, {path.stat().st_size / 1e6:.0f} MB")
        ours, load = _timed(lambda: OxigraphStore.from_file(path))
        theirs, slow = _timed(lambda: rdflib.Graph().parse(path, format="turtle"))
        _tell("load", load, slow)
        for name, question in QUESTIONS.items():
            _compare(name, question, (ours.view(), theirs))
        del ours, theirs
        _tell_shell(Path(scratch) / "store", triples)


def _lines(triples: int) -> Iterator[str]:
    """Return a graph in the part of Turtle that both parsers read: three links and a name a company."""
    chance = random.Random(1)  # noqa: S311 - a graph, no secret
    companies = triples // 4
    for number in range(companies):
        subject = f"<{ID}c{number}>"
        yield f'{subject} <{KG}name> "Company {number}" .\n'
        for relation in ("funds", "funds", "leases_to"):
            # Leases lead on to a near neighbour, so that a path is long and ends.
            other = min(number + 997, companies) if relation == "leases_to" else chance.randrange(companies)
            yield f"{subject} <{KG}{relation}> <{ID}c{other}> .\n"


def _compare(name: str, question: str, graphs: tuple[View, rdflib.Graph]) -> None:
    ours, theirs = graphs
    asked: tuple[Callable[[], object], ...] = (
        partial(ours.ask, question, {}),
        partial(_ask_rdflib, theirs, question),
    )
    spent: tuple[list[float], ...] = ([], [])
    # In turn, so that what else goes on in the machine troubles both alike.
    for _ in range(ASKED // 10):
        for seconds, ask in zip(spent, asked, strict=True):
            seconds += [_timed(ask)[1] for _ in range(10)]
    _tell(name, *map(median, spent))


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def _ask_rdflib(graph: rdflib.Graph, question: str) -> list[object]:
    return list(graph.query(question, initNs={"kg": rdflib.Namespace(KG)}))


def _tell(name: str, ours: float, theirs: float) -> None:
    print(f"{name:<14} {ours:9.4f} s   rdflib {theirs:9.4f} s   {theirs / ours:7.1f} times")


def _tell_shell(store: Path, triples: int) -> None:
    """Print how long each saved question to a store takes, from the start of the command to its end."""
    print(f"kg query --store, {_fill(store, triples)} triples with their proof:")
    for question in list_questions(Settings.from_environment(None).ontology / "queries"):
        command = [sys.executable, "-m", "kg", "query", question.name, "--store", str(store), "--format", "csv"]
        ask = partial(subprocess.run, command, check=True, capture_output=True, cwd=ROOT, text=True)
        runs = [_timed(ask) for _ in range(STARTED)]
        rows = runs[0][0].stdout.count("\n") - 1
        print(f"{question.name:<14} {median(seconds for _, seconds in runs):9.2f} s   {rows} rows")


def _fill(place: Path, triples: int) -> int:
    """Fill a store with copies of the sample articles, and return how many triples it holds."""
    settings = Settings.from_environment(None)
    ontology = read_ontology(settings.ontology)
    extractor = FrameExtractor(ontology)
    articles = [one for one in read_articles([ROOT / "seeds"]) if isinstance(one, Article)]
    extractions = [extractor.extract(article) for article in articles]
    copies = [_copy(one, number) for number in range(max(1, triples // 5000)) for one in extractions]
    with StoreFolder(place).open_to_write("benchmark") as opened:
        keeper = StoreUpdater(opened, ontology, base=settings.base, rules=rules_digest(settings.ontology))
        keeper.change(copies)
    view, release = hold_graph(place)
    held = sum(1 for _ in view.quads())
    release()
    return held


def _copy(extraction: Extraction, number: int) -> Extraction:
    """Return the same article under another name."""
    document = f"{number}/{extraction.article.document}"
    return replace(
        extraction,
        article=replace(extraction.article, document=document),
        statements=tuple(replace(one, document=document) for one in extraction.statements),
        references=tuple(replace(one, document=document) for one in extraction.references),
        skipped=(),
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
