from __future__ import annotations

import pytest

from kg.extract.factuality.modality import find_factuality
from kg.extract.resources import Resources
from kg.model import Modality, Step
from tests.extract.reading import parse, word

ASSERTED, PLANNED, POSSIBLE, DENIED = Modality


def modality(text: str, trigger: str, resources: Resources) -> Modality:
    sentence = parse(text, resources)
    return find_factuality(sentence, word(sentence, trigger), resources.cues).modality


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Nordalia builds a plant.", "builds", ASSERTED),
        ("Nordalia has built a plant.", "built", ASSERTED),
        ("Nordalia will build a plant.", "build", PLANNED),
        ("Nordalia plans to build a plant.", "build", PLANNED),
        ("Nordalia raised $30 million to build a plant.", "build", PLANNED),
        ("Nordalia said it would build a plant.", "build", PLANNED),
        ("Nordalia may build a plant.", "build", POSSIBLE),
        ("Nordalia could build a plant.", "build", POSSIBLE),
        ("Nordalia reportedly built a plant.", "built", POSSIBLE),
        ("Nordalia is in talks to build a plant.", "build", POSSIBLE),
        ("Nordalia would build a plant if Kerlan agreed.", "build", POSSIBLE),
        ("Nordalia has ruled out building a plant.", "building", DENIED),
        ("Nordalia rents servers instead of building a plant.", "building", DENIED),
        ("No plant was built by Nordalia.", "built", DENIED),
        ("Nordalia no longer plans to build a plant.", "build", DENIED),
        ("If Nordalia builds a plant, Leeds gains.", "builds", POSSIBLE),
        ("Nordalia has not built a plant.", "built", DENIED),
        ("Nordalia never built a plant.", "built", DENIED),
        ("Nordalia will not build a plant.", "build", DENIED),
        ("Nordalia refused to build a plant.", "build", DENIED),
        ("Nordalia is going to build a plant.", "build", PLANNED),
        ("Nordalia is set to build a plant.", "build", PLANNED),
        ("Nordalia is poised to build a plant.", "build", PLANNED),
        ("Nordalia is close to building a plant.", "building", PLANNED),
        ("Nordalia is about to build a plant.", "build", PLANNED),
        ("Nordalia signed a letter of intent to buy a plant.", "buy", PLANNED),
        ("Nordalia ended up building a plant.", "building", ASSERTED),
        ("Nordalia not only built a plant.", "built", ASSERTED),
        ("Even if Nordalia built a plant, Leeds is calm.", "built", ASSERTED),
        ("Nordalia had planned to build a plant.", "build", POSSIBLE),
        ("Nordalia is said to have built a plant.", "built", POSSIBLE),
        ("Rumors that Nordalia built a plant have spread.", "built", POSSIBLE),
        ("It is possible that Nordalia built a plant.", "built", POSSIBLE),
        ("Nordalia will build a plant if Leeds agrees.", "build", POSSIBLE),
        ("Nordalia will build a plant provided that Leeds agrees.", "build", POSSIBLE),
        ("Nordalia will build a plant, subject to approval.", "build", POSSIBLE),
        ("Will Nordalia build a plant?", "build", POSSIBLE),
        ("Nordalia may not build a plant.", "build", POSSIBLE),
        ("Nordalia may cancel its plan to build a plant.", "build", POSSIBLE),
        ("Nordalia did not rule out building a plant.", "building", POSSIBLE),
        ("Nordalia has not confirmed that it built a plant.", "built", POSSIBLE),
        ("Nordalia has no plans to build a plant.", "build", DENIED),
        ("Nordalia cannot build a plant.", "build", DENIED),
        ("Nordalia would have built a plant.", "built", DENIED),
        ("Nordalia used to lease a plant.", "lease", DENIED),
        ("Nordalia no longer leases a plant.", "leases", DENIED),
        ("Nordalia decided against building a plant.", "building", DENIED),
        ("Nordalia walked away from its deal to buy a plant.", "buy", DENIED),
        ("Nordalia left without building a plant.", "building", DENIED),
        ("Nordalia hired engineers rather than build a plant.", "build", DENIED),
        ("Nordalia reportedly refused to build a plant.", "build", DENIED),
        ("Neither Nordalia nor Kerlan built a plant.", "built", DENIED),
    ],
)
def test_english_clauses(english: Resources, text: str, trigger: str, expected: Modality) -> None:
    assert modality(text, trigger, english) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Nordalia construit une usine.", "construit", ASSERTED),
        ("Nordalia ne construit que des usines.", "construit", ASSERTED),
        ("Nordalia construira une usine.", "construira", PLANNED),
        ("Nordalia va construire une usine.", "construire", PLANNED),
        ("Nordalia devrait construire une usine.", "construire", PLANNED),
        ("Nordalia lève 30 millions d'euros pour construire une usine.", "construire", PLANNED),
        ("Nordalia affirme que Bravane construira une usine.", "construira", PLANNED),
        ("Nordalia pourrait construire une usine.", "construire", POSSIBLE),
        ("Nordalia construirait une usine.", "construirait", POSSIBLE),
        ("Nordalia aurait construit une usine.", "construit", POSSIBLE),
        ("Si Nordalia construit une usine, Lille gagne.", "construit", POSSIBLE),
        ("Nordalia n'a pas construit d'usine.", "construit", DENIED),
        ("Nordalia ne construira jamais d'usine.", "construira", DENIED),
        ("Nordalia renonce à construire une usine.", "construire", DENIED),
        ("Nordalia va-t-elle construire une usine ?", "construire", POSSIBLE),
        ("Nordalia vient de construire une usine.", "construire", ASSERTED),
        ("Nordalia a fini par construire une usine.", "construire", ASSERTED),
        ("Même si Nordalia construit une usine, Lille est calme.", "construit", ASSERTED),
        ("Nordalia n'a pas seulement construit une usine.", "construit", ASSERTED),
        ("Nordalia est en passe de construire une usine.", "construire", PLANNED),
        ("Nordalia s'apprête à construire une usine.", "construire", PLANNED),
        ("Nordalia souhaite que Kerlan construise une usine.", "construise", PLANNED),
        ("Nordalia est sur le point de construire une usine.", "construire", PLANNED),
        ("Nordalia avait prévu de construire une usine.", "construire", POSSIBLE),
        ("Nordalia est soupçonnée d'avoir construit une usine.", "construit", POSSIBLE),
        ("Il est possible que Nordalia construise une usine.", "construise", POSSIBLE),
        ("Nordalia construira une usine si les conditions sont réunies.", "construira", POSSIBLE),
        ("Nordalia construira une usine à condition que Lille accepte.", "construira", POSSIBLE),
        ("Nordalia a sans doute construit une usine.", "construit", POSSIBLE),
        ("Nordalia pourrait ne pas construire une usine.", "construire", POSSIBLE),
        ("Nordalia n'exclut pas de construire une usine.", "construire", POSSIBLE),
        ("Nordalia ne nie pas avoir construit une usine.", "construit", POSSIBLE),
        ("Nordalia refuse de confirmer que Kerlan a construit une usine.", "construit", POSSIBLE),
        ("Nordalia n'a aucun projet de construire une usine.", "construire", DENIED),
        ("Nordalia n'a pas encore construit une usine.", "construit", DENIED),
        ("Nordalia ne loue plus une usine.", "loue", DENIED),
        ("Nordalia louait autrefois une usine.", "louait", DENIED),
        ("Nordalia est partie sans construire une usine.", "construire", DENIED),
        ("Nordalia a loué un site au lieu de construire une usine.", "construire", DENIED),
        ("Nordalia a failli construire une usine.", "construire", DENIED),
        ("Nordalia aurait renoncé à construire une usine.", "construire", DENIED),
        ("Nordalia ne pourrait pas construire une usine.", "construire", DENIED),
    ],
)
def test_french_clauses(french: Resources, text: str, trigger: str, expected: Modality) -> None:
    assert modality(text, trigger, french) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Nordalia est en train de construire une usine.", "construire", ASSERTED),
        ("Nordalia est sur le point de construire une usine.", "construire", PLANNED),
        ("Nordalia loue des serveurs au lieu de construire une usine.", "construire", DENIED),
        ("Nordalia ne possède ni n'exploite une usine.", "possède", DENIED),
        ("Aucune usine n'a été construite par Nordalia.", "construite", DENIED),
    ],
)
def test_french_words_before_a_verb(french: Resources, text: str, trigger: str, expected: Modality) -> None:
    assert modality(text, trigger, french) is expected


