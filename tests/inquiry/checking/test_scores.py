from __future__ import annotations

from kg.inquiry.checking.scores import COMPARED, MEASURES, SHARES, Comparison, Tally


def test_tallies_add_what_was_counted_and_what_was_compared() -> None:
    one = Tally(true=1, relations={"funds": (1, 1)}, compared={"dates": Comparison(1, 1, 1)})
    other = Tally(true=2, relations={"funds": (0, 1)}, compared={"dates": Comparison(0, 1, 2)})
    both = one + other
    assert (both.true, both.relations, both.comparison("dates")) == (3, {"funds": (1, 2)}, Comparison(1, 2, 3))


def test_a_comparison_without_answers_has_no_precision_and_without_wants_no_recall() -> None:
    assert (Comparison(0, 0, 2).precision, Comparison(0, 2, 0).recall) == (None, None)


def test_figures_have_four_digits() -> None:
    assert Comparison(1, 3, 3).precision == 0.3333


def test_a_figure_has_the_name_of_a_share_or_of_a_comparison_and_its_part() -> None:
    tally = Tally(true=4, labelled=3, compared={"amounts": Comparison(1, 2, 4)})
    assert (tally.figure("labels"), tally.figure("amounts.recall")) == (0.75, 0.25)


def test_every_measure_has_a_figure_in_its_order() -> None:
    assert tuple(Tally().figures()) == MEASURES
    assert len(MEASURES) == len(SHARES) + 2 * len(COMPARED)
