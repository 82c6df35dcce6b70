from __future__ import annotations

from typing import Any

import pytest

from kg.inquiry.checking.gold import GoldDate, GoldStatement
from kg.inquiry.checking.judge import Judge
from kg.inquiry.checking.scores import Comparison
from tests.world import ontology

RIGHT, WRONG = Comparison(1, 1, 1), Comparison(0, 1, 1)
LACKING, NEEDLESS, NOTHING = Comparison(0, 0, 1), Comparison(0, 1, 0), Comparison()


def record(relation: str = "funds", *, subject: str = "Volt", entity: str = "Lambda", **more: Any) -> dict[str, Any]:
    return {
        "subject": {"label": subject},
        "relation": relation,
        "object": {"label": entity},
        "modality": "asserted",
        "evidence": "",
        **more,
    }


def gold(relation: str = "funds", subject: str = "Volt", entity: str = "Lambda", **more: Any) -> GoldStatement:
    return GoldStatement(subject, relation, entity, "asserted", "", **more)


def compared(ours: dict[str, Any], theirs: GoldStatement) -> dict[str, Comparison]:
    return Judge(ontology()).compare(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ({"label": "$5m", "value": 5000000}, "5 millions", RIGHT),
        ({"label": "$5m"}, "$6m", WRONG),
        (None, "$5m", LACKING),
        ({"label": "$5m"}, "", NEEDLESS),
    ],
)
def test_an_amount_is_compared_with_the_golds(ours: dict[str, Any] | None, theirs: str, found: Comparison) -> None:
    assert compared(record(qualifiers={"amount": ours}), gold(amount=theirs))["amounts"] == found


def test_an_amount_without_a_number_is_neither_wanted_nor_wrong() -> None:
    assert "amounts" not in compared(record(qualifiers={"amount": {"label": "$5m"}}), gold(amount="several billion"))


def test_an_edge_that_is_an_amount_has_no_other() -> None:
    assert "amounts" not in compared(record("raised", entity="$5m"), gold("raised", entity="$5m", amount="$5m"))


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("2025-03", GoldDate("2025"), RIGHT),
        ("2024", GoldDate("2025"), WRONG),
        (None, GoldDate("2025"), LACKING),
        ("2025", GoldDate(), NEEDLESS),
        ("2025-03", GoldDate("", ("2025-03-14",)), RIGHT),
        (None, GoldDate("", ("2025-03-14",)), NOTHING),
        ("2025-03-14", GoldDate("2026", ("2025-03-14",)), WRONG),
    ],
)
def test_a_date_is_compared_with_the_golds(ours: str | None, theirs: GoldDate, found: Comparison) -> None:
    assert compared(record(qualifiers={"date": ours}), gold(date=theirs))["dates"] == found


def test_a_date_that_nobody_noted_is_not_compared() -> None:
    assert "dates" not in compared(record(qualifiers={"date": "2025"}), gold())


def test_the_date_of_an_outlook_is_its_horizon() -> None:
    ours = record("expects", qualifiers={"date": "2025", "horizon": "2030"})
    assert compared(ours, gold("expects", date=GoldDate("2030")))["dates"] == RIGHT


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ({"label": "IDC"}, "IDC", RIGHT),
        ({"label": "Volt"}, "IDC", WRONG),
        (None, "IDC", LACKING),
        ({"label": "IDC"}, "", NOTHING),
    ],
)
def test_a_speaker_is_compared_where_the_gold_has_one(
    ours: dict[str, str] | None, theirs: str, found: Comparison
) -> None:
    assert compared(record(attribution=ours), gold(attribution=theirs))["attribution"] == found


def test_words_of_a_speaker_have_their_speaker_as_subject_alone() -> None:
    assert "attribution" not in compared(record("said"), gold("said", attribution="Volt"))


def test_a_statement_of_another_modality_is_not_whole() -> None:
    assert not Judge(ontology()).is_whole(record(modality="planned"), gold())


def test_a_needless_date_or_a_missing_speaker_leaves_a_statement_whole() -> None:
    ours = record(qualifiers={"date": "2025"})
    assert Judge(ontology()).is_whole(ours, gold(attribution="IDC", date=GoldDate()))


@pytest.mark.parametrize(
    ("relation", "entity", "shown"),
    [("funds", "the startup", False), ("raised", "$5m", True), ("partner_of", "Volt", True), ("expects", "x", True)],
)
def test_a_label_shows_a_name_of_the_gold_unless_values_or_words_were_compared(
    relation: str, entity: str, shown: bool
) -> None:
    assert Judge(ontology()).shows_names(record(relation, entity=entity), gold(relation)) == shown


def test_an_end_without_a_label_shows_no_wrong_one() -> None:
    assert Judge(ontology()).shows_names(record(subject="", entity=""), gold())


def ends(ours: dict[str, Any], theirs: GoldStatement) -> list[tuple[str, str]]:
    return list(Judge(ontology()).ends(ours, theirs, {"Volt": "volt", "Lambda": "lambda"}))


def linked(relation: str, subject: str, entity: str) -> dict[str, Any]:
    return {**record(relation), "subject": {"label": subject, "iri": "a"}, "object": {"label": entity, "iri": "b"}}


def test_each_end_stands_for_the_entity_of_the_golds_end() -> None:
    assert ends(linked("funds", "Volt", "Lambda"), gold()) == [("volt", "a"), ("lambda", "b")]


def test_ends_of_a_symmetric_relation_may_be_crossed() -> None:
    assert ends(linked("partner_of", "Lambda", "Volt"), gold("partner_of")) == [("lambda", "a"), ("volt", "b")]


def test_an_end_that_the_gold_does_not_know_or_without_an_iri_does_not_count() -> None:
    assert ends(record(object={"label": "Oracle", "iri": "b"}), gold(entity="Oracle")) == []


def test_an_outlook_has_no_ends() -> None:
    assert ends(linked("expects", "Volt", "Lambda"), gold("expects")) == []
