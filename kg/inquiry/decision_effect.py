"""What a decision on two names is about in a graph: which entities the names are, and how many statements they have."""

from __future__ import annotations

from dataclasses import dataclass

from kg.inquiry.lookup import find_entities, text_of
from kg.store.protocol import View

__all__ = ["Holder", "holders_of"]

STATEMENTS = """
SELECT DISTINCT ?statement ?entity WHERE { ?statement a kg:Statement ; rdf:subject|rdf:object ?entity }
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """One end of a decision: the words, the entities that they are, by IRI, and the statements about these."""

    words: str
    entities: frozenset[str]
    statements: frozenset[str]

    def told(self) -> str:
        """Return the end in words.

        >>> Holder("Kerlan", frozenset({"e1"}), frozenset({"s1", "s2"})).told()
        '"Kerlan" has 2 statements'
        """
        shared = f", as {len(self.entities)} entities" if len(self.entities) > 1 else ""
        count = len(self.statements)
        return f'"{self.words}" has {count} statement{"" if count == 1 else "s"}{shared}'


def holders_of(view: View, ends: tuple[str, str], *, base: str) -> tuple[Holder, Holder]:
    """Return both ends of a decision as they are in a graph, in the order given.

    Raises:
        UsageError: nothing has one of the names, with similar names.
    """
    one, other = (_holder(view, end, base=base) for end in ends)
    return one, other


def _holder(view: View, words: str, *, base: str) -> Holder:
    entities = find_entities(view, words, base=base)
    rows = [row for entity in entities for row in view.ask(STATEMENTS, {"entity": entity}).rows]
    return Holder(words, frozenset(entities), frozenset(text_of(row[0]) for row in rows))
