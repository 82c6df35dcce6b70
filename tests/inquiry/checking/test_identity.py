from __future__ import annotations

from kg.inquiry.checking.identity import compare_across, compare_within
from kg.inquiry.checking.scores import Comparison


def test_two_ends_of_one_entity_with_one_iri_are_right() -> None:
    assert compare_within([("volt", "a"), ("volt", "a")]) == Comparison(right=1, given=1, wanted=1)


def test_an_entity_with_two_iris_is_wanted_and_not_given() -> None:
    assert compare_within([("volt", "a"), ("volt", "b")]) == Comparison(right=0, given=0, wanted=1)


def test_an_iri_of_two_entities_is_given_and_not_wanted() -> None:
    assert compare_within([("volt", "a"), ("lambda", "a")]) == Comparison(right=0, given=1, wanted=0)


def test_an_end_weighs_as_often_as_it_was_found_within_an_article() -> None:
    assert compare_within([("volt", "a"), ("volt", "a"), ("volt", "a"), ("volt", "b")]).recall == 0.5


def test_across_articles_an_end_counts_once_in_each() -> None:
    articles = [[("volt", "a"), ("volt", "a")], [("volt", "a")]]
    assert compare_across(articles) == Comparison(right=1, given=1, wanted=1)


def test_pairs_within_one_article_do_not_count_across() -> None:
    assert compare_across([[("volt", "a"), ("volt", "b")], [("lambda", "c")]]) == Comparison()
