"""`kg status`: what a store holds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["status"]

Store = Annotated[Path, typer.Option("--store", metavar="DIR", help="The store: a folder or URL.")]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, json or csv.")]


def status(*, store: Store = Path("store"), form: Form = "table") -> None:
    """List the articles of a store with how many statements each has, and tell its size and last change.

    Example: kg status --store news
    """
    from kg.cli.console import print_line, print_table  # noqa: PLC0415 - for a quick --help
    from kg.cli.listing import check_form, print_csv, print_json  # noqa: PLC0415
    from kg.inquiry.status import COLUMNS, describe_store  # noqa: PLC0415

    check_form(form, ("table", "json", "csv"))
    found = describe_store(store)
    rows = [(one.document, str(one.statements), one.date, one.language) for one in found.articles]
    if form == "json":
        print_json([found.record()])
    elif form == "csv":
        print_csv(COLUMNS, rows)
    else:
        print_table(COLUMNS, rows)
        print_line(found.summary())
