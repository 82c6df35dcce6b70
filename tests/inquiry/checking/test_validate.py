from __future__ import annotations

from dataclasses import replace
from datetime import date as day
from pathlib import Path

import pytest

from kg.errors import OntologyError, OutputError
from kg.inquiry.checking.validate import Violation, validate
from kg.model import Modality, Qualifiers
from kg.rdf.results_folder import write_results
from kg.resolve.resolution import resolve
from tests.world import KG, article, entity, extraction, money, ontology, statement

ONTOLOGY = Path(__file__).parents[3] / "ontology"


@pytest.fixture(name="graph")
def _graph(tmp_path: Path) -> Path:
    world = ontology()
    # The shapes know the money of our own ontology, so the small one takes its name.
    amount = replace(world.classes["Money"], name="MonetaryAmount", iri=KG + "MonetaryAmount")
    world = replace(world, classes={**world.classes, "MonetaryAmount": amount})
    where = article("Lambda raised $5 million. Volt funds Lambda.")
    sum_of = replace(money("$5 million", "5000000"), cls="MonetaryAmount")
    told = [
        statement(where, entity("e1", "Lambda"), "raised", sum_of),
        statement(where, entity("e2", "Volt"), "funds", entity("e1", "Lambda")),
    ]
    write_results(resolve([extraction(where, *told)], world, base="https://kg.example/"), world, tmp_path)
    return tmp_path / "graph.trig"


def violations(graph: Path, written: str, instead: str) -> tuple[Violation, ...]:
    text = graph.read_text()
    assert written in text
    graph.write_text(text.replace(written, instead))
    return validate(graph, ONTOLOGY)


def test_what_was_just_built_keeps_all_shapes(graph: Path) -> None:
    assert validate(graph, ONTOLOGY) == ()


def test_two_modalities_are_named_with_statement_and_article(graph: Path) -> None:
    found = violations(graph, "rdf:predicate kg:funds ;", "rdf:predicate kg:funds ; kg:modality kg:denied ;")
    assert [one.document for one in found] == ["a.txt"]
    assert "(Volt | funds | Lambda)" in found[0].node
    assert "exactly one modality" in found[0].problem


def test_an_amount_without_a_currency_is_a_violation(graph: Path) -> None:
    (found,) = violations(graph, '    schema:currency "USD" ;\n', "")
    assert (found.node, found.problem) == ("$5 million", "must have exactly one currency, an ISO 4217 code")


def test_an_entity_that_funds_itself_is_a_violation(graph: Path) -> None:
    found = violations(graph, "rdf:subject id:volt", "rdf:subject id:lambda")
    assert any("same entity at both ends" in one.problem for one in found)


def test_a_subject_of_a_wrong_class_is_a_violation(graph: Path) -> None:
    found = violations(graph, "id:volt\n    a kg:Organization", "id:volt\n    a kg:EnergySource")
    assert [one.problem for one in found] == ["has a subject whose class its relation does not start from"]


def test_an_object_of_a_wrong_class_is_a_violation(graph: Path) -> None:
    found = violations(graph, "kg:objectClass kg:Organization", "kg:objectClass kg:Year")
    assert [one.problem for one in found] == ["has an object whose class its relation does not lead to"]


@pytest.mark.parametrize(
    ("date", "is_late"),
    [
        ("2025", False),
        ("2025-06", False),
        ("2025-06-01", False),
        ("2024", True),
        ("2025-05", True),
        ("2023/2024", True),
    ],
)
def test_a_plan_for_a_time_before_its_article_is_a_violation(tmp_path: Path, date: str, is_late: bool) -> None:
    world = ontology()
    where = replace(article("Volt plans to fund Lambda."), date=day(2025, 6, 1))
    plan = statement(where, entity("e2", "Volt"), "funds", entity("e1", "Lambda"), modality=Modality.PLANNED)
    plan = replace(plan, qualifiers=Qualifiers(date=date))
    write_results(resolve([extraction(where, plan)], world, base="https://kg.example/"), world, tmp_path)
    found = validate(tmp_path, ONTOLOGY)
    assert ["tells of a plan for a time before the article"] * is_late == [one.problem for one in found]
    assert ["(Volt | funds | Lambda)" in one.node for one in found] == [True] * is_late


def test_broken_shapes_are_an_error_that_names_the_file(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text("kg:StatementShape a")
    with pytest.raises(OntologyError, match=r"shapes\.ttl"):
        validate(graph, tmp_path)


def test_a_missing_graph_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such file"):
        validate(tmp_path / "graph.trig", ONTOLOGY)
