"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["OntologyFolder", "OutFolder"]

OutFolder = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder that `kg build` wrote.")]
OntologyFolder = Annotated[
    Path | None, typer.Option("--ontology", metavar="DIR", help="An ontology folder instead of our own.")
]
