"""`kg build`: builds a graph from articles.

What a killed build leaves: `kg/atomic_files.py` for files, `kg/store/updating.py` for a store.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import FieldNames, Language, NamesFile, OntologyFolder, SourceKind
from kg.errors import UnreadFilesError, UsageError

if TYPE_CHECKING:
    from kg.articles.article_files import SourceOptions
    from kg.config import Settings
    from kg.errors import ArticleError

__all__ = ["build"]


def build(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Files, folders, or - for standard input.")
    ] = None,
    *,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder to write into; output, unless --store is named.")
    ] = None,
    store: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A store to put the articles into: a folder or URL.")
    ] = None,
    language: Language = None,
    field: FieldNames = None,
    kind: SourceKind = None,
    names: NamesFile = None,
    ontology: OntologyFolder = None,
) -> None:
    """Read articles and write their statements, graph and page into a folder.

    They are pages, text, Markdown, JSON records, feeds, mail, PDF, Word or web archives, in .gz .zst .zip .tar too.
    Without sources, the folder seeds/ is read. An article that cannot be read is reported, and the others are built.
    With --store, the articles join those that the store has; --out then writes the files of all of them.

    Example: kg build articles/ --out output
    """
    from kg.articles.article_files import SourceOptions  # noqa: PLC0415 - for a quick --help
    from kg.articles.metadata.metadata import read_field_names  # noqa: PLC0415
    from kg.config import Settings  # noqa: PLC0415
    from kg.locations import check_local  # noqa: PLC0415

    options = SourceOptions(language, read_field_names(field or []), kind or "")
    settings, named = Settings.from_environment(ontology).with_names(names), sources or _seeds()
    if store is None:
        errors = _build(named, check_local(out or Path("output")), settings, options)
    else:
        errors = _keep(named, (store, out and check_local(out)), settings, options)
    _report(errors)


def _report(errors: tuple[ArticleError, ...]) -> None:
    """Print a line for each error; exit with 2 unless they only say which files are of kinds that are not read."""
    from kg.cli.console import print_error  # noqa: PLC0415 - as above

    for error in errors:
        print_error(str(error))
    if any(not isinstance(error, UnreadFilesError) for error in errors):
        raise typer.Exit(2)


def _build(sources: list[str], out: Path, settings: Settings, options: SourceOptions) -> tuple[ArticleError, ...]:
    """Write the results of the sources into a folder, and return the errors of articles that failed."""
    from kg.cli.progress import report_to  # noqa: PLC0415
    from kg.cli.summary import print_decisions, print_summary  # noqa: PLC0415
    from kg.pipeline import build as run  # noqa: PLC0415

    with report_to() as report:
        built = run(sources, out=out, settings=settings, options=options, report=report)
    print_summary(built.resolution, built.paths)
    print_decisions(built.resolution, settings)
    return built.errors


def _keep(
    sources: list[str], places: tuple[Path, Path | None], settings: Settings, options: SourceOptions
) -> tuple[ArticleError, ...]:
    """Add the sources to a store, write the files of all its articles if requested, and return the errors."""
    from kg.cli.progress import report_to  # noqa: PLC0415
    from kg.cli.summary import print_decisions, print_growth, print_summary  # noqa: PLC0415
    from kg.growing import grow  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415
    from kg.pipeline import write  # noqa: PLC0415

    store, out = places
    with report_to() as report:
        growth = grow(sources, store=store, settings=settings, options=options, report=report)
    if out is not None:
        print_summary(growth.resolution, write(growth.resolution, read_ontology(settings.ontology), out))
    print_growth(growth, store)
    print_decisions(growth.resolution, settings)
    return growth.errors


def _seeds() -> list[str]:
    """Return the default source.

    Raises:
        UsageError: the working directory has no such folder.
    """
    if not Path("seeds").is_dir():
        raise UsageError(
            "no articles were named, and no folder seeds/ is here",
            advice="name files or folders, or - for standard input",
        )
    return ["seeds"]
