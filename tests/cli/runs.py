"""Running `kg` as a user does, in a process of its own."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from kg.config import find_ontology
from kg.model import Modality, Value
from kg.ontology import read_ontology
from kg.rdf.results_folder import write_results
from kg.resolve.resolution import resolve
from tests.cli.forks import ROOT, Forks
from tests.world import article, entity, extraction, statement

__all__ = ["ROOT", "run", "write_folder"]

PATIENCE = 120.0
TEXT = "Lambda raised $5 million. Its site will be let to Oracle, which gives access to OpenAI. It builds the site."


def run(*words: str, where: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Return what `kg` with these words prints, and its exit code; it runs in the folder `where`.

    Python starts anew only for an environment in which it would start otherwise.
    """
    whole = {**os.environ, **environment}
    if all(name.startswith("KG_") for name in environment):
        return _forks().run(words, where=where, environment=whole, timeout=PATIENCE)
    return subprocess.run(
        [sys.executable, "-m", "kg", *words],
        capture_output=True,
        check=False,
        cwd=where,
        encoding="utf-8",
        env=whole,
        timeout=PATIENCE,
    )


@cache
def _forks() -> Forks:
    forks = Forks()
    atexit.register(forks.close)
    return forks


def write_folder(folder: Path) -> Path:
    """Write an article and the results of building it, and return the folder of the results."""
    path = folder / "a.txt"
    path.write_text(TEXT)
    where = article(TEXT, path.as_posix())
    ontology = read_ontology(find_ontology())
    site, oracle = entity("e2", "site", "Facility", named=False), entity("e3", "Oracle")
    planned = Modality.PLANNED
    given = extraction(
        where,
        statement(where, entity("e1", "Lambda"), "raised", Value("MonetaryAmount", "$5 million", "5000000", "USD")),
        statement(where, site, "leases_to", oracle, modality=planned),
        statement(where, oracle, "provides_access_to", entity("e4", "OpenAI"), modality=planned),
        statement(where, entity("e1", "Lambda"), "builds", site),
    )
    write_results(resolve([given], ontology, base="https://kg.example/"), ontology, folder / "out")
    return folder / "out"
