from __future__ import annotations

from kg.ontology.schema import KnownName
from kg.ontology.territories import read_territories
from kg.resolve.iris import Minter, fold


def territories(*, taken: frozenset[str] = frozenset(), given: frozenset[str] = frozenset()) -> dict[str, KnownName]:
    return {name.labels["en"]: name for name in read_territories("Place", ("en", "fr"), taken, given)}


def test_a_country_has_its_names_in_both_languages() -> None:
    latvia = territories()["Latvia"]
    assert (latvia.iri, latvia.cls) == ("https://kg.example/id/latvia", "Place")
    assert (latvia.labels, latvia.spellings) == ({"en": "Latvia", "fr": "Lettonie"}, ("Latvia", "Lettonie"))


def test_names_of_two_are_spelled_with_a_sign_and_with_a_word() -> None:
    assert "Bosnia and Herzegovina" in territories()["Bosnia & Herzegovina"].spellings


def test_its_iri_is_the_one_that_its_label_would_have_without_the_data() -> None:
    minted = {label: Minter().iri(fold(label)) for label in territories()}
    assert {label: name.iri for label, name in territories().items()} == minted


def test_what_is_a_given_name_is_no_spelling() -> None:
    assert territories(given=frozenset({"Chad"}))["Chad"].spellings == ("Tchad",)


def test_the_ontology_comes_before_the_data() -> None:
    assert "Latvia" not in territories(taken=frozenset({"Lettonie"}))


def test_codes_without_a_place_are_left_out() -> None:
    assert not {"world", "Unknown Region", "Eurozone"} & set(territories())
