"""Reports conflicts between articles as lines, rows and records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kg.inquiry.comparing.conflicts import Conflict, Conflicts, Kind, Note
from kg.model import Statement
from kg.present.reports.support import cited
from kg.wording import counted

__all__ = ["COLUMNS", "conflict_lines", "conflict_records", "conflict_rows"]

_SIDE = ("said", "modality", "article", "published", "via", "statement", "sentence")
COLUMNS = (
    *("subject", "relation", "about", "suggestion", "reason"),
    *(f"{place}_{name}" for place in ("first", "second") for name in _SIDE),
)
_OTHER_CURRENCY = "other currency"


def conflict_lines(found: Conflicts) -> Iterator[str]:
    """Return a heading and two sentences for each conflict, then the notes, and a line with the totals."""
    for one in found.found:
        edge = [one.first.subject.label, one.first.relation]
        edge += [one.first.object.label] if one.about != "object" else []
        claims = f"{one.said[0]} or {one.said[1]}"
        what = "" if one.about in {"object", "denial"} else f" ({one.about})"
        yield f"{' '.join(edge)}{what}: {claims}; suggested: {one.suggestion.kind}, {one.suggestion.reason}"
        for statement, published in zip((one.first, one.second), one.published, strict=True):
            yield f"  {_cited(statement, published)}"
    for note in found.notes:
        edge = [note.first.subject.label, note.first.relation]
        yield f"not compared: {' '.join(edge)}: {note.said[0]} and {note.said[1]} are in two currencies"
    kinds = ", ".join(f"{_count(found.found, kind)} {kind}" for kind in Kind)
    yield f"{counted(len(found.found), 'conflict')}; suggested: {kinds}"


def conflict_rows(found: Conflicts) -> Iterator[tuple[str, ...]]:
    """Return a row of `COLUMNS` for each conflict and each note; a note's suggestion is `other currency`."""
    both: tuple[Conflict | Note, ...] = (*found.found, *found.notes)
    for one in both:
        head = (one.first.subject.label, one.first.relation, _about(one), *_suggested(one))
        sides = (side for record in _sides(one) for side in record.values())
        yield (*head, *(str(cell or "") for cell in sides))


def conflict_records(found: Conflicts) -> dict[str, object]:
    """Return the conflicts and the notes as lists of objects; unknown values are `null`."""
    return {"conflicts": [_record(one) for one in found.found], "not_compared": [_record(one) for one in found.notes]}


def _record(one: Conflict | Note) -> dict[str, object]:
    kind, reason = _suggested(one)
    first, second = _sides(one)
    return {
        "subject": one.first.subject.label,
        "relation": one.first.relation,
        "object": one.first.object.label if _about(one) != "object" else None,
        "about": _about(one),
        "suggestion": kind,
        "reason": reason,
        "first": first,
        "second": second,
    }


def _sides(one: Conflict | Note) -> list[dict[str, str | None]]:
    """Return the details of each of the two statements, in the order of `_SIDE`."""
    published = one.published if isinstance(one, Conflict) else (None, None)
    return [
        {
            "said": said,
            "modality": statement.modality,
            "article": statement.document,
            "published": day.isoformat() if day else None,
            "via": statement.attribution,
            "statement": statement.id,
            "sentence": statement.evidence.text,
        }
        for statement, said, day in zip((one.first, one.second), one.said, published, strict=True)
    ]


def _about(one: Conflict | Note) -> str:
    return one.about if isinstance(one, Conflict) else "amount"


def _suggested(one: Conflict | Note) -> tuple[str, str]:
    if isinstance(one, Conflict):
        return one.suggestion.kind, one.suggestion.reason
    return _OTHER_CURRENCY, "amounts in two currencies are not compared"


def _cited(statement: Statement, published: date | None) -> str:
    notes = [f"via {statement.attribution}"] if statement.attribution else []
    return cited(statement, published.isoformat() if published else "", *notes)


def _count(found: Iterable[Conflict], kind: Kind) -> int:
    return sum(one.suggestion.kind is kind for one in found)
