"""Compact data for large graphs: values referenced by number, and lists of objects as tables."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

__all__ = ["Numbered", "Plain", "tables"]

Plain = dict[str, object]
"""An object of JSON."""

T = TypeVar("T", bound=Hashable)


class Numbered(Generic[T]):
    """Numbers distinct values, in the order they are added."""

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._numbers: dict[T, int] = {}
        for value in values:
            self.number(value)

    def number(self, value: T) -> int:
        """Return the number of the value; a new value gets the next number."""
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[T]:
        """Return the values in the order of their numbers."""
        return list(self._numbers)


def tables(facts: Mapping[str, object]) -> Plain:
    """Return the facts with each list of objects as a table: its keys once, then a row of values for each object.

    >>> tables({"title": "x", "nodes": [{"id": 0, "x": 5}, {"id": 1, "size": 2}]})
    {'title': 'x', 'nodes': {'keys': ['id', 'x', 'size'], 'rows': [[0, 5], [1, None, 2]]}}
    """
    return {name: _table(value) if isinstance(value, list) else value for name, value in facts.items()}


def _table(items: list[Plain]) -> Plain:
    keys = list(dict.fromkeys(key for item in items for key in item))
    rows = [[item.get(key) for key in keys] for item in items]
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    return {"keys": keys, "rows": rows}
