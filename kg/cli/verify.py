"""`kg verify`: checks the evidence against the articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import FieldNames, OutFolder
from kg.wording import counted

__all__ = ["verify"]


def verify(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]…", help="Where the articles are now, if they have moved.")
    ] = None,
    *,
    out: OutFolder = Path("output"),
    field: FieldNames = None,
) -> None:
    """Check every quotation, offset and hash of the graph against the articles; exit 1 when one is broken.

    Example: kg verify seeds/ --out output
    """
    from kg.articles.metadata.metadata import read_field_names  # noqa: PLC0415 - for a quick --help
    from kg.cli.console import print_line, print_table  # noqa: PLC0415
    from kg.inquiry.checking.verify import verify as check  # noqa: PLC0415

    found = check(out, sources or [], fields=read_field_names(field or []))
    quoted = counted(found.quotations, "quotation")
    statements, articles = counted(found.statements, "statement"), counted(found.articles, "article")
    if found.broken:
        print_table(("document", "statement", "problem"), [(b.document, b.statement, b.problem) for b in found.broken])
        print_line(f"{len(found.broken)} broken in {statements} of {articles}")
        raise typer.Exit(1)
    print_line(f"{quoted} of {statements} match their {articles}")
