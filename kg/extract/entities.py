"""Turns drafts into entities, with a class, a distinctive label, and all their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.frames.arguments import Filler
from kg.extract.frames.candidates import Candidate
from kg.extract.reference.coreference import Discourse
from kg.extract.reference.draft_entities import Draft
from kg.model import Entity, Reference, Statement, Term, Value

__all__ = ["Entities"]

_ELIDED = "aeiouyhàâéèêëîïôûü"


class Entities:
    """The entities of one article, created when a statement first needs them."""

    def __init__(self, discourse: Discourse, candidates: Sequence[Candidate]) -> None:
        self._discourse = discourse
        self._language = candidates[0].frame.language if candidates else "en"
        self._anchors = _anchors(discourse, candidates)
        self._described = _by_noun(discourse.drafts)
        self._made: dict[int, Entity] = {}

    def term(self, filler: Filler) -> Term:
        """Return the subject or object of a statement for a filler."""
        if isinstance(filler.target, Value):
            return Term(filler.target, filler.mention)
        return Term(self.entity(filler.target), filler.mention)

    def entity(self, key: int) -> Entity:
        """Return the entity for a key of the discourse."""
        if key not in self._made:
            self._made[key] = self._make(self._discourse.drafts[key])
        return self._made[key]

    def used(self, statements: Iterable[Statement]) -> tuple[Entity, ...]:
        """Return the entities that statements are about, in the order the text introduces them."""
        wanted = {
            term.target.iri
            for s in statements
            for term in (s.subject, s.object, s.qualifiers.asset, s.qualifiers.organization)
            if term is not None and isinstance(term.target, Entity)
        }
        return tuple(entity for _, entity in sorted(self._made.items()) if entity.iri in wanted)

    def references(self, document: str, entities: Iterable[Entity]) -> Iterator[Reference]:
        """Return the mentions of the entities in the order of the text, with the referent of each and the reason."""
        wanted = {entity.iri for entity in entities}
        for referent in self._discourse.referents():
            iri = self.entity(referent.key).iri
            if iri in wanted:
                yield Reference(document, iri, referent.mention, referent.step)

    def _make(self, draft: Draft) -> Entity:
        cls = self._discourse.drafts.class_of(draft)
        known = draft.known
        label = known.labels.get(self._language) or next(iter(known.labels.values())) if known else self._label(draft)
        names = {*self._names(draft), *(known.spellings if known else ())} - {label}
        return Entity(
            iri=known.iri if known else f"e{draft.key}",
            label=label,
            cls=cls,
            named=draft.named,
            names=tuple(sorted(names)),
            same_as=tuple(sorted(known.same_as)) if known else (),
            class_reason=self._discourse.drafts.why_class(draft),
        )

    def _label(self, draft: Draft) -> str:
        """Return the noun with what sets the entity apart; for several, only with whose they are said to be.

        "Factories" that somebody builds, here and there, are not all of theirs, nor all that are there.
        """
        anchors = self._anchors_of(draft)
        if draft.number == "Plur" or not draft.called:
            said = {*draft.marks, *draft.complements, *({draft.owner} - {None})}
            labels = {self._discourse.drafts[key].label for key in said if key is not None}
            anchors = tuple(anchor for anchor in anchors if anchor in labels)
        return next(iter(self._composed(draft, anchors)), draft.label)

    def _names(self, draft: Draft) -> Iterator[str]:
        """Return the names of an entity, without those that fit another entity of the text equally well.

        If the text also has "its data centers", neither "data center" nor "Crusoe's data center" identifies the one at
        Abilene.
        """
        anchors = self._anchors_of(draft)
        namesakes = {key for noun in draft.nouns for key in self._described[noun]} - {draft.key} if anchors else set()
        drafts = self._discourse.drafts
        shared = {anchor for key in namesakes for anchor in self._anchors_of(drafts[key])}
        yield from (name for name in draft.names if not namesakes or name != draft.label)
        yield from self._composed(draft, tuple(anchor for anchor in anchors if anchor not in shared))

    def _anchors_of(self, draft: Draft) -> tuple[str, ...]:
        """Return what distinguishes an unnamed entity from others: its marks, then its places, then its owners."""
        if draft.named:
            return ()
        # A French mark follows the noun and is a name of its own: "le projet X".
        marks = sorted(draft.marks) if self._language == "en" else ()
        labels = (self._discourse.drafts[key].label for key in marks)
        return tuple(dict.fromkeys((*labels, *self._anchors.get(draft.key, ()))))

    def _composed(self, draft: Draft, anchors: tuple[str, ...]) -> tuple[str, ...]:
        """Return the noun of an entity combined with each of its anchors."""
        if self._language == "en":
            return tuple(f"{anchor} {draft.label}" for anchor in anchors)
        return tuple(
            f"{draft.label} d'{anchor}" if anchor[0].lower() in _ELIDED else f"{draft.label} de {anchor}"
            for anchor in anchors
        )


def _by_noun(drafts: Iterable[Draft]) -> dict[str, set[int]]:
    """Return the keys of unnamed entities by the nouns that describe them."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for draft in drafts:
        for noun in draft.nouns if not draft.named else ():
            found[noun].add(draft.key)
    return found


def _anchors(discourse: Discourse, candidates: Sequence[Candidate]) -> dict[int, tuple[str, ...]]:
    """Return the names of the places and owners of unnamed entities, places first, in the order of the text."""
    found: dict[int, list[tuple[int, str]]] = {}
    for candidate in candidates:
        if not discourse.drafts.ontology.relations[candidate.frame.relation].identifying:
            continue
        subject, obj = candidate.subject.target, candidate.object.target
        if isinstance(subject, Value) or isinstance(obj, Value):
            continue
        place = discourse.drafts.ontology.trait_of(discourse.drafts.class_of(discourse.drafts[obj])) == "place"
        key, other, rank = (subject, obj, 0) if place else (obj, subject, 1)
        if discourse.drafts[other].named:
            found.setdefault(key, []).append((rank, discourse.drafts[other].label))
    for draft in discourse.drafts:
        for key in sorted(draft.complements):
            found.setdefault(draft.key, []).append((1, discourse.drafts[key].label))
        if draft.owner is not None and discourse.drafts[draft.owner].named:
            found.setdefault(draft.key, []).append((1, discourse.drafts[draft.owner].label))
    ranked = {key: sorted(anchors, key=lambda anchor: anchor[0]) for key, anchors in found.items()}
    return {key: tuple(dict.fromkeys(label for _, label in anchors)) for key, anchors in ranked.items()}
