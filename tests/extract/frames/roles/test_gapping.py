from __future__ import annotations

from kg.extract.frames.roles.gapping import find_gapped
from kg.extract.frames.roles.verb_roles import verb_roles
from kg.extract.resources import Resources
from tests.extract.reading import parse, word


def test_a_verb_said_once_has_roles_for_each_object(english: Resources) -> None:
    sentence = parse("Kerlan invested $20 million in Nordalia and $5 million in Valbrune.", english)
    verb = word(sentence, "invested")
    (gapped,) = find_gapped(sentence, verb, verb_roles(sentence, verb))
    assert {role: [w.text for w in gapped[role]] for role in ("subject", "object", "in")} == {
        "subject": ["Kerlan"],
        "object": ["$5 million"],
        "in": ["Valbrune"],
    }


def test_two_objects_of_one_verb_are_no_gap(english: Resources) -> None:
    sentence = parse("Nordalia owns a plant in Lille and a store in Nantes.", english)
    verb = word(sentence, "owns")
    assert list(find_gapped(sentence, verb, verb_roles(sentence, verb))) == []
