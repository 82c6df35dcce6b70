from __future__ import annotations

import networkx as nx
import pytest

from kg.inquiry.analysing.circles import LONGEST, cycles, find_circles
from kg.model import Entity, Modality, Statement
from kg.ontology import Ontology
from tests.world import article, entity, statement

BANK, LAB, CLOUD = (entity(name.lower(), name) for name in ("Bravane", "Nordalia", "Kerlan"))
SITE = entity("site", "Dunkirk site", "Facility")


def edge(one: Entity, relation: str, other: Entity, modality: Modality = Modality.ASSERTED) -> Statement:
    return statement(article(f"{one.label} {relation} {other.label}."), one, relation, other, modality=modality)


def told(ontology: Ontology, *statements: Statement) -> list[list[str]]:
    return [[leg.start.label for leg in circle.legs] for circle in find_circles(statements, ontology).found]


def test_an_investor_that_is_paid_by_whom_it_funds_makes_a_circle(ontology: Ontology) -> None:
    found = told(ontology, edge(CLOUD, "funds", LAB), edge(LAB, "customer_of", CLOUD))
    assert found == [["Kerlan", "Nordalia"]]


def test_a_lessee_pays_the_site_and_the_site_its_builder(ontology: Ontology) -> None:
    lease, built = edge(SITE, "leases_to", LAB), edge(BANK, "builds", SITE)
    assert told(ontology, lease, built, edge(BANK, "funds", LAB)) == [["Bravane", "Nordalia", "Dunkirk site"]]
    assert told(ontology, lease, built, edge(LAB, "funds", BANK)) == []


@pytest.mark.parametrize("relation", ["acquires", "partner_of", "competitor_of", "owns"])
def test_relations_without_payment_close_no_circle(ontology: Ontology, relation: str) -> None:
    assert told(ontology, edge(CLOUD, "funds", LAB), edge(LAB, relation, CLOUD)) == []


def test_a_circle_is_as_certain_as_its_least_certain_payment(ontology: Ontology) -> None:
    planned = edge(LAB, "customer_of", CLOUD, Modality.PLANNED)
    (circle,) = find_circles([edge(CLOUD, "funds", LAB), planned], ontology).found
    assert circle.modality == Modality.PLANNED


def test_the_shortest_and_most_certain_circles_come_first(ontology: Ontology) -> None:
    found = told(
        ontology,
        edge(BANK, "funds", LAB),
        edge(LAB, "customer_of", CLOUD),
        edge(CLOUD, "customer_of", BANK),
        edge(LAB, "customer_of", BANK, Modality.PLANNED),
        edge(CLOUD, "funds", LAB),
    )
    assert found == [["Kerlan", "Nordalia"], ["Bravane", "Nordalia"], ["Bravane", "Nordalia", "Kerlan"]]


def test_several_payments_between_two_are_one_leg(ontology: Ontology) -> None:
    again = [edge(CLOUD, "funds", LAB)] * 3
    (circle,) = find_circles([*again, edge(LAB, "customer_of", CLOUD)], ontology).found
    assert [leg.more for leg in circle.legs] == [2, 0]


def numbered(graph: nx.DiGraph) -> dict[int, list[int]]:
    return {node: sorted(graph[node]) for node in sorted(graph)}


@pytest.mark.parametrize("seed", range(20))
def test_the_cycles_are_those_that_networkx_finds(seed: int) -> None:
    graph = nx.gnm_random_graph(9, 22, seed=seed, directed=True)
    theirs = [cycle[cycle.index(min(cycle)) :] + cycle[: cycle.index(min(cycle))] for cycle in nx.simple_cycles(graph)]
    found, is_complete = cycles(numbered(graph))
    assert sorted(found) == sorted(tuple(cycle) for cycle in theirs if len(cycle) <= LONGEST)
    assert is_complete
    assert [len(cycle) for cycle in found] == sorted(len(cycle) for cycle in found)


@pytest.mark.parametrize("limit", [{"most": 5}, {"effort": 60}])
def test_a_search_that_ends_early_says_so_and_has_the_shortest(limit: dict[str, int]) -> None:
    everyone = numbered(nx.complete_graph(12, create_using=nx.DiGraph))
    found, is_complete = cycles(everyone, **limit)
    assert (is_complete, {len(cycle) for cycle in found} <= {2}) == (False, True)
    assert cycles(everyone, **limit)[0] == found


def test_a_large_graph_is_searched_within_its_effort() -> None:
    graph = nx.gnm_random_graph(5_000, 25_000, seed=1, directed=True)
    found, is_complete = cycles(numbered(graph))
    assert (len(found), is_complete) == (1_000, False)
