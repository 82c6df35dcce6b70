"""Reports the corroboration of edges as lines, rows and records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.inquiry.comparing.corroborate import Corroboration, Telling
from kg.model import Modality, Statement

__all__ = ["COLUMNS", "cited", "edge_line", "support_lines", "support_records", "support_rows"]

COLUMNS = (
    *("independent", "articles", "subject", "relation", "object", "modality"),
    *("article", "published", "source", "via", "copy_of", "statement", "sentence"),
)
_INDENT = "  "


def support_lines(found: Iterable[Corroboration]) -> Iterator[str]:
    """Return a heading for each edge, followed by a line for each article with its sentence."""
    for one in found:
        articles = len(one.tellings)
        count = f"{one.independent} independent of {articles} articles" if articles > 1 else "1 article"
        yield f"{edge_line(one.subject, one.relation, one.object, one.modality)}: {count}"
        for telling in one.tellings:
            notes = [f"via {telling.via}"] if telling.via else []
            notes += [f"copy of {telling.copy_of}"] if telling.copy_of else []
            yield f"{_INDENT}{cited(telling.statement, _day(telling), *notes)}"


def support_rows(found: Iterable[Corroboration]) -> Iterator[tuple[str, ...]]:
    """Return a row of `COLUMNS` for each article of each edge."""
    for one in found:
        edge = (one.subject, one.relation, one.object, one.modality)
        for telling in one.tellings:
            place = (telling.document, _day(telling), str(telling.source), telling.via, telling.copy_of)
            proof = (telling.statement.id, telling.statement.evidence.text)
            yield (str(one.independent), str(len(one.tellings)), *edge, *place, *proof)


def support_records(found: Iterable[Corroboration]) -> list[dict[str, object]]:
    """Return an object for each edge, with its articles in a list; unknown values are `null`."""
    return [
        {
            "subject": one.subject,
            "relation": one.relation,
            "object": one.object,
            "modality": one.modality,
            "independent": one.independent,
            "articles": [
                {
                    "article": telling.document,
                    "published": _day(telling) or None,
                    "source": telling.source,
                    "via": telling.via or None,
                    "copy_of": telling.copy_of or None,
                    "statement": telling.statement.id,
                    "sentence": telling.statement.evidence.text,
                }
                for telling in one.tellings
            ],
        }
        for one in found
    ]


def edge_line(subject: str, relation: str, target: str, modality: Modality) -> str:
    """Return an edge on one line, with its modality."""
    return f"{subject} {relation} {target} ({modality})"


def cited(statement: Statement, day: str, *notes: str) -> str:
    """Return the source of a sentence, notes on it, and the sentence."""
    place = ", ".join(part for part in (statement.document, day, *notes) if part)
    return f"{place}: “{statement.evidence.text}”"


def _day(telling: Telling) -> str:
    return telling.published.isoformat() if telling.published else ""
