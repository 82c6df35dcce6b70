"""A time limit for calls: a call that takes longer is interrupted, even an endless loop."""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Callable
from typing import TypeVar

__all__ = ["TimeUpError", "call_within"]

_Result = TypeVar("_Result")

# Seconds between interruptions: callbacks that Python runs by itself, such as finalizers, swallow every exception.
_AGAIN = 1.0


class TimeUpError(BaseException):
    """The time of a call is up; not an `Exception`, so that no handler in between catches it."""


def call_within(seconds: float, call: Callable[[], _Result]) -> _Result:
    """Return what a call returns; 0 seconds is no limit.

    In the main thread, an alarm interrupts the call, even inside a regular expression. In other threads, on Windows,
    and when the caller already uses the alarm, a watcher thread does so between two bytecode instructions.

    Raises:
        TimeUpError: the call took longer.
    """
    if seconds <= 0:
        return call()
    return _by_alarm(seconds, call) if _has_alarm() else _by_watcher(seconds, call)


def _has_alarm() -> bool:
    """Return whether the alarm of the process is available and not in use."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) is not None and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def _by_alarm(seconds: float, call: Callable[[], _Result]) -> _Result:
    def interrupt(*_: object) -> None:
        raise TimeUpError

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        try:
            signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
            return call()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:  # also when the alarm goes off in the line above
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _by_watcher(seconds: float, call: Callable[[], _Result]) -> _Result:
    caller, over = threading.get_ident(), threading.Event()

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            _interrupt(caller, TimeUpError)
            wait = _AGAIN

    watcher = threading.Thread(target=watch, name="time limit", daemon=True)
    watcher.start()
    try:
        try:
            return call()
        finally:
            over.set()
    finally:  # also when the interruption comes in the line above
        over.set()
        watcher.join()
        _interrupt(caller, None)


def _interrupt(thread: int, error: type[BaseException] | None) -> None:
    """Raise an error in a thread at its next instruction; `None` revokes one that has not been raised yet."""
    # https://docs.python.org/3/c-api/threads.html#c.PyThreadState_SetAsyncExc
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread), ctypes.py_object(error) if error is not None else None
    )
