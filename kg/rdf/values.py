"""Values in RDF: money, quantities, years, counts and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from kg.model import Value
from kg.ontology.schema import Ontology
from kg.rdf.namespaces import KG, QUDT, RDFS, SCHEMA, UNIT, XSD
from kg.rdf.quads import Literal, Node, Quad, describe, word
from kg.resolve.iris import Minter, digest, value_key

__all__ = ["date_literal", "is_literal", "value_node", "value_quads"]

# QUDT's names for the units that the amount grammar knows by symbol; other units are kept only as a symbol.
# https://qudt.org/vocab/unit/
QUDT_UNITS = MappingProxyType(
    {
        "W": "W",
        "kW": "KiloW",
        "MW": "MegaW",
        "GW": "GigaW",
        "TW": "TeraW",
        "Wh": "W-HR",
        "kWh": "KiloW-HR",
        "MWh": "MegaW-HR",
        "GWh": "GigaW-HR",
        "TWh": "TeraW-HR",
        "kg": "KiloGM",
        "t": "TONNE",
        "m2": "M2",
        "m3": "M3",
    }
)


def is_literal(value: Value, ontology: Ontology) -> bool:
    """Return whether the value is a literal in RDF (a year, a count, or words) rather than a node."""
    return ontology.classes[value.cls].kind in {"year", "count", "words"}


def value_node(value: Value, language: str, *, minter: Minter, ontology: Ontology) -> Node:
    """Return the value as the object of a triple: a literal, or the IRI of a node, derived from the value."""
    kind = ontology.classes[value.cls].kind
    if kind == "year":
        return Literal(value.number.zfill(4), XSD + "gYear")
    if kind == "count":
        return Literal.of_integer(value.number) if value.number.isdecimal() else Literal.of_decimal(value.number)
    if kind == "words":
        return word(value.number, language)
    return minter.iri("amount", digest(value_key(value)))


def value_quads(surfaces: Iterable[tuple[Value, str]], minter: Minter, ontology: Ontology) -> Iterator[Quad]:
    """Return the description of each value that is a node, with all the words (and languages) used for it.

    The first of the words in sorted order is its label. Numbers are exact decimals; the words are kept separately,
    since a store may rewrite a number.
    """
    written = sorted(set(surfaces), key=lambda pair: (value_key(pair[0]), pair[1], pair[0].label))
    labelled: set[str] = set()
    for value, language in written:
        node = value_node(value, language, minter=minter, ontology=ontology)
        if isinstance(node, Literal):
            continue
        yield Quad(node, KG + "surface", word(value.label, language))
        if node not in labelled:
            labelled.add(node)
            yield Quad(node, RDFS + "label", word(value.label))
            yield from _describe(node, value, ontology)


def _describe(node: str, value: Value, ontology: Ontology) -> Iterator[Quad]:
    cls = ontology.classes[value.cls]
    shared: dict[str, Node | None] = {
        KG + "bound": Literal(value.bound),
        KG + "per": Literal(value.per) if value.per else None,
        KG + "inferred": Literal(value.inferred) if value.inferred else None,
    }
    upper = Literal.of_decimal(value.upper) if value.upper else None
    if cls.kind == "money":
        money = {SCHEMA + "value": Literal.of_decimal(value.number), SCHEMA + "currency": Literal(value.unit)}
        yield from describe(
            node, "", (cls.iri, SCHEMA + "MonetaryAmount"), {**money, SCHEMA + "maxValue": upper, **shared}
        )
        return
    unit = QUDT_UNITS.get(value.unit)
    quantity: dict[str, Node | None] = {
        QUDT + "numericValue": Literal.of_decimal(value.number),
        QUDT + "unit": UNIT + unit if unit else None,
        KG + "unit": Literal(value.unit),
        QUDT + "upperBound": upper,
    }
    yield from describe(node, "", (cls.iri, QUDT + "QuantityValue"), {**quantity, **shared})


def date_literal(text: str | None) -> Literal | None:
    """Return a date with the XML Schema datatype of its form; an interval is a plain string, as there is no such type.

    >>> date_literal("2025-06")
    Literal(text='2025-06', datatype='http://www.w3.org/2001/XMLSchema#gYearMonth', language='')
    """
    if text is None:
        return None
    for form, datatype in ((r"\d{4}", "gYear"), (r"\d{4}-\d\d", "gYearMonth"), (r"\d{4}-\d\d-\d\d", "date")):
        if re.fullmatch(form, text):
            return Literal(text, XSD + datatype)
    return word(text)
