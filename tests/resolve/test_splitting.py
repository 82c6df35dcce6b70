from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Extraction, Mention, Reference, Span, Term
from kg.resolve.decisions import Decision
from kg.resolve.resolution import Resolution, resolve
from tests.world import ORACLE, article, entity, extraction, money, ontology, statement

APART = Decision(False, ("Kerlan", "Kerlan Energy Systems"), "two registers", "names.ttl:6")


def resolution(decision: Decision, *given: Extraction) -> Resolution:
    return resolve(given, ontology(), base="https://kg.example/", decisions=[decision])


def both_names(short: str = "Kerlan", long: str = "Kerlan Energy Systems", iri: str = "e1") -> Extraction:
    """Return an article that calls one entity by a long and a short name, and says something of it by each."""
    where = article(f"{long} raised $5 million. Later, {short} raised $7 million.")
    one = replace(entity(iri, long), names=(short,))
    first = statement(where, one, "raised", money("$5 million", "5000000"))
    start = where.text.index(f"{short} raised $7")
    mention = Mention(short, Span(start, start + len(short)))
    second = statement(where, one, "raised", money("$7 million", "7000000"))
    told = Reference(where.document, iri, mention, "a short form")
    found = extraction(where, first, replace(second, subject=Term(one, mention)))
    return replace(found, entities=(one,), references=(told,))


def test_two_names_of_one_article_are_two_entities_when_so_decided() -> None:
    result = resolution(APART, both_names())
    assert [(one.subject.label, one.object.label) for one in result.statements] == [
        ("Kerlan Energy Systems", "$5 million"),
        ("Kerlan", "$7 million"),
    ]


def test_the_mention_that_left_tells_the_decision() -> None:
    told = [reference.reason for reference in resolution(APART, both_names()).references]
    assert told == ['not "Kerlan Energy Systems": decided: different (names.ttl:6): two registers']


def test_the_entity_no_longer_bears_the_other_name() -> None:
    assert [entity.names for entity in resolution(APART, both_names()).entities] == [(), ()]


def test_a_spelling_of_a_known_name_may_be_another_entity() -> None:
    apart = Decision(False, ("Oracle", "Oracle Corp."))
    result = resolution(apart, both_names("Oracle Corp.", "Oracle", iri=ORACLE))
    assert [entity.iri for entity in result.entities] == [ORACLE, "https://kg.example/id/oracle-corp"]


@pytest.mark.parametrize("names", [("Kerlan", "Norvane"), ("Bravane", "Norvane")])
def test_other_decisions_leave_an_entity_whole(names: tuple[str, str]) -> None:
    assert len(resolution(Decision(False, names), both_names()).entities) == 1
