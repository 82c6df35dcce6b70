from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from kg.inquiry.comparing.conflicts import Conflict, Conflicts, find_conflicts
from kg.model import Article, Entity, Modality, Statement, Value
from kg.ontology import Ontology
from tests.world import article, entity, statement

NORDALIA, BRAVANE = entity("e1", "Nordalia"), entity("e2", "Bravane")
ANNA, PAUL = entity("e3", "Anna Kerlan", "Person"), entity("e4", "Paul Tavane", "Person")
EARLY, LATE = date(2026, 1, 5), date(2026, 6, 1)


def money(number: str, unit: str = "USD", bound: str = "exact") -> Value:
    return Value("MonetaryAmount", f"{number} {unit}", number, unit, bound)


Told = tuple[Article, Statement]


def told(day: date | None, relation: str, target: Entity | Value, *, subject: Entity = NORDALIA) -> Told:
    """Return an article and the statement it makes; `day` names it and makes its text unlike others'."""
    text = f"{subject.label} {relation} {target.label}. Of {day} it tells that {day} was fine."
    where = replace(article(text, f"{day}-{target.label}.txt"), date=day)
    return where, statement(where, subject, relation, target)


def judge(ontology: Ontology, *several: Told) -> Conflicts:
    return find_conflicts([one for _, one in several], [where for where, _ in several], ontology)


def kinds(found: Sequence[Conflict]) -> list[tuple[str, str]]:
    return [(one.about, str(one.suggestion.kind)) for one in found]


def as_modality(one: Told, modality: Modality) -> Told:
    return one[0], replace(one[1], modality=modality)


def with_facts(one: Told, *, amount: Value | None = None, day: str | None = None) -> Told:
    return one[0], replace(one[1], qualifiers=replace(one[1].qualifiers, amount=amount, date=day))


def test_another_holder_in_a_later_article_is_an_update(ontology: Ontology) -> None:
    (found,) = judge(ontology, told(LATE, "has_ceo", PAUL), told(EARLY, "has_ceo", ANNA)).found
    assert (found.said, found.published) == (("Anna Kerlan", "Paul Tavane"), (EARLY, LATE))
    assert (found.suggestion.kind, found.suggestion.reason) == ("update", "a later article (147 days)")


def test_of_those_who_say_one_thing_the_one_that_corrects_is_shown(ontology: Ontology) -> None:
    where = replace(article("Correction: Nordalia founded_in 2020.", "z.txt"), date=LATE)
    year = Value("Year", "2020", "2020")
    corrected = where, statement(where, NORDALIA, "founded_in", year)
    others = [
        told(day, "founded_in", Value("Year", number, number)) for day, number in ((EARLY, "2018"), (LATE, "2020"))
    ]
    (found,) = judge(ontology, *others, corrected).found
    assert (found.second.document, str(found.suggestion.kind)) == ("z.txt", "correction")


def test_another_year_of_founding_is_a_contradiction_at_any_time(ontology: Ontology) -> None:
    years = [Value("Year", year, year) for year in ("2018", "2020")]
    found = judge(ontology, *(told(day, "founded_in", year) for day, year in zip((EARLY, LATE), years, strict=True)))
    assert kinds(found.found) == [("object", "contradiction")]
    assert found.has_contradiction


def test_values_that_can_both_be_true_are_no_conflict(ontology: Ontology) -> None:
    found = judge(ontology, told(EARLY, "cost", money("2000", bound="at least")), told(EARLY, "cost", money("2500")))
    assert found == Conflicts((), ())


def test_what_agrees_with_a_bound_still_conflicts_with_another_value(ontology: Ontology) -> None:
    bound = told(EARLY, "cost", money("200", bound="at least"))
    found = judge(ontology, bound, told(EARLY, "cost", money("250")), told(EARLY, "cost", money("300")))
    assert [one.said for one in found.found] == [("250 USD", "300 USD")]


def test_an_amount_in_another_currency_is_a_note(ontology: Ontology) -> None:
    found = judge(ontology, told(EARLY, "cost", money("200")), told(LATE, "cost", money("190", "EUR")))
    assert (found.found, [note.said for note in found.notes]) == ((), [("200 USD", "190 EUR")])


def test_a_plan_is_no_other_fact(ontology: Ontology) -> None:
    plan = as_modality(told(LATE, "cost", money("300")), Modality.PLANNED)
    assert judge(ontology, told(EARLY, "cost", money("200")), plan).found == ()


