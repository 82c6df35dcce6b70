"""Draft entities: what an article has said about each so far."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.names.name_classes import NameClasses
from kg.extract.reference.name_index import Namesakes
from kg.extract.reference.short_forms import ShortForms
from kg.extract.text.folding import fold
from kg.ontology.schema import KnownName, Noun, Ontology

__all__ = ["Draft", "Drafts", "Seen"]

_AND = {"en": " and ", "fr": " et "}


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """One mention of an entity: where, whether as a subject, and whether inside another's noun phrase."""

    sentence: int
    index: int
    subject: bool
    nested: bool = False


@dataclass(slots=True)
class Draft:
    """A draft of an entity.

    Attributes:
        key: its number in the article.
        named: whether it has a proper name.
        label: its provisional label.
        known: its known name, if any.
        number: `Sing` or `Plur` for a description; a name is singular.
        names: its names and descriptions, with their frequencies.
        nouns, genders: the lemmas and genders of its descriptions.
        called: whether one of them is a specific noun ("startup", not "company").
        epithets: the modifiers in its descriptions, folded.
        ties: the keys of entities tied to it by a title: a company and its officers.
        votes: how strongly the words indicate each class.
        owner: for a description with a possessive ("its data centers"), the key of the owner.
        introduced: whether the text introduced it individually: as "a …", as a subject, with a place, mark or owner.
        marks, places, complements, actors, specialists: what its descriptions said about it, by other entities' keys.
        unique: whether a superlative said that there is only one.
        members: for a collective description ("the two companies"), the keys of the members.
        may_be_place: whether it only followed "à" or "in", so that it is a place or a receiver.
        seen: its mentions, in the order of the text.
    """

    key: int
    named: bool
    label: str
    known: KnownName | None = None
    number: str = ""
    names: Counter[str] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    called: bool = False
    epithets: set[str] = field(default_factory=set)
    ties: set[int] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)
    owner: int | None = None
    introduced: bool = False
    marks: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    complements: set[int] = field(default_factory=set)
    actors: set[int] = field(default_factory=set)
    specialists: set[int] = field(default_factory=set)
    unique: bool = False
    members: tuple[int, ...] = ()
    may_be_place: bool = False
    seen: list[Seen] = field(default_factory=list)

    def describe(self, noun: Noun, epithets: frozenset[str], *, gender: str) -> None:
        """Record a description of the entity."""
        self.nouns.add(noun.forms[0])
        self.called |= not noun.generic
        self.epithets |= epithets
        self.genders |= {gender} if gender else set()

    def seen_in(self, number: int) -> set[int]:
        """Return the indices of the words of a sentence that mention the entity."""
        return {seen.index for seen in self.seen if seen.sentence == number}

    def before(self, number: int, index: int) -> list[Seen]:
        """Return the mentions before a word, in the order of the text."""
        return self.seen[: bisect_left(self.seen, (number, index), key=lambda seen: (seen.sentence, seen.index))]


