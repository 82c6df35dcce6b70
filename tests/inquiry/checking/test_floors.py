from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.inquiry.checking.evaluate import Evaluation
from kg.inquiry.checking.floors import read_floors, under_floor
from kg.inquiry.checking.scores import Comparison, Tally

DATES = {"dates": Comparison(right=1, given=2, wanted=4)}
FOUND = Evaluation({"all": Tally(required=4, found=2, true=8, false=2, swaps=1, compared=DATES), "fr": Tally()}, ())


@pytest.mark.parametrize(
    "word", ["recall=0.5", "precision=0.8", "swapped=0.1", "hedged_as_fact=0", "dates.recall=0.25"]
)
def test_a_figure_at_its_limit_is_kept(word: str) -> None:
    assert under_floor(FOUND, read_floors([word], ("all", "fr"))) == []


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("recall=0.51", "all.recall is 0.5, under 0.51"),
        ("swapped=0.09", "all.swapped is 0.1, over 0.09"),
        ("fr.recall=0.1", "fr.recall is None, under 0.1"),
        ("dates.precision=0.6", "all.dates.precision is 0.5, under 0.6"),
        ("fr.dates.recall=0.1", "fr.dates.recall is None, under 0.1"),
    ],
)
def test_a_worse_figure_is_told(word: str, line: str) -> None:
    assert under_floor(FOUND, read_floors([word], ("all", "fr"))) == [line]


@pytest.mark.parametrize("word", ["recall", "recall=much", "beauty=0.5", "de.recall=0.5", "dates=0.5"])
def test_what_is_no_limit_is_an_error(word: str) -> None:
    with pytest.raises(UsageError, match="measure"):
        read_floors([word], ("all", "fr"))
