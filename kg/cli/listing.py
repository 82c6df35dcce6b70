"""Prints results in the requested format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

from kg.cli.console import print_line, print_text, printable
from kg.errors import UsageError
from kg.present.export.spreadsheet import as_cell

__all__ = ["FORMS", "check_form", "print_csv", "print_json", "print_listing"]

FORMS = ("table", "json", "csv")

# Characters that JSON leaves unescaped but terminals interpret: C1 controls and direction marks.
_OBEYED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def check_form(form: str, forms: Sequence[str]) -> None:
    """Check that a format is among those of the command.

    Raises:
        UsageError: it is not.
    """
    if form not in forms:
        raise UsageError("no such format", where=form, advice="use " + ", ".join(forms))


def print_json(value: object) -> None:
    """Print a value as JSON, with characters that terminals interpret escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    print_text(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows with a header as CSV, each cell on one line.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([as_cell(printable(cell)) for cell in row] for row in rows)
    print_text(lines.getvalue())


def print_listing(
    form: str, records: object, lines: Iterable[str], *, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Print results in one of the `FORMS`: as JSON records, as CSV rows with a header, or as lines for a reader."""
    if form == "json":
        print_json(records)
    elif form == "csv":
        print_csv(columns, rows)
    else:
        for line in lines:
            print_line(line)
