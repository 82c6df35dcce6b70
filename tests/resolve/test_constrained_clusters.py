from __future__ import annotations

from itertools import pairwise

import pytest

from kg.errors import UsageError
from kg.model import Extraction
from kg.resolve.decisions import Decision
from kg.resolve.resolution import Resolution, resolve
from tests.world import ORACLE, article, entity, extraction, money, ontology, statement

BASE = "https://kg.example/"


def raising(name: str, document: str, cls: str = "Organization") -> Extraction:
    where = article(f"{name} raised $5 million in {document}.", document)
    return extraction(where, statement(where, entity("e1", name, cls), "raised", money("$5 million", "5000000")))


def same(one: str, other: str, because: str = "", place: str = "names.ttl:4") -> Decision:
    return Decision(True, (one, other), because, place)


def different(one: str, other: str, place: str = "names.ttl:9") -> Decision:
    return Decision(False, (one, other), "", place)


def resolution(decisions: list[Decision], *given: Extraction) -> Resolution:
    return resolve(given, ontology(), base=BASE, decisions=decisions)


def labels(result: Resolution) -> list[str]:
    return [entity.label for entity in result.entities]


def test_names_that_are_decided_to_be_the_same_are_one_entity_with_the_reason() -> None:
    result = resolution(
        [same("Kerlan", "Norvane", "one register")], raising("Kerlan", "a.txt"), raising("Norvane", "b.txt")
    )
    assert [entity.reasons for entity in result.entities] == [
        ('"Norvane" of b.txt is "Kerlan" of a.txt: decided: same (names.ttl:4): one register',)
    ]


def test_a_chain_of_decisions_joins_its_ends_and_names_each() -> None:
    decisions = [same("Kerlan", "Bravane", place="names.ttl:4"), same("Bravane", "Norvane", place="names.ttl:6")]
    result = resolution(decisions, raising("Kerlan", "a.txt"), raising("Norvane", "b.txt"))
    assert len(result.entities) == 1
    assert "(names.ttl:4) and decided: same (names.ttl:6)" in result.entities[0].reasons[0]


def test_a_decision_reaches_what_is_spelled_like_its_names() -> None:
    given = [raising("KERLAN Inc.", "a.txt"), raising("Kerlan", "b.txt"), raising("Norvane SA", "c.txt")]
    assert len(resolution([same("Kerlan", "Norvane")], *given).entities) == 1


def test_what_is_decided_to_be_a_known_name_gets_its_iri() -> None:
    result = resolution([same("Delphi Systems", ORACLE)], raising("Delphi Systems", "a.txt"))
    assert [entity.iri for entity in result.entities] == [ORACLE]


@pytest.mark.parametrize(
    ("one", "other"), [("Kerlan", "Kerlan Inc."), ("Kerlan", "Kerlan Energy"), ("Oracle", "Oracle Corp.")]
)
def test_what_spelling_would_join_stays_apart_when_so_decided(one: str, other: str) -> None:
    given = [raising(one, "a.txt"), raising(other, "b.txt")]
    assert len(resolution([], *given).entities) == 1
    result = resolution([different(one, other)], *given)
    assert len(result.entities) == 2
    assert f'kept apart from "{other}": decided: different (names.ttl:9)' in result.entities[0].reasons


def test_what_neighbours_would_join_stays_apart_when_so_decided() -> None:
    given = []
    for document in ("a.txt", "b.txt"):
        where = article(f"Kerlan builds a campus in Vire. {document}", document)
        campus = entity("e1", "campus", "Facility", named=False)
        builds = statement(where, entity("e2", "Kerlan"), "builds", campus)
        given.append(extraction(where, builds, statement(where, campus, "located_in", entity("e3", "Vire", "Place"))))
    assert labels(resolution([], *given)).count("campus") == 1
    decision = different(BASE + "id/a-txt/campus", BASE + "id/b-txt/campus")
    assert labels(resolution([decision], *given)).count("campus") == 2


def test_one_name_of_two_articles_is_two_entities_when_so_decided() -> None:
    given = [raising("Lambda", "a.txt"), raising("Lambda", "b.txt")]
    assert len(resolution([different(BASE + "id/a-txt/lambda", BASE + "id/b-txt/lambda")], *given).entities) == 2


def test_a_later_article_keeps_the_names_apart_too() -> None:
    given = [raising("Kerlan", "a.txt"), raising("Kerlan Energy", "b.txt"), raising("Kerlan", "c.txt")]
    result = resolution([different("Kerlan", "Kerlan Energy")], *given)
    assert labels(result) == ["Kerlan", "Kerlan Energy"]


def test_what_is_the_same_as_one_of_two_stays_apart_from_the_other() -> None:
    given = [raising("Norvane", "a.txt"), raising("Kerlan Energy", "b.txt"), raising("Kerlan", "c.txt")]
    result = resolution([same("Norvane", "Kerlan"), different("Norvane", "Kerlan Energy")], *given)
    assert labels(result) == ["Kerlan Energy", "Norvane"]


def test_a_company_and_a_place_stay_apart_and_it_is_told() -> None:
    result = resolution([same("Vire", "Norvane")], raising("Vire", "a.txt", "Place"), raising("Norvane", "b.txt"))
    assert len(result.entities) == 2
    assert result.remarks == ('names.ttl:4: "Vire" is of class Place, "Norvane" of Organization; they stay apart',)


def test_a_name_that_no_article_has_is_told() -> None:
    result = resolution([same("Kerlan", "Norvan")], raising("Kerlan", "a.txt"))
    assert result.remarks == ('names.ttl:4: no statement is about "Norvan"',)


@pytest.mark.parametrize("middle", [[], ["Bravane"]])
def test_decisions_that_contradict_each_other_are_an_error_that_names_both(middle: list[str]) -> None:
    chain = ["Kerlan", *middle, "Norvane"]
    decisions = [same(one, other, place=f"names.ttl:{n}") for n, (one, other) in enumerate(pairwise(chain), 4)]
    with pytest.raises(UsageError, match=r'names.ttl:9: decides that "kerlan" and "Norvane" differ, and names.ttl:4'):
        resolution([*decisions, different("kerlan", "Norvane")])


def test_the_order_of_the_articles_changes_nothing() -> None:
    given = [raising("Kerlan", "a.txt"), raising("Kerlan Energy", "b.txt"), raising("Norvane", "c.txt")]
    decisions = [same("Kerlan", "Norvane"), different("Kerlan", "Kerlan Energy")]
    assert resolution(decisions, *given) == resolution(decisions, *reversed(given))
