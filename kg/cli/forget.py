"""`kg forget`: removes articles from a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import NamesFile, OntologyFolder, StoreFolder

__all__ = ["forget"]

Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Articles, as `kg status` names them.")]


def forget(
    articles: Articles, *, store: StoreFolder = Path("store"), names: NamesFile = None, ontology: OntologyFolder = None
) -> None:
    """Take articles out of a store, with every edge and entity that only they state.

    Example: kg forget articles/old.md --store news
    """
    from kg.cli.console import as_utf8, print_line  # noqa: PLC0415 - for a quick --help
    from kg.config import Settings  # noqa: PLC0415
    from kg.growing import forget as run  # noqa: PLC0415

    settings = Settings.from_environment(ontology).with_names(names)
    for document in run([as_utf8(article) for article in articles], store=store, settings=settings):
        print_line(f"forgotten: {document}")
