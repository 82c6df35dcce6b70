"""Coreference: which mentions of an article are one entity, and why.

Mentions are resolved in the order of the text. A name joins the entity of the same spelling or of its long form; a
description ("la jeune pousse", "ce campus") and a pronoun join the most salient entity that fits in class, gender and
number: subjects before others, near before far, often named before once named. The ranking follows the preferences of
Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994), with weights of our own.
"""

from __future__ import annotations

import math
from bisect import insort
from collections import Counter
from dataclasses import dataclass, field

from kg.extract.clauses import subjects
from kg.extract.folding import fold
from kg.extract.mentions import MentionKind, WordMention
from kg.extract.naming import NameClasses, is_short_form
from kg.extract.syntax import Function, Sentence
from kg.model import Span
from kg.ontology.schema import KnownName, Ontology

__all__ = ["Discourse", "Draft", "Referent"]

_REACH = 5


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """One mention of an entity: where, and whether as a subject."""

    sentence: int
    index: int
    subject: bool


@dataclass(slots=True)
class Draft:
    """An entity in the making."""

    key: int
    named: bool
    label: str
    known: KnownName | None = None
    cls: str = ""
    number: str = ""
    names: Counter[str] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)
    may_be_place: bool = False
    seen: list[Seen] = field(default_factory=list)

    def before(self, number: int, index: int) -> list[Seen]:
        """Return the mentions that stand before a word, in the order of the text."""
        return [seen for seen in self.seen if (seen.sentence, seen.index) < (number, index)]


@dataclass(frozen=True, slots=True)
class Referent:
    """What a mention refers to: the entity's key, and whether by name, by grammar, or by salience."""

    key: int
    how: str
    mention: Span
    step: str = ""


