"""What makes a statement less sure."""

from __future__ import annotations

import pytest

from kg.extract.frames.arguments import Filler
from kg.extract.frames.confidence import confidence_of, explain_confidence
from kg.model import Mention, Span, Value


def filler(how: str = "name", *, far: bool = False, untold: bool = False) -> Filler:
    return Filler(1, Mention("Nordalia", Span(0, 8)), how, "", far=far, untold=untold)


def test_two_names_are_as_sure_as_it_gets() -> None:
    assert confidence_of(filler(), filler()) == 0.97


@pytest.mark.parametrize(
    "doubtful",
    [
        filler("description"),
        filler("salience"),
        filler("topic"),
        filler(far=True),
        filler(untold=True),
        filler("grammar"),
    ],
)
def test_what_is_not_named_on_the_spot_is_less_sure(doubtful: Filler) -> None:
    assert confidence_of(doubtful, filler()) < confidence_of(filler(), filler())


def test_a_guess_is_less_sure_than_a_reference() -> None:
    assert confidence_of(filler("topic"), filler()) < confidence_of(filler("salience"), filler())


def test_an_inferred_currency_is_less_sure() -> None:
    told = Filler(Value("Money", "$1", "1", "USD"), Mention("$1", Span(9, 11)), "value", "")
    inferred = Filler(Value("Money", "$1", "1", "USD", inferred="currency"), Mention("$1", Span(9, 11)), "value", "")
    assert confidence_of(filler(), inferred) < confidence_of(filler(), told)


def test_no_doubts_make_it_nothing() -> None:
    worst = filler("topic", far=True, untold=True)
    assert confidence_of(worst, worst) == 0.3


def test_each_doubt_is_told_with_its_weight() -> None:
    told = explain_confidence(filler("salience"), filler())
    assert "0.97 − 0.12 (the subject is a reference to what is most present)" in str(told)
