"""`kg evaluate`: figures against gold articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import OntologyFolder

__all__ = ["evaluate"]


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD_DIR", help="A folder of NAME.txt with NAME.gold.json (and NAME.things.json)."),
    ],
    *,
    statements: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The statements to measure, instead of building them now.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="A folder that `kg build` wrote, instead of building now."),
    ] = None,
    floor: Annotated[
        list[str] | None,
        typer.Option(metavar="MEASURE=VALUE", help="Exit 1 when a figure is worse, as f1=0.5 or fr.dates.recall=0.4."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, false, hedged or swapped.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    ontology: OntologyFolder = None,
) -> None:
    """Measure statements against gold articles: precision, recall, modality, direction, details and identity.

    Without --statements or --out, the articles of GOLD_DIR are built first, into a folder that does not stay.

    Example: kg evaluate gold/ --floor f1=0.5 --errors
    """
    from kg.cli.evaluation_output import measure, print_figures  # noqa: PLC0415 - for a quick --help
    from kg.config import Settings  # noqa: PLC0415

    chosen = statements or (out and out / "statements.jsonl")
    found = measure(gold, chosen or None, Settings.from_environment(ontology))
    if not print_figures(found, floor or [], errors=errors, as_json=as_json):
        raise typer.Exit(1)
