"""Exports statements as CSV, https://www.rfc-editor.org/rfc/rfc4180, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from kg.model import Article, Statement
from kg.ontology.schema import Ontology
from kg.present.export.rows import Cell, column_names, statement_row
from kg.present.export.spreadsheet import as_cell

__all__ = ["write_csv"]


def write_csv(statements: Iterable[Statement], articles: Sequence[Article], ontology: Ontology) -> str:
    """Return a header and one record per statement; all columns are present even if no statement fills them.

    Anything that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
    """
    by_document = {article.document: article for article in articles}
    rows = [statement_row(one, by_document.get(one.document), ontology) for one in statements]
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow([_written(name) for name in column_names(ontology)])
    writer.writerows([_written(cell) for cell in row.values()] for row in rows)
    return lines.getvalue()


def _written(cell: Cell) -> str:
    return as_cell(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
