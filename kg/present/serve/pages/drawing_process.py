"""Draws the page of a graph in a separate process.

Run as `python -m kg.present.serve.pages.drawing_process PLACE ONTOLOGY`. The page is written to standard output; an
error is one line there, with exit code 2.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.errors import KgError
from kg.inquiry.results import read_folder
from kg.ontology import read_ontology
from kg.present.page.render import render

__all__ = ["main"]


def main(place: str, ontology: str) -> int:
    """Write the page and return the exit code."""
    try:
        known = read_ontology(Path(ontology))
        folder = read_folder(Path(place), known)
        written, code = render(folder.statements, folder.articles, known), 0
    except KgError as error:
        written, code = str(error), 2
    sys.stdout.buffer.write(written.encode("utf-8", "replace"))
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
