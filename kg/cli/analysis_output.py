"""Computes and prints the analysis requested by the options of `kg analyse`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from kg.cli.console import as_utf8
from kg.cli.excerpt import open_excerpt, tell_missing
from kg.cli.listing import FORMS, check_form, print_listing
from kg.config import Settings
from kg.errors import UsageError
from kg.inquiry.analysing.sections import Analysis, analyse, read_sections
from kg.inquiry.results import Folder, find_focus
from kg.ontology import read_ontology
from kg.present.reports.analysis import Days, analysis_lines, analysis_record, analysis_rows
from kg.rdf.results_folder import SEEN

__all__ = ["print_analysis", "run_analysis"]

Wanted: TypeAlias = tuple[Sequence[str] | None, Sequence[str] | None, Sequence[str] | None]
"""The values of the options: sections, relations, modalities."""
Ends: TypeAlias = tuple[str | None, str | None]


def run_analysis(
    out: Path, ontology: Path | None, *, wanted: Wanted, ends: Ends, most: int, form: str
) -> tuple[Analysis, Days]:
    """Return the analysis, and the date of each article."""
    check_form(form, FORMS)
    of, relations, modalities = wanted
    if (ends[0] is None) != (ends[1] is None):
        raise UsageError("paths need two ends", advice="name them by --from and --to")
    sections = read_sections(of or [], with_ends=ends[0] is not None)
    if form == "csv" and len(sections) > 1:
        raise UsageError("csv holds one table", advice="name one section by --of, such as --of circles")
    settings = Settings.from_environment(ontology)
    known = read_ontology(settings.ontology)
    kept = modalities or [str(one) for one in SEEN]
    folder = open_excerpt(out, known, settings.base, wanted=(None, None, relations, kept))
    tell_missing(folder.without_text)
    places = (_entity(folder, ends[0], settings.base), _entity(folder, ends[1], settings.base))
    days = {article.document: article.date for article in folder.articles}
    return analyse(folder.statements, known, sections, ends=places, most=most), days


def print_analysis(found: Analysis, days: Days, *, top: int, form: str) -> None:
    """Print the analysis in one of the `FORMS`; as csv, it must have only one section."""
    columns, rows = analysis_rows(found, days, top=top)
    record, lines = analysis_record(found, days, top=top), analysis_lines(found, days, top=top)
    print_listing(form, record, lines, columns=columns, rows=rows)


def _entity(folder: Folder, name: str | None, base: str) -> str:
    """Return the IRI of the entity with a name; empty for no name."""
    if name is None:
        return ""
    found = find_focus(folder.view(), as_utf8(name), base=base).entity
    if not found:
        raise UsageError("is a statement, not an entity", where=name, advice="name an entity")
    return found
