"""Progress of long work: one line on stderr that is written over, and nothing when stderr is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kg.cli.console import printable

__all__ = ["report_to"]


@contextmanager
def report_to() -> Iterator[Callable[[str], object]]:
    """Give a function that shows what is worked on; the line is gone at the end."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    try:
        yield lambda text: sys.stderr.write(f"\r\x1b[K{printable(text)[:100]}") and sys.stderr.flush()
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
