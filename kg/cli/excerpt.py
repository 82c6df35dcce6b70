"""The part of a folder of results requested by the options of a command, and its output."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from kg.atomic_files import write_text
from kg.cli.console import as_utf8, print_error, print_line, print_text
from kg.config import Settings
from kg.errors import UsageError
from kg.inquiry.asking.query import read_modalities
from kg.inquiry.results import Folder, find_focus, read_folder
from kg.inquiry.selection import Selection, read_relations
from kg.ontology import Ontology, read_ontology

__all__ = ["Wanted", "open_excerpt", "read_excerpt", "tell_missing", "write_out"]

Wanted: TypeAlias = tuple[str | None, int | None, Sequence[str] | None, Sequence[str] | None]
"""The values of the options: focus, depth, relations, modalities."""

_MOST = 3


def read_excerpt(out: Path, ontology: Path | None, *, wanted: Wanted) -> tuple[Folder, Ontology]:
    """Return the wanted part of the folder, with the ontology of the settings; missing articles are reported."""
    settings = Settings.from_environment(ontology)
    known = read_ontology(settings.ontology)
    folder = open_excerpt(out, known, settings.base, wanted=wanted)
    tell_missing(folder.without_text)
    return folder, known


def open_excerpt(out: Path, ontology: Ontology, base: str, *, wanted: Wanted) -> Folder:
    """Return the wanted part of the folder."""
    focus, depth, relations, modalities = wanted
    if depth is not None and focus is None:
        raise UsageError("--depth says how far from what", advice="name it by --focus")
    chosen = Selection(read_modalities(modalities or ["all"]), read_relations(relations or [], ontology))
    folder = read_folder(out, ontology)
    if focus is not None:
        start = find_focus(folder.view(), as_utf8(focus), base=base)
        chosen = Selection(chosen.modalities, chosen.relations, start, depth or 1)
    return folder.part(chosen)


def tell_missing(documents: Sequence[str]) -> None:
    """Report on stderr the articles of which only the quotations in the graph are available."""
    if documents:
        named = ", ".join(documents[:_MOST]) + (", …" if len(documents) > _MOST else "")
        print_error(f"not where they were, or changed: {named}; of these only the quoted words are known")


def write_out(place: str, text: str) -> None:
    """Write a text to a file atomically, and print its name; or write to standard output for `-`.

    Links are preserved, and a pipe or a device is written to, not replaced by a file.
    """
    path = Path(os.path.realpath(place))
    if place == "-":
        print_text(text)
    elif path.exists() and not path.is_file() and not path.is_dir():
        with path.open("w", encoding="utf-8", newline="") as special:
            special.write(text)
    else:
        write_text(path, text)
        print_line(place)
