"""`kg corroborate`: how many independent articles state an edge."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import About, Form, Modalities, OntologyFolder, OutFolder, Relations

__all__ = ["corroborate"]

Least = Annotated[int, typer.Option("--least", min=1, metavar="N", help="Only edges of this many independent sources.")]


def corroborate(
    name: About = None,
    *,
    least: Least = 1,
    relation: Relations = None,
    modality: Modalities = None,
    out: OutFolder = Path("output"),
    form: Form = "table",
    ontology: OntologyFolder = None,
) -> None:
    """List edges by how many independent articles state them, with a sentence of each.

    Near-copies of one text count once, and so do articles that cite one source.

    Example: kg corroborate "Crusoe Energy" --least 2
    """
    from kg.cli.excerpt import read_excerpt  # noqa: PLC0415 - for a quick --help
    from kg.cli.listing import FORMS, check_form, print_listing  # noqa: PLC0415
    from kg.inquiry.comparing.corroborate import corroborate as supported  # noqa: PLC0415
    from kg.present.reports.support import COLUMNS, support_lines, support_records, support_rows  # noqa: PLC0415

    check_form(form, FORMS)
    folder, known = read_excerpt(out, ontology, wanted=(name, None, relation, modality))
    found = [one for one in supported(folder.statements, folder.articles, known) if one.independent >= least]
    print_listing(form, support_records(found), support_lines(found), columns=COLUMNS, rows=support_rows(found))
