from __future__ import annotations

from typing import Any

import pytest

from kg.inquiry.checking.evaluate import Evaluation, evaluate
from kg.inquiry.checking.gold import GoldStatement
from tests.world import ontology

WORDS = "the demand for power will grow by a third until 2030"


def record(subject: str, relation: str, thing: str, modality: str = "asserted", **more: Any) -> dict[str, Any]:
    return {
        "document": "articles/en-one.txt",
        "subject": {"label": subject},
        "relation": relation,
        "object": {"label": thing},
        "modality": modality,
        "evidence": "",
        **more,
    }


def gold(subject: str, relation: str, thing: str, modality: str = "asserted", **more: Any) -> GoldStatement:
    return GoldStatement(subject, relation, thing, modality, "", **more)


def judged(records: list[dict[str, Any]], *wanted: GoldStatement) -> Evaluation:
    return evaluate({"en-one": wanted}, records, ontology())


def figures(found: Evaluation) -> tuple[float | None, float | None]:
    return found.tallies["all"].precision, found.tallies["all"].recall


def test_what_is_found_counts_for_both() -> None:
    found = judged([record("Volt", "funds", "Lambda")], gold("Volt", "funds", "Lambda"))
    assert (*figures(found), found.tallies["en"].f1) == (1.0, 1.0, 1.0)


def test_an_optional_one_is_true_when_found_and_not_missed_when_not() -> None:
    optional = gold("Volt", "funds", "Lambda", required=False)
    assert judged([], optional).tallies["all"].required == 0
    tally = judged([record("Volt", "funds", "Lambda")], optional).tallies["all"]
    assert (tally.precision, tally.strict) == (1.0, 0.0)


def test_one_of_a_group_is_enough() -> None:
    group = [gold("Volt", "funds", "Lambda", group="g"), gold("Volt", "partner_of", "Lambda", group="g")]
    tally = judged([record("Volt", "partner_of", "Lambda")], *group).tallies["all"]
    assert (tally.found, tally.required, tally.relations) == (1, 1, {"funds": (1, 1)})


def test_a_group_is_named_by_its_first_required_member() -> None:
    group = [gold("V", "funds", "L", group="g", required=False), gold("V", "partner_of", "L", group="g")]
    assert judged([], *group).tallies["all"].relations == {"partner_of": (0, 1)}


def test_a_swap_is_told_from_other_errors() -> None:
    found = judged([record("Lambda", "funds", "Volt")], gold("Volt", "funds", "Lambda"))
    assert (found.tallies["all"].swapped, [fault.kind for fault in found.faults]) == (1.0, ["swapped", "missed"])


def test_a_symmetric_relation_has_no_direction() -> None:
    assert figures(judged([record("A1", "partner_of", "B1")], gold("B1", "partner_of", "A1"))) == (1.0, 1.0)


def test_a_plan_told_as_a_fact_is_hedged_as_fact() -> None:
    found = judged([record("Volt", "funds", "Lambda")], gold("Volt", "funds", "Lambda", "planned"))
    assert (found.tallies["all"].hedged_as_fact, found.tallies["all"].modality_accuracy) == (1.0, 0.0)
    assert [fault.kind for fault in found.faults] == ["hedged"]


def test_a_fact_told_as_a_plan_is_only_a_wrong_modality() -> None:
    found = judged([record("Volt", "funds", "Lambda", "planned")], gold("Volt", "funds", "Lambda"))
    assert (found.tallies["all"].hedged_as_fact, found.tallies["all"].modality_accuracy) == (0.0, 0.0)


def test_statements_that_say_the_same_count_once_and_the_first_one_speaks() -> None:
    twice = [record("Volt", "funds", "Lambda", "planned"), record("Volt", "funds", "Lambda")]
    found = judged(twice, gold("Volt", "funds", "Lambda"))
    assert (found.tallies["all"].true, found.tallies["all"].modality_accuracy) == (1, 0.0)


def test_a_relation_that_the_ontology_lacks_does_not_count() -> None:
    assert judged([record("Volt", "adores", "Lambda")]).tallies["all"].false == 0


def test_another_article_does_not_count() -> None:
    assert judged([record("V", "funds", "L", document="other.txt")]).tallies["all"].false == 0


def test_amounts_are_compared_by_their_numbers() -> None:
    told = record("Lambda", "raised", "$5m", object={"label": "$5m", "value": 5000000})
    assert figures(judged([told], gold("Lambda", "raised", "5 millions de dollars"))) == (1.0, 1.0)


@pytest.mark.parametrize(("relation", "precision"), [("expects", 1.0), ("said", 0.0)])
def test_words_about_anything_need_no_subject_but_words_of_a_speaker_do(relation: str, precision: float) -> None:
    told = record("somebody", relation, WORDS)
    assert judged([told], gold("another", relation, WORDS)).tallies["all"].precision == precision


def test_a_french_article_counts_as_french() -> None:
    found = evaluate({"fr-one": [gold("V", "funds", "L")], "two.fr": []}, [], ontology())
    assert sorted(found.tallies) == ["all", "fr"]


def test_without_statements_there_is_no_precision() -> None:
    assert figures(judged([], gold("Volt", "funds", "Lambda"))) == (None, 0.0)
