"""Gold articles: the statements and entities annotated in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import UsageError

__all__ = ["GoldArticle", "GoldDate", "GoldStatement", "read_gold"]

STATEMENTS, ENTITIES = ".gold.json", ".things.json"
"""The suffixes of an article's two files."""


@dataclass(frozen=True, slots=True)
class GoldDate:
    """The date of an event.

    Attributes:
        wanted: an ISO 8601 day, month, year or interval; empty when the article gives none.
        accepted: dates that are also correct when none is wanted, such as that of an announcement.
    """

    wanted: str = ""
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """An annotated statement.

    Attributes:
        subject, object: names, with alternatives in parentheses or after ` / `, ` = ` or `, `.
        group: statements in one group state one fact; finding one is enough. Empty for a group of its own.
        required: whether it must be found; finding one that is not required is not an error either.
        attribution: who is reported to say it; empty when the article itself states it.
        amount: the sum or power of an edge, as worded; empty when there is none.
        date: `None` where dates were not annotated.
    """

    subject: str
    relation: str
    object: str
    modality: str
    evidence: str
    group: str = ""
    required: bool = True
    attribution: str = ""
    amount: str = ""
    date: GoldDate | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The statements of one article, and the ids of its entities by the names used in the statements.

    An entity has the same id in every article. Names without an id are ignored when identity is measured.
    """

    statements: tuple[GoldStatement, ...]
    entities: Mapping[str, str] = field(default_factory=dict)


def read_gold(folder: Path) -> dict[str, GoldArticle]:
    """Return the gold articles by name without suffix, sorted by name.

    Raises:
        UsageError: the folder has none, or a file is not in the format of gold statements or entities.
    """
    paths = sorted(folder.glob("*" + STATEMENTS))
    if not paths:
        raise UsageError(
            "holds no gold statements", where=str(folder), advice=f"name a folder of NAME.txt and NAME{STATEMENTS}"
        )
    return {(name := path.name.removesuffix(STATEMENTS)): _read(path, folder / (name + ENTITIES)) for path in paths}


def _read(statements: Path, entities: Path) -> GoldArticle:
    content = _load(statements)
    try:
        given = content["statements"] if isinstance(content, dict) else content
        found = tuple(_statement(statement) for statement in given)
    except (KeyError, TypeError, AttributeError) as error:
        raise _unreadable(statements, error) from error
    return GoldArticle(found, _entities(entities) if entities.exists() else {})


def _entities(path: Path) -> dict[str, str]:
    content = _load(path)
    try:
        return {str(name): str(entity) for entity, about in content.items() for name in about["names"]}
    except (KeyError, TypeError, AttributeError) as error:
        raise _unreadable(path, error) from error


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> UsageError:
    kind = "entities" if path.name.endswith(ENTITIES) else "gold statements"
    return UsageError(f"is not a file of {kind} ({error})", where=str(path), advice="see the command manual")


def _statement(given: Mapping[str, object]) -> GoldStatement:
    keys = ("subject", "relation", "object", "modality", "evidence")
    subject, relation, obj, modality, evidence = (str(given[key]) for key in keys)
    return GoldStatement(
        subject,
        relation,
        obj,
        modality,
        evidence,
        group=_text(given, "group"),
        required=not (given.get("borderline") or given.get("optional")),
        attribution=_text(given, "attribution"),
        amount=_text(given, "amount"),
        date=_date(given) if "when" in given else None,
    )


def _date(given: Mapping[str, object]) -> GoldDate:
    when, announced = _text(given, "when"), _text(given, "announced")
    if given.get("when_kind"):  # the date of an announcement or a report, not of the event
        return GoldDate(accepted=tuple(day for day in (when, announced) if day))
    return GoldDate(when, (announced,) if announced else ())


def _text(given: Mapping[str, object], key: str) -> str:
    return str(given.get(key) or "")
