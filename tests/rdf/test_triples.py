from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Mention, Modality, Reference, Span, Statement, Step, Value
from kg.rdf.namespaces import KG, OA, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS, UNIT, XSD
from kg.rdf.quads import Literal, Quad
from kg.rdf.triples import graph_quads
from kg.resolve.resolution import resolve
from tests.world import ORACLE, article, entity, extraction, money, ontology, statement

BASE = "https://kg.example/"
GRAPH = BASE + "id/article/a-txt"
TEXT = "Lambda raised about 5 million dollars. Oracle said so in 2018."


def quads(*statements: Statement) -> set[Quad]:
    given = extraction(article(TEXT), *statements)
    return set(graph_quads(resolve([given], ontology(), base=BASE), ontology()))


def values(found: set[Quad], predicate: str) -> set[str | Literal]:
    return {quad.object for quad in found if quad.predicate == predicate}


def raising(modality: Modality = Modality.ASSERTED) -> Statement:
    amount = replace(money("about 5 million dollars", "5000000"), bound="about", inferred="currency")
    return statement(article(TEXT), entity("e1", "Lambda"), "raised", amount, modality=modality)


def test_an_article_carries_what_is_known_of_its_publication() -> None:
    where = replace(
        article(TEXT), url="https://grid.example/a", publisher="The Grid", authors=("Ada", "Bea"), reader="html/1"
    )
    told = statement(where, entity("e1", "Lambda"), "raised", money("5 million dollars", "5000000"))
    resolution = resolve([extraction(where, told)], ontology(), base=BASE)
    found = {quad for quad in graph_quads(resolution, ontology()) if quad.subject == GRAPH}
    assert values(found, SCHEMA + "url") == {"https://grid.example/a"}
    assert values(found, SCHEMA + "publisher") == {Literal("The Grid")}
    assert values(found, SCHEMA + "author") == {Literal("Ada"), Literal("Bea")}
    assert values(found, KG + "reader") == {Literal("html/1")}


@pytest.mark.parametrize("modality", list(Modality))
def test_a_direct_edge_stands_in_the_graph_of_its_modality_alone(modality: Modality) -> None:
    edges = [quad for quad in quads(raising(modality)) if quad.predicate == KG + "raised"]
    assert [(quad.subject, quad.graph) for quad in edges] == [(BASE + "id/lambda", KG + modality)]


def test_a_statement_carries_its_edge_modality_and_article_in_the_graph_of_the_article() -> None:
    found = {q for q in quads(raising()) if q.graph == GRAPH}
    assert values(found, RDF + "predicate") == {KG + "raised"}
    assert values(found, KG + "modality") == {KG + "asserted"}
    assert values(found, PROV + "wasDerivedFrom") >= {GRAPH}


def test_evidence_is_quoted_with_its_place_and_what_is_around_it() -> None:
    told = statement(article(TEXT), entity("e1", "Lambda"), "funds", entity("e2", "Oracle"), words="Oracle said so")
    found = {q for q in quads(told) if q.subject == GRAPH + "#char=39,53"}
    assert values(found, OA + "exact") == {Literal("Oracle said so")}
    assert values(found, OA + "prefix") == {Literal("raised about 5 million dollars. ")}
    assert values(found, OA + "suffix") == {Literal(" in 2018.")}
    assert values(found, OA + "start") == {Literal("39", XSD + "integer")}


def test_money_is_a_monetary_amount_with_its_bound_and_what_was_inferred() -> None:
    found = quads(raising())
    assert values(found, SCHEMA + "value") == {Literal("5000000", XSD + "decimal")}
    assert values(found, SCHEMA + "currency") == {Literal("USD")}
    assert values(found, KG + "bound") == {Literal("about")}
    assert values(found, KG + "inferred") == {Literal("currency")}
    assert values(found, KG + "surface") == {Literal("about 5 million dollars", language="en")}


def test_power_is_a_qudt_quantity() -> None:
    where = article("A site of 1.2 GW.")
    told = statement(where, entity("e1", "site", "Facility"), "capacity", Value("Power", "1.2 GW", "1.20", "GW"))
    found = set(graph_quads(resolve([extraction(where, told)], ontology(), base=BASE), ontology()))
    assert values(found, QUDT + "unit") == {UNIT + "GigaW"}
    assert values(found, QUDT + "numericValue") == {Literal("1.2", XSD + "decimal")}


