"""`kg corroborate`: how many independent articles state an edge."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Kept, OntologyFolder, OutFolder, Relations

__all__ = ["corroborate"]

Name = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="Only what is stated of this thing: a name, an IRI or an id.")
]
Least = Annotated[int, typer.Option("--least", min=1, metavar="N", help="Only edges of this many independent sources.")]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, json or csv.")]


def corroborate(
    name: Name = None,
    *,
    least: Least = 1,
    relation: Relations = None,
    modality: Kept = None,
    out: OutFolder = Path("output"),
    form: Form = "table",
    ontology: OntologyFolder = None,
) -> None:
    """List edges by how many independent articles state them, with a sentence of each.

    Near-copies of one text count once, and so do articles that cite one source.

    Example: kg corroborate "Crusoe Energy" --least 2
    """
    from kg.cli.excerpt import open_excerpt, tell_missing  # noqa: PLC0415 - for a quick --help
    from kg.cli.listing import FORMS, check_form, print_listing  # noqa: PLC0415
    from kg.config import Settings  # noqa: PLC0415
    from kg.inquiry.corroborate import corroborate as supported  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415
    from kg.present.support import COLUMNS, support_lines, support_records, support_rows  # noqa: PLC0415

    check_form(form, FORMS)
    settings = Settings.from_environment(ontology)
    known = read_ontology(settings.ontology)
    folder = open_excerpt(out, known, settings.base, wanted=(name, None, relation, modality))
    tell_missing(folder.without_text)
    found = [one for one in supported(folder.statements, folder.articles, known) if one.independent >= least]
    print_listing(form, support_records(found), support_lines(found), columns=COLUMNS, rows=support_rows(found))
