"""Progress of long tasks: one line on stderr that is overwritten; nothing when stderr is not a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kg.cli.console import printable

__all__ = ["report_to"]


@contextmanager
def report_to() -> Iterator[Callable[[str], object]]:
    """Return a function that shows the current item; the line is cleared at the end."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    try:
        yield lambda text: sys.stderr.write(f"\r\x1b[K{printable(text)[:100]}") and sys.stderr.flush()
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