@pytest.mark.parametrize(
    ("relation", "value", "literal"),
    [
        ("founded", Value("Year", "2018", "2018"), Literal("2018", XSD + "gYear")),
        ("employs", Value("Count", "2018", "2018"), Literal("2018", XSD + "integer")),
        ("expects", Value("Words", "2018", "in 2018"), Literal("in 2018", language="en")),
    ],
)
def test_years_counts_and_words_are_literals(relation: str, value: Value, literal: Literal) -> None:
    found = quads(statement(article(TEXT), entity("e1", "Lambda"), relation, value))
    assert values(found, KG + relation) == {literal}


def test_a_source_that_is_an_entity_of_the_graph_is_that_entity() -> None:
    told = statement(article(TEXT), entity("e1", "Lambda"), "funds", entity("e2", "Oracle"))
    found = quads(replace(told, attribution="Oracle"))
    assert values(found, PROV + "wasAttributedTo") == {ORACLE}


def test_any_other_source_is_an_agent_with_its_name() -> None:
    found = quads(replace(raising(), attribution="IDC"))
    assert Quad(BASE + "id/source/idc", RDFS + "label", Literal("IDC"), GRAPH) in found


def test_a_known_name_has_its_label_in_each_language() -> None:
    found = quads(statement(article(TEXT), entity("e1", "Lambda"), "funds", entity("e2", "Oracle")))
    labels = {quad.object for quad in found if (quad.subject, quad.predicate) == (ORACLE, SKOS + "prefLabel")}
    assert labels == {Literal("Oracle", language="en"), Literal("Oracle", language="fr")}


@pytest.mark.parametrize(
    ("date", "datatype"), [("2025", "gYear"), ("2025-06", "gYearMonth"), ("2025-06-01", "date"), ("2025/2026", "")]
)
def test_a_date_has_the_datatype_of_its_form(date: str, datatype: str) -> None:
    told = replace(raising(), qualifiers=replace(raising().qualifiers, date=date))
    assert Literal(date, XSD + datatype if datatype else "") in values(quads(told), KG + "date")


def test_there_is_no_blank_node() -> None:
    assert not [quad for quad in quads(raising()) if quad.subject.startswith("_:")]


def test_steps_are_numbered_nodes_with_the_words_that_carry_them() -> None:
    told = replace(raising(), steps=(Step("modality", "“about”", Span(14, 19)), Step("confidence", "0.97")))
    found = quads(told)
    steps = sorted(str(node) for node in values(found, KG + "step"))
    assert [step.rpartition("#")[2] for step in steps] == ["step-1", "step-2"]
    first = {quad.predicate: quad.object for quad in found if quad.subject == steps[0]}
    assert (first[KG + "about"], first[KG + "order"]) == (Literal("modality"), Literal.of_integer(1))
    assert {quad.object for quad in found if quad.subject == first[KG + "cue"] and quad.predicate == OA + "exact"} == {
        Literal("about")
    }


def test_a_mention_refers_to_its_entity_with_the_reason_in_the_graph_of_its_article() -> None:
    reference = Reference("a.txt", "e1", Mention("Lambda", Span(0, 6)), "a name")
    given = replace(extraction(article(TEXT), raising()), references=(reference,))
    found = set(graph_quads(resolve([given], ontology(), base=BASE), ontology()))
    node = f"{GRAPH}#char=0,6"
    assert Quad(node, KG + "refersTo", BASE + "id/lambda", GRAPH) in found
    assert Quad(node, KG + "reason", Literal("a name"), GRAPH) in found


def test_a_mention_of_what_nothing_is_stated_of_is_left_out() -> None:
    reference = Reference("a.txt", "e9", Mention("Oracle", Span(39, 45)), "a name")
    given = replace(extraction(article(TEXT), raising()), references=(reference,))
    assert values(set(graph_quads(resolve([given], ontology(), base=BASE), ontology())), KG + "refersTo") == set()


def test_an_entity_says_why_it_is_of_its_class() -> None:
    lambda_ = replace(entity("e1", "Lambda"), class_reason="nothing tells another")
    told = statement(article(TEXT), lambda_, "raised", money("about 5 million dollars", "5000000"))
    assert values(quads(told), KG + "classReason") == {Literal("nothing tells another")}
