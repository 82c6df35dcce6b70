"""How much of an article is read from its page, how much that is none of it, and in what time; beside trafilatura.

    python -m benchmarks.pages [--others PYTHON] [--misses] [NAME]...

The pages in benchmarks/publishers/ are built like those of publishers and of the systems that they use; their words are
invented. `[[w]]` in them is two sentences that must be read, `[[u]]` two that must not. `recall` is the share of the
former that are read, `unwanted` the share of the latter. PYTHON is an interpreter that has trafilatura, if this one has
it not. Seconds are processor time, the best of several runs; those of the extractor are for the text that was read.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from kg.articles.formats.pages import article_of_page
from kg.articles.html.html_page import read_page
from kg.articles.metadata.metadata import Metadata
from kg.config import find_ontology
from kg.extract.extractor import FrameExtractor
from kg.ontology import read_ontology

__all__ = ["InventedPage", "main", "read_pages"]

FOLDER = Path(__file__).resolve().parent / "publishers"
RUNS = 3
SCRIPT = "var q=[];for(var i=0;i<9;i++){q.push({'a':'<div>'+i+'</div>',\"b\":i>3?'x':'y'})}" * 400
"""What stands for the scripts of a page: most of its bytes."""

OTHERS = """
import json, sys, time
import trafilatura
texts, seconds = [], []
for page in json.load(sys.stdin):
    best = []
    for _ in range(%d):
        started = time.process_time()
        text = trafilatura.extract(page, include_comments=False) or ""
        best.append(time.process_time() - started)
    texts.append(text)
    seconds.append(min(best))
json.dump([texts, seconds], sys.stdout)
"""

FIRMS = ("Tolvane", "Marrow Power", "Brisk Compute", "the town of Ester", "Nordalia", "Kerlan", "a fund of the region")
DOES = ("will lease", "has bought", "plans to build", "signed for", "agreed to pay for", "opened", "wants to extend")
WHAT = ("a plant in the hills", "two halls for servers", "a line of forty kilometres", "the old mill by the river")
HOW = (
    "after talks that took the whole of the winter",
    "for a sum that neither of them would name",
    "and expects to have all of it running within three years",
    "which its neighbours had asked for since the last flood",
)


@dataclass(slots=True)
class InventedPage:
    """A page with the sentences on it that must be read, and those that must not."""

    name: str
    markup: str
    wanted: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Score:
    """What a reader makes of a page."""

    recall: float
    unwanted: float
    seconds: float


def read_pages(names: Sequence[str] = ()) -> list[InventedPage]:
    """Return the pages of some names, or all, filled with sentences that differ from each other."""
    paths = [path for path in sorted(FOLDER.glob("*.html")) if not names or path.stem in names]
    return [_filled(path.stem, path.read_text(encoding="utf-8")) for path in paths]


def _filled(name: str, template: str) -> InventedPage:
    chance, numbers = random.Random(name), count(11)  # noqa: S311 - no secrets here
    page = InventedPage(name, "")
    for number, part in enumerate(template.replace("[[js]]", SCRIPT).replace("[[t]]", "A plant for Ester").split("[[")):
        mark, _, rest = part.partition("]]") if number else ("", "", part)
        if mark:
            sentences = [_sentence(chance, next(numbers)) for _ in range(2)]
            (page.wanted if mark == "w" else page.unwanted).extend(sentences)
            page.markup += " ".join(sentences)
        page.markup += rest
    return page


def _sentence(chance: random.Random, number: int) -> str:
    one, does, what, how = (chance.choice(words) for words in (FIRMS, DOES, WHAT, HOW))
    return f"{one[0].upper()}{one[1:]} {does} {what} under contract {number}, {how}."


def main() -> None:
    """Print the figures of each page and reader."""
    asked = argparse.ArgumentParser()
    asked.add_argument("names", nargs="*")
    asked.add_argument("--others", default=sys.executable)
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    pages = read_pages(options.names)
    ours = _ours(pages)
    read = {"kg": ours, "trafilatura": _others(pages, options.others)}
    scores = {
        reader: [_score(*one) for one in zip(pages, *given, strict=True)] for reader, given in read.items() if given
    }
    _print(pages, scores)
    if options.misses:
        _print_misses(pages, ours[0])
    _print_share(pages)


def _ours(pages: Sequence[InventedPage]) -> tuple[list[str], list[float]]:
    texts = [read_page(page.markup).text for page in pages]
    return texts, [_best(partial(read_page, page.markup)) for page in pages]


def _others(pages: Sequence[InventedPage], python: str) -> tuple[list[str], list[float]] | None:
    given = json.dumps([page.markup for page in pages])
    done = subprocess.run([python, "-c", OTHERS % RUNS], input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"no trafilatura in {python}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    texts, seconds = json.loads(done.stdout)
    return texts, seconds


def _best(work: Callable[[], object]) -> float:
    """Return the processor time of the fastest of several runs."""
    seconds = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return min(seconds)


def _score(page: InventedPage, text: str, seconds: float) -> Score:
    return Score(_share(page.wanted, text), _share(page.unwanted, text), seconds)


def _share(sentences: Sequence[str], text: str) -> float:
    words = " ".join(text.split())
    return sum(sentence in words for sentence in sentences) / max(len(sentences), 1)


def _print(pages: Sequence[InventedPage], scores: dict[str, list[Score]]) -> None:
    print(" " * 16 + "".join(f"{reader:>36}" for reader in scores))
    print(f"{'page':<16}" + "".join(f"{'recall':>14}{'unwanted':>11}{'ms':>11}" for _ in scores))
    rows = [(page.name, [several[number] for several in scores.values()]) for number, page in enumerate(pages)]
    means = [_mean(several) for several in scores.values()]
    for name, row in [*rows, ("mean", means)]:
        figures = (f"{one.recall:>14.2f}{one.unwanted:>11.2f}{one.seconds * 1e3:>11.1f}" for one in row)
        print(f"{name:<16}" + "".join(figures))


def _mean(scores: Sequence[Score]) -> Score:
    recall, unwanted, seconds = (
        sum(figures) / len(scores) for figures in zip(*((s.recall, s.unwanted, s.seconds) for s in scores), strict=True)
    )
    return Score(recall, unwanted, seconds)


def _print_misses(pages: Sequence[InventedPage], texts: Sequence[str]) -> None:
    for page, text in zip(pages, texts, strict=True):
        words = " ".join(text.split())
        missed = [("missed", one) for one in page.wanted if one not in words]
        for what, sentence in missed + [("read", one) for one in page.unwanted if one in words]:
            print(f"{page.name}: {what}: {sentence}")


def _print_share(pages: Sequence[InventedPage]) -> None:
    """Print the time of reading the pages beside that of making statements of their texts."""
    extractor = FrameExtractor(read_ontology(find_ontology()))
    reading = sum(_best(partial(read_page, page.markup)) for page in pages)
    articles = [article_of_page(read_page(page.markup), page.name, Metadata(), "en") for page in pages]
    parsing = sum(_best(partial(extractor.extract, article)) for article in articles)
    print(f"reading {reading:.2f} s, extracting {parsing:.2f} s: {reading / parsing:.3f}")


if __name__ == "__main__":
    main()