def test_a_plan_to_lease_is_none_of_the_relative_clause_beside_it(english: Resources) -> None:
    text = "Nordalia plans to lease the plant that Bravane built."
    assert (modality(text, "lease", english), modality(text, "built", english)) == (PLANNED, ASSERTED)


def test_the_steps_name_the_words_that_decide(english: Resources) -> None:
    sentence = parse("Nordalia may build a plant.", english)
    found = find_factuality(sentence, word(sentence, "build"), english.cues)
    assert found.steps == (Step("modality", "auxiliary “may” → possible", word(sentence, "may").span),)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Nordalia cancelled the acquisition of Bravane.", "acquisition", DENIED),
        ("The acquisition of Bravane by Nordalia collapsed.", "acquisition", DENIED),
        ("Nordalia's acquisition of Bravane is pending.", "acquisition", PLANNED),
        ("Nordalia's acquisition of Bravane helps Leeds.", "acquisition", ASSERTED),
        ("Nordalia's purchase of Bravane could open new markets.", "purchase", ASSERTED),
        ("Nordalia's partnership with Bravane will create jobs.", "partnership", ASSERTED),
        ("Nordalia ended its partnership with Bravane.", "partnership", DENIED),
        ("Nordalia is a former customer of Bravane.", "customer", DENIED),
        ("Nordalia may merge with Kerlan in a deal with Bravane.", "deal", POSSIBLE),
    ],
)
def test_nouns_share_what_becomes_of_them_and_no_more(
    english: Resources, text: str, trigger: str, expected: Modality
) -> None:
    assert modality(text, trigger, english) == expected


def test_a_second_verb_with_its_own_tense_shares_neither_future_nor_denial(english: Resources) -> None:
    text = "Nordalia did not build the plant but leased a campus."
    assert (modality(text, "build", english), modality(text, "leased", english)) == (DENIED, ASSERTED)


def test_a_second_verb_under_the_same_auxiliary_shares_it(english: Resources) -> None:
    text = "Nordalia could build the plant and lease a campus."
    assert (modality(text, "build", english), modality(text, "lease", english)) == (POSSIBLE, POSSIBLE)


def test_one_french_negation_in_two_words_denies_once(french: Resources) -> None:
    sentence = parse("Nordalia n'a aucun projet de construire une usine.", french)
    found = find_factuality(sentence, word(sentence, "construire"), french.cues)
    assert [step.text for step in found.steps if "denied" in step.text] == ["negated by “aucun” → denied"]


def test_a_title_says_former_itself(english: Resources) -> None:
    sentence = parse("Anna Kerlan is a former president of Nordalia.", english)
    president = word(sentence, "president")
    plain, titled = (
        find_factuality(sentence, president, english.cues, titled=named).modality for named in (False, True)
    )
    assert (plain, titled) == (DENIED, ASSERTED)
