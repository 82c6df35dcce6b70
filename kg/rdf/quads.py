"""RDF as plain frozen values, independent of any library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kg.rdf.namespaces import RDF, XSD
from kg.resolve.iris import clean_text

__all__ = ["DEFAULT_GRAPH", "Literal", "Node", "Quad", "describe", "word"]

DEFAULT_GRAPH = ""


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal: its text, and a datatype or a language; neither means a plain string."""

    text: str
    datatype: str = ""
    language: str = ""

    @classmethod
    def of_integer(cls, number: int | str) -> Literal:
        """Return an `xsd:integer`."""
        return cls(str(int(number)), XSD + "integer")

    @classmethod
    def of_decimal(cls, number: str) -> Literal:
        """Return an `xsd:decimal` without trailing zeros, so that no store rewrites it.

        >>> Literal.of_decimal("1.50").text
        '1.5'
        """
        text = number.rstrip("0").rstrip(".") if "." in number else number
        return cls(text or "0", XSD + "decimal")


Node: TypeAlias = str | Literal
"""The object of a quad: an IRI as `str`, or a literal."""


@dataclass(frozen=True, slots=True)
class Quad:
    """One triple and the IRI of its named graph, or `DEFAULT_GRAPH`."""

    subject: str
    predicate: str
    object: Node
    graph: str = DEFAULT_GRAPH


def word(text: str, language: str = "") -> Literal:
    """Return a literal of the text, without the characters that RDF cannot represent."""
    return Literal(clean_text(text), language=language)


def describe(subject: str, graph: str, types: tuple[str, ...], properties: dict[str, Node | None]) -> Iterator[Quad]:
    """Return the quads of one subject; a property that is `None` is left out."""
    for kind in types:
        yield Quad(subject, RDF + "type", kind, graph)
    for predicate, value in properties.items():
        if value is not None:
            yield Quad(subject, predicate, value, graph)
