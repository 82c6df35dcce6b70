from __future__ import annotations

from typing import Any

import pytest

from kg.inquiry.checking.evaluate import Evaluation, evaluate
from kg.inquiry.checking.gold import GoldArticle, GoldDate, GoldStatement
from kg.inquiry.checking.scores import Comparison
from tests.world import ontology

WORDS = "the demand for power will grow by a third until 2030"


def record(subject: str, relation: str, entity: str, modality: str = "asserted", **more: Any) -> dict[str, Any]:
    return {
        "document": "articles/en-one.txt",
        "subject": {"label": subject},
        "relation": relation,
        "object": {"label": entity},
        "modality": modality,
        "evidence": "",
        **more,
    }


def gold(subject: str, relation: str, entity: str, modality: str = "asserted", **more: Any) -> GoldStatement:
    return GoldStatement(subject, relation, entity, modality, "", **more)


def judged(records: list[dict[str, Any]], *wanted: GoldStatement) -> Evaluation:
    return evaluate({"en-one": GoldArticle(wanted)}, records, ontology())


def linked(iri: str, relation: str, entity: str, **more: Any) -> dict[str, Any]:
    return {**record("Volt", relation, entity, **more), "subject": {"label": "Volt", "iri": iri}}


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
    found = evaluate({"fr-one": GoldArticle((gold("V", "funds", "L"),)), "two.fr": GoldArticle(())}, [], ontology())
    assert sorted(found.tallies) == ["all", "fr"]


def test_without_statements_there_is_no_precision() -> None:
    assert figures(judged([], gold("Volt", "funds", "Lambda"))) == (None, 0.0)


def test_a_fact_is_whole_when_one_statement_has_its_modality_amount_and_date() -> None:
    wanted = gold("Volt", "funds", "Lambda", amount="$5m", date=GoldDate("2025"))
    qualifiers = {"amount": {"label": "5 million dollars"}, "date": "2025-03"}
    assert judged([record("Volt", "funds", "Lambda", qualifiers=qualifiers)], wanted).tallies["all"].whole == 1.0
    assert judged([record("Volt", "funds", "Lambda")], wanted).tallies["all"].whole == 0.0


def test_a_required_fact_that_was_not_found_is_not_whole() -> None:
    assert judged([], gold("Volt", "funds", "Lambda")).tallies["all"].whole == 0.0


def test_the_label_that_is_shown_counts_and_not_another_name() -> None:
    told = {**record("", "funds", "Lambda"), "subject": {"label": "the startup", "names": ["Volt"]}}
    tally = judged([told], gold("Volt", "funds", "Lambda")).tallies["all"]
    assert (tally.precision, tally.labels) == (1.0, 0.0)


def test_of_several_gold_statements_the_one_that_fits_best_says_what_is_wanted() -> None:
    wanted = [gold("Volt", "funds", "Lambda", amount=amount) for amount in ("$9m", "$5m")]
    told = record("Volt", "funds", "Lambda", qualifiers={"amount": {"label": "$5m"}})
    assert judged([told], *wanted).tallies["all"].comparison("amounts") == Comparison(1, 1, 1)


def test_ends_of_true_statements_alone_tell_of_identity() -> None:
    article = GoldArticle((gold("Volt", "funds", "Lambda"), gold("Volt", "leases_to", "Oracle")), {"Volt": "volt"})
    told = [
        linked("a", "funds", "Lambda"),
        linked("b", "leases_to", "Oracle"),
        linked("a", "leases_to", "Lambda"),
    ]
    tally = evaluate({"en-one": article}, told, ontology()).tallies["all"]
    assert tally.comparison("identity_within") == Comparison(right=0, given=0, wanted=1)


def test_identity_across_articles_is_measured_over_all_of_them() -> None:
    article = GoldArticle((gold("Volt", "funds", "Lambda"),), {"Volt": "volt"})
    told = [linked("a", "funds", "Lambda", document=f"en-{name}.txt") for name in ("one", "two")]
    tallies = evaluate({"en-one": article, "en-two": article}, told, ontology()).tallies
    assert tallies["all"].comparison("identity_across") == Comparison(1, 1, 1)
    assert tallies["en"].comparison("identity_across") == Comparison()
