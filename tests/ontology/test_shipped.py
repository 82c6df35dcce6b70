"""The ontology that comes with kg: whole, in both languages, and the same at every reading."""

from __future__ import annotations

import pytest

from kg.config import find_ontology
from kg.model import Modality
from kg.ontology import Ontology, read_ontology


@pytest.fixture(name="shipped", scope="module")
def _shipped() -> Ontology:
    return read_ontology(find_ontology())


def test_names_come_sorted(shipped: Ontology) -> None:
    assert list(shipped.classes) == sorted(shipped.classes)
    assert list(shipped.relations) == sorted(shipped.relations)


def test_a_class_knows_all_that_is_above_it_nearest_first(shipped: Ontology) -> None:
    assert shipped.classes["PowerPlant"].ancestors == ("PowerPlant", "Facility", "Thing")


def test_a_class_inherits_its_trait(shipped: Ontology) -> None:
    assert shipped.classes["PowerPlant"].trait == shipped.classes["Facility"].trait == "site"


def test_a_relation_knows_its_ends_and_words(shipped: Ontology) -> None:
    leases = shipped.relations["leases_to"]
    assert (leases.labels, leases.targets) == ({"en": "leases to", "fr": "loue à"}, ("Organization", "Person"))
    assert (leases.symmetric, shipped.relations["partner_of"].symmetric) == (False, True)


def test_a_relation_knows_how_many_objects_it_holds_and_who_pays(shipped: Ontology) -> None:
    founded, funds, said = (shipped.relations[name] for name in ("founded_in", "funds", "said"))
    assert (founded.holds, funds.holds, said.holds) == ("one", "one a round", "many")
    assert (funds.pays, shipped.relations["leases_to"].pays, said.pays) == ("subject", "object", "")
    assert (shipped.relations["acquires"].happens, said.happens) == ("once", "")


def test_every_modality_has_a_line_and_words_in_both_languages(shipped: Ontology) -> None:
    assert list(shipped.modalities) == list(Modality)
    assert {style.line for style in shipped.modalities.values()} == {"solid", "dashed", "dotted", "struck"}
    assert all({"en", "fr"} <= set(style.labels) for style in shipped.modalities.values())


def test_every_class_and_relation_has_words_in_both_languages(shipped: Ontology) -> None:
    words = {cls.name: (set(cls.labels), set(cls.definitions)) for cls in shipped.classes.values()}
    words |= {
        relation.name: (set(relation.labels), set(relation.definitions)) for relation in shipped.relations.values()
    }
    both = {"en", "fr"}
    assert {name: found for name, found in words.items() if found != (both, both)} == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_relation_is_stated_by_a_frame_of_each_language(shipped: Ontology, language: str) -> None:
    stated = {frame.relation for frame in shipped.frames if frame.language == language}
    assert set(shipped.relations) - stated == set()


def test_frames_have_names_of_their_own(shipped: Ontology) -> None:
    ids = [frame.id for frame in shipped.frames]
    assert sorted(ids) == sorted(set(ids))


def test_two_readings_are_equal(shipped: Ontology) -> None:
    assert read_ontology(find_ontology()) == shipped
