"""What pronouns, descriptions and short names refer to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.extractor import FrameExtractor, _discourse
from kg.extract.reading import read
from tests.extract.reading import article, facts

Refers = Callable[[str, str, str], list[str]]


@pytest.fixture(name="refers")
def _refers(extractor: FrameExtractor) -> Refers:
    """Return a function that gives the names of what a word stands for, each time the text has it."""

    def refers(text: str, language: str, sought: str) -> list[str]:
        resources = extractor._grammar(language)
        found = read(article(text, language), resources)
        discourse = _discourse(found, resources)
        referents = [
            discourse.at(sentence.number, word.index)
            for sentence in found.sentences
            for word in sentence.sentence.words
            if word.text == sought
        ]
        return [discourse.drafts[referent.key].label for referent in referents if referent is not None]

    return refers


def test_a_telling_noun_means_the_one_that_was_called_so(refers: Refers) -> None:
    text = "Startup Nordalia raised $30 million. The search giant Bravane signed a lease. The startup will hire."
    assert refers(text, "en", "startup") == ["Nordalia"]


def test_a_telling_noun_means_the_one_that_was_called_so_in_french(refers: Refers) -> None:
    text = "La jeune pousse Nordalia a levé 30 millions. Le géant Bravane a signé un bail. La jeune pousse recrute."
    assert refers(text, "fr", "jeune pousse") == ["Nordalia", "Nordalia"]


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("Nordalia signed a deal with Bravane. The two companies will build a campus.", "en", "companies"),
        ("Nordalia a signé un accord avec Bravane. Les deux entreprises bâtiront un site.", "fr", "entreprises"),
    ],
)
def test_the_two_companies_are_both_that_were_named(refers: Refers, text: str, language: str, noun: str) -> None:
    assert refers(text, language, noun) == ["Nordalia and Bravane" if language == "en" else "Nordalia et Bravane"]


def test_the_owner_of_a_unit_is_none_of_the_two_companies(refers: Refers) -> None:
    text = "Kerlan invested $20 million in Ploum, a unit of Vestra Holding. The companies gave no details."
    assert refers(text, "en", "companies") == ["Kerlan and Ploum"]


def test_three_names_are_no_pair(refers: Refers) -> None:
    text = "Nordalia signed a deal with Bravane and Ploum. The companies gave no details."
    assert refers(text, "en", "companies") == ["companies"]


def test_what_a_clause_does_something_to_is_not_its_own_subject(refers: Refers) -> None:
    text = "Le fonds Valbrune a été créé en mai. Le fonds Tikala, choisi pour gérer ce fonds, y investit."
    assert refers(text, "fr", "fonds")[2] == "Valbrune"


def test_initials_in_brackets_are_the_name_before_them(refers: Refers) -> None:
    assert refers("Tessaly Grid (TG) runs wind farms. TG is based in Oslo.", "en", "TG") == ["Tessaly Grid"] * 2


def test_no_surname_stands_after_in(refers: Refers) -> None:
    text = "Anna Belmont runs Nordalia. Belmont spoke in Belmont on Monday."
    assert refers(text, "en", "Belmont") == ["Anna Belmont", "Belmont"]


def test_the_company_that_somebody_founded_is_the_one_whose_officer_she_is(refers: Refers) -> None:
    text = (
        "Nordalia raised $30 million. Nordalia is a rival of Bravane. "
        "Bravane's chief executive, Carla Mendes, declined to comment. She founded the company in 2015."
    )
    assert refers(text, "en", "company") == ["Bravane"]


def test_the_article_tells_the_gender_of_a_title(refers: Refers) -> None:
    text = "La PDG de Bravane, Carla Mendes, s'est exprimée lundi. Elle a fondé la société en 2015."
    assert refers(text, "fr", "Elle") == ["Carla Mendes"]


def test_a_pronoun_means_what_its_verb_can_be_said_of(refers: Refers) -> None:
    text = "Nordalia is building a campus near Oslo. It raised $30 million."
    assert refers(text, "en", "It") == ["Nordalia"]


def test_a_noun_runs_into_a_name_past_what_it_is_made_of(refers: Refers) -> None:
    assert refers("Bravane a racheté l'éditeur de logiciels Ploum.", "fr", "éditeur") == ["Ploum"]


def test_a_form_of_address_and_a_surname_are_the_person(refers: Refers) -> None:
    text = "Le directeur général, Martin Bouchel, a signé lundi. M. Bouchel a fondé la société en 2015."
    assert refers(text, "fr", "M. Bouchel") == ["Martin Bouchel"]


def test_a_title_in_capitals_parts_company_and_officer(refers: Refers) -> None:
    text = "The deal is done, said Nordalia Chief Business Officer Haris Basil on Monday."
    assert (refers(text, "en", "Nordalia"), refers(text, "en", "Haris Basil")) == (["Nordalia"], ["Haris Basil"])


def test_a_project_that_sums_up_a_network_of_sites_is_the_network(refers: Refers) -> None:
    network = "an ambitious network of data centers in Norway and Sweden"
    text = f"Nordalia is developing {network}, a project it dubs Project Aurora."
    assert refers(text, "en", "data centers") == ["Project Aurora"]


def test_a_common_noun_before_a_word_for_a_company_is_no_name(refers: Refers) -> None:
    text = "Nordalia Digital, a subsidiary of oil major Bravane, is hiring."
    assert refers(text, "en", "major") == ["Bravane"]


def test_a_title_before_a_name_is_nobody_elses(refers: Refers) -> None:
    text = "In a statement to The Valbrune Post, Nordalia spokesperson Anna Berg said nothing."
    assert refers(text, "en", "spokesperson") == ["Anna Berg"]


def test_the_company_with_a_capital_is_a_description(refers: Refers) -> None:
    text = "Nordalia announced a new plant on Monday. The Company will hire 300 people, the Company said."
    assert refers(text, "en", "Company") == ["Nordalia", "Nordalia"]


def test_an_entity_without_a_name_is_called_after_whose_it_is(extractor: FrameExtractor) -> None:
    found = facts(extractor.extract(article("Nordalia is growing fast. Its data centers run on natural gas.")))
    assert found == ["Nordalia data centers | powered_by | natural gas | asserted"]
