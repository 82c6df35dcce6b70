"""Splits an entity of one article whose names a person has decided to be different."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Entity, Extraction, Mention, Qualifiers, Reference, Statement, Term
from kg.resolve.constraints import Constraints
from kg.resolve.decisions import Decision
from kg.resolve.spelling import full_key

__all__ = ["split"]


def split(extraction: Extraction, decided: Constraints) -> Extraction:
    """Return the extraction with a separate entity for each name that is decided to be different.

    The original entity keeps its label, pronouns and descriptions; mentions by the other name move to the new one.
    """
    if not any(decided.differences()):
        return extraction
    splitter = _Splitter(extraction.entities, decided)
    if not splitter.is_needed:
        return extraction
    statements = tuple(splitter.statement(statement) for statement in extraction.statements)
    references = tuple(splitter.reference(reference) for reference in extraction.references)
    return replace(extraction, entities=splitter.entities(), statements=statements, references=references)


class _Splitter:
    """The entities of one article and those split off from them."""

    def __init__(self, entities: Iterable[Entity], decided: Constraints) -> None:
        self._decided = decided
        self._entities = {entity.iri: entity for entity in entities}
        self._whole = {iri: entity for iri, entity in self._entities.items() if self._is_two(entity)}
        self._parts: dict[str, tuple[Entity, Decision]] = {}

    @property
    def is_needed(self) -> bool:
        """Whether an entity has two names that are decided to be different."""
        return bool(self._whole)

    def entities(self) -> tuple[Entity, ...]:
        """Return the entities without the names that were split off, then the new entities."""
        gone = {(iri.rpartition("#")[0], part.label) for iri, (part, _) in self._parts.items()}
        kept = [
            replace(one, names=tuple(name for name in one.names if (one.iri, name) not in gone))
            for one in self._entities.values()
        ]
        return (*kept, *(part for part, _ in self._parts.values()))

    def statement(self, statement: Statement) -> Statement:
        """Return the statement with the entities that its words name."""
        asset, organization = statement.qualifiers.asset, statement.qualifiers.organization
        qualifiers: Qualifiers = replace(
            statement.qualifiers,
            asset=asset and self._term(asset),
            organization=organization and self._term(organization),
        )
        subject, obj = self._term(statement.subject), self._term(statement.object)
        return replace(statement, subject=subject, object=obj, qualifiers=qualifiers)

    def reference(self, reference: Reference) -> Reference:
        """Return the reference to the entity that its words name, with the decision as its reason."""
        found = self._part(reference.iri, reference.mention)
        if found is None:
            return reference
        part, decision = found
        reason = f'not "{self._whole[reference.iri].label}": {decision.told()}'
        return replace(reference, iri=part.iri, reason=reason)

    def _term(self, term: Term) -> Term:
        if not isinstance(term.target, Entity):
            return term
        found = self._part(term.target.iri, term.mention)
        return replace(term, target=found[0]) if found else term

    def _part(self, iri: str, mention: Mention) -> tuple[Entity, Decision] | None:
        """Return the split-off entity that the words name, with the decision; `None` if they name the original."""
        whole = self._whole.get(iri)
        node = self._decided.node([full_key(mention.text)]) if whole else ""
        decision = self._decided.difference(self._node(whole), node) if whole and node else None
        if whole is None or decision is None:
            return None
        part = Entity(f"{iri}#{node}", mention.text, whole.cls, class_reason=whole.class_reason)
        return self._parts.setdefault(part.iri, (part, decision))

    def _is_two(self, entity: Entity) -> bool:
        here = self._node(entity)
        return any(self._decided.difference(here, self._decided.node([full_key(name)])) for name in entity.names)

    def _node(self, entity: Entity) -> str:
        """Return the node of the entity: that of its label, else of its first name that has one."""
        found = (self._decided.node([full_key(name)]) for name in (entity.label, *entity.names))
        return next((node for node in found if node), "")
