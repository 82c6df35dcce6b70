"""Statements and skipped sentences as JSON Lines: written with keys in a fixed order, and read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from kg.errors import OutputError
from kg.model import Entity, Qualifiers, Skipped, Statement, Term, Value
from kg.ontology.schema import Ontology
from kg.rdf.values import value_node
from kg.resolve.iris import Minter

__all__ = ["SKIPPED_KEYS", "STATEMENT_KEYS", "Record", "read_records", "skipped_lines", "statement_lines"]

Record: TypeAlias = dict[str, Any]

ENDS = ("subject", "object")
STATEMENT_KEYS = ("document", *ENDS, "relation", "modality", "evidence")
SKIPPED_KEYS = ("document", "start", "end", "trigger", "place", "cause", "reason", "frame", "text")


def statement_lines(statements: Iterable[Statement], minter: Minter, ontology: Ontology) -> str:
    """Return one line of JSON for each statement, in the order given."""
    return "".join(_line(_statement(statement, minter, ontology)) for statement in statements)


def skipped_lines(skipped: Iterable[Skipped]) -> str:
    """Return one line of JSON for each skipped sentence or part, in the order given."""
    return "".join(_line(_skipped(one)) for one in skipped)


def _skipped(one: Skipped) -> Record:
    place = {"start": one.place.start, "end": one.place.end} if one.place else None
    return {
        "document": one.document,
        "start": one.sentence.start,
        "end": one.sentence.end,
        "trigger": one.trigger,
        "place": place,
        "cause": str(one.cause),
        "reason": one.reason,
        "frame": one.frame or None,
        "text": one.text,
    }


def _line(record: Record) -> str:
    # A lone surrogate in an article could not be encoded.
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n"


def _statement(statement: Statement, minter: Minter, ontology: Ontology) -> Record:
    language = statement.language

    def describe(term: Term) -> Record:
        return _term(term, language, minter=minter, ontology=ontology)

    return {
        "id": statement.id,
        "document": statement.document,
        "language": language,
        "subject": describe(statement.subject),
        "relation": statement.relation,
        "object": describe(statement.object),
        "modality": str(statement.modality),
        "attribution": statement.attribution,
        "qualifiers": _qualifiers(statement.qualifiers, language, minter=minter, ontology=ontology),
        "evidence": statement.evidence.text,
        "start": statement.evidence.span.start,
        "end": statement.evidence.span.end,
        "trigger": {"start": statement.trigger.start, "end": statement.trigger.end},
        "frame": statement.frame,
        "confidence": statement.confidence,
    }


def _term(term: Term, language: str, *, minter: Minter, ontology: Ontology) -> Record:
    place = {"start": term.mention.span.start, "end": term.mention.span.end}
    if isinstance(term.target, Entity):
        return {**_entity(term.target), "mention": term.mention.text, **place}
    return {**_value(term.target, language, minter=minter, ontology=ontology), **place}


def _entity(entity: Entity) -> Record:
    return {"iri": entity.iri, "label": entity.label, "class": entity.cls, "names": list(entity.names)}


def _value(value: Value, language: str, *, minter: Minter, ontology: Ontology) -> Record:
    node = value_node(value, language, minter=minter, ontology=ontology)
    iri = {"iri": node} if isinstance(node, str) else {}
    record: Record = {**iri, "label": value.label, "class": value.cls, "value": _number(value, ontology)}
    marks = {"unit": value.unit, "upper": value.upper, "per": value.per, "inferred": value.inferred}
    bound = {} if value.bound == "exact" else {"bound": value.bound}
    return {**record, **{key: mark for key, mark in marks.items() if mark}, **bound}


def _number(value: Value, ontology: Ontology) -> int | float | str:
    """Return the number of a value as a JSON number; words remain a string."""
    if ontology.classes[value.cls].kind == "words":
        return value.number
    return float(value.number) if "." in value.number else int(value.number)


def _qualifiers(qualifiers: Qualifiers, language: str, *, minter: Minter, ontology: Ontology) -> Record:
    """Return date and asset always, the others only where the text gives them."""
    asset, held_at, amount = qualifiers.asset, qualifiers.organization, qualifiers.amount
    record: Record = {
        "date": qualifiers.date,
        "asset": _term(asset, language, minter=minter, ontology=ontology) if asset else None,
        "amount": _value(amount, language, minter=minter, ontology=ontology) if amount else None,
        "horizon": qualifiers.horizon,
        "organization": _term(held_at, language, minter=minter, ontology=ontology) if held_at else None,
        "purpose": qualifiers.purpose,
    }
    return {key: part for key, part in record.items() if part is not None or key in {"date", "asset"}}


def read_records(path: Path, keys: Sequence[str] = STATEMENT_KEYS) -> Iterator[Record]:
    """Return the records of a JSON Lines file in order, by default statements; empty lines are skipped.

    Raises:
        OutputError: the file is missing, or a line lacks one of the keys; with the line number.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise OutputError(f"cannot be read ({reason})", where=str(path), advice="run `kg build` first") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read(line, f"{path}:{number}", keys)


def _read(line: str, place: str, keys: Sequence[str]) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise OutputError("is no JSON", where=place, advice="run `kg build` again") from error
    if not isinstance(record, dict):
        raise OutputError("is no JSON object", where=place, advice="run `kg build` again")
    lacking = [key for key in keys if key not in record]
    lacking += [key for key in ENDS if key in record and not isinstance(record[key], dict)]
    if lacking:
        raise OutputError(f"lacks {', '.join(lacking)}", where=place, advice="run `kg build` again")
    return record
