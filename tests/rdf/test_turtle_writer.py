from __future__ import annotations

import pyoxigraph
import pytest

from kg.errors import OutputError
from kg.rdf.namespaces import XSD
from kg.rdf.quads import Literal, Quad
from kg.rdf.turtle_writer import write_trig, write_turtle

S, P = "https://kg.example/id/s", "https://kg.example/ontology#p"

HOSTILE = '</script><img src=x onerror=alert(1)> """ \\ . } @prefix \u202e \U0001f600\n\t"'


def parsed(text: str) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(input=text, format=pyoxigraph.RdfFormat.TRIG))


@pytest.mark.parametrize(
    "literal",
    [
        Literal(HOSTILE),
        Literal(HOSTILE, language="fr"),
        Literal("686000000", XSD + "decimal"),
        Literal("1.2", XSD + "decimal"),
        Literal("7", XSD + "integer"),
        Literal("true", XSD + "boolean"),
        Literal("2018", XSD + "gYear"),
        Literal("no number", XSD + "integer"),
    ],
)
def test_a_literal_comes_back_as_it_was(literal: Literal) -> None:
    (quad,) = parsed(write_trig([Quad(S, P, literal)]))
    assert isinstance(quad.object, pyoxigraph.Literal)
    datatype = literal.datatype or (XSD + "string" if not literal.language else quad.object.datatype.value)
    assert (quad.object.value, quad.object.datatype.value) == (literal.text, datatype)
    assert (quad.object.language or "") == literal.language


@pytest.mark.parametrize("local", ["x", "a-b", "a/b", "a.", "a#char=0,4", "é", "-x", "2018"])
def test_an_iri_comes_back_as_it_was(local: str) -> None:
    (quad,) = parsed(write_trig([Quad(S, P, "https://kg.example/id/" + local)]))
    assert str(quad.object) == f"<https://kg.example/id/{local}>"


def test_the_order_of_the_quads_does_not_matter() -> None:
    quads = [Quad(S, P, Literal(str(n)), graph) for n in range(3) for graph in ("", "https://kg.example/id/g")]
    assert write_trig(quads) == write_trig([*reversed(quads), quads[0]])


def test_turtle_holds_the_triples_of_all_graphs_once() -> None:
    quads = [Quad(S, P, Literal("x")), Quad(S, P, Literal("x"), "https://kg.example/id/g")]
    assert write_turtle(quads).count('"x"') == 1


def test_an_invalid_iri_is_an_error_and_not_broken_turtle() -> None:
    with pytest.raises(OutputError):
        write_turtle([Quad("https://x/> <y", P, S)])
