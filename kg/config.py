"""The settings of one run, built once and passed in."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kg.errors import UsageError

__all__ = ["DEFAULT_BASE", "Settings", "find_ontology"]

DEFAULT_BASE = "https://kg.example/"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told from outside.

    Attributes:
        ontology: the folder with the ontology.
        base: the IRI under which things are named; ends with a slash.
    """

    ontology: Path
    base: str = DEFAULT_BASE

    @classmethod
    def from_environment(cls, ontology: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
        """Return the settings that options and environment give; `KG_BASE` sets the base IRI.

        Raises:
            UsageError: the base IRI is not an absolute http(s) IRI that ends with a slash.
        """
        known = os.environ if environment is None else environment
        base = known.get("KG_BASE", DEFAULT_BASE)
        if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+/", base):
            raise UsageError(
                "the base IRI is not an http(s) IRI that ends with '/'", where=f"KG_BASE={base}", advice="correct it"
            )
        return cls(find_ontology() if ontology is None else ontology, base)


def find_ontology() -> Path:
    """Return the ontology that came with kg: beside the source in a checkout, inside the package in a wheel."""
    package = Path(str(files("kg")))
    carried = package / "_ontology"
    return carried if carried.is_dir() else package.parent / "ontology"
