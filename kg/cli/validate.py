"""`kg validate`: checks the graph against the shapes."""

from __future__ import annotations

from pathlib import Path

import typer

from kg.cli.options import OntologyFolder, OutFolder
from kg.wording import counted

__all__ = ["validate"]


def validate(*, out: OutFolder = Path("output"), ontology: OntologyFolder = None) -> None:
    """Check the graph against the SHACL shapes of the ontology; exit 1 when it breaks one.

    Example: kg validate --out output
    """
    from kg.cli.console import print_line, print_table  # noqa: PLC0415 - for a quick --help
    from kg.config import Settings  # noqa: PLC0415
    from kg.inquiry.checking.validate import validate as check  # noqa: PLC0415

    found = check(out, Settings.from_environment(ontology).ontology)
    if found:
        print_table(("document", "node", "problem", "value"), [(v.document, v.node, v.problem, v.value) for v in found])
        print_line(f"{counted(len(found), 'violation')}")
        raise typer.Exit(1)
    print_line("the graph conforms to all shapes")
