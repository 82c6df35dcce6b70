"""`kg skipped`: what was left out, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Form, NamesFile, OntologyFolder, OutFolder

__all__ = ["skipped"]

Article = Annotated[str, typer.Option("--article", metavar="TEXT", help="Only articles whose name holds this.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Only reasons that hold this.")]
Everything = Annotated[bool, typer.Option("--all", help="Also the words that became statements.")]


def skipped(
    *,
    out: OutFolder = Path("output"),
    article: Article = "",
    reason: Reason = "",
    everything: Everything = False,
    form: Form = "table",
    names: NamesFile = None,
    ontology: OntologyFolder = None,
) -> None:
    """List the words that could have stated something and did not, and the parts that were not read, with the reason.

    Reasons are counted first; then come the sentences, with the word marked and what else the sentence became.

    Example: kg skipped --reason "no object"
    """
    from kg.cli.console import as_utf8, print_line, print_table  # noqa: PLC0415 - for a quick --help
    from kg.cli.listing import FORMS, check_form, print_csv, print_json  # noqa: PLC0415
    from kg.config import Settings  # noqa: PLC0415
    from kg.inquiry.coverage import find_omissions  # noqa: PLC0415
    from kg.inquiry.result_records import read_results  # noqa: PLC0415
    from kg.present.reports.skipped_rows import CAUSES, COLUMNS, cause_rows, omission_records, omission_rows, sum_up  # noqa: PLC0415

    check_form(form, FORMS)
    results = read_results(out, Settings.from_environment(ontology).with_names(names))
    found = find_omissions(results, article=as_utf8(article), reason=as_utf8(reason), everything=everything)
    if form == "json":
        print_json(omission_records(found))
    elif form == "csv":
        print_csv(COLUMNS, omission_rows(found))
    else:
        print_table(CAUSES, cause_rows(found))
        print_table(COLUMNS, omission_rows(found))
        print_line(sum_up(found))
