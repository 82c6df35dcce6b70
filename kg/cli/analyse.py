"""`kg analyse`: centrality, connected components, paths, and circles of money."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Form, Modalities, OntologyFolder, OutFolder, Relations

__all__ = ["analyse"]

Of = Annotated[
    list[str] | None, typer.Option("--of", metavar="SECTIONS", help="central, components, paths, circles; else all.")
]
Start = Annotated[str | None, typer.Option("--from", metavar="NAME", help="Where paths begin.")]
End = Annotated[str | None, typer.Option("--to", metavar="NAME", help="Where paths end.")]
Top = Annotated[
    int, typer.Option("--top", min=1, metavar="N", help="How many results of each section; 10 if not said.")
]


def analyse(
    *,
    of: Of = None,
    start: Start = None,
    end: End = None,
    top: Top = 10,
    relation: Relations = None,
    modality: Modalities = None,
    out: OutFolder = Path("output"),
    form: Form = "table",
    ontology: OntologyFolder = None,
) -> None:
    """Tell who is central, what hangs together, how two entities are joined, and where money goes round in circles.

    Example: kg analyse --from "Blue Owl Capital" --to OpenAI
    """
    from kg.cli.analysis_output import print_analysis, run_analysis  # noqa: PLC0415 - for a quick --help

    found, days = run_analysis(out, ontology, wanted=(of, relation, modality), ends=(start, end), most=top, form=form)
    print_analysis(found, days, top=top, form=form)
