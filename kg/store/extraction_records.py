"""Serializes extractions: what a store keeps of each article, so that entities can be resolved again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kg.errors import OutputError
from kg.model import Entity, Extraction, Value

__all__ = ["read_extraction", "write_extraction"]

T = TypeVar("T")


def write_extraction(extraction: Extraction) -> str:
    """Return the extraction as one line of ASCII JSON, which any store can hold.

    Attributes with default values are left out; lone surrogates in an article's text are preserved.
    """
    return json.dumps(_plain(extraction), separators=(",", ":"))


def read_extraction(text: str) -> Extraction:
    """Return the extraction that `write_extraction` wrote.

    Raises:
        OutputError: the text is not an extraction, or was written by a version of kg with another format.
    """
    try:
        extraction: Extraction = _restore(Extraction, json.loads(text))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise OutputError("an article in the store cannot be read", advice="build its articles again") from error
    return extraction


def _plain(value: object) -> object:
    if is_dataclass(value):
        usual = {one.name: one.default for one in fields(value)}
        named = {one.name: getattr(value, one.name) for one in fields(value)}
        return {name: _plain(part) for name, part in named.items() if part != usual[name] or isinstance(part, bool)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _restore(kind: Any, value: Any) -> Any:
    """Return a value from its `_plain` form, given its type annotation."""
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _restore(hints[name], part) for name, part in value.items()})
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return tuple(_restore(arguments[0], part) for part in value)
    if origin in {Union, UnionType}:
        return None if value is None else _restore(_choose(arguments, value), value)
    if kind is date:
        return date.fromisoformat(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, StrEnum) else value


def _choose(kinds: tuple[Any, ...], value: Mapping[str, Any]) -> Any:
    """Return which of the types a value has: an entity has an IRI, a `Value` has none."""
    possible = [kind for kind in kinds if kind is not NoneType]
    if possible == [Entity, Value]:
        return Entity if "iri" in value else Value
    return possible[0]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
