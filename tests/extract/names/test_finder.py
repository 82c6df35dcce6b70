from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.extract.names.finder import Name, NameFinder
from kg.extract.resources import Resources
from kg.model import Modality, Span
from kg.ontology.schema import KnownName, ModalityStyle, NameWord, Noun, Ontology, OntologyClass

KNOWN = (
    KnownName("id:oracle", "Organization", {"": "Oracle"}, ("Oracle", "Oracle Corporation")),
    KnownName("id:lille", "Place", {"": "Lille"}, ("Lille",), adjectives=("French",)),
    KnownName("id:gas", "Energy", {"": "natural gas"}, ("natural gas",)),
)


def finder(language: str = "en") -> NameFinder:
    classes = {
        "Organization": OntologyClass("Organization", "", {}, {}, ("Organization",), trait="organization"),
        "Place": OntologyClass("Place", "", {}, {}, ("Place",), trait="place"),
        "Energy": OntologyClass("Energy", "", {}, {}, ("Energy",), trait="kind"),
    }
    nouns = (
        Noun("en", "Person", ("CEO", "mayor")),
        Noun("en", "", ("AI",)),
        Noun("en", "", ("plant",)),
        Noun("fr", "Person", ("PDG",)),
    )
    words = (NameWord("Organization", (), goes_on=("Department", "ministère", "mairie")),)
    styles = dict[Modality, ModalityStyle]()
    return NameFinder.from_ontology(Ontology(Path(), classes, {}, styles, KNOWN, nouns, (), (), words), language)


def found(
    text: str, language: str = "en", *, sentences: tuple[Span, ...] = (), taken: tuple[Span, ...] = ()
) -> list[str]:
    return [name.text for name in finder(language).find(text, sentences or (Span(0, len(text)),), taken)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We know that Kerlan Capital paid.", ["Kerlan Capital"]),
        ("We know that Kerlan & Sons paid.", ["Kerlan & Sons"]),
        ("We saw Anne Kerlan of Bravane 2 there.", ["Anne Kerlan", "Bravane 2"]),
        ("We use iKerlan and xBravane here.", ["iKerlan", "xBravane"]),
        ("We saw the CEO Anne Kerlan.", ["Anne Kerlan"]),
        ("We saw French Kerlan.", ["Kerlan"]),
        ("We pay monthly.", []),
        ("", []),
        ("🚀 \ud800", []),
    ],
)
def test_capitals_within_a_sentence_make_a_name(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kerlan paid.", ["Kerlan"]),
        ("Money was paid.", []),
        ("Meanwhile Kerlan paid.", ["Kerlan"]),
        ("The plant is here.", []),
    ],
)
def test_the_first_word_is_a_name_only_if_no_dictionary_has_it(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_the_first_word_is_a_name_if_it_stands_elsewhere_with_its_capital() -> None:
    text = "Signal paid. We saw Signal."
    assert found(text, sentences=(Span(0, 12), Span(13, 27))) == ["Signal", "Signal"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L'usine d'Anne Kerlan, à l’Oracle", ["Anne Kerlan", "Oracle"]),
        ("Le PDG Anne Kerlan paie.", ["Anne Kerlan"]),
        ("L'entreprise paie.", []),
    ],
)
def test_elisions_belong_to_no_name(text: str, names: list[str]) -> None:
    assert found(text, "fr") == names


def test_a_known_spelling_is_the_known_name() -> None:
    (name,) = finder().find("we pay Oracle Corporation", (Span(0, 25),), ())
    assert name == Name(Span(7, 25), "Oracle Corporation", KNOWN[0])


def test_a_known_common_noun_may_begin_with_a_capital() -> None:
    assert found("Natural gas and natural gas") == ["Natural gas", "natural gas"]


def test_a_known_name_within_a_longer_one_is_not_it() -> None:
    (name,) = finder().find("we pay Oracle Bravane", (Span(0, 21),), ())
    assert (name.text, name.known) == ("Oracle Bravane", None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Lille Bravane paid.", ["Lille", "Bravane"]),
        ("The Lille mayor saw Bravane.", ["Lille", "Bravane"]),
        ("We saw the Bravane Lille plant.", ["Bravane", "Lille"]),
        ("LILLE Bravane paid.", ["Bravane"]),
        ("We left Lille. The plant is here.", ["Lille"]),
    ],
)
def test_a_place_beside_a_name_stands_by_itself(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We saw Lille Bravane.", ["Lille Bravane"]),
        ("We saw the Lille Valley Authority.", ["Lille Valley Authority"]),
        ("Bravane Lille has paid.", ["Bravane Lille"]),
        ("We saw French Electric Power.", ["French Electric Power"]),
        ("We saw the French Kerlan Fund.", ["French Kerlan Fund"]),
        ("We saw French Oracle.", ["Oracle"]),
        ("We saw the French CEO Bravane.", ["Bravane"]),
    ],
)
def test_a_place_or_nation_belongs_to_a_name_of_other_words(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We saw Bravane Natural Gas Partners.", ["Bravane Natural Gas Partners"]),
        ("We saw Natural Gas Bravane.", ["Natural Gas Bravane"]),
        ("Natural gas is here.", ["Natural gas"]),
    ],
)
def test_a_kind_of_energy_with_a_capital_is_a_word_of_a_name(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_known_name_is_found_only_as_a_whole_word() -> None:
    assert found("we saw the Lillehammer") == ["Lillehammer"]


def test_what_is_taken_holds_no_name() -> None:
    assert found("we met in May 2025 with Kerlan", taken=(Span(10, 18),)) == ["Kerlan"]


def test_taken_spans_may_overlap() -> None:
    assert found("we saw Kerlan, May, June and Roy", taken=(Span(15, 24), Span(15, 18), Span(20, 24))) == [
        "Kerlan",
        "Roy",
    ]


def test_many_names_and_amounts_take_linear_time() -> None:
    text = "we pay Kerlan 10 " * 10_000
    taken = tuple(Span(start + 14, start + 16) for start in range(0, len(text), 17))
    sentences = tuple(Span(start, start + 17) for start in range(0, len(text), 17))
    start = time.process_time()
    assert len(found(text, sentences=sentences, taken=taken)) == 10_000
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We saw Bravane's Project Kerlan.", ["Bravane", "Project Kerlan"]),
        ("We saw Bravane's Corp.", ["Bravane's Corp."]),
        ("We saw ex-Bravane people.", ["Bravane"]),
        ("Former Bravane people paid.", ["Bravane"]),
        ("Among Bravane people it paid.", ["Bravane"]),
        ("We saw the Department of Kerlan Affairs.", ["Department of Kerlan Affairs"]),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("name", ["Kerlan Systems, Inc.", "Bravane A/S", "Nordalia Energy, LLC", "PG&E"])
def test_a_legal_form_is_part_of_the_name(name: str, english: Resources) -> None:
    text = f"Last year {name} was founded in Lille."
    assert name in [found.text for found in english.names.find(text, [Span(0, len(text))], [])]


def test_a_public_body_in_french_opens_small() -> None:
    text = "selon le ministère de l'Économie et la mairie de Lille"
    names = finder("fr").find(text, (Span(0, len(text)),), ())
    assert [name.text for name in names] == ["ministère de l'Économie", "mairie de Lille"]
