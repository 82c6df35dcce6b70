"""`kg export`: exports the graph for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Depth, FocusName, Modalities, OntologyFolder, OutFolder, Relations

__all__ = ["export"]

File = Annotated[str, typer.Argument(metavar="FILE", help="The file to write, or - for standard output.")]
Form = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="The format, where the ending of FILE does not tell it."),
]


def export(
    file: File,
    *,
    form: Form = None,
    focus: FocusName = None,
    depth: Depth = None,
    relation: Relations = None,
    modality: Modalities = None,
    out: OutFolder = Path("output"),
    ontology: OntologyFolder = None,
) -> None:
    """Write the graph, or a part of it, in the format that the ending of FILE tells.

    RDF: ttl, nt, rdf (triples), trig, nq, jsonld (with named graphs). For Gephi and the like: gexf, graphml. For a
    spreadsheet: csv.

    Example: kg export oracle.gexf --focus Oracle --depth 2
    """
    from kg.cli.console import as_utf8  # noqa: PLC0415 - for a quick --help
    from kg.cli.excerpt import open_excerpt, write_out  # noqa: PLC0415
    from kg.config import Settings  # noqa: PLC0415
    from kg.inquiry.asking.query import read_modalities  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415
    from kg.present.export.export import export as text_of  # noqa: PLC0415
    from kg.present.export.export import format_of  # noqa: PLC0415

    wanted = format_of(as_utf8(file), form)
    settings = Settings.from_environment(ontology)
    known = read_ontology(settings.ontology)
    folder = open_excerpt(out, known, settings.base, wanted=(focus, depth, relation, modality))
    named = read_modalities(modality) if modality else None
    write_out(file, text_of(folder, wanted, known, base=settings.base, modalities=named))
