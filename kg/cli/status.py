"""`kg status`: lists the contents of a store."""

from __future__ import annotations

from pathlib import Path

from kg.cli.options import Form, StoreFolder

__all__ = ["status"]


def status(*, store: StoreFolder = Path("store"), form: Form = "table") -> None:
    """List the articles of a store with how many statements each has, and tell its size and last change.

    Example: kg status --store news
    """
    from kg.cli.console import print_line, print_table  # noqa: PLC0415 - for a quick --help
    from kg.cli.listing import FORMS, check_form, print_csv, print_json  # noqa: PLC0415
    from kg.inquiry.status import COLUMNS, describe_store  # noqa: PLC0415

    check_form(form, FORMS)
    found = describe_store(store)
    rows = [(one.document, str(one.statements), one.date, one.language) for one in found.articles]
    if form == "json":
        print_json([found.record()])
    elif form == "csv":
        print_csv(COLUMNS, rows)
    else:
        print_table(COLUMNS, rows)
        print_line(found.summary())
        for one in found.articles:
            if one.failure:
                print_line(f"{one.document}: its last reading failed: {one.failure}")
