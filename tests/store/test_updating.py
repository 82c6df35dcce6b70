from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from kg.errors import OutputError
from kg.model import Extraction, Modality
from kg.rdf.quads import Quad
from kg.rdf.triples import graph_quads
from kg.resolve.resolution import resolve
from kg.store.graph_layout import default_graphs, record_quads
from kg.store.protocol import TripleStore
from kg.store.updating import StoreUpdater, article_records, read_article_record
from tests.world import KG, article, entity, extraction, money, ontology, statement

BASE = "https://kg.example/"
ASKED = "SELECT ?a ?b { ?x kg:funds ?y . ?x rdfs:label ?a . ?y rdfs:label ?b } ORDER BY ?a ?b"


def deal(document: str, text: str, *ends: tuple[str, str, str], said_by: str | None = None) -> Extraction:
    """Return what an article of this text gives: a statement for each subject, relation and object."""
    where = article(text, document)
    entities = {name: entity(f"{document}:{name}", name) for _, _, name in ends}
    entities |= {name: entity(f"{document}:{name}", name) for name, _, _ in ends}
    told = [statement(where, entities[one], relation, entities[other]) for one, relation, other in ends]
    return extraction(where, *(replace(one, id=f"{document}{n}", attribution=said_by) for n, one in enumerate(told)))


ONE = deal("a.txt", "Nordalia funds Kerlan.", ("Nordalia", "funds", "Kerlan"))
TWO = deal("b.txt", "Nordalia Energy funds Bravane, IDC says.", ("Nordalia Energy", "funds", "Bravane"), said_by="IDC")
THREE = deal("c.txt", "Kerlan funds Bravane, IDC says.", ("Kerlan", "funds", "Bravane"), said_by="IDC")


def keeper(store: TripleStore) -> StoreUpdater:
    return StoreUpdater(store, ontology(), base=BASE, rules="1")


def held(store: TripleStore) -> set[Quad]:
    """Return the quads of the graph that a store holds."""
    return set(store.window(default_graphs([])).quads())


def built(*extractions: Extraction) -> set[Quad]:
    """Return what one build of all the articles gives."""
    return set(graph_quads(resolve(extractions, ontology(), base=BASE), ontology()))


def seen(store: TripleStore, *modalities: str) -> list[tuple[str, ...]]:
    rows = store.window(default_graphs(KG + name for name in modalities)).ask(ASKED, {}).rows
    return [tuple(getattr(node, "text", "") for node in row) for row in rows]


@pytest.mark.parametrize("order", list(permutations((ONE, TWO, THREE))))
def test_articles_added_one_by_one_give_the_graph_of_one_build(
    store: TripleStore, order: tuple[Extraction, ...]
) -> None:
    for one in order:
        keeper(store).change([one])
    assert held(store) == built(ONE, TWO, THREE)


def test_an_article_built_again_changes_nothing(store: TripleStore) -> None:
    keeper(store).change([ONE, TWO])
    before = held(store)
    keeper(store).change([ONE])
    assert held(store) == before


def test_a_changed_article_replaces_its_statements(store: TripleStore) -> None:
    keeper(store).change([ONE, TWO])
    changed = deal("a.txt", "Kerlan funds Valbrune.", ("Kerlan", "funds", "Valbrune"))
    keeper(store).change([changed])
    assert held(store) == built(changed, TWO)


@pytest.mark.parametrize("forgotten", [ONE, TWO, THREE])
def test_a_forgotten_article_leaves_no_trace(store: TripleStore, forgotten: Extraction) -> None:
    keeper(store).change([ONE, TWO, THREE])
    keeper(store).change(forgotten=[forgotten.article.document])
    assert held(store) == built(*(one for one in (ONE, TWO, THREE) if one is not forgotten))


def test_an_edge_goes_with_the_last_statement_of_it(store: TripleStore) -> None:
    again = deal("d.txt", "It is known that Nordalia funds Kerlan.", ("Nordalia", "funds", "Kerlan"))
    keeper(store).change([ONE, again])
    keeper(store).change(forgotten=["a.txt"])
    assert seen(store, "asserted") == [("Nordalia", "Kerlan")]
    keeper(store).change(forgotten=["d.txt"])
    assert seen(store, "asserted") == []
    assert held(store) == built()


