from __future__ import annotations

from dataclasses import replace

from kg.model import Article, Modality, Statement, Value
from kg.rdf.rounds import Round, find_rounds
from tests.world import article, entity, money, ontology, statement

LAMBDA, VOLT = entity("e1", "Lambda"), entity("e2", "Volt")
ONE = "Lambda raised $5 million."
NEXT = "Volt led the round."


def raising(where: Article, amount: Value | None = None) -> Statement:
    return statement(where, LAMBDA, "raised", amount or money("$5 million", "5000000"), words=ONE)


def funding(where: Article, words: str, amount: Value | None = None) -> Statement:
    told = statement(where, VOLT, "funds", LAMBDA, words=words)
    return replace(told, qualifiers=replace(told.qualifiers, amount=amount))


def rounds(*statements: Statement) -> list[Round]:
    return list(find_rounds(statements, ontology()))


def test_a_sum_makes_a_round() -> None:
    (found,) = rounds(raising(article(ONE)))
    assert (found.recipient, found.amount.number, found.investors) == (LAMBDA, "5000000", ())


def test_the_investor_of_the_next_sentence_belongs_to_the_only_round() -> None:
    where = article(f"{ONE} {NEXT}")
    (found,) = rounds(raising(where), funding(where, NEXT))
    assert found.investors == (VOLT,)


def test_an_investor_far_away_does_not() -> None:
    where = article(f"{ONE} {'Nothing else happened. ' * 20} {NEXT}")
    (found,) = rounds(raising(where), funding(where, NEXT))
    assert found.investors == ()


def test_an_investment_of_another_amount_is_another_round() -> None:
    where = article(f"{ONE} {NEXT}")
    found = rounds(raising(where), funding(where, NEXT, money("$1 million", "1000000")))
    assert [(one.amount.number, one.investors) for one in found] == [("5000000", ()), ("1000000", (VOLT,))]


def test_a_planned_investment_does_not_join_a_round_that_is_done() -> None:
    where = article(f"{ONE} {NEXT}")
    planned = replace(funding(where, NEXT), modality=Modality.PLANNED)
    assert [one.investors for one in rounds(raising(where), planned)] == [()]


def test_a_round_told_twice_is_one_with_all_it_was_told_by() -> None:
    where = article(ONE)
    (found,) = rounds(raising(where), replace(raising(where), confidence=0.5))
    assert len(found.statements) == 2
