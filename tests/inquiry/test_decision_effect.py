from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.inquiry.decision_effect import holders_of
from kg.model import Entity
from kg.rdf.triples import graph_quads
from kg.resolve.resolution import resolve
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import View
from tests.world import article, entity, extraction, ontology, statement

BASE = "https://kg.example/"
TEXT = "Kerlan funds Lille Energy. Kerlan Park funds Kerlan."


@pytest.fixture(name="view")
def _view() -> View:
    kerlan, energy = Entity("e1", "Kerlan", "Organization", names=("Face",)), entity("e2", "Lille Energy")
    park = Entity("e3", "Kerlan Park", "Organization", names=("Face",))
    where = article(TEXT)
    given = extraction(where, statement(where, kerlan, "funds", energy), statement(where, park, "funds", kerlan))
    store = OxigraphStore.in_memory()
    with store.writer() as writer:
        writer.add(list(graph_quads(resolve([given], ontology(), base=BASE), ontology())))
    return store.view()


def test_a_name_has_the_statements_of_its_entity(view: View) -> None:
    one, other = holders_of(view, ("Kerlan", "id:lille-energy"), base=BASE)
    assert (len(one.statements), len(other.statements)) == (2, 1)
    assert not one.entities & other.entities


def test_a_name_of_two_entities_is_both(view: View) -> None:
    (face, _) = holders_of(view, ("face", "Kerlan"), base=BASE)
    assert face.told() == '"face" has 2 statements, as 2 entities'


def test_a_name_that_nothing_has_is_refused(view: View) -> None:
    with pytest.raises(UsageError, match="no entity or statement has this name"):
        holders_of(view, ("Kerlan", "Orsane"), base=BASE)
