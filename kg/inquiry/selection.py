"""Selects statements: by modality, by relation, and by distance from an entity."""

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
    """The start of a selection: an entity and the statements attributed to it, or a single statement."""

    entity: str
    statements: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Selection:
    """The criteria of a selection of statements.

    Attributes:
        modalities: the allowed modalities.
        relations: the names of the allowed relations; empty for all.
        focus: what they are about; `None` for anything.
        depth: the maximal distance from the focus in statements: with 1 they are about the focus itself, with 2 also
            about the entities in those.
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
    """Return the selected statements in the order given.

    Modality and relation are applied first, so that paths from the focus use only statements that satisfy them. A
    statement is about its subject, object, asset and organisation.
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
    """Return the ids of the statements within `depth` of the focus."""
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
    """Return the named relations, comma-separated lists allowed, sorted.

    Raises:
        UsageError: the ontology has no such relation; the message suggests those spelled similarly.
    """
    named = sorted({part.strip() for word in words for part in word.split(",") if part.strip()})
    for name in named:
        if name not in ontology.relations:
            near = get_close_matches(name.lower().replace(" ", "_"), sorted(ontology.relations), n=3, cutoff=0.5)
            advice = f"do you mean {', '.join(near)}?" if near else "`kg ontology show` lists them"
            raise UsageError("the ontology has no such relation", where=name[:100], advice=advice)
    return tuple(named)
