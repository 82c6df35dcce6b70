"""`kg explain`: why a statement or an entity is in the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import OntologyFolder, OutFolder

__all__ = ["explain"]

Asked = Annotated[str, typer.Argument(metavar="NAME|ID", help="A name, an IRI, or the id of a statement or its start.")]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")]


def explain(
    asked: Asked, *, out: OutFolder = Path("output"), form: Form = "table", ontology: OntologyFolder = None
) -> None:
    """Tell how a statement came about, or who an entity is: mentions, reasons, joins, and what is stated of it.

    Example: kg explain "Crusoe Energy"
    """
    from kg.cli.console import as_utf8, print_line  # noqa: PLC0415 - for a quick --help
    from kg.cli.listing import check_form, print_json  # noqa: PLC0415
    from kg.config import Settings  # noqa: PLC0415
    from kg.inquiry.explain import explain as account_of  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415
    from kg.present.reports.account import account_lines, account_record  # noqa: PLC0415

    check_form(form, ("table", "json"))
    settings = Settings.from_environment(ontology)
    account = account_of(out, as_utf8(asked), base=settings.base)
    frames = {frame.id: frame for frame in read_ontology(settings.ontology).frames}
    if form == "json":
        print_json(account_record(account, frames))
        return
    for line in account_lines(account, frames):
        print_line(line)
