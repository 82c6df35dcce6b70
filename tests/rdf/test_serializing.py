from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
import rdflib

from kg.rdf.namespaces import KG, RDF, RDFS, XSD
from kg.rdf.quads import Literal, Quad
from kg.rdf.serializing import QUAD_FORMATS, TRIPLE_FORMATS, write_rdf
from kg.rdf.terms import to_oxigraph

NORDALIA, GRAPH = "https://kg.example/id/nordalia", KG + "asserted"
HOSTILE = '</rdf:RDF> ]]> & "quoted" \\ \r\n\t <script> {"@id": "x"} _:b é 🏭 \u2028'
QUADS = [
    Quad(NORDALIA, RDF + "type", KG + "Organization"),
    Quad(NORDALIA, RDFS + "label", Literal(HOSTILE)),
    Quad(NORDALIA, RDFS + "label", Literal(HOSTILE, language="fr")),
    Quad(NORDALIA, RDFS + "label", Literal("Nordalia", language="fr")),
    Quad(NORDALIA, KG + "founded", Literal("2018", XSD + "gYear"), GRAPH),
    Quad(NORDALIA, KG + "number", Literal("12.5", XSD + "decimal"), GRAPH),
    Quad(NORDALIA, KG + "named", Literal("true", XSD + "boolean")),
    Quad(NORDALIA, KG + "funds", "https://elsewhere.example/?a=b&c=d#e", GRAPH),
    Quad("https://kg.example/id/article/a#char=0,5", RDF + "type", "http://www.w3.org/ns/oa#TextQuoteSelector", GRAPH),
]
OXIGRAPH = {"ttl": "TURTLE", "nt": "N_TRIPLES", "rdf": "RDF_XML", "trig": "TRIG", "nq": "N_QUADS", "jsonld": "JSON_LD"}
RDFLIB = {"ttl": "turtle", "nt": "nt", "rdf": "xml"}


@pytest.mark.parametrize("form", QUAD_FORMATS)
def test_a_format_with_named_graphs_reads_back_as_the_same_quads(form: str) -> None:
    read = list(ox.parse(write_rdf(QUADS, form), format=getattr(ox.RdfFormat, OXIGRAPH[form])))
    assert set(read) == set(map(to_oxigraph, QUADS))


@pytest.mark.parametrize("form", TRIPLE_FORMATS)
def test_a_format_of_triples_reads_back_as_the_same_triples(form: str) -> None:
    read = ox.parse(write_rdf(QUADS, form), format=getattr(ox.RdfFormat, OXIGRAPH[form]))
    assert {quad.triple for quad in read} == {to_oxigraph(quad).triple for quad in QUADS}


@pytest.mark.parametrize("form", TRIPLE_FORMATS)
def test_another_reader_finds_the_same_texts(form: str) -> None:
    read = rdflib.Graph().parse(data=write_rdf(QUADS, form), format=RDFLIB[form])
    found = {str(label) for label in read.objects(rdflib.URIRef(NORDALIA), rdflib.RDFS.label)}
    assert (found, len(read)) == ({HOSTILE, "Nordalia"}, len(QUADS))


@pytest.mark.parametrize("form", [*QUAD_FORMATS, *TRIPLE_FORMATS])
def test_the_order_of_the_quads_does_not_matter(form: str) -> None:
    assert write_rdf(reversed([*QUADS, *QUADS]), form) == write_rdf(QUADS, form)


@pytest.mark.parametrize("form", [*QUAD_FORMATS, *TRIPLE_FORMATS])
def test_no_quads_are_a_sound_file(form: str) -> None:
    assert list(ox.parse(write_rdf([], form), format=getattr(ox.RdfFormat, OXIGRAPH[form]))) == []


def test_json_ld_has_short_names_and_plain_words() -> None:
    written = json.loads(write_rdf([QUADS[0], Quad(NORDALIA, RDFS + "label", Literal("Nordalia"))], "jsonld"))
    assert written["@graph"] == [{"@id": "id:nordalia", "@type": ["kg:Organization"], "rdfs:label": "Nordalia"}]
    assert written["@context"]["kg"] == KG
