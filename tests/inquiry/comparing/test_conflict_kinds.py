from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.inquiry.comparing.conflict_kinds import Dispute, suggest
from kg.model import Mention, Span, Statement, Value
from kg.ontology import Ontology
from tests.world import article, entity, statement

NORDALIA = entity("e1", "Nordalia")
EARLY, LATER = date(2026, 1, 5), date(2026, 1, 6)


def founded(year: str, text: str = "", *, said_by: str | None = None, language: str = "en") -> Statement:
    sentence = f"Nordalia was founded in {year}."
    where = article(text or sentence, f"{year}.txt", language)
    one = statement(where, NORDALIA, "founded_in", Value("Year", year, year))
    start = where.text.find(sentence)
    place = Mention(sentence, Span(start, start + len(sentence))) if start >= 0 else one.evidence
    return replace(one, attribution=said_by, evidence=place)


def kind_of(ontology: Ontology, dispute: Dispute, text: str = "") -> tuple[str, str]:
    found = suggest(dispute, {dispute.second.document: text}, ontology)
    return str(found.kind), found.reason


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("In reality, Nordalia was founded in 2019.", "en", "in reality"),
        ("CORRECTION: Nordalia was founded in 2019.", "en", "correction"),
        ("Nordalia a en réalité été fondée en 2019.", "fr", "en réalité"),
    ],
)
def test_a_word_that_corrects_makes_a_correction(ontology: Ontology, text: str, language: str, word: str) -> None:
    dispute = Dispute(founded("2018"), founded("2019", text, language=language), (EARLY, LATER), "one")
    assert kind_of(ontology, dispute, text) == ("correction", f"“{word}” stands by it")


@pytest.mark.parametrize(
    "text",
    [
        "In reality, Kerlan is older. Nordalia was founded in 2019.",
        "Nordalia was founded in 2019. Correction: Kerlan is older.",
        "Nordalia was founded in 2019. La rectification est due à Kerlan.",
    ],
)
def test_a_word_that_corrects_something_else_does_not(ontology: Ontology, text: str) -> None:
    dispute = Dispute(founded("2018"), founded("2019", text), (EARLY, LATER), "one")
    assert kind_of(ontology, dispute, text)[0] == "contradiction"


def test_a_later_copy_of_the_same_text_corrects_it(ontology: Ontology) -> None:
    dispute = Dispute(founded("2018"), founded("2019"), (EARLY, LATER), "one at a time", is_copy=True)
    assert kind_of(ontology, dispute) == ("correction", "a later copy of the same text (1 days)")
    assert kind_of(ontology, replace(dispute, published=(EARLY, EARLY)))[0] == "contradiction"


def test_a_source_that_changes_what_is_for_ever_corrects_itself(ontology: Ontology) -> None:
    dispute = Dispute(founded("2018", said_by="IDC"), founded("2019", said_by="IDC"), (EARLY, LATER), "one")
    assert kind_of(ontology, dispute) == ("correction", "the same source, IDC, 1 days later")
    assert kind_of(ontology, replace(dispute, holds="one at a time"))[0] == "contradiction"


def test_articles_of_unknown_days_contradict_each_other(ontology: Ontology) -> None:
    dispute = Dispute(founded("2018"), founded("2019"), (EARLY, None), "one at a time")
    assert kind_of(ontology, dispute) == ("contradiction", "no dates tell them apart")


def test_dates_that_exclude_each_other_tell_two_times_of_one_day(ontology: Ontology) -> None:
    first, second = (
        replace(one, qualifiers=replace(one.qualifiers, date=day))
        for one, day in ((founded("2018"), "2024"), (founded("2019"), "2026-01"))
    )
    dispute = Dispute(first, second, (EARLY, EARLY), "one at a time")
    assert kind_of(ontology, dispute) == ("update", "of different dates (2024, 2026-01)")
