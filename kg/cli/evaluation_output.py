"""Computes and prints the figures of `kg evaluate`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.cli.console import print_line, print_table, print_text
from kg.config import Settings
from kg.errors import UsageError
from kg.inquiry.checking.evaluate import Evaluation, evaluate
from kg.inquiry.checking.floors import read_floors, under_floor
from kg.inquiry.checking.gold import read_gold
from kg.inquiry.checking.scores import COMPARED, SHARES, Tally
from kg.ontology import read_ontology
from kg.rdf.records import read_records

__all__ = ["measure", "print_figures"]

# The kinds of files that stand beside gold statements; other JSON there is the gold itself.
_ARTICLES = (".html", ".htm", ".jsonl", ".md", ".txt")


def measure(folder: Path, statements: Path | None, settings: Settings) -> Evaluation:
    """Return how well a file of statements matches the gold statements; without one, build the articles first."""
    gold = read_gold(folder)
    ontology = read_ontology(settings.ontology)
    if statements is not None:
        return evaluate(gold, read_records(statements), ontology)
    from kg.pipeline import build  # noqa: PLC0415 - loads the parsers

    articles = [path for path in sorted(folder.iterdir()) if path.suffix in _ARTICLES]
    if not articles:
        raise UsageError(
            "holds gold statements but not their articles",
            where=str(folder),
            advice="put the articles there, or name with --out the folder they were built into",
        )
    with TemporaryDirectory(prefix="kg-evaluate-") as temporary:
        build(articles, out=Path(temporary), settings=settings)
        return evaluate(gold, read_records(Path(temporary) / "statements.jsonl"), ontology)


def print_figures(found: Evaluation, floors: Iterable[str], *, errors: bool, as_json: bool) -> bool:
    """Print the figures, and return whether none is worse than its floor."""
    limits = read_floors(floors, tuple(found.tallies))
    if errors:
        rows = [(f.document, f.kind, f.told, f.gold, f.evidence) for f in found.faults]
        print_table(("article", "fault", "statement", "gold", "evidence"), rows)
    if as_json:
        print_text(json.dumps(_record(found), ensure_ascii=False))
    else:
        _print_tables(found)
    complaints = under_floor(found, limits)
    for complaint in complaints:
        print_line(complaint)
    return not complaints


def _record(found: Evaluation) -> dict[str, object]:
    relations = {name: f"{hit}/{wanted}" for name, (hit, wanted) in found.tallies["all"].relations.items()}
    return {**{bucket: _figures(tally) for bucket, tally in found.tallies.items()}, "by_relation": relations}


def _figures(tally: Tally) -> dict[str, object]:
    compared = {name: tally.comparison(name) for name in COMPARED}
    return {
        **tally.figures(SHARES),
        **_counts(tally),
        **{
            name: {"precision": part.precision, "recall": part.recall, _wanted(name): part.wanted}
            for name, part in compared.items()
        },
    }


def _counts(tally: Tally) -> dict[str, int]:
    return {"found": tally.found, "required": tally.required, "true": tally.true, "false": tally.false}


def _wanted(name: str) -> str:
    """Return the name for the wanted answers: identity is measured on pairs."""
    return "pairs" if name.startswith("identity") else "wanted"


def _print_tables(found: Evaluation) -> None:
    """Print a column per bucket, so that everything fits into 80 columns."""
    tallies = found.tallies.values()
    rows = [(name, [_shown(tally.figure(name)) for tally in tallies]) for name in SHARES]
    rows += [(name, [str(_counts(tally)[name]) for tally in tallies]) for name in _counts(Tally())]
    for name in COMPARED:
        for part in ("precision", "recall"):
            rows.append((f"{name}.{part}", [_shown(tally.figure(f"{name}.{part}")) for tally in tallies]))
        rows.append((f"{name}.{_wanted(name)}", [str(tally.comparison(name).wanted) for tally in tallies]))
    print_table(("measure", *found.tallies), [(name, *cells) for name, cells in rows])
    relations = found.tallies["all"].relations.items()
    print_table(("relation", "found", "required"), [(name, str(hit), str(wanted)) for name, (hit, wanted) in relations])


def _shown(figure: float | None) -> str:
    return "" if figure is None else str(figure)
