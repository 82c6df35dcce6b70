"""What texts state: one behaviour each, in the words of the graph."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.extract.extractor import FrameExtractor
from kg.model import Entity, Extraction, Span, Statement, Value
from tests.extract.reading import article, facts

Extract = Callable[[str, str], Extraction]


def only(extraction: Extraction, relation: str) -> Statement:
    (found,) = [statement for statement in extraction.statements if statement.relation == relation]
    return found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nordalia is funded by Kerlan Capital.", "en"),
        ("Nordalia was financed by Kerlan Capital.", "en"),
        ("Kerlan Capital invested in Nordalia.", "en"),
        ("Nordalia, backed by Kerlan Capital, is hiring.", "en"),
        ("Nordalia est financée par Kerlan Capital.", "fr"),
        ("Kerlan Capital a financé Nordalia.", "fr"),
        ("Nordalia, financée par Kerlan Capital, recrute.", "fr"),
        ("Kerlan Capital a investi dans Nordalia.", "fr"),
    ],
)
def test_voice_and_position_do_not_turn_a_relation_round(extract: Extract, text: str, language: str) -> None:
    assert facts(extract(text, language)) == ["Kerlan Capital | funds | Nordalia | asserted"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nordalia acquired Bravane.", "en"),
        ("Bravane was acquired by Nordalia.", "en"),
        ("Bravane, which Nordalia acquired, is hiring.", "en"),
        ("Nordalia a racheté Bravane.", "fr"),
        ("Bravane a été rachetée par Nordalia.", "fr"),
        ("Bravane, que Nordalia a rachetée, recrute.", "fr"),
    ],
)
def test_the_buyer_stays_the_buyer(extract: Extract, text: str, language: str) -> None:
    assert facts(extract(text, language)) == ["Nordalia | acquires | Bravane | asserted"]


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("Nordalia acquired Bravane.", "en", "asserted"),
        ("Nordalia will acquire Bravane.", "en", "planned"),
        ("Nordalia plans to acquire Bravane.", "en", "planned"),
        ("Nordalia may acquire Bravane.", "en", "possible"),
        ("Nordalia is in talks to acquire Bravane.", "en", "possible"),
        ("Nordalia did not acquire Bravane.", "en", "denied"),
        ("Nordalia a racheté Bravane.", "fr", "asserted"),
        ("Nordalia rachètera Bravane.", "fr", "planned"),
        ("Nordalia devrait racheter Bravane.", "fr", "planned"),
        ("Nordalia aurait racheté Bravane.", "fr", "possible"),
        ("Nordalia est en discussions pour racheter Bravane.", "fr", "possible"),
        ("Nordalia n'a pas racheté Bravane.", "fr", "denied"),
        ("Nordalia renonce à racheter Bravane.", "fr", "denied"),
    ],
)
def test_a_plan_is_no_fact(extract: Extract, text: str, language: str, modality: str) -> None:
    assert facts(extract(text, language)) == [f"Nordalia | acquires | Bravane | {modality}"]


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("According to Bravane, Nordalia raised $30 million.", "en", "Bravane"),
        ("Bravane said that Nordalia raised $30 million.", "en", "Bravane"),
        ("Nordalia raised $30 million, Bravane said.", "en", "Bravane"),
        ("Nordalia raised $30 million.", "en", None),
        ("Selon Anne Kerlan, Nordalia a levé 30 millions d'euros.", "fr", "Anne Kerlan"),
        ("Bravane affirme que Nordalia a levé 30 millions d'euros.", "fr", "Bravane"),
        ("Nordalia a levé 30 millions d'euros.", "fr", None),
    ],
)
def test_who_is_reported_to_say_it(extract: Extract, text: str, language: str, source: str | None) -> None:
    assert only(extract(text, language), "raised").attribution == source


@pytest.mark.parametrize(
    ("text", "language", "number", "unit", "bound"),
    [
        ("Nordalia raised $1.5 billion.", "en", "1500000000", "USD", "exact"),
        ("Nordalia raised at least €30 million.", "en", "30000000", "EUR", "at least"),
        ("Nordalia a levé 1,5 milliard d'euros.", "fr", "1500000000", "EUR", "exact"),
        ("Nordalia a levé environ 30 millions d'euros.", "fr", "30000000", "EUR", "about"),
    ],
)
def test_an_amount_is_a_number_in_a_unit(  # noqa: PLR0917 - one row of the table
    extract: Extract, text: str, language: str, number: str, unit: str, bound: str
) -> None:
    value = only(extract(text, language), "raised").object.target
    assert isinstance(value, Value)
    assert (value.number, value.unit, value.bound) == (number, unit, bound)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Nordalia raised $30 million in March 2024.", "en"), ("Nordalia a levé 30 millions d'euros en mars 2024.", "fr")],
)
def test_a_date_in_the_clause_is_when(extract: Extract, text: str, language: str) -> None:
    assert only(extract(text, language), "raised").qualifiers.date == "2024-03"


def test_money_between_two_entities_is_an_amount(extract: Extract) -> None:
    amount = only(extract("Kerlan Capital invested $30 million in Nordalia.", "en"), "funds").qualifiers.amount
    assert amount is not None
    assert (amount.number, amount.unit) == ("30000000", "USD")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nordalia raised $30 million from Kerlan Capital, Bravane and Solvigne.", "en"),
        ("Nordalia a levé 30 millions d'euros auprès de Kerlan Capital, Bravane et Solvigne.", "fr"),
    ],
)
def test_everyone_in_a_list_is_meant(extract: Extract, text: str, language: str) -> None:
    funds = [fact for fact in facts(extract(text, language)) if "| funds |" in fact]
    assert funds == [f"{who} | funds | Nordalia | asserted" for who in ("Bravane", "Kerlan Capital", "Solvigne")]


@pytest.mark.parametrize(
    ("text", "language", "fact"),
    [
        ("Nordalia raised $30 million. It acquired Bravane.", "en", "Nordalia | acquires | Bravane | asserted"),
        (
            "Nordalia raised $30 million. The company acquired Bravane.",
            "en",
            "Nordalia | acquires | Bravane | asserted",
        ),
        ("Nordalia Energy is new. Nordalia acquired Bravane.", "en", "Nordalia Energy | acquires | Bravane | asserted"),
        (
            "Nordalia est financée par Solvigne. Elle a racheté Bravane.",
            "fr",
            "Nordalia | acquires | Bravane | asserted",
        ),
        ("La startup Nordalia recrute. Elle a racheté Bravane.", "fr", "Nordalia | acquires | Bravane | asserted"),
        ("Nordalia, filiale de Solvigne, a racheté Bravane.", "fr", "Nordalia | acquires | Bravane | asserted"),
    ],
)
def test_pronouns_descriptions_and_short_forms_are_the_entity_itself(
    extract: Extract, text: str, language: str, fact: str
) -> None:
    assert fact in facts(extract(text, language))


def test_a_site_is_one_entity_over_sentences(extract: Extract) -> None:
    text = "Nordalia construit un data center à Lille. Le site sera alimenté par du gaz naturel."
    found = extract(text, "fr")
    built, powered = only(found, "builds").object.target, only(found, "powered_by").subject.target
    assert isinstance(built, Entity)
    assert (built, built.named) == (powered, False)


def test_a_join_tells_why(extract: Extract) -> None:
    found = extract("Nordalia raised $30 million. The company acquired Bravane.", "en")
    assert only(found, "acquires").steps


def test_of_a_leader_both_role_and_organisation_are_told(extract: Extract) -> None:
    found = extract("Anne Kerlan, PDG de Nordalia, recrute.", "fr")
    assert "Nordalia | has_ceo | Anne Kerlan | asserted" in facts(found)
    organization = only(found, "has_role").qualifiers.organization
    assert organization is not None
    assert organization.label == "Nordalia"


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("Nordalia raised concerns.", "en", "raised"),
        ("Who will fund Nordalia?", "en", "fund"),
        ("Nordalia a levé un obstacle.", "fr", "levé"),
        ("Le débat alimente la colère.", "fr", "alimente"),
    ],
)
def test_what_looked_like_a_statement_is_skipped_with_a_reason(
    extract: Extract, text: str, language: str, trigger: str
) -> None:
    found = extract(text, language)
    assert found.statements == ()
    skipped = next(one for one in found.skipped if one.trigger == trigger)
    assert (skipped.sentence.of(text), bool(skipped.reason)) == (text, True)


PARTS = """# Nordalia raises $30 million

