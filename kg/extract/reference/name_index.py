"""Which entities go by a name, or by a longer or shorter form of it, found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.names.name_classes import may_be_left_out
from kg.extract.text.folding import fold

__all__ = ["Namesakes"]

# A short form that is longer than this is none.
_LONGEST = 8


class Namesakes:
    """The names of an article's entities by their spelling; `is_short_form` says what a short form is."""

    def __init__(self) -> None:
        self._by_name: dict[str, set[int]] = {}
        self._by_part: dict[str, set[int]] = {}

    def add(self, key: int, name: str) -> None:
        """Remember that an entity goes by a name."""
        words = fold(name).split()
        holders = self._by_name.setdefault(" ".join(words), set())
        if key in holders:
            return
        holders.add(key)
        initials = "".join(word[0] for word in words if len(word) > 2)
        for part in (*_ends(words), *([initials] if len(initials) > 2 else ())):
            self._by_part.setdefault(part, set()).add(key)

    def called(self, name: str) -> list[int]:
        """Return the keys of those that go by the name, lowest first."""
        return sorted(self._by_name.get(fold(name), ()))

    def akin(self, name: str) -> list[int]:
        """Return the keys of those that go by a longer form of the name, or by a short one, lowest first."""
        words = fold(name).split()
        shorter = (self._by_name.get(part, set()) for part in _ends(words))
        longer = self._by_part.get(" ".join(words), set()) if words else set()
        return sorted(longer.union(*shorter))


def _ends(words: list[str]) -> Iterable[str]:
    """Return what the words begin and end with, without those that a short form leaves out."""
    for count in range(1, min(len(words), _LONGEST + 1)):
        if may_be_left_out(words[count:]):
            yield " ".join(words[:count])
        if may_be_left_out(words[:-count]):
            yield " ".join(words[-count:])