def test_relations_that_hold_many_do_not_conflict(ontology: Ontology) -> None:
    kerlan = entity("e5", "Kerlan")
    assert judge(ontology, told(EARLY, "customer_of", BRAVANE), told(LATE, "customer_of", kerlan)).found == ()


@pytest.mark.parametrize(
    ("day", "kind"), [(date(2026, 1, 8), "contradiction"), (LATE, "different round"), (None, "different round")]
)
def test_sums_raised_are_rounds_unless_told_at_one_time(ontology: Ontology, day: date | None, kind: str) -> None:
    found = judge(ontology, told(EARLY, "raised", money("40")), told(day, "raised", money("90"))).found
    assert kinds(found) == [("object", kind)]


def test_other_investors_are_no_conflict_but_other_sums_of_one_are(ontology: Ontology) -> None:
    kerlan = entity("e5", "Kerlan")
    one = with_facts(told(EARLY, "funds", NORDALIA, subject=BRAVANE), amount=money("5"))
    more = with_facts(told(LATE, "funds", NORDALIA, subject=BRAVANE), amount=money("7"))
    other = with_facts(told(LATE, "funds", NORDALIA, subject=kerlan), amount=money("9"))
    assert kinds(judge(ontology, one, more, other).found) == [("amount", "different round")]


def test_two_dates_of_what_happens_once_are_a_conflict(ontology: Ontology) -> None:
    mill = entity("e6", "Dunkirk mill", "Facility")
    first = with_facts(told(EARLY, "builds", mill), day="2027")
    same = with_facts(told(EARLY, "builds", mill), day="2027-03")
    late = with_facts(told(LATE, "builds", mill), day="2029")
    assert judge(ontology, first, same).found == ()
    assert kinds(judge(ontology, first, late).found) == [("date", "update")]


def test_a_denial_is_held_against_the_same_edge_asserted(ontology: Ontology) -> None:
    denied = as_modality(told(LATE, "acquires", BRAVANE), Modality.DENIED)
    assert kinds(judge(ontology, told(EARLY, "acquires", BRAVANE), denied).found) == [("denial", "update")]
    (found,) = judge(ontology, told(date(2026, 5, 30), "acquires", BRAVANE), denied).found
    assert (found.suggestion.kind, found.said) == ("contradiction", ("asserted", "denied"))


def test_a_town_and_the_region_it_lies_in_are_one_seat(ontology: Ontology) -> None:
    lille, north, paris = (entity(f"p{name}", name, "Place") for name in ("Lille", "Nord", "Paris"))
    seats = [told(EARLY, "headquartered_in", lille), told(EARLY, "headquartered_in", north)]
    assert kinds(judge(ontology, *seats).found) == [("object", "contradiction")]
    assert judge(ontology, *seats, told(EARLY, "located_in", north, subject=lille)).found == ()
    assert len(judge(ontology, *seats, told(EARLY, "located_in", paris, subject=lille)).found) == 1


def test_an_article_that_tells_both_means_two_times(ontology: Ontology) -> None:
    where = replace(article("Nordalia was led by Anna Kerlan. Then it was by Paul Tavane."), date=EARLY)
    sentences = where.text.split(". ")
    both = [
        (where, statement(where, NORDALIA, "has_ceo", person, words=words))
        for person, words in zip((ANNA, PAUL), sentences, strict=True)
    ]
    (found,) = judge(ontology, told(LATE, "has_ceo", ANNA), *both).found
    assert (found.suggestion.reason, found.first.document) == ("one article tells both", where.document)


def test_what_one_sentence_tells_is_no_conflict(ontology: Ontology) -> None:
    where = article("Nordalia is led by Anna Kerlan and Paul Tavane.")
    both = [(where, statement(where, NORDALIA, "has_ceo", person)) for person in (ANNA, PAUL)]
    assert judge(ontology, *both).found == ()


def test_values_are_held_against_the_next_in_time(ontology: Ontology) -> None:
    days = (date(2026, 5, 1), EARLY, date(2026, 3, 1))
    found = judge(ontology, *(told(day, "valued_at", money(str(day.month))) for day in days)).found
    assert [one.said for one in found] == [("1 USD", "3 USD"), ("3 USD", "5 USD")]
