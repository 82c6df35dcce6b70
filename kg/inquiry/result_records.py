"""The results of a build as records: read from its folder, or derived from the articles in a store."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kg.config import Settings
from kg.locations import name_of
from kg.ontology import read_ontology
from kg.rdf.records import SKIPPED_KEYS, Record, read_records, skipped_lines, statement_lines
from kg.resolve.decisions import read_decisions
from kg.resolve.iris import Minter
from kg.store.opening import is_store, open_store
from kg.store.updating import StoreUpdater

__all__ = ["Results", "read_results"]


@dataclass(frozen=True, slots=True)
class Results:
    """The records of statements and of what was skipped, both sorted by document and offset.

    Attributes:
        where: the name of the folder, the store or the server.
    """

    where: str
    statements: tuple[Record, ...]
    skipped: tuple[Record, ...]


def read_results(place: Path, settings: Settings) -> Results:
    """Return the results in a folder, or those that a build of a store's articles would give.

    A store has no articles that could not be read.

    Raises:
        OutputError: there are none, or they cannot be read.
        UsageError: the store was resolved with decisions on names, and none are given.
    """
    if is_store(place):
        return _of_store(place, settings)
    statements = tuple(read_records(place / "statements.jsonl"))
    return Results(str(place), statements, tuple(read_records(place / "skipped.jsonl", SKIPPED_KEYS)))


def _of_store(place: Path, settings: Settings) -> Results:
    ontology = read_ontology(settings.ontology)
    decisions = None if settings.names is None else read_decisions(settings.names)
    with open_store(place) as store:
        resolution = StoreUpdater(store, ontology, base=settings.base, decisions=decisions).resolution()
    lines = statement_lines(resolution.statements, Minter(resolution.base), ontology), skipped_lines(resolution.skipped)
    return Results(name_of(place), *(tuple(json.loads(line) for line in text.split("\n") if line) for text in lines))
