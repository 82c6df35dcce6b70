from __future__ import annotations

import pytest

from kg.extract.frames.roles.verb_roles import verb_roles
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


def roles(text: str, verb: str, resources: Resources) -> dict[str, list[str]]:
    sentence = parse(text, resources)
    return {role: [w.text for w in words] for role, words in verb_roles(sentence, word(sentence, verb)).items()}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Nordalia leases the campus to Oracle.", "leases"),
        ("The campus is leased to Oracle by Nordalia.", "leased"),
        ("The campus that Nordalia leases to Oracle opens.", "leases"),
        ("The campus leased by Nordalia to Oracle opens.", "leased"),
        ("Nordalia wants to lease the campus to Oracle.", "lease"),
        ("Nordalia, which leases the campus to Oracle, is hiring.", "leases"),
    ],
)
def test_english_turns_of_one_sentence_have_the_same_roles(english: Resources, text: str, verb: str) -> None:
    found = roles(text, verb, english)
    assert (found["subject"], found["object"], found["to"]) == (["Nordalia"], ["campus"], ["Oracle"])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Nordalia loue le campus à Oracle.", "loue"),
        ("Le campus est loué à Oracle par Nordalia.", "loué"),
        ("Le campus que Nordalia loue à Oracle ouvrira.", "loue"),
        ("Le campus loué par Nordalia à Oracle ouvrira.", "loué"),
        ("Nordalia veut louer le campus à Oracle.", "louer"),
        ("Nordalia, qui loue le campus à Oracle, recrute.", "loue"),
    ],
)
def test_french_turns_of_one_sentence_have_the_same_roles(french: Resources, text: str, verb: str) -> None:
    found = roles(text, verb, french)
    assert (found["subject"], found["object"], found["à"]) == (["Nordalia"], ["campus"], ["Oracle"])


def test_who_sees_itself_given_something_receives_it(french: Resources) -> None:
    found = roles("Nordalia se voit accorder un prêt de 30 millions d'euros.", "accorder", french)
    assert (found["à"], found["object"]) == (["Nordalia"], ["prêt"])


def test_the_word_before_a_hyphen_has_a_role_of_its_own(english: Resources) -> None:
    found = roles("Kerlan-backed Nordalia builds a plant.", "backed", english)
    assert (found["-"], found["object"]) == (["Kerlan"], ["Nordalia"])


def test_names_that_each_have_a_sum_after_a_colon_share_the_verb(french: Resources) -> None:
    text = "Les groupes du secteur y contribuent : Nordalia pour 3 millions d'euros, Bravane 2 millions d'euros."
    assert {"Nordalia", "Bravane"} <= set(roles(text, "contribuent", french)["subject"])


def test_an_amount_after_a_name_is_the_verbs_object(french: Resources) -> None:
    assert roles("Nordalia fournira à Bravane 200 MW.", "fournira", french)["object"] == ["200 MW"]
