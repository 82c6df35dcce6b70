"""How present an entity is where something refers back, and whether it agrees with what refers.

The ranking follows the preferences of Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994):
subjects before others, near before far, often mentioned before once. The weights are our own.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Protocol

from kg.extract.grammar.syntax import Sentence
from kg.extract.reference.draft_entities import Draft, Drafts, Seen
from kg.extract.reference.mentions import MentionKind, WordMention
from kg.extract.text.folding import fold
from kg.ontology.schema import Noun

__all__ = ["REACH", "Preferences", "affinity", "agrees", "ceiling", "salience"]

REACH = {MentionKind.PRONOUN: 5, MentionKind.NOUN: 20}
"""How many sentences back a mention may refer."""

_PERSONAL = frozenset({"he", "she", "him", "his", "her"})
_NEVER_PRONOUNS = frozenset({"place", "kind", "topic", "role"})


class Preferences(Protocol):
    """Selectional preferences: what the verbs and nouns of a sentence expect of the words around them."""

    def of(self, sentence: Sentence) -> Mapping[int, frozenset[str]]:
        """Return, by word, the classes that are expected there; words of which nothing is expected are left out."""


def salience(seen: Sequence[Seen], number: int, *, named: bool = True, pronoun: bool = False) -> float:
    """Return how present an entity is in sentence `number`; a pronoun looks back less far than a description does.

    `seen` are its mentions before the place that asks, at least one.
    """
    near, central = (2.5, 0.5) if pronoun else (1.75, 0.75)
    last = seen[-1].sentence
    subject = any(s.subject for s in seen if s.sentence == last)
    return (
        (3.0 if subject else 1.0 if any(s.subject for s in seen[-3:]) else 0.0)
        + (3.0 if subject and last == number else 0.0)
        + central * (1.5 if seen[0].sentence == 0 else 0.0)
        + central * math.log2(1 + len(seen))
        + (0.5 if named else 0.0)
        - near * (number - last)
    )


def ceiling(distance: int, mentions: int) -> float:
    """Return what the salience of none exceeds that was last seen so many sentences back, and so often at most."""
    return (6.0 if distance == 0 else 3.0) + 0.75 * 1.5 + 0.75 * math.log2(1 + mentions) + 0.5 - 1.75 * distance


def affinity(draft: Draft, mention: WordMention, earlier: frozenset[int], *, speaks: bool = False) -> float:
    """Return how well an entity suits a description or pronoun beyond being present.

    `earlier` are the entities that the pronouns before it in its sentence mean: pronouns of one sentence tend to mean
    the same ("quand il sera en service, X le louera"). Who `speaks`, the caller says, is rather a person: the draft's
    first given name or title has told so.
    """
    if mention.noun is None:
        return (2.0 if draft.key in earlier else 0.0) + (4.0 if speaks else 0.0)
    noun = mention.noun.forms[0]
    same_noun = noun in draft.nouns
    # "The company" may be any company; "this campus" is the one campus there was; "the startup" is the one that was
    # called so, or one that was called nothing yet, rather than "the giant".
    telling = draft.named and not mention.noun.generic
    other = telling and not same_noun and not mention.anaphoric and draft.called
    return (
        (2.5 if telling else 1.0 if draft.named else 3.0) * same_noun
        + 1.0 * bool(draft.votes[mention.cls])
        + 1.0 * (not draft.named)
        + 2.0 * min(len(mention.epithets & draft.epithets), 2)
        - 1.5 * other
    )


def agrees(draft: Draft, mention: WordMention, drafts: Drafts, language: str) -> bool:
    """Return whether an entity agrees in number, gender and class with what refers to it."""
    if mention.number and (draft.number or "Sing") != mention.number:
        return False
    cls = drafts.class_of(draft)
    if mention.noun is not None and mention.noun.specific and not _is_called(draft, mention.noun):
        return False
    if mention.kind is MentionKind.NOUN:
        # What only ever stood after "in" or "à" is called no company, and may be whoever receives: no state either.
        untold = draft.may_be_place and not draft.votes and not draft.known
        only_place = untold and drafts.ontology.trait_of(mention.cls) in {"organization", "place"}
        fits = drafts.fits(draft, mention.cls) or drafts.ontology.is_a(mention.cls, cls)
        return fits and not only_place
    if mention.gender and draft.genders and mention.gender not in draft.genders:
        return False
    trait = drafts.ontology.trait_of(cls)
    if trait in _NEVER_PRONOUNS:
        return False
    personal = mention.word.text.lower() in _PERSONAL
    return language != "en" or (trait == "person") == personal


def _is_called(draft: Draft, noun: Noun) -> bool:
    """Return whether the text has called an entity by a noun before, alone or in its name."""
    forms = {fold(form) for form in noun.forms}
    return noun.forms[0] in draft.nouns or any(forms & set(fold(name).split()) for name in draft.names)
