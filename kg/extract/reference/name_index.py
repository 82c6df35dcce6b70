"""An index of entities by name, and by longer or shorter forms of it."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.reference.short_forms import ShortForms, initials
from kg.extract.text.folding import fold

__all__ = ["Namesakes"]


class Namesakes:
    """The names of an article's entities by spelling; `ShortForms` defines short forms."""

    def __init__(self, forms: ShortForms) -> None:
        self._forms = forms
        self._by_name: dict[str, set[int]] = {}
        self._by_part: dict[str, set[tuple[int, str]]] = {}

    def add(self, key: int, name: str) -> None:
        """Record a name of an entity."""
        words = fold(name).split()
        holders = self._by_name.setdefault(" ".join(words), set())
        if key in holders:
            return
        holders.add(key)
        letters = initials(name)
        for part, left in (*self._forms.of(name), *([(letters, "")] if len(letters) > 2 else ())):
            self._by_part.setdefault(part, set()).add((key, left))

    def called(self, name: str) -> list[int]:
        """Return the keys of the entities with that name, lowest first."""
        return sorted(self._by_name.get(fold(name), ()))

    def akin(self, name: str, is_person: Callable[[int], bool]) -> list[int]:
        """Return the keys of the entities with a longer or shorter form of the name, lowest first.

        What a form leaves out at the start must be no name itself, except a person's: "Azure" is not short for "Kerlan
        Azure" beside Kerlan.
        """
        words = " ".join(fold(name).split())
        found = {(key, left) for part, left in self._forms.of(name) for key in self._by_name.get(part, ())}
        found |= self._by_part.get(words, set()) if words else set()
        return sorted({key for key, left in found if left not in self._by_name or is_person(key)})
