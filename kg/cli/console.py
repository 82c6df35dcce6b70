"""What the command line prints: tables, lines, and one line for an error."""

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
    """Nobody reads standard output any more, as after `| head`; a reason to stop, and no fault."""


WIDE = 10_000
"""The width of a table that goes to a file or pipe: nothing is folded there."""


def prepare_streams() -> None:
    """Make both streams write UTF-8, whatever the locale says; a stream that the caller has closed is an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def as_utf8(word: str) -> str:
    """Return a word of the command line as UTF-8, which an ASCII locale has left as single bytes."""
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def printable(text: str) -> str:
    r"""Return `text` on one line, without characters that move a terminal's cursor or turn the writing around.

    >>> printable("a\x1b[2Jb")
    'a[2Jb'
    """
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", re.sub(r"\s+", " ", text))


def print_text(text: str) -> None:
    """Print a text as it is, to be read by a program; it ends with one line end."""
    _write(text if text.endswith("\n") else text + "\n")


def print_line(text: str) -> None:
    """Print one line for a reader."""
    _write(printable(text) + "\n")


def print_error(text: str) -> None:
    """Print one line to stderr, with the name of the program."""
    sys.stderr.write(f"kg: {printable(text)}\n")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns; on a terminal long cells are folded, in a pipe they are not."""
    # rich costs a tenth of a second, which `kg --help` need not pay
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
    # rich ends the program when nobody reads on: so it only renders, and the words are written here.
    with console.capture() as rendered:
        console.print(table)
    _write(rendered.get())


def _write(text: str) -> None:
    """Write to standard output.

    Raises:
        ReaderGoneError: nobody reads it. Click would end the program at the system's own error.
    """
    try:
        sys.stdout.write(text)
    except BrokenPipeError as error:
        raise ReaderGoneError from error
