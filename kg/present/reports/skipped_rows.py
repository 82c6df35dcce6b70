"""Reports what was skipped, as rows of a table and as records for a program."""

from __future__ import annotations

from collections.abc import Iterable

from kg.inquiry.coverage import STATED, Omission, count_causes
from kg.model import Span
from kg.present.reports.marks import around, mark

__all__ = ["CAUSES", "COLUMNS", "cause_rows", "omission_records", "omission_rows", "sum_up"]

CAUSES = ("reason", "words", "sentences")
COLUMNS = ("article", "at", "sentence", "reason", "became")

_WIDTH = 160


def cause_rows(found: Iterable[Omission]) -> list[tuple[str, ...]]:
    """Return a row of `CAUSES` for each cause, most words first."""
    return [(cause, str(words), str(sentences)) for cause, words, sentences in count_causes(found)]


def omission_rows(found: Iterable[Omission]) -> list[tuple[str, ...]]:
    """Return a row of `COLUMNS` for each omission, with the trigger marked; long sentences are cut around it."""
    return [
        (one.document, str(one.sentence.start), _marked(one), f"{one.cause}: {one.reason}", "; ".join(one.statements))
        for one in found
    ]


def omission_records(found: Iterable[Omission]) -> list[dict[str, object]]:
    """Return an object for each omission, with the keys of skipped.jsonl and the statements of its sentence."""
    return [
        {
            "document": one.document,
            "start": one.sentence.start,
            "end": one.sentence.end,
            "trigger": one.trigger,
            "place": {"start": one.place.start, "end": one.place.end} if one.place else None,
            "cause": one.cause,
            "reason": one.reason,
            "frame": one.frame or None,
            "text": one.text,
            "statements": list(one.statements),
        }
        for one in found
    ]


def sum_up(found: Iterable[Omission]) -> str:
    """Return one line: how many words of how many sentences yielded no statement."""
    left = [one for one in found if one.cause != STATED]
    words = sum(1 for one in left if one.trigger)
    sentences = {(one.document, one.sentence) for one in left if one.trigger}
    became = {(one.document, one.sentence) for one in left if one.trigger and one.statements}
    parts = len(left) - words
    return (
        f"{words} words of {len(sentences)} sentences stated nothing; {len(became)} of these sentences state something "
        f"by another word; {parts} parts were not read as they stand"
    )


def _marked(one: Omission) -> str:
    inner = Span(one.place.start - one.sentence.start, one.place.end - one.sentence.start) if one.place else None
    text, first = around(one.text, inner, _WIDTH)
    marked = mark(text, {"": one.place} if one.place else {}, one.sentence.start + first)
    return ("… " if first else "") + marked + (" …" if first + len(text) < len(one.text) else "")