class Drafts:
    """The draft entities of one article, by key."""

    def __init__(self, ontology: Ontology, classes: NameClasses, short_forms: ShortForms) -> None:
        self.ontology = ontology
        self.classes = classes
        self.short_forms = short_forms
        self._all: list[Draft] = []
        self._namesakes = Namesakes(short_forms)
        self._known: dict[str, int] = {}
        self._labelled: dict[str, list[int]] = {}
        self._seen: list[set[int]] = []

    def __getitem__(self, key: int) -> Draft:
        return self._all[key]

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._all)

    def new(self, *, named: bool, label: str, known: KnownName | None = None) -> Draft:
        """Return a new draft with only a label and, if given, a known name."""
        draft = Draft(len(self._all), named, label, known)
        self._all.append(draft)
        self._labelled.setdefault(fold(label), []).append(draft.key)
        if known is not None:
            self._known.setdefault(known.iri, draft.key)
        return draft

    def relabel(self, draft: Draft, label: str) -> None:
        """Change the label of a draft."""
        draft.label = label
        self._labelled.setdefault(fold(label), []).append(draft.key)

    def give_name(self, draft: Draft, name: str) -> None:
        """Record one more use of a name for an entity."""
        draft.names[name] += 1
        if draft.named:
            self._namesakes.add(draft.key, name)

    def see(self, draft: Draft, seen: Seen) -> None:
        """Record a mention of an entity."""
        insort(draft.seen, seen)
        self._seen += [set() for _ in range(len(self._seen), seen.sentence + 1)]
        self._seen[seen.sentence].add(draft.key)

    def called(self, name: str, known: KnownName | None) -> Iterator[Draft]:
        """Return the named entities with the known name or that spelling, in the order of the text."""
        keys = self._namesakes.called(name)
        if known is not None and known.iri in self._known:
            keys = sorted({*keys, self._known[known.iri]})
        return (self._all[key] for key in keys)

    def akin(self, name: str) -> Iterator[Draft]:
        """Return the named entities of which a name may be a short or long form, in the order of the text."""
        keys = self._namesakes.akin(name, lambda key: self.trait_of(self._all[key]) == "person")
        return (self._all[key] for key in keys)

    def near(self, number: int, reach: int) -> Iterator[Draft]:
        """Return the entities mentioned in a sentence or up to `reach` sentences before, in the order of the text."""
        keys: set[int] = set().union(*self._seen[max(0, number - reach) : number + 1])
        return (self._all[key] for key in sorted(keys))

    def before(self, number: int) -> Iterator[tuple[int, set[int]]]:
        """Return the sentences up to `number` with the keys of the entities mentioned there, last sentence first."""
        start = min(number, len(self._seen) - 1)
        return ((sentence, self._seen[sentence]) for sentence in range(start, -1, -1))

    def together(self, members: tuple[int, ...], language: str) -> Draft:
        """Return the collective entity of several members."""
        known = next((draft for draft in self._all if draft.members == members), None)
        if known is None:
            known = self.new(named=False, label=_AND[language].join(self[key].label for key in members))
            known.members, known.number = members, "Plur"
            known.votes[self.ontology.class_of_trait("organization")] += 2
        return known

    def fits(self, draft: Draft, cls: str) -> bool:
        """Return whether the entity is, or may be, of a class.

        A name without evidence of its class is an organisation, or after "in" or "à" perhaps a place.
        """
        own = self.class_of(draft)
        if draft.may_be_place and not draft.known and not draft.votes and self.ontology.is_a(self.classes.place, cls):
            return True
        return self.ontology.is_a(own, cls) or (
            self.ontology.is_a(cls, own) and not draft.known and draft.votes[cls] > 0
        )

    def may_be_unnamed(self, key: int) -> bool:
        """Return whether a statement can be about the entity: it has a name, or its class needs none."""
        draft = self._all[key]
        return draft.named or self.ontology.trait_of(self.class_of(draft)) not in {"organization", "person", "place"}

    def class_of(self, draft: Draft) -> str:
        """Return the class indicated by the entity's names and descriptions; by default an organisation."""
        if draft.known:
            return draft.known.cls
        if draft.votes:
            best = max(draft.votes.values())
            return min(cls for cls, votes in draft.votes.items() if votes == best)
        return self.ontology.class_of_trait("organization")

    def trait_of(self, draft: Draft) -> str:
        """Return the trait of the entity's class."""
        return self.ontology.trait_of(self.class_of(draft))

    def why_class(self, draft: Draft) -> str:
        """Return the evidence for the class of an entity, in words."""
        if draft.known:
            return "the ontology knows the name"
        if draft.nouns:
            return "it is described as " + ", ".join(f"“{noun}”" for noun in sorted(draft.nouns))
        if draft.votes:
            return "the words of its name tell it, or the place where it stands"
        return "nothing tells another"

    def topic(self, label: str, number: int, index: int) -> int:
        """Return the key of the topic with that label; a new one if there is none."""
        cls = self.ontology.class_of_trait("topic")
        for draft in (self._all[key] for key in self._labelled.get(fold(label), ())):
            if not draft.named and draft.votes[cls]:
                return draft.key
        draft = self.new(named=False, label=label)
        draft.votes[cls] += 1
        self.give_name(draft, label)
        self.see(draft, Seen(number, index, subject=False))
        return draft.key

    def role(self, label: str) -> int:
        """Return the key of a position by its title; a new one if there is none."""
        cls = self.ontology.class_of_trait("role")
        for draft in (self._all[key] for key in self._labelled.get(fold(label), ())):
            if draft.votes[cls] and draft.label == label:
                return draft.key
        draft = self.new(named=True, label=label)
        draft.votes[cls] += 1
        self.give_name(draft, label)
        return draft.key
