"""Roles: the words around a verb or noun, by their function.

The same roles serve all frames, in active, passive, relative clause and participle. For a verb: `subject` (the agent),
`object` (the patient), `attribute`, and each preposition by its words; in the passive the agent is the `subject`. For a
noun: `self` (its referent), `possessor`, `modifier`, `head`, `predicate`, its prepositions; from a support verb
("signer un bail avec") the verb's `subject` and prepositions; from any other governing verb `clause-subject` and
`clause-object`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from kg.extract.grammar.syntax import Sentence, Word

__all__ = ["AGENT", "OF", "STEP", "RoleTable", "Roles"]

Roles: TypeAlias = Mapping[str, tuple[Word, ...]]

AGENT = {"fr": frozenset({"par"}), "en": frozenset({"by"})}
"""The prepositions of the agent in a passive, by language."""

OF = frozenset({"de", "of"})
"""The prepositions whose complement belongs to the noun before it."""

STEP = " > "
"""The separator in a role that is reached through another one: `à > de`."""


class RoleTable:
    """Collects the roles of one word; words keep the order in which they are added, without duplicates."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self._roles: dict[str, tuple[Word, ...]] = {}

    def add(self, role: str, words: Iterable[Word]) -> None:
        """Add words to a role."""
        known = self._roles.get(role, ())
        new = tuple(word for word in dict.fromkeys(words) if word not in known)
        if new:
            self._roles[role] = known + new

    def add_by_case(self, words: Iterable[Word]) -> None:
        """Add each word to the role of its preposition."""
        for word in words:
            self.add(word.case, (word,))

    def get(self, role: str) -> tuple[Word, ...]:
        """Return the words of a role, in the order they were added."""
        return self._roles.get(role, ())

    def finished(self) -> Roles:
        """Return the roles, read-only."""
        return MappingProxyType(self._roles)
