"""How true and how whole the statements are: figures on annotated articles and on the contrast set, against floors.

    python -m benchmarks.quality            measures, prints, and leaves with 1 when a figure is worse than its floor
    python -m benchmarks.quality --write    measures, and makes the figures the floors and the table of the README

A set whose articles are not there is left out and said so: the news articles belong to their publishers, and are
measured where they lie beside the project.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.config import Settings, find_ontology
from kg.extract.extractor import FrameExtractor
from kg.inquiry.checking.evaluate import evaluate, language_of
from kg.inquiry.checking.gold import GoldArticle, read_gold
from kg.inquiry.checking.scores import BETTER_LOW, COMPARED, SHARES, Tally
from kg.ontology import Ontology, read_ontology
from kg.pipeline import build
from kg.rdf.records import Record, read_records
from tests.contrast.sentences import LANGUAGES, count_passed

__all__ = ["main", "measure", "read_floors", "table"]

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "benchmarks" / "quality.toml"
README = ROOT / "README.md"

Figures = dict[str, dict[str, float]]
"""Figures by name, by set and part of the set, as `news.fr`."""

OPENING, CLOSING = "<!-- quality -->", "<!-- end of quality -->"
"""What the table of the README stands between."""

LANGUAGE_NAMES = MappingProxyType({"en": "English", "fr": "French"})
EDGES = MappingProxyType(
    {
        "precision": "precision",
        "recall": "recall",
        "whole": "whole",
        "modality_accuracy": "right modality",
        "hedged_as_fact": "hedged as fact",
        "swapped": "swapped",
    }
)
"""The columns of the first table of the README: figures by name, and their titles."""

DETAILS = MappingProxyType(
    {
        "dates": "dates",
        "amounts": "amounts",
        "attribution": "who says it",
        "identity_within": "one entity, within an article",
        "identity_across": "one entity, across articles",
    }
)
"""The columns of the second table, each precision / recall."""

SURE = 0.9
"""Statements above this confidence have to be right more often than the others."""

HEADER = """\
# The figures last reached, written by `python -m benchmarks.quality --write`. `make quality` fails when one gets worse:
# hedged_as_fact and swapped must not rise, the others must not fall. What they mean: docs/commands.md, "kg evaluate".
"""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A folder of gold statements, and what to build for it."""

    name: str
    gold: Path
    articles: tuple[Path, ...]


def gold_sets() -> Iterator[GoldSet]:
    """Return the sets whose articles are there."""
    beside = ROOT.parent / "shared"
    for name, gold in (("news", beside / "gold" / "dev"), ("founding", beside / "seeds")):
        if gold.is_dir():
            yield GoldSet(name, gold, tuple(sorted(gold.glob("*.txt"))))
    yield GoldSet("seeds", ROOT / "tests" / "gold", (ROOT / "seeds",))


def measure() -> Figures:
    """Return the figures of every set that is there, and of the contrast set."""
    ontology = read_ontology(find_ontology())
    found: Figures = {}
    for chosen in gold_sets():
        found |= _measure(chosen, ontology)
    extractor = FrameExtractor(ontology)
    symmetric = frozenset(name for name, relation in ontology.relations.items() if relation.symmetric)
    for language in LANGUAGES:
        passed, whole = count_passed(extractor, symmetric, language)
        found[f"contrast.{language}"] = {"passed": round(passed / whole, 4), "sentences": whole}
    return found


def _measure(chosen: GoldSet, ontology: Ontology) -> Figures:
    gold = read_gold(chosen.gold)
    with tempfile.TemporaryDirectory() as folder:
        build(chosen.articles, out=Path(folder), settings=Settings(find_ontology()))
        records = list(read_records(Path(folder) / "statements.jsonl"))
    tallies = evaluate(gold, records, ontology).tallies
    articles = {code: sum(language_of(name) == code for name in gold) for code in LANGUAGES}
    articles["all"] = len(gold)
    figures = {
        f"{chosen.name}.{part}": {"articles": articles[part], **_figures(tally)} for part, tally in tallies.items()
    }
    if len(gold) > 2:  # too few statements tell nothing of the confidence
        figures[f"{chosen.name}.confidence"] = _confidence(records, gold, ontology)
    return figures


def _figures(tally: Tally) -> dict[str, float]:
    """Return all figures of which the gold holds something to find."""
    held = [f"{name}.{part}" for name in COMPARED if tally.comparison(name).wanted for part in ("precision", "recall")]
    return {name: figure or 0.0 for name, figure in tally.figures((*SHARES, *held)).items()}


