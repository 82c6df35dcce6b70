"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "About",
    "Depth",
    "FieldNames",
    "FocusName",
    "Form",
    "Language",
    "Modalities",
    "NamesFile",
    "OntologyFolder",
    "OutFolder",
    "Relations",
    "Seconds",
    "SourceKind",
    "StoreFolder",
]

OutFolder = Annotated[
    Path,
    typer.Option(
        "--out", "--store", metavar="DIR", help="The folder that `kg build` wrote, or a store: a folder or URL."
    ),
]
StoreFolder = Annotated[Path, typer.Option("--store", metavar="DIR", help="The store: a folder or URL.")]
OntologyFolder = Annotated[
    Path | None, typer.Option("--ontology", metavar="DIR", help="An ontology folder instead of our own.")
]
NamesFile = Annotated[
    Path | None,
    typer.Option("--names", metavar="FILE", help="Decisions on names; else KG_NAMES, else names.ttl if it is here."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="LANG", help="The articles' language, fr or en; else each says its own."),
]
FieldNames = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="OURS=THEIRS", help="The name of a field of JSON records: text=story."),
]
SourceKind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="The kind of standard input: html, jsonl, …; else guessed.")
]
About = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="Only the statements about this entity: a name, an IRI or an id.")
]
FocusName = Annotated[
    str | None,
    typer.Option("--focus", metavar="NAME", help="Keep the statements about this entity: a name, an IRI or an id."),
]
Depth = Annotated[
    int | None,
    typer.Option("--depth", min=1, metavar="N", help="With --focus: how many statements away from it; 1 if not said."),
]
Relations = Annotated[
    list[str] | None, typer.Option("--relation", metavar="NAMES", help="Keep these relations, such as leases_to.")
]
Modalities = Annotated[
    list[str] | None,
    typer.Option("--modality", metavar="NAMES", help="Keep what is asserted, planned, possible, denied; else all."),
]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, json or csv.")]
Seconds = Annotated[float, typer.Option(min=0.1, metavar="S", help="Seconds that a query may take.")]