class Discourse:
    """The entities of one article, built up sentence by sentence."""

    def __init__(self, ontology: Ontology, classes: NameClasses) -> None:
        self.ontology = ontology
        self.classes = classes
        self.drafts: list[Draft] = []
        self.referents: dict[tuple[int, int], Referent] = {}

    def read(
        self,
        number: int,
        sentence: Sentence,
        mentions: tuple[WordMention, ...],
        same: list[tuple[WordMention, WordMention]],
        *,
        heading: bool = False,
    ) -> None:
        """Resolve the mentions of the next sentence; `same` are pairs that grammar joins.

        A heading's descriptions ("Un campus géant") announce what the text then introduces, so they open nothing.
        """
        partners = _groups(same)
        for mention in mentions:
            if mention.kind is MentionKind.NAME:
                self._settle(number, mention, self._named(mention, sentence), "name")
        for mention in mentions:
            index = mention.word.index
            if (number, index) in self.referents:
                continue
            named = next(
                (self.referents[number, i] for i in partners.get(index, ()) if (number, i) in self.referents), None
            )
            if named is not None:
                draft = self.drafts[named.key]
                draft.votes[mention.cls] += 3
                self._settle(number, mention, draft, "grammar")
            elif mention.kind is MentionKind.NOUN and not heading:
                draft, how = self._described(number, sentence, mention)
                self._settle(number, mention, draft, how)
            elif not heading and (found := self._salient(number, mention, sentence)) is not None:
                self._settle(number, mention, found, "salience")

    def at(self, number: int, index: int) -> Referent | None:
        """Return what a word of a sentence refers to, if anything."""
        return self.referents.get((number, index))

    def salient(self, number: int, index: int, classes: tuple[str, ...], *, barred: frozenset[int]) -> Draft | None:
        """Return the most salient named entity of one of the classes before a word, none of `barred`, or nothing."""
        fitting = [
            (self._salience(seen, number), -draft.key, draft)
            for draft in self.drafts
            if draft.named
            and draft.key not in barred
            and (seen := draft.before(number, index))
            and any(self.fits(draft, cls) for cls in classes)
        ]
        return max(fitting, key=lambda entry: entry[:2])[2] if fitting else None

    def fits(self, draft: Draft, cls: str) -> bool:
        """Return whether the entity is, or may be, of a class.

        A name that nothing tells is an organisation, or after "in" or "à" perhaps a place.
        """
        own = self.class_of(draft)
        if draft.may_be_place and not draft.known and not draft.votes and self.ontology.is_a(self.classes.place, cls):
            return True
        return self.ontology.is_a(own, cls) or (
            self.ontology.is_a(cls, own) and not draft.known and draft.votes[cls] > 0
        )

    def may_be_unnamed(self, key: int) -> bool:
        """Return whether a statement can be about the entity: it has a name, or is of a class whose things need none."""
        draft = self.drafts[key]
        return draft.named or self.ontology.trait_of(self.class_of(draft)) not in {"organization", "person", "place"}

    def class_of(self, draft: Draft) -> str:
        """Return the class that the entity's names and descriptions tell."""
        if draft.known:
            return draft.known.cls
        if draft.votes:
            best = max(draft.votes.values())
            return min(cls for cls, votes in draft.votes.items() if votes == best)
        return self.ontology.class_of_trait("organization")

    def topic(self, label: str, number: int, index: int) -> int:
        """Return the key of the topic of that label; a new one for words that were no topic before."""
        cls = self.ontology.class_of_trait("topic")
        for draft in self.drafts:
            if not draft.named and draft.votes[cls] and fold(draft.label) == fold(label):
                return draft.key
        draft = self._new(named=False, label=label)
        draft.votes[cls] += 1
        draft.names[label] += 1
        draft.seen.append(Seen(number, index, subject=False))
        return draft.key

    def role(self, label: str) -> int:
        """Return the key of a position held, by the words of its title; a new one for new words."""
        cls = self.ontology.class_of_trait("role")
        for draft in self.drafts:
            if draft.votes[cls] and draft.label == label:
                return draft.key
        draft = self._new(named=True, label=label)
        draft.votes[cls] += 1
        draft.names[label] += 1
        return draft.key

    def _named(self, mention: WordMention, sentence: Sentence) -> Draft:
        name = mention.name
        assert name is not None  # noqa: S101 - a mention of kind NAME has one
        folded = fold(name.text)
        for draft in self.drafts:
            if draft.named and (
                (name.known is not None and draft.known is name.known)
                or any(fold(known) == folded for known in draft.names)
            ):
                return draft
        if name.known is None:
            for draft in self.drafts:
                if draft.named and not draft.known and is_short_form(name.text, draft.names):
                    draft.reasons.append(f"“{name.text}” is a form of “{draft.label}”")
                    if len(name.text) > len(draft.label):
                        draft.label = name.text
                    return draft
        draft = self._new(named=True, label=name.text)
        draft.known = name.known
        draft.may_be_place = self.classes.may_be_place(mention.word.case, sentence.language)
        draft.votes.update(self.classes.votes(name.text, mention.word.case, sentence.language))
        return draft

    def _described(self, number: int, sentence: Sentence, mention: WordMention) -> tuple[Draft, str]:
        """Return the entity of a description: a known one that it points to, else a new one without a name."""
        trait = self.ontology.trait_of(mention.cls)
        owned = any(True for _ in sentence.children(mention.word, Function.POSSESSOR)) or any(
            child.has("Poss=Yes") for child in sentence.children(mention.word, Function.DETERMINER)
        )
        specified = self._is_further_specified(sentence, mention, trait) and not mention.anaphoric
        if mention.definite and not owned and not specified:
            found = self._salient(number, mention, sentence)
            if found is not None:
                return found, "salience"
        draft = self._new(named=False, label=mention.word.text)
        draft.votes[mention.cls] += 2
        draft.number = mention.number
        return draft, "description"

    def _is_further_specified(self, sentence: Sentence, mention: WordMention, trait: str) -> bool:
        """Return whether the phrase itself says which one is meant: "le campus d'Abilene", "the makers of chips"."""
        inside = list(sentence.children(mention.word, Function.OBLIQUE, Function.MODIFIER))
        named = any(w.unit is not None and w.unit.kind == "name" for w in inside)
        return (trait == "site" and named) or any(w.case in {"de", "of"} for w in inside)

    def _salient(self, number: int, mention: WordMention, sentence: Sentence) -> Draft | None:
        barred = self._clause_subjects(number, mention, sentence)
        pronoun = mention.kind is MentionKind.PRONOUN
        scored = [
            (
                self._salience(seen, number, draft, pronoun=pronoun) + self._affinity(draft, mention, number),
                -draft.key,
                draft,
            )
            for draft in self.drafts
            if (seen := draft.before(number, mention.word.index))
            and number - seen[-1].sentence <= (_REACH if mention.kind is MentionKind.PRONOUN else 4 * _REACH)
            and draft.key not in barred
            and self._agrees(draft, mention, sentence)
        ]
        best = max(scored, default=None, key=lambda entry: entry[:2])
        if best is None:
            return None
        draft = best[2]
        draft.reasons.append(f"“{mention.word.text}” refers to “{draft.label}”, the most salient that fits")
        return draft

    def _clause_subjects(self, number: int, mention: WordMention, sentence: Sentence) -> set[int]:
        """Return the subjects of a pronoun's own clause, which its object cannot be: "X le loue" is not itself."""
        head = sentence.head(mention.word)
        if mention.kind is not MentionKind.PRONOUN or mention.word.function not in {Function.OBJECT, Function.OBLIQUE}:
            return set()
        words = subjects(sentence, head) if head is not None else ()
        return {found.key for word in words if (found := self.at(number, word.index))}

    def _agrees(self, draft: Draft, mention: WordMention, sentence: Sentence) -> bool:
        if mention.number and (draft.number or "Sing") != mention.number:
            return False
        pronoun = mention.kind is MentionKind.PRONOUN
        if pronoun and mention.gender and draft.genders and mention.gender not in draft.genders:
            return False
        cls = self.class_of(draft)
        trait = self.ontology.trait_of(cls)
        if mention.kind is MentionKind.NOUN:
            return self.fits(draft, mention.cls) or self.ontology.is_a(mention.cls, cls)
        if trait in {"place", "kind", "topic", "role"}:
            return False
        form = mention.word.text.lower()
        personal = form in {"he", "she", "him", "his", "her"}
        return (trait == "person") == personal if sentence.language == "en" else True

    def _salience(self, seen: list[Seen], number: int, draft: Draft | None = None, *, pronoun: bool = False) -> float:
        """Return how present an entity is; a pronoun looks back less far than a description does."""
        near, central = (2.5, 0.5) if pronoun else (1.25, 1.0)
        subject = any(s.subject for s in seen if s.sentence == seen[-1].sentence)
        return (
            (3.0 if subject else 1.0 if any(s.subject for s in seen[-3:]) else 0.0)
            + (3.0 if subject and seen[-1].sentence == number else 0.0)
            + central * (1.5 if seen[0].sentence == 0 else 0.0)
            + central * math.log2(1 + len(seen))
            + (0.5 if draft is None or draft.named else 0.0)
            - near * (number - seen[-1].sentence)
        )

    def _affinity(self, draft: Draft, mention: WordMention, number: int) -> float:
        if mention.noun is None:
            # Pronouns of one sentence tend to mean the same: "quand il sera en service, X le louera".
            return 2.0 if draft.key in self._pronouns_of(number, mention) else 0.0
        same_noun = mention.noun.forms[0] in draft.nouns
        return (
            (3.0 if same_noun else 0.0) + (1.0 if draft.votes[mention.cls] else 0.0) + (1.0 if not draft.named else 0.0)
        )

    def _pronouns_of(self, number: int, mention: WordMention) -> set[int]:
        """Return what the pronouns before a mention in its sentence refer to."""
        return {
            referent.key
            for (sentence, index), referent in self.referents.items()
            if sentence == number and index < mention.word.index and referent.how == "salience"
        }

    def _new(self, *, named: bool, label: str) -> Draft:
        draft = Draft(len(self.drafts), named, label)
        self.drafts.append(draft)
        return draft

    def _settle(self, number: int, mention: WordMention, draft: Draft, how: str) -> None:
        word = mention.word
        if mention.kind is not MentionKind.PRONOUN:
            draft.names[word.text] += 1
        if mention.noun is not None:
            draft.nouns.add(mention.noun.forms[0])
            if mention.gender:
                draft.genders.add(mention.gender)
        draft.may_be_place = draft.may_be_place and mention.kind is MentionKind.NAME and not mention.noun
        subject = word.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT}
        insort(draft.seen, Seen(number, word.index, subject))
        step = f"“{word.text}” → {draft.label} ({how})"
        self.referents[number, word.index] = Referent(draft.key, how, word.span, step)


def _groups(same: list[tuple[WordMention, WordMention]]) -> dict[int, set[int]]:
    """Return, for each word, all words that are joined with it directly or through others."""
    groups: dict[int, set[int]] = {}
    for one, other in same:
        joined = groups.get(one.word.index, {one.word.index}) | groups.get(other.word.index, {other.word.index})
        for index in joined:
            groups[index] = joined
    return groups
