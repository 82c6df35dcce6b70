"""`kg conflicts`: where articles disagree."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import About, Form, Modalities, OntologyFolder, OutFolder, Relations

__all__ = ["conflicts"]

Check = Annotated[bool, typer.Option("--check", help="Leave with 1 when a contradiction is suggested.")]


def conflicts(
    name: About = None,
    *,
    relation: Relations = None,
    modality: Modalities = None,
    out: OutFolder = Path("output"),
    check: Check = False,
    form: Form = "table",
    ontology: OntologyFolder = None,
) -> None:
    """List where articles disagree: other amounts, dates or holders, or denied and not denied.

    Each conflict has both sentences and a suggestion of its kind: update, different round, correction, contradiction.

    Example: kg conflicts "Crusoe Energy"
    """
    from kg.cli.excerpt import read_excerpt  # noqa: PLC0415 - for a quick --help
    from kg.cli.listing import FORMS, check_form, print_listing  # noqa: PLC0415
    from kg.inquiry.comparing.conflicts import find_conflicts  # noqa: PLC0415
    from kg.present.reports.disagreement import COLUMNS, conflict_lines, conflict_records, conflict_rows  # noqa: PLC0415

    check_form(form, FORMS)
    folder, known = read_excerpt(out, ontology, wanted=(name, None, relation, modality))
    found = find_conflicts(folder.statements, folder.articles, known)
    print_listing(form, conflict_records(found), conflict_lines(found), columns=COLUMNS, rows=conflict_rows(found))
    if check and found.has_contradiction:
        raise typer.Exit(1)