Nordalia is backed by Kerlan Capital 🚀. According to Anne Kerlan, CEO of Nordalia, it will build a plant in Leeds.

“We will build much more than this,” Anne Kerlan said.
"""


def test_every_quotation_stands_where_it_says(extract: Extract) -> None:
    found = extract(PARTS, "en")
    assert len(found.statements) > 4
    for statement in found.statements:
        for mention in (statement.evidence, statement.subject.mention, statement.object.mention):
            assert mention.span.of(PARTS) == mention.text
        assert statement.trigger.of(PARTS)


def test_evidence_holds_its_trigger(extract: Extract) -> None:
    statements = [s for s in extract(PARTS, "en").statements if s.relation != "said"]
    assert [s.relation for s in statements if not s.evidence.span.contains(s.trigger)] == []


def test_statements_come_in_the_order_of_the_text(extract: Extract) -> None:
    starts = [statement.evidence.span.start for statement in extract(PARTS, "en").statements]
    assert starts == sorted(starts)


def test_statements_have_ids_of_their_own_that_stay(extract: Extract) -> None:
    ids = [statement.id for statement in extract(PARTS, "en").statements]
    assert (len(set(ids)), [s.id for s in extract(PARTS, "en").statements]) == (len(ids), ids)


def test_what_is_returned_can_be_sent_to_another_process(extract: Extract) -> None:
    found = extract(PARTS, "en")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_front_matter_states_nothing(extractor: FrameExtractor) -> None:
    text = "---\ntitle: Nordalia acquired Bravane.\n---\nSolvigne is funded by Kerlan Capital."
    whole = article(text, "en", document="a.md")
    found = extractor.extract(replace(whole, body=Span(text.index("Solvigne"), len(text))))
    assert facts(found) == ["Kerlan Capital | funds | Solvigne | asserted"]


@pytest.mark.parametrize(
    "headline",
    [
        "Nordalia Secures Approximately $300 Million From Kerlan Capital to Expand Its Campus",
        "NORDALIA SECURES $300 MILLION FROM KERLAN CAPITAL",
    ],
)
def test_a_headline_in_capitals_states_what_it_would_without(extractor: FrameExtractor, headline: str) -> None:
    text = f"{headline}\n\nThe money comes at a good time for Nordalia and for Kerlan Capital."
    found = facts(extractor.extract(article(text)))
    assert next(fact for fact in found if "raised" in fact).startswith("Nordalia | raised | $300 M")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Nordalia raised $3 million to build a plant.", "planned"),
        ("Nordalia is to build a plant.", "planned"),
        ("Nordalia has begun to build a plant.", "asserted"),
    ],
)
def test_an_english_infinitive_is_not_yet_done_unless_its_verb_says_so(
    extract: Extract, text: str, modality: str
) -> None:
    assert only(extract(text, "en"), "builds").modality == modality


def test_companies_that_do_something_together_are_paired(extract: Extract) -> None:
    assert facts(extract("Nordalia, Bravane and Kerlan Labs formed a joint venture.", "en")) == [
        "Bravane | partner_of | Kerlan Labs | asserted",
        "Nordalia | partner_of | Bravane | asserted",
        "Nordalia | partner_of | Kerlan Labs | asserted",
    ]


def test_a_wind_farm_is_a_plant_and_no_wind(extract: Extract) -> None:
    assert facts(extract("A wind farm will power the campus.", "en")) == ["campus | powered_by | wind farm | planned"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nordalia, whose chief executive is Anna Kerlan, pays.", "Nordalia | has_ceo | Anna Kerlan | asserted"),
        ("Anna Kerlan, one of the founders of Nordalia, left.", "Nordalia | founded_by | Anna Kerlan | asserted"),
        ("The plant, owned and operated by Nordalia, opened.", "Nordalia | owns | Nordalia plant | asserted"),
        ("Based in Lille, Nordalia makes chips.", "Nordalia | headquartered_in | Lille | asserted"),
        ("Anna Kerlan co-founded Nordalia in Lille.", "Nordalia | founded_by | Anna Kerlan | asserted"),
        ("Nordalia closed a $30 million Series B.", "Nordalia | raised | $30 million | asserted"),
    ],
)
def test_english_ends_are_found_where_other_words_stand_between(extract: Extract, text: str, fact: str) -> None:
    assert fact in facts(extract(text, "en"))


def test_the_president_of_a_company_speaks_and_not_the_company(extract: Extract) -> None:
    text = "“We are pleased to have sold our campus,” said Nordalia president Paul Kerlan."
    assert only(extract(text, "en"), "said").subject.label == "Paul Kerlan"
