"""What only a store on another server does."""

from __future__ import annotations

import pytest

from kg.errors import OutputError
from kg.rdf.quads import Literal, Quad
from kg.store.remote_store import RemoteStore

G = "https://kg.example/ontology#asserted"


def quad(text: str) -> Quad:
    return Quad("https://kg.example/id/s", "https://kg.example/ontology#p", Literal(text), G)


def add(store: RemoteStore, text: str) -> None:
    with store.writer() as writer:
        writer.add([quad(text)])


def test_a_writer_changes_nothing_when_another_has_changed_what_it_saw(empty_server: str) -> None:
    one, two = RemoteStore.at(empty_server), RemoteStore.at(empty_server)
    assert list(one.find(G)) == list(two.find(G)) == []
    add(one, "first")
    with pytest.raises(OutputError, match="another process has changed the store meanwhile; run again"):
        add(two, "second")
    assert list(RemoteStore.at(empty_server).find(G)) == [quad("first")]


def test_one_writer_after_the_other_may_change_a_store(empty_server: str) -> None:
    store = RemoteStore.at(empty_server)
    add(store, "one")
    add(store, "two")
    add(RemoteStore.at(empty_server), "three")
    assert set(store.find(G)) == {quad("one"), quad("two"), quad("three")}


def test_the_revision_is_no_part_of_the_graph(empty_server: str) -> None:
    add(RemoteStore.at(empty_server), "one")
    window = RemoteStore.at(empty_server).window([G])
    assert list(window.quads()) == [quad("one")]
    assert window.ask("SELECT ?g { GRAPH ?g { ?s ?p ?o } }", {}).rows == ((G,),)
