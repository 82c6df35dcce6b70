"""`kg build`: articles into a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import OntologyFolder
from kg.errors import UsageError

__all__ = ["build"]


def build(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Files, folders, or - for standard input.")
    ] = None,
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write into.")] = Path("output"),
    language: Annotated[
        str | None, typer.Option(metavar="LANG", help="The articles' language, fr or en; else it is told from each.")
    ] = None,
    ontology: OntologyFolder = None,
) -> None:
    """Read articles (.txt .md .html .jsonl) and write their statements, graph and page into a folder.

    Without sources, the folder seeds/ is read. An article that cannot be read is reported, and the others are built.

    Example: kg build articles/ --out output
    """
    from kg.cli.console import print_error  # noqa: PLC0415 - for a quick --help
    from kg.cli.progress import report_to  # noqa: PLC0415
    from kg.cli.summary import print_summary  # noqa: PLC0415
    from kg.config import Settings  # noqa: PLC0415
    from kg.pipeline import build as run  # noqa: PLC0415

    with report_to() as report:
        built = run(
            sources or _seeds(),
            out=out,
            settings=Settings.from_environment(ontology),
            language=language,
            report=report,
        )
    print_summary(built)
    for error in built.errors:
        print_error(str(error))
    if built.errors:
        raise typer.Exit(2)


def _seeds() -> list[str]:
    """Return what is read when nothing is named.

    Raises:
        UsageError: the working directory has no such folder.
    """
    if not Path("seeds").is_dir():
        raise UsageError(
            "no articles were named, and no folder seeds/ is here",
            advice="name files or folders, or - for standard input",
        )
    return ["seeds"]
