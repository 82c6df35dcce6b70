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
        for told in one.tellings:
            notes = [f"via {told.via}"] if told.via else []
            notes += [f"copy of {told.copy_of}"] if told.copy_of else []
            yield f"{_INDENT}{cited(told.statement, _day(told), *notes)}"


def support_rows(found: Iterable[Corroboration]) -> Iterator[tuple[str, ...]]:
    """Return a row of `COLUMNS` for each article of each edge."""
    for one in found:
        edge = (one.subject, one.relation, one.object, one.modality)
        for told in one.tellings:
            place = (told.document, _day(told), str(told.source), told.via, told.copy_of)
            proof = (told.statement.id, told.statement.evidence.text)
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
                    "article": told.document,
                    "published": _day(told) or None,
                    "source": told.source,
                    "via": told.via or None,
                    "copy_of": told.copy_of or None,
                    "statement": told.statement.id,
                    "sentence": told.statement.evidence.text,
                }
                for told in one.tellings
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


def _day(told: Telling) -> str:
    return told.published.isoformat() if told.published else ""
