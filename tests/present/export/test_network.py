from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from kg.model import Mention, Modality, Qualifiers, Span, Statement, Value
from kg.present.export.network import make_network, write_gexf, write_graphml
from kg.resolve.iris import clean_text
from tests.world import article, entity, money, ontology, statement

TEXT = "Nordalia funds Bravane. Nordalia raised about 5 million. “It grows”, said Ada Kerlan."
WHERE = article(TEXT)
NORDALIA = replace(entity("https://kg.example/id/nordalia", "Nordalia"), names=("the startup", "they"))
BRAVANE, KERLAN = entity("https://kg.example/id/bravane", "Bravane"), entity("https://kg.example/id/ada", "Ada Kerlan")
HOSTILE = '\x00\x0b]]></data>\r\n<x a="\'">&amp; title="networkx_key" é 🏭 \ud800\ufffe\u202e'


def named(name: str, told: Statement) -> Statement:
    return replace(told, id=name)


STATEMENTS = (
    named("s1", statement(WHERE, NORDALIA, "funds", BRAVANE)),
    named("s2", statement(WHERE, NORDALIA, "funds", BRAVANE, modality=Modality.DENIED)),
    named("s3", statement(WHERE, NORDALIA, "raised", replace(money("about 5 million", "5000000.5"), bound="about"))),
    named("s4", statement(WHERE, KERLAN, "said", Value("Words", "It grows", "It grows"))),
    named("s5", replace(statement(WHERE, NORDALIA, "raised", money("5 million", "5000000")), attribution=HOSTILE)),
)


def network(*statements: Statement) -> Any:
    return make_network(statements or STATEMENTS, [WHERE], ontology())


def read(form: str, written: str) -> Any:
    file = io.BytesIO(written.encode())
    return nx.read_gexf(file) if form == "gexf" else nx.read_graphml(file, force_multigraph=True)


WRITERS = {"gexf": write_gexf, "graphml": write_graphml}


def test_each_statement_is_an_edge_of_its_own_between_entities_and_values() -> None:
    made = network()
    assert sorted(key for _, _, key in made.edges(keys=True)) == ["s1", "s2", "s3", "s4", "s5"]
    entities = {key for key, told in made.nodes(data=True) if "iri" in told}
    assert (entities, len(made)) == ({NORDALIA.iri, BRAVANE.iri, KERLAN.iri}, 6)


def test_nodes_tell_who_they_are_and_values_what_they_hold() -> None:
    made = network()
    told = made.nodes[NORDALIA.iri]
    assert (told["label"], told["class"], told["names"], told["degree"]) == (
        "Nordalia", "Organization", "the startup | they", 4,
    )  # fmt: skip
    value = next(told for _, told in made.nodes(data=True) if told["label"] == "about 5 million")
    assert (value["number"], value["unit"], value["bound"]) == (5000000.5, "USD", "about")


def test_two_subjects_of_one_amount_have_a_node_each() -> None:
    other = statement(WHERE, BRAVANE, "raised", money("5 million", "5000000"))
    assert len(network(STATEMENTS[4], named("s6", other))) == 4


@pytest.mark.parametrize("form", WRITERS)
def test_it_reads_back_with_all_nodes_edges_and_attributes(form: str) -> None:
    made = network()
    found = read(form, WRITERS[form](made))
    assert set(found.nodes) == set(made.nodes)
    assert set(found.edges(keys=True)) == set(made.edges(keys=True))
    drawn = {"colour", "size", "x", "y"}
    for edge, told in made.edges.items():
        assert {k: v for k, v in told.items() if k not in drawn}.items() <= found.edges[edge].items()
    for node, told in made.nodes(data=True):
        assert {k: v for k, v in told.items() if k not in drawn}.items() <= found.nodes[node].items()


@pytest.mark.parametrize("form", WRITERS)
def test_hostile_words_are_text_and_come_back_but_for_what_xml_cannot_hold(form: str) -> None:
    hostile = replace(NORDALIA, label=HOSTILE)
    told = replace(
        STATEMENTS[0],
        subject=replace(STATEMENTS[0].subject, target=hostile),
        evidence=Mention(HOSTILE, Span(0, 5)),
        qualifiers=Qualifiers(purpose=HOSTILE, amount=money(HOSTILE, "9" * 400)),
    )
    found = read(form, WRITERS[form](network(told)))
    ((_, _, edge),) = found.edges(data=True)
    assert {edge["evidence"], edge["purpose"], edge["amount"], found.nodes[NORDALIA.iri]["label"]} == {
        clean_text(HOSTILE)
    }


def test_gexf_has_colour_size_and_place_as_gephi_reads_them() -> None:
    told = read("gexf", write_gexf(network()))
    assert set(told.nodes[NORDALIA.iri]["viz"]) == {"color", "size", "position"}
    assert told.nodes[NORDALIA.iri]["viz"]["color"] == {"r": 136, "g": 136, "b": 136, "a": 1.0}


def test_gexf_draws_edges_in_the_colour_of_their_relation_and_the_line_of_their_modality() -> None:
    struck = ontology()
    style = replace(struck.modalities[Modality.DENIED], line="struck")
    struck = replace(struck, modalities={**struck.modalities, Modality.DENIED: style})
    root = ET.fromstring(write_gexf(make_network(STATEMENTS, [WHERE], struck)))  # noqa: S314 - written here
    edges = {edge.get("id"): edge for edge in root.iter() if edge.tag.endswith("}edge")}
    drawn = {name: [part.attrib for part in edge if "viz" in part.tag] for name, edge in edges.items()}
    black = {"r": "0", "g": "0", "b": "0", "a": "1.0"}
    assert (drawn["s1"], drawn["s2"]) == ([black, {"value": "solid"}], [black, {"value": "double"}])


def test_graphml_has_colour_size_and_place_under_the_names_that_gephi_reads() -> None:
    assert {"r", "g", "b", "size", "x", "y"} <= set(read("graphml", write_graphml(network())).nodes[NORDALIA.iri])


def test_gexf_keeps_to_its_own_rules() -> None:
    root = ET.fromstring(write_gexf(network()))  # noqa: S314 - written a line before
    space = root.tag.removesuffix("gexf")
    ids = [one.get("id") for kind in ("node", "edge") for one in root.iter(space + kind)]
    attributes = {one.get("id"): one.get("type") for one in root.iter(space + "attribute")}
    assert len(ids) == len(set(ids)) == 11
    assert set(attributes.values()) <= {"string", "long", "double"}
    assert {one.get("for") for one in root.iter(space + "attvalue")} <= set(attributes)
    (graph,) = root.iter(space + "graph")
    assert set(graph.keys()) == {"defaultedgetype", "mode"}
    by_class = [[one.get("title") for one in group] for group in root.iter(space + "attributes")]
    assert all(len(titles) == len(set(titles)) for titles in by_class)


@pytest.mark.parametrize("form", WRITERS)
def test_the_bytes_know_neither_day_nor_version(form: str) -> None:
    written = WRITERS[form](network())
    assert written == WRITERS[form](network())
    assert re.search(r"lastmodified|NetworkX|networkx_key\" type", written) is None


@pytest.mark.parametrize("form", WRITERS)
def test_nothing_is_a_sound_file(form: str) -> None:
    assert len(read(form, WRITERS[form](make_network([], [], ontology())))) == 0
