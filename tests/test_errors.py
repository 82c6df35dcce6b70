from __future__ import annotations

import pytest

from kg import errors
from kg.errors import KgError


def test_an_error_says_where_what_and_what_to_do() -> None:
    assert str(KgError("is empty", where="a.txt:3", advice="give it a text")) == "a.txt:3: is empty; give it a text"


def test_what_is_not_known_is_left_out() -> None:
    assert (str(KgError("is empty")), str(KgError("is empty", where="a.txt"))) == ("is empty", "a.txt: is empty")


def test_an_error_is_one_line_whatever_it_is_made_of() -> None:
    assert str(KgError("a\nb", where="c\r\nd", advice="e\t f")) == "c d: a b; e f"


def test_its_facts_can_be_asked_for() -> None:
    error = KgError("is empty", where="a.txt", advice="mend it")
    assert (error.what, error.where, error.advice) == ("is empty", "a.txt", "mend it")


@pytest.mark.parametrize("name", errors.__all__)
def test_all_errors_have_one_root(name: str) -> None:
    assert issubclass(getattr(errors, name), KgError)
