"""An index of entities by name, and by longer or shorter forms of it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.names.name_classes import may_be_left_out
from kg.extract.text.folding import fold

__all__ = ["Namesakes"]

# The maximal length of a short form, in words.
_LONGEST = 8


class Namesakes:
    """The names of an article's entities by spelling; `is_short_form` defines short forms."""

    def __init__(self) -> None:
        self._by_name: dict[str, set[int]] = {}
        self._by_part: dict[str, set[int]] = {}

    def add(self, key: int, name: str) -> None:
        """Record a name of an entity."""
        words = fold(name).split()
        holders = self._by_name.setdefault(" ".join(words), set())
        if key in holders:
            return
        holders.add(key)
        initials = "".join(word[0] for word in words if len(word) > 2)
        for part in (*_ends(words), *([initials] if len(initials) > 2 else ())):
            self._by_part.setdefault(part, set()).add(key)

    def called(self, name: str) -> list[int]:
        """Return the keys of the entities with that name, lowest first."""
        return sorted(self._by_name.get(fold(name), ()))

    def akin(self, name: str) -> list[int]:
        """Return the keys of the entities with a longer or shorter form of the name, lowest first."""
        words = fold(name).split()
        shorter = (self._by_name.get(part, set()) for part in _ends(words))
        longer = self._by_part.get(" ".join(words), set()) if words else set()
        return sorted(longer.union(*shorter))


def _ends(words: list[str]) -> Iterable[str]:
    """Return the proper prefixes and suffixes of the words that can be short forms."""
    for count in range(1, min(len(words), _LONGEST + 1)):
        if may_be_left_out(words[count:]):
            yield " ".join(words[:count])
        if may_be_left_out(words[:-count]):
            yield " ".join(words[-count:])