def _confidence(records: list[Record], gold: Mapping[str, GoldArticle], ontology: Ontology) -> dict[str, float]:
    """Return the share of right statements above and up to the confidence that counts as sure."""
    sure = [record for record in records if record["confidence"] > SURE]
    rest = [record for record in records if record["confidence"] <= SURE]
    parts = {"sure": evaluate(gold, sure, ontology), "rest": evaluate(gold, rest, ontology)}
    return {name: part.tallies["all"].precision or 0.0 for name, part in parts.items()}


def read_floors() -> Figures:
    """Return the figures that were reached last."""
    content = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {
        f"{name}.{part}": dict(_flat(figures)) for name, parts in content.items() for part, figures in parts.items()
    }


def _flat(figures: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Return the figures with dotted names, which TOML reads as tables."""
    for name, figure in figures.items():
        if isinstance(figure, dict):
            yield from ((f"{name}.{part}", value) for part, value in figure.items())
        else:
            yield name, figure


def complaints(found: Figures, floors: Figures) -> Iterator[str]:
    """Return a line for each figure that is worse than its floor, and for confidence that means nothing."""
    for part in sorted(found.keys() & floors.keys()):
        if "sure" in found[part]:
            if found[part]["sure"] <= found[part]["rest"]:
                yield f"{part}: statements above {SURE} are right no more often than those below"
            continue
        for name, floor in floors[part].items():
            figure = found[part].get(name, 0.0)
            if figure > floor if name in BETTER_LOW else figure < floor:
                yield f"{part}.{name} is {figure}, was {floor}"


def table(figures: Figures) -> str:
    """Return the tables of the README, and a line for each figure that stands alone."""
    news = f"{figures['news.all']['articles']:.0f} news articles" if "news.all" in figures else ""
    languages = {f"news.{code}": f"those in {name}" for code, name in LANGUAGE_NAMES.items()}
    titles = {"news.all": news, **languages, "founding.all": "the founding article", "seeds.all": "the sample articles"}
    rows = {title: figures[part] for part, title in titles.items() if part in figures}
    edges = [(title, *(f"{row[name]:.3f}" for name in EDGES)) for title, row in rows.items()]
    details = [(t, f"{row['labels']:.2f}", *(_pair(row, name) for name in DETAILS)) for t, row in rows.items()]
    return "\n".join(
        [
            *_markdown(("measured on", *EDGES.values()), edges),
            "",
            *_markdown(("of what is right", "label shown", *DETAILS.values()), details),
            "",
            *_sentences(figures),
        ]
    )


def _pair(row: Mapping[str, float], name: str) -> str:
    """Return a precision and a recall; a dash where there was nothing to find."""
    return f"{row[f'{name}.precision']:.2f} / {row[f'{name}.recall']:.2f}" if f"{name}.recall" in row else "–"


def _markdown(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield "|" + " --- |" * len(columns)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _sentences(figures: Figures) -> Iterator[str]:
    for part, row in figures.items():
        if "sure" in row:
            told = f"{row['sure']:.0%} are right; of the others {row['rest']:.0%}."
            yield f"Of the statements in news with a confidence above {SURE}, {told}"
        elif "passed" in row:
            told = f"{row['passed']:.0%} of {row['sentences']:.0f} short sentences that differ in one thing"
            yield f"Of the {LANGUAGE_NAMES[part[-2:]]} contrast set, {told} come out exactly as they should."


def _toml(figures: Figures) -> str:
    blocks = ("\n".join([f"\n[{part}]", *(f"{k} = {v}" for k, v in row.items())]) for part, row in figures.items())
    return HEADER + "\n".join(blocks) + "\n"


def _write(figures: Figures) -> None:
    FLOORS.write_text(_toml(figures), encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    before, opening, rest = text.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    README.write_text(f"{before}{opening}\n{table(figures)}\n{closing}{after}", encoding="utf-8")


def main() -> None:
    """Measure, print, and compare or write."""
    floors, found = read_floors() if FLOORS.exists() else {}, measure()
    for part, row in found.items():
        print(part, *(f"{name} {figure}" for name, figure in row.items()), sep="  ")
    for part in sorted(floors.keys() - found.keys()):
        print(f"{part}: its articles are not here, not measured")
    if "--write" in sys.argv[1:]:
        _write({**floors, **found})
        return
    worse = list(complaints(found, floors))
    print(*worse, sep="\n")
    sys.exit(1 if worse else 0)


if __name__ == "__main__":
    main()
