"""Coverage of a build: every trigger, what it became, or why it did not become a statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import OutputError
from kg.inquiry.result_records import Results
from kg.model import Span
from kg.rdf.records import Record

__all__ = ["STATED", "Omission", "count_causes", "find_omissions"]

STATED = "became a statement"
"""The cause given for triggers that became statements, which `find_omissions` returns only on request."""

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Omission:
    """A trigger that yielded no statement, or a part of an article that was not read.

    Attributes:
        document, sentence: where.
        trigger: the trigger word; empty for a part that was not read.
        place: the span of the trigger; `None` when there is none.
        cause: the group of the reason.
        reason: why, in words.
        frame: the frame that came closest, or an empty string.
        text: the words of the sentence or part.
        statements: the statements of the sentence, as `subject relation object (modality)`.
    """

    document: str
    sentence: Span
    trigger: str
    place: Span | None
    cause: str
    reason: str
    frame: str
    text: str
    statements: tuple[str, ...]


def find_omissions(
    results: Results, *, article: str = "", reason: str = "", everything: bool = False
) -> tuple[Omission, ...]:
    """Return what a build skipped, sorted by document and offset.

    `article` filters by document, `reason` by cause or reason; both match substrings, ignoring case. With
    `everything`, triggers that became statements are included.

    Raises:
        OutputError: a record is not in the format of a build.
    """
    try:
        stated = _stated(results.statements)
        found = [_omission(record, stated) for record in results.skipped]
        found += [_statement(record, stated) for record in results.statements] if everything else []
    except (KeyError, TypeError) as error:
        raise OutputError(f"a record lacks {error}", where=results.where, advice="run `kg build` again") from error
    kept = [one for one in found if _has(article, one.document) and _has(reason, one.cause, one.reason)]
    return tuple(sorted(kept, key=_order))


def count_causes(found: Iterable[Omission]) -> tuple[tuple[str, int, int], ...]:
    """Return each cause with its numbers of words and of sentences, most words first."""
    words: Counter[str] = Counter()
    sentences: dict[str, set[tuple[str, Span]]] = defaultdict(set)
    for one in found:
        words[one.cause] += 1
        sentences[one.cause].add((one.document, one.sentence))
    return tuple((cause, words[cause], len(sentences[cause])) for cause in sorted(words, key=lambda c: (-words[c], c)))


def _order(one: Omission) -> tuple[object, ...]:
    return (one.document, one.sentence, one.place or one.sentence, one.trigger, one.reason)


def _has(wanted: str, *texts: str) -> bool:
    return any(wanted.casefold() in text.casefold() for text in texts)


def _omission(record: Record, stated: Mapping[Place, tuple[str, ...]]) -> Omission:
    place = record["place"]
    return Omission(
        record["document"],
        Span(record["start"], record["end"]),
        record["trigger"],
        Span(place["start"], place["end"]) if place else None,
        record["cause"],
        record["reason"],
        record["frame"] or "",
        record["text"],
        stated.get(_place(record), ()),
    )


def _statement(record: Record, stated: Mapping[Place, tuple[str, ...]]) -> Omission:
    trigger, start = Span(record["trigger"]["start"], record["trigger"]["end"]), record["start"]
    # The trigger of a quotation is outside the quoted words.
    inside = Span(start, record["end"]).contains(trigger)
    word = record["evidence"][trigger.start - start : trigger.end - start] if inside else ""
    place = trigger if inside else None
    outcome = (STATED, _describe(record), record["frame"], record["evidence"], stated[_place(record)])
    return Omission(record["document"], Span(start, record["end"]), word, place, *outcome)


def _stated(statements: Iterable[Record]) -> dict[Place, tuple[str, ...]]:
    found: dict[Place, list[str]] = defaultdict(list)
    for record in statements:
        found[_place(record)].append(_describe(record))
    return {place: tuple(dict.fromkeys(descriptions)) for place, descriptions in found.items()}


def _place(record: Record) -> Place:
    return (record["document"], record["start"], record["end"])


def _describe(record: Record) -> str:
    return f"{record['subject']['label']} {record['relation']} {record['object']['label']} ({record['modality']})"
