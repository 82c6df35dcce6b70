from __future__ import annotations

import pickle

import pytest

from kg.model import Entity, Mention, Modality, Span, Term, Value


def test_a_span_is_the_words_between_its_ends() -> None:
    assert Span(4, 8).of("the site is") == "site"


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps"),
    [
        (Span(0, 4), Span(0, 4), True, True),
        (Span(0, 4), Span(1, 3), True, True),
        (Span(1, 3), Span(0, 4), False, True),
        (Span(0, 2), Span(2, 4), False, False),
        (Span(0, 3), Span(2, 4), False, True),
    ],
)
def test_spans_contain_and_overlap(one: Span, other: Span, contains: bool, overlaps: bool) -> None:
    assert (one.contains(other), one.overlaps(other)) == (contains, overlaps)


def test_spans_are_ordered_by_start_then_end() -> None:
    assert sorted([Span(2, 3), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(2, 3)]


def test_there_are_four_modalities_from_done_to_rejected() -> None:
    assert [*Modality] == ["asserted", "planned", "possible", "denied"]


@pytest.mark.parametrize("target", [Entity("e1", "Oracle", "Organization"), Value("Year", "2024", "2024")])
def test_a_term_has_label_and_class_of_its_target(target: Entity | Value) -> None:
    term = Term(target, Mention("it", Span(0, 2)))
    assert (term.label, term.cls) == (target.label, target.cls)


def test_values_can_be_sent_to_another_process() -> None:
    term = Term(Entity("e1", "Oracle", "Organization"), Mention("it", Span(0, 2)))
    assert pickle.loads(pickle.dumps(term)) == term  # noqa: S301 - our own bytes
