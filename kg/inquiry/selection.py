"""Choosing a part of the statements: by modality, by relation, and by how near they are to an entity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import UsageError
from kg.model import Modality, Statement
from kg.ontology.schema import Ontology
from kg.resolve.clusters import entities_of

__all__ = ["Focus", "Selection", "read_relations", "select"]


@dataclass(frozen=True, slots=True)
class Focus:
    """Where a selection starts: at an entity, and at statements that are its own or are attributed to it."""

    entity: str
    statements: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Selection:
    """Which statements are wanted.

    Attributes:
        modalities: how certain they may be.
        relations: the names of their relations; empty for all.
        focus: what they are about; `None` for anything.
        depth: how many statements lead at most from the focus to what they are about: with 1 they are about the
            focus itself, with 2 also about whatever those name.
    """

    modalities: tuple[Modality, ...] = tuple(Modality)
    relations: tuple[str, ...] = ()
    focus: Focus | None = None
    depth: int = 1

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection(depth=self.depth)


def select(statements: Iterable[Statement], selection: Selection) -> tuple[Statement, ...]:
    """Return the wanted statements in the order given.

    Modality and relation are looked at first: the way from the focus leads over wanted statements alone. A statement is
    about its ends, its asset and the organisation of a role.
    """
    wanted = [
        statement
        for statement in statements
        if statement.modality in selection.modalities
        and (not selection.relations or statement.relation in selection.relations)
    ]
    if selection.focus is None:
        return tuple(wanted)
    kept = _around(wanted, selection.focus, selection.depth)
    return tuple(statement for statement in wanted if statement.id in kept)


def _around(statements: Sequence[Statement], focus: Focus, depth: int) -> set[str]:
    """Return the ids of the statements that are within reach."""
    entities = {statement.id: {entity.iri for entity in entities_of(statement)} for statement in statements}
    kept = {name for name, about in entities.items() if focus.entity in about or name in focus.statements}
    for _ in range(depth - 1):
        reached = {iri for name in kept for iri in entities[name]}
        further = {name for name, about in entities.items() if about & reached}
        if further <= kept:
            break
        kept |= further
    return kept


def read_relations(words: Iterable[str], ontology: Ontology) -> tuple[str, ...]:
    """Return the relations that are named, lists with commas allowed, sorted.

    Raises:
        UsageError: the ontology has no such relation; it tells those that are spelled alike.
    """
    named = sorted({part.strip() for word in words for part in word.split(",") if part.strip()})
    for name in named:
        if name not in ontology.relations:
            near = get_close_matches(name.lower().replace(" ", "_"), sorted(ontology.relations), n=3, cutoff=0.5)
            advice = f"do you mean {', '.join(near)}?" if near else "`kg ontology show` lists them"
            raise UsageError("the ontology has no such relation", where=name[:100], advice=advice)
    return tuple(named)
