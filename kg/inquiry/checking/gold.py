"""Gold articles: the statements that careful readers found in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError

__all__ = ["GoldStatement", "read_gold"]

ENDING = ".gold.json"


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as a reader wrote it down.

    Attributes:
        subject, object: names, with alternatives in parentheses or after ` / `, ` = ` or `, `.
        group: statements of one group say one fact; finding one is enough. Empty for a group of its own.
        required: whether it must be found; one that is not is no error either.
    """

    subject: str
    relation: str
    object: str
    modality: str
    evidence: str
    group: str = ""
    required: bool = True


def read_gold(folder: Path) -> dict[str, tuple[GoldStatement, ...]]:
    """Return the gold statements of each article, by its name without ending; sorted by name.

    Raises:
        UsageError: the folder holds none, or a file is not in the form of gold statements.
    """
    found = {path.name.removesuffix(ENDING): _read(path) for path in sorted(folder.glob("*" + ENDING))}
    if not found:
        raise UsageError(
            "holds no gold statements", where=str(folder), advice=f"name a folder of NAME.txt and NAME{ENDING}"
        )
    return found


def _read(path: Path) -> tuple[GoldStatement, ...]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        statements = content["statements"] if isinstance(content, dict) else content
        return tuple(_statement(statement) for statement in statements)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"is not a file of gold statements ({error})", where=str(path), advice="see the command manual"
        ) from error


def _statement(given: Mapping[str, object]) -> GoldStatement:
    keys = ("subject", "relation", "object", "modality", "evidence")
    subject, relation, thing, modality, evidence = (str(given[key]) for key in keys)
    required = not (given.get("borderline") or given.get("optional"))
    return GoldStatement(subject, relation, thing, modality, evidence, str(given.get("group") or ""), required)
