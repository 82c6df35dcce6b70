from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.inquiry.analysing.analyse import best_first, find_central, find_components, find_paths, make_network
from kg.model import Entity, Modality, Statement
from tests.world import article, entity, money, statement

A, B, C, D, E = (entity(f"e{n}", name) for n, name in enumerate(("Ardane", "Bravane", "Corvane", "Dravane", "Elvane")))


def edge(one: Entity, other: Entity, relation: str = "funds", modality: Modality = Modality.ASSERTED) -> Statement:
    where = article(f"{one.label} {relation} {other.label}.")
    return replace(statement(where, one, relation, other, modality=modality), id=f"{one.iri}{other.iri}{modality}")


def names(path: object) -> list[str]:
    assert isinstance(path, tuple)
    return [leg.start.label for leg in path] + [path[-1].end.label]


def test_who_stands_between_others_is_most_central() -> None:
    first, *_ = find_central(make_network([edge(A, B), edge(C, B), edge(B, D), edge(D, B)]))
    assert (first.entity, first.neighbours, first.statements, first.betweenness) == (B, 3, 4, 1.0)


def test_values_are_no_entities() -> None:
    where = article("Ardane raised $5.")
    network = make_network([statement(where, A, "raised", money("$5", "5")), edge(A, B)])
    assert (network.entities, network.counts[0]) == ((A, B), 2)


def test_what_no_statement_joins_is_a_component_of_its_own() -> None:
    assert find_components(make_network([edge(D, E), edge(A, B), edge(B, C)])) == ((B, A, C), (D, E))


def test_paths_come_shortest_first_whichever_way_their_edges_point() -> None:
    network = make_network([edge(B, A), edge(B, C), edge(C, D), edge(A, D), edge(A, E)])
    found = find_paths(network, A.iri, C.iri, most=5)
    assert sorted(names(path) for path in found) == [["Ardane", "Bravane", "Corvane"], ["Ardane", "Dravane", "Corvane"]]
    assert find_paths(network, A.iri, C.iri, most=1) == found[:1]
    assert found[0][0].statement.subject.target in {A, B}


def test_there_is_no_path_to_what_is_apart_unknown_or_the_same() -> None:
    network = make_network([edge(A, B), edge(C, D)])
    assert [find_paths(network, A.iri, end, most=3) for end in (C.iri, "e9", A.iri)] == [(), (), ()]


def test_a_step_is_told_by_the_most_certain_statement() -> None:
    planned = edge(A, B, modality=Modality.PLANNED)
    asserted = edge(B, A)
    ((leg,),) = find_paths(make_network([planned, asserted]), A.iri, B.iri, most=1)
    assert (leg.start, leg.statement, leg.more) == (A, asserted, 1)


def test_of_certain_statements_one_with_an_amount_comes_first() -> None:
    bare = edge(A, B)
    priced = replace(bare, qualifiers=replace(bare.qualifiers, amount=money("$5", "5")))
    assert best_first([bare, priced]) == (priced, bare)


def test_the_betweenness_of_many_entities_is_estimated_and_stays_the_same() -> None:
    chain = [entity(f"c{n:04}", f"C{n:04}") for n in range(1_100)]
    edges = [edge(one, other) for one, other in pairwise(chain)]
    found = find_central(make_network(edges))
    assert found == find_central(make_network(reversed(edges)))
    assert 400 < int(found[0].entity.label[1:]) < 700
