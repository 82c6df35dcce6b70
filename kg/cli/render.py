"""`kg render`: a page of a part of the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Depth, FocusName, Kept, OntologyFolder, OutFolder, Relations

__all__ = ["render"]

Page = Annotated[str, typer.Argument(metavar="FILE.html", help="The page to write, or - for standard output.")]


def render(
    page: Page,
    *,
    focus: FocusName = None,
    depth: Depth = None,
    relation: Relations = None,
    modality: Kept = None,
    out: OutFolder = Path("output"),
    ontology: OntologyFolder = None,
) -> None:
    """Write the page of a part of the graph: what is near a thing, some relations, some modalities.

    Without options, the page is the graph.html of the folder.

    Example: kg render oracle.html --focus Oracle --depth 2
    """
    from kg.cli.excerpt import open_excerpt, tell_missing, write_out  # noqa: PLC0415 - for a quick --help
    from kg.config import Settings  # noqa: PLC0415
    from kg.errors import UsageError  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415
    from kg.present.render import render as page_of  # noqa: PLC0415

    if page != "-" and not page.lower().endswith((".html", ".htm")):
        raise UsageError("is no name of a page", where=page, advice="end it in .html, or use `kg export`")
    settings = Settings.from_environment(ontology)
    known = read_ontology(settings.ontology)
    folder = open_excerpt(out, known, settings.base, wanted=(focus, depth, relation, modality))
    tell_missing(folder.without_text)
    write_out(page, page_of(folder.statements, folder.articles, known))
