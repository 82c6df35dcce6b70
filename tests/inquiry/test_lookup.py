"""Which entity or statement a word means."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.inquiry.lookup import Target, find_target
from kg.model import Entity
from kg.rdf.quads import Quad
from kg.rdf.triples import graph_quads
from kg.resolve.resolution import resolve
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import View
from tests.world import article, entity, extraction, ontology, statement

BASE = "https://kg.example/"
TEXT = "Café Kerlan funds Lille Énergie. Kerlan Park funds Café."


@pytest.fixture(name="quads")
def _quads() -> list[Quad]:
    cafe, energy = Entity("e1", "Café Kerlan", "Organization", names=("Face",)), entity("e2", "Lille Énergie")
    park = Entity("e3", "Kerlan Park", "Organization", names=("Face",))
    where = article(TEXT)
    given = extraction(where, statement(where, cafe, "funds", energy), statement(where, park, "funds", energy))
    return list(graph_quads(resolve([given], ontology(), base=BASE), ontology()))


@pytest.fixture(name="view")
def _view(quads: list[Quad]) -> View:
    store = OxigraphStore.in_memory()
    with store.writer() as writer:
        writer.add(quads)
    return store.view()


def ids(quads: list[Quad]) -> list[str]:
    return sorted({quad.subject for quad in quads if "/statement/" in quad.subject and "#" not in quad.subject})


@pytest.mark.parametrize(
    "asked", ["Café Kerlan", "CAFE KERLAN", "café-kerlan", "id:cafe-kerlan", BASE + "id/cafe-kerlan"]
)
def test_capitals_accents_and_signs_of_a_name_do_not_count(view: View, asked: str) -> None:
    assert find_target(view, asked, base=BASE) == Target(BASE + "id/cafe-kerlan", is_statement=False)


def test_an_id_its_start_and_its_iri_mean_a_statement(view: View, quads: list[Quad]) -> None:
    iri = ids(quads)[0]
    number = iri.rpartition("/")[2]
    for asked in (iri, number, number[:15], f"id:statement/{number}"):
        assert find_target(view, asked, base=BASE) == Target(iri, is_statement=True)


def test_a_name_of_two_entities_is_refused_with_both(view: View) -> None:
    with pytest.raises(UsageError, match=r"is a name of 2 entities; use one of id:cafe-kerlan .*, id:kerlan-park "):
        find_target(view, "face", base=BASE)


def test_digits_that_begin_no_id_are_refused(view: View) -> None:
    with pytest.raises(UsageError, match="no entity or statement has this name"):
        find_target(view, "ffffffffffffffffffff", base=BASE)


@pytest.mark.parametrize(
    ("asked", "near"), [("Kerlan", "Café Kerlan, Kerlan Park"), ("Lile Energie", "Lille Énergie"), ("énergie", "Lille")]
)
def test_what_is_unknown_is_refused_with_names_that_are_near(view: View, asked: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"do you mean {near}"):
        find_target(view, asked, base=BASE)


@pytest.mark.parametrize("asked", ["", " ", "?", "東京", "a" * 5000, '"} DROP ALL {', "\x1b[2J"])
def test_odd_words_are_refused(view: View, asked: str) -> None:
    with pytest.raises(UsageError, match="no entity or statement has this name"):
        find_target(view, asked, base=BASE)
