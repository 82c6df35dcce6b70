from __future__ import annotations

import pytest

from kg.extract.frames.roles.noun_roles import noun_roles
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


def roles(text: str, noun: str, resources: Resources) -> dict[str, list[str]]:
    sentence = parse(text, resources)
    found = noun_roles(sentence, word(sentence, noun), resources.cues)
    return {role: [w.text for w in words] for role, words in found.items()}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The construction of the plant by Nordalia goes on.", "by"),
        ("Nordalia's construction of the plant goes on.", "possessor"),
    ],
)
def test_a_noun_of_action_has_who_does_what(english: Resources, text: str, role: str) -> None:
    found = roles(text, "construction", english)
    assert (found[role], found["of"], found["self"]) == (["Nordalia"], ["plant"], ["construction"])


def test_a_french_noun_of_action_has_who_does_what(french: Resources) -> None:
    found = roles("La construction de l'usine par Nordalia avance.", "construction", french)
    assert (found["par"], found["de"]) == (["Nordalia"], ["usine"])


def test_a_support_verb_lends_its_subject(english: Resources) -> None:
    found = roles("Nordalia signed a lease with Oracle.", "lease", english)
    assert (found["subject"], found["with"]) == (["Nordalia"], ["Oracle"])


def test_any_other_verb_has_a_subject_of_the_clause(english: Resources) -> None:
    found = roles("Nordalia criticised a lease with Oracle.", "lease", english)
    assert (found.get("subject"), found["clause-subject"]) == (None, ["Nordalia"])


def test_a_name_below_an_adjective_belongs_to_the_noun(french: Resources) -> None:
    sentence = parse("Bravane a accepté une offre de rachat amicale de Nordalia.", french)
    found = noun_roles(sentence, word(sentence, "offre de rachat"), french.cues)
    assert [w.text for w in found["de"]] == ["Nordalia"]


def test_a_light_noun_lends_what_its_verb_would(french: Resources) -> None:
    sentence = parse("Nordalia annonce la signature d'un accord avec Bravane.", french)
    found = noun_roles(sentence, word(sentence, "accord"), french.cues)
    assert [w.text for w in found["subject"]] == ["Nordalia"]
