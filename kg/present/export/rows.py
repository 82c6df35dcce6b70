"""A statement as one flat row: all columns are always present, with a number or text, or `None` if not stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from kg.model import Article, Entity, Mention, Modality, Qualifiers, Span, Statement, Term, Value
from kg.ontology.schema import Ontology
from kg.resolve.iris import clean_text

__all__ = ["Cell", "Row", "column_names", "entity_row", "statement_row", "value_row"]

Cell: TypeAlias = str | int | float | Decimal | None
Row: TypeAlias = dict[str, Cell]

BETWEEN = " | "
"""The separator between several names, links or steps in one cell."""

_NO_WORDS = Mention("", Span(0, 0))
_NO_TERM = Term(Value("", "", ""), _NO_WORDS)
_NOTHING = Statement(
    "", "", "", _NO_TERM, "", _NO_TERM, Modality.ASSERTED, None, Qualifiers(), _NO_WORDS, Span(0, 0), "", 0.0
)
"""An empty statement, which has all columns."""

_DECIMAL = re.compile(r"-?\d{1,300}(?:\.\d{1,300})?")


def column_names(ontology: Ontology) -> tuple[str, ...]:
    """Return the column names, in order."""
    return tuple(statement_row(_NOTHING, None, ontology))


def statement_row(statement: Statement, article: Article | None, ontology: Ontology) -> Row:
    """Return everything in a statement; columns and their order are the same for every statement."""
    qualifiers = statement.qualifiers
    cells: Row = {
        "id": statement.id,
        **_article(statement, article),
        **_entity("subject", statement.subject),
        "relation": statement.relation,
        **_labels("relation", ontology, statement.relation),
        **_entity("object", statement.object),
        **_figure("object", statement.object),
        "modality": str(statement.modality),
        "attribution": statement.attribution,
        "date": qualifiers.date,
        "horizon": qualifiers.horizon,
        **_entity("asset", qualifiers.asset),
        **_figure("asset", qualifiers.asset),
        **_amount(qualifiers.amount),
        **_entity("organization", qualifiers.organization),
        "purpose": qualifiers.purpose,
        **_place("evidence", statement.evidence),
        **_place("trigger", Mention(_words(statement, article), statement.trigger)),
        "frame": statement.frame,
        "confidence": statement.confidence,
        "steps": BETWEEN.join(map(str, statement.steps)) or None,
    }
    return {name: _clean(cell) for name, cell in cells.items()}


def entity_row(entity: Entity) -> Row:
    """Return everything known about an entity."""
    cells: Row = {
        "label": entity.label,
        "class": entity.cls,
        "iri": entity.iri,
        "named": "yes" if entity.named else "no",
        "names": BETWEEN.join(entity.names) or None,
        "same_as": BETWEEN.join(entity.same_as) or None,
        "reasons": BETWEEN.join(entity.reasons) or None,
        "class_reason": entity.class_reason or None,
    }
    return {name: _clean(cell) for name, cell in cells.items()}


def value_row(value: Value) -> Row:
    """Return everything known about a value."""
    cells: Row = {"label": value.label, "class": value.cls, **dict(_parts(value))}
    return {name: _clean(cell) for name, cell in cells.items()}


def _article(statement: Statement, article: Article | None) -> Row:
    return {
        "document": statement.document,
        "title": article.title or None if article else None,
        "published": article.date.isoformat() if article and article.date else None,
        "publisher": article.publisher or None if article else None,
        "url": article.url or None if article else None,
        "language": statement.language,
        "sha256": article.sha256 if article else None,
    }


def _labels(name: str, ontology: Ontology, relation: str) -> Row:
    """Return the label of the relation in each language of the ontology."""
    languages = sorted({language for known in ontology.relations.values() for language in known.labels})
    found: Mapping[str, str] = ontology.relations[relation].labels if relation in ontology.relations else {}
    return {f"{name}_{language}": found.get(language) for language in languages}


def _entity(end: str, term: Term | None) -> Row:
    """Return the columns of an end: label, class, identity, and mention."""
    entity = term.target if term and isinstance(term.target, Entity) else None
    return {
        end: term.label if term else None,
        f"{end}_class": term.cls if term else None,
        f"{end}_iri": entity.iri if entity else None,
        f"{end}_names": BETWEEN.join(entity.names) or None if entity else None,
        f"{end}_same_as": BETWEEN.join(entity.same_as) or None if entity else None,
        f"{end}_words": term.mention.text if term else None,
        f"{end}_start": term.mention.span.start if term else None,
        f"{end}_end": term.mention.span.end if term else None,
    }


def _figure(end: str, term: Term | None) -> Row:
    value = term.target if term and isinstance(term.target, Value) else None
    return {f"{end}_{name}": cell for name, cell in _parts(value)}


def _amount(value: Value | None) -> Row:
    figure: Row = {f"amount_{name}": cell for name, cell in _parts(value)}
    return {"amount": value.label if value else None, "amount_class": value.cls if value else None, **figure}


def _parts(value: Value | None) -> Iterator[tuple[str, Cell]]:
    yield "number", _number(value.number) if value else None
    yield "unit", (value.unit or None) if value else None
    yield "bound", value.bound if value else None
    yield "upper", _number(value.upper) if value else None
    yield "per", (value.per or None) if value else None
    yield "inferred", (value.inferred or None) if value else None


def _number(text: str) -> Decimal | None:
    """Return a number; `None` for words, which are given by the label."""
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def _place(name: str, mention: Mention) -> Row:
    return {name: mention.text or None, f"{name}_start": mention.span.start, f"{name}_end": mention.span.end}


def _words(statement: Statement, article: Article | None) -> str:
    """Return the words of the trigger; without the article's text, only if they are in the evidence."""
    evidence, trigger = statement.evidence, statement.trigger
    if article is not None and article.text:
        return trigger.of(article.text)
    if not evidence.span.contains(trigger):
        return ""
    return Span(trigger.start - evidence.span.start, trigger.end - evidence.span.start).of(evidence.text)


def _clean(cell: Cell) -> Cell:
    """Return a text without characters that XML or UTF-8 cannot represent."""
    return clean_text(cell) if isinstance(cell, str) else cell
