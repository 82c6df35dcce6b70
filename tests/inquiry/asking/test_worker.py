from __future__ import annotations

import os
import time
from functools import partial

import pytest

from kg.errors import ArticleError, QueryError
from kg.inquiry.asking.worker import run_apart


def _add(one: int, other: int) -> int:
    return one + other


def _fail() -> None:
    raise ArticleError("is empty", where="a.txt", advice="give it a text")


def test_the_result_comes_back() -> None:
    assert run_apart(partial(_add, 1, 2), timeout=10) == 3


def test_an_error_of_ours_comes_back_with_its_facts() -> None:
    with pytest.raises(ArticleError) as caught:
        run_apart(_fail, timeout=10)
    assert caught.value.where == "a.txt"


def test_a_task_that_takes_too_long_is_ended() -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match="took more than"):
        run_apart(partial(time.sleep, 60), timeout=0.2)
    assert time.monotonic() - start < 30


def test_a_process_that_breaks_is_an_error_and_not_our_end() -> None:
    with pytest.raises(QueryError, match="memory or nesting"):
        run_apart(partial(os._exit, 6), timeout=10)


def test_too_much_memory_is_an_error() -> None:
    with pytest.raises(QueryError, match="memory"):
        run_apart(partial(bytes, 64 * 2**30), timeout=10)
