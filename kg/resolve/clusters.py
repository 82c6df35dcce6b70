"""Entities as they appear in each article, and the clusters that resolution groups them into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import Entity, Extraction, Statement
from kg.ontology.schema import KnownName, Ontology

__all__ = [
    "NOWHERE",
    "Appearance",
    "Cluster",
    "Clusters",
    "Key",
    "appearances",
    "compatible",
    "entities_of",
    "narrower",
]

NOWHERE = ""

Key = tuple[str, str]
"""The document and the entity's key in it; for a known name, `NOWHERE` and its IRI."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One entity of one article, or a known name of the ontology, which belongs to no article.

    `named` says whether its label alone identifies the entity, in any article.
    """

    document: str
    language: str
    entity: Entity
    named: bool
    known: KnownName | None = None

    @property
    def key(self) -> Key:
        """What identifies it among all appearances."""
        return (self.document, self.entity.iri)

    @property
    def quoted(self) -> str:
        """Its name in quotes, with its article, for use in a reason."""
        return f'"{self.entity.label}"' + (f" of {self.document}" if self.document else "")


@dataclass(slots=True)
class Cluster:
    """Appearances of one entity, in document order, with the reason for each join."""

    members: list[Appearance]
    cls: str
    reasons: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)

    @property
    def key(self) -> Key:
        """The key of its first member; it does not change as the cluster takes in others."""
        return self.members[0].key

    @property
    def known(self) -> KnownName | None:
        """The known name in the cluster, if any."""
        return next((member.known for member in self.members if member.known), None)

    @property
    def named(self) -> bool:
        """Whether the label of some member identifies the entity in any article."""
        return any(member.named for member in self.members)

    @property
    def documents(self) -> set[str]:
        """The articles it appears in."""
        return {member.document for member in self.members} - {NOWHERE}

    @property
    def keys(self) -> list[Key]:
        """The keys of its members."""
        return [member.key for member in self.members]


class Clusters:
    """A partition of appearances that only gets coarser; lives for one call of `resolve`."""

    def __init__(self, members: Iterable[Appearance], ontology: Ontology) -> None:
        """Put every appearance into a cluster of its own; of two with the same key, the first counts."""
        self._ontology = ontology
        self._home: dict[Key, Cluster] = {}
        self._opposed: dict[str, set[str]] = {}
        for member in members:
            self._home.setdefault(member.key, Cluster([member], member.entity.cls))

    def of(self, key: Key) -> Cluster:
        """Return the cluster that holds the appearance."""
        return self._home[key]

    def all(self) -> list[Cluster]:
        """Return every cluster once, in the order of their first members."""
        return list({cluster.key: cluster for cluster in self._home.values()}.values())

    def trait_of(self, cluster: Cluster) -> str:
        """Return the trait of the cluster's class: what the grammar must know about it."""
        return trait_of(cluster.cls, self._ontology)

    def mark(self, key: Key, mark: str) -> None:
        """Mark the cluster of an appearance; marks survive joins."""
        self._home[key].marks.add(mark)

    def oppose(self, one: str, other: str) -> None:
        """Forbid joining two clusters that carry these marks."""
        self._opposed.setdefault(one, set()).add(other)
        self._opposed.setdefault(other, set()).add(one)

    def are_opposed(self, one: Cluster, other: Cluster) -> bool:
        """Return whether marks keep the two clusters apart."""
        return any(self._opposed.get(mark, set()) & other.marks for mark in one.marks)

    def may_unite(self, one: Cluster, other: Cluster, *, decided: bool = False) -> bool:
        """Return whether marks and classes allow a join; two known names are joined only if `decided`."""
        if one is other or self.are_opposed(one, other):
            return False
        both_known = one.known is not None and other.known is not None
        return (decided or not both_known) and compatible(one.cls, other.cls, self._ontology)

    def unite(self, one: Cluster, other: Cluster, reason: str) -> None:
        """Merge `other` into `one`, which takes the narrower class."""
        one.cls = narrower(one.cls, other.cls, self._ontology)
        one.members.extend(other.members)
        one.reasons.extend([*other.reasons, reason])
        one.marks |= other.marks
        self._home.update(dict.fromkeys(other.keys, one))


def trait_of(cls: str, ontology: Ontology) -> str:
    """Return the trait of a class; an unknown class has none."""
    known = ontology.classes.get(cls)
    return known.trait if known else ""


def compatible(one: str, other: str, ontology: Ontology) -> bool:
    """Return whether an entity can have both classes: they are equal, or one is a subclass of the other."""
    return one == other or ontology.is_a(one, other) or ontology.is_a(other, one)


def narrower(one: str, other: str, ontology: Ontology) -> str:
    """Return the more specific of two compatible classes."""
    return one if ontology.is_a(one, other) else other


def appearances(extractions: Iterable[Extraction], ontology: Ontology) -> list[Appearance]:
    """Return the entities that the statements are about, in the order of the articles.

    An entity of a class whose members are named by common nouns, such as an energy source, counts as named.
    """
    found: dict[Key, Appearance] = {}
    for extraction in extractions:
        article = extraction.article
        described: Mapping[str, Entity] = {entity.iri: entity for entity in extraction.entities}
        for statement in extraction.statements:
            for entity in entities_of(statement):
                best = described.get(entity.iri, entity)
                named = best.named or trait_of(best.cls, ontology) in {"kind", "role"}
                appearance = Appearance(article.document, article.language, best, named)
                found.setdefault(appearance.key, appearance)
    return list(found.values())


def entities_of(statement: Statement) -> list[Entity]:
    """Return the entities of a statement: subject and object first, then those of its qualifiers."""
    qualifiers = statement.qualifiers
    terms = (statement.subject, statement.object, qualifiers.asset, qualifiers.organization)
    return [term.target for term in terms if term is not None and isinstance(term.target, Entity)]
