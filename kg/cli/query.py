"""`kg query`: queries the graph in SPARQL."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import OntologyFolder, OutFolder, Seconds

__all__ = ["query"]

Asked = Annotated[str | None, typer.Argument(metavar="TEXT|FILE.rq|NAME", help="A query, a file, or a saved question.")]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, csv, tsv, json, xml or turtle.")]
Shown = Annotated[
    list[str] | None,
    typer.Option(metavar="NAMES", help="What the default graph shows: asserted, planned, possible, denied, or all."),
]
Bindings = Annotated[
    list[str] | None, typer.Option("--set", metavar="VAR=VALUE", help="Give a variable of the question a value.")
]
Listed = Annotated[bool, typer.Option("--list", help="List the saved questions.")]


def query(
    question: Asked = None,
    *,
    out: OutFolder = Path("output"),
    form: Form = "table",
    modality: Shown = None,
    binding: Bindings = None,
    timeout: Seconds = 30.0,
    ontology: OntologyFolder = None,
    listed: Listed = False,
) -> None:
    """Ask the graph a question in SPARQL.

    The default graph holds what is asserted and planned; GRAPH kg:asserted {…} asks for facts alone. The prefixes kg,
    rdf, rdfs, owl, xsd, skos, schema, prov, oa, qudt, unit and dcterms need no declaration.

    Example: kg query leases --modality asserted --format csv
    """
    from kg.cli.answers import print_answer, print_questions  # noqa: PLC0415 - for a quick --help
    from kg.cli.console import as_utf8  # noqa: PLC0415
    from kg.config import Settings  # noqa: PLC0415

    settings = Settings.from_environment(ontology)
    if listed or question is None:
        print_questions(settings.ontology / "queries")
        return
    choices = (modality or [], [as_utf8(word) for word in binding or []])
    print_answer(as_utf8(question), out, settings, form=form, choices=choices, timeout=timeout)
