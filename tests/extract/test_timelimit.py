"""A call that takes too long is interrupted, whatever it does and wherever it runs."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable

import pytest

from kg.extract.timelimit import TimeUpError, call_within

TINY = 0.01


def loop_for_ever() -> None:
    while True:
        pass


def loop_over_errors() -> None:
    while True:
        try:
            loop_for_ever()
        except Exception:  # noqa: S112 - what reads on after any error must be stopped as well
            continue


def in_a_thread(call: Callable[[], object]) -> object:
    """Return what a call returns, or the error that it raises, in a thread of its own."""
    found: list[object] = []

    def run() -> None:
        try:
            found.append(call())
        except TimeUpError as error:
            found.append(type(error))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


@pytest.mark.parametrize("endless", [loop_for_ever, loop_over_errors])
def test_an_endless_loop_is_interrupted(endless: Callable[[], None]) -> None:
    with pytest.raises(TimeUpError):
        call_within(TINY, endless)


@pytest.mark.parametrize("endless", [loop_for_ever, loop_over_errors])
def test_an_endless_loop_is_interrupted_in_a_thread_too(endless: Callable[[], None]) -> None:
    assert in_a_thread(lambda: call_within(TINY, endless)) is TimeUpError


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="only an alarm reaches into a regular expression")
def test_a_regular_expression_without_end_is_interrupted() -> None:
    with pytest.raises(TimeUpError):
        call_within(TINY, lambda: re.match(r"(a|a)*b", "a" * 60))


def test_a_call_in_time_gives_what_it_returns_here_and_in_a_thread() -> None:
    assert (call_within(60, lambda: 7), in_a_thread(lambda: call_within(60, lambda: 7))) == (7, 7)


def test_without_a_limit_there_is_none() -> None:
    assert call_within(0, threading.current_thread) is threading.current_thread()


def test_an_error_of_the_call_is_raised_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError):
        call_within(60, lambda: 1 // 0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no alarms")
def test_nothing_is_left_of_the_alarm() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TimeUpError):
        call_within(TINY, loop_for_ever)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no alarms")
def test_an_alarm_of_the_caller_goes_on() -> None:
    signal.setitimer(signal.ITIMER_REAL, 3600)
    try:
        with pytest.raises(TimeUpError):
            call_within(TINY, loop_for_ever)
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def test_no_thread_is_left() -> None:
    before = threading.active_count()
    in_a_thread(lambda: call_within(TINY, loop_for_ever))
    assert threading.active_count() == before
