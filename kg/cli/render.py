"""`kg render`: writes the page of a part of the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Depth, FocusName, Modalities, OntologyFolder, Relations

__all__ = ["render"]

_FOLDER = Path("output")
PART = "part.html"
Page = Annotated[
    str | None,
    typer.Argument(metavar="[FILE.html]", help=f"The page to write, or - for standard output; else DIR/{PART}."),
]
Place = Annotated[
    Path,
    typer.Option("--out", "--store", metavar="DIR", help="A build or a store (folder or URL); or the page to write."),
]


def render(
    page: Page = None,
    *,
    focus: FocusName = None,
    depth: Depth = None,
    relation: Relations = None,
    modality: Modalities = None,
    out: Place = _FOLDER,
    ontology: OntologyFolder = None,
) -> None:
    """Write the page of a part of the graph: what is near an entity, some relations, some modalities.

    Without options, the page is the graph.html of the folder.

    Example: kg render oracle.html --focus Oracle --depth 2
    """
    from kg.cli.excerpt import read_excerpt, write_out  # noqa: PLC0415 - for a quick --help
    from kg.errors import UsageError  # noqa: PLC0415
    from kg.present.page.render import render as page_of  # noqa: PLC0415

    target, source = _places(page, out)
    if target != "-" and not _is_page(target):
        raise UsageError("is no name of a page", where=target, advice="end it in .html, or use `kg export`")
    folder, known = read_excerpt(source, ontology, wanted=(focus, depth, relation, modality))
    write_out(target, page_of(folder.statements, folder.articles, known))


def _places(page: str | None, out: Path) -> tuple[str, Path]:
    """Return the page to write and the folder to read; `--out` may name either."""
    from kg.locations import is_remote  # noqa: PLC0415 - for a quick --help

    if page is None and _is_page(str(out)):
        return str(out), _FOLDER
    return page or (PART if is_remote(out) else str(out / PART)), out


def _is_page(name: str) -> bool:
    return name.lower().endswith((".html", ".htm"))
