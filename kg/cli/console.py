"""Output of the command line: tables, lines, and one line per error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

__all__ = [
    "ReaderGoneError",
    "as_utf8",
    "prepare_streams",
    "print_error",
    "print_line",
    "print_table",
    "print_text",
    "printable",
]


class ReaderGoneError(Exception):
    """Nobody reads standard output any more, as after `| head`; a reason to stop, not an error."""


WIDE = 10_000
"""The width of a table written to a file or pipe, so that nothing is folded."""


def prepare_streams() -> None:
    """Make both output streams write UTF-8, whatever the locale; streams closed by the caller become empty ones."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def as_utf8(word: str) -> str:
    """Return a command-line argument as UTF-8, which an ASCII locale leaves as single bytes."""
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def printable(text: str) -> str:
    r"""Return `text` on one line, without terminal control characters and direction marks.

    >>> printable("a\x1b[2Jb")
    'a[2Jb'
    """
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", re.sub(r"\s+", " ", text))


def print_text(text: str) -> None:
    """Print a text unchanged, for programs; a final line break is added if missing."""
    _write(text if text.endswith("\n") else text + "\n")


def print_line(text: str) -> None:
    """Print one line for a reader."""
    _write(printable(text) + "\n")


def print_error(text: str) -> None:
    """Print one line to stderr, with the name of the program."""
    sys.stderr.write(f"kg: {printable(text)}\n")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns; on a terminal long cells are folded, in a pipe they are not."""
    # importing rich takes a tenth of a second, which `kg --help` need not spend
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(printable(column)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE, emoji=False, highlight=False)
    # rich exits the program when nobody reads its output, so it only renders, and the text is written here.
    with console.capture() as rendered:
        console.print(table)
    _write(rendered.get())


def _write(text: str) -> None:
    """Write to standard output.

    Raises:
        ReaderGoneError: nobody reads it. Click would exit the program on the system's own error.
    """
    try:
        sys.stdout.write(text)
    except BrokenPipeError as error:
        raise ReaderGoneError from error
