"""The settings of one run, built once and passed around."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from kg.errors import UsageError

__all__ = ["DEFAULT_BASE", "DEFAULT_SECONDS", "Settings", "find_names", "find_ontology"]

DEFAULT_BASE = "https://kg.example/"
DEFAULT_SECONDS = 20.0
"""Far more than an article needs: a slow machine under load reads a few thousand characters in a second."""

_NAMES = "names.ttl"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run.

    Attributes:
        ontology: the folder with the ontology.
        base: the IRI under which entities are named; ends with a slash.
        names: the file with people's decisions on names; `None` when nothing is decided.
        seconds: the time limit for reading a short article; longer ones get more, 0 is no limit.
    """

    ontology: Path
    base: str = DEFAULT_BASE
    names: Path | None = None
    seconds: float = DEFAULT_SECONDS

    @classmethod
    def from_environment(cls, ontology: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
        """Return the settings from options and environment: `KG_BASE` is the base IRI, `KG_SECONDS` the time limit.

        Raises:
            UsageError: the base IRI is not an absolute http(s) IRI that ends with a slash, or the seconds are not a
                number.
        """
        known = os.environ if environment is None else environment
        base = known.get("KG_BASE", DEFAULT_BASE)
        if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+/", base):
            raise UsageError(
                "the base IRI is not an http(s) IRI that ends with '/'", where=f"KG_BASE={base}", advice="correct it"
            )
        return cls(find_ontology() if ontology is None else ontology, base, seconds=_seconds(known))

    def with_names(self, names: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
        """Return the settings with the file of decisions that an option names, or that `find_names` finds if it exists.

        A named file that does not exist is kept, so that reading it reports the error.
        """
        found = find_names(names, environment)
        return replace(self, names=found if found.is_file() or found != Path(_NAMES) else None)


def _seconds(environment: Mapping[str, str]) -> float:
    """Return the time limit for reading a short article.

    Raises:
        UsageError: it is not a number, or is below 0.
    """
    written = environment.get("KG_SECONDS") or str(DEFAULT_SECONDS)
    if not re.fullmatch(r"\d{1,9}(?:\.\d+)?", written, re.ASCII):
        raise UsageError(
            "is no number of seconds", where=f"KG_SECONDS={written}", advice="write it as 20 or 0.5; 0 is no limit"
        )
    return float(written)


def find_names(names: Path | None = None, environment: Mapping[str, str] | None = None) -> Path:
    """Return the file of decisions: the one named, that of `KG_NAMES`, else `names.ttl` in the working directory."""
    known = os.environ if environment is None else environment
    return names or Path(known.get("KG_NAMES") or _NAMES)


def find_ontology() -> Path:
    """Return the ontology shipped with kg: beside the source in a checkout, inside the package in a wheel."""
    package = Path(str(files("kg")))
    carried = package / "_ontology"
    return carried if carried.is_dir() else package.parent / "ontology"