def test_what_is_not_there_is_forgotten_without_an_error(store: TripleStore) -> None:
    keeper(store).change([ONE], forgotten=["nothing.txt"])
    assert held(store) == built(ONE)


def test_a_question_sees_the_edges_of_the_modalities_it_asks_for(store: TripleStore) -> None:
    plan = deal("p.txt", "Kerlan will fund Valbrune.", ("Kerlan", "funds", "Valbrune"))
    planned = replace(plan, statements=tuple(replace(one, modality=Modality.PLANNED) for one in plan.statements))
    keeper(store).change([ONE, planned])
    assert seen(store, "asserted") == [("Nordalia", "Kerlan")]
    assert seen(store, "planned") == [("Kerlan", "Valbrune")]
    assert seen(store, "asserted", "planned") == [("Kerlan", "Valbrune"), ("Nordalia", "Kerlan")]


def test_a_question_sees_statements_and_their_proof_without_naming_graphs(store: TripleStore) -> None:
    keeper(store).change([ONE])
    view = store.window(default_graphs([KG + "asserted"]))
    found = view.ask(
        "SELECT ?words { ?s a kg:Statement ; kg:evidence/oa:exact ?words ; kg:modality/a kg:Modality }", {}
    )
    assert [getattr(row[0], "text", "") for row in found.rows] == ["Nordalia funds Kerlan."]


@pytest.mark.parametrize("graph", ["GRAPH ?g", "graph$g", "GRAPH # a comment\n ?g"])
def test_the_stores_own_graphs_are_no_named_graphs(store: TripleStore, graph: str) -> None:
    keeper(store).change([ONE])
    view = store.window(default_graphs([KG + "asserted"]))
    names = view.ask(f"SELECT DISTINCT ?g {{ {graph} {{ ?s ?p ?o }} }} ORDER BY ?g", {}).rows
    assert names == ((BASE + "id/article/a-txt",), (KG + "asserted",))


def test_articles_are_kept_with_the_hash_of_their_text_and_the_rules_they_were_read_by(store: TripleStore) -> None:
    keeper(store).change([TWO, ONE])
    kept = keeper(store).kept
    assert list(kept) == ["a.txt", "b.txt"]
    assert (kept["a.txt"].sha256, kept["a.txt"].rules) == (ONE.article.sha256, "1")
    assert list(keeper(store).extractions()) == [ONE, TWO]


def test_a_document_of_any_name_can_be_kept_and_forgotten(store: TripleStore) -> None:
    odd = deal("été/\ud83d \u0000\n.txt", "Nordalia funds Kerlan.", ("Nordalia", "funds", "Kerlan"))
    keeper(store).change([odd])
    assert list(keeper(store).kept) == [odd.article.document]
    keeper(store).change(forgotten=[odd.article.document])
    assert held(store) == built()


def test_the_record_of_one_article_is_found_by_its_name(store: TripleStore) -> None:
    keeper(store).change([ONE, TWO])
    found = read_article_record(store, "b.txt", base=BASE)
    assert found == next(kept for kept in article_records(store) if kept.document == "b.txt")
    assert read_article_record(store, "c.txt", base=BASE) is None


def test_amounts_go_with_the_last_article_that_names_them(store: TripleStore) -> None:
    where = article("Nordalia raised $5 million.", "m.txt")
    raised = statement(where, entity("m:n", "Nordalia"), "raised", money("$5 million", "5000000"))
    keeper(store).change([ONE, extraction(where, raised)])
    keeper(store).change(forgotten=["m.txt"])
    assert held(store) == built(ONE)


@pytest.mark.parametrize("told", [{"other": "x"}, {"document": "a.txt"}, {"document": "\\x", "sha256": ""}])
def test_records_of_something_else_are_told_in_one_line(store: TripleStore, told: dict[str, str]) -> None:
    with store.writer() as writer:
        writer.add(record_quads("https://kg.example/id/record/r", told))
    with pytest.raises(OutputError, match="an article in the store cannot be read; build its articles again"):
        list(article_records(store))
