"""The salience of an entity at a mention, and whether the two agree.

The ranking follows the preferences of Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994):
subjects before others, near before far, frequent before rare. The weights are kg's own.
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

__all__ = ["GENERAL", "REACH", "Preferences", "affinity", "agrees", "ceiling", "salience"]

REACH = {MentionKind.PRONOUN: 5, MentionKind.NOUN: 20}
"""How many sentences back the antecedent of a mention may be."""

GENERAL = 4.0
"""The penalty on salience for entities mentioned only generically: "the power that AI needs"."""

_PERSONAL = frozenset({"he", "she", "him", "his", "her"})
_NEVER_PRONOUNS = frozenset({"place", "kind", "topic", "role"})


class Preferences(Protocol):
    """Selectional preferences: the classes that verbs and nouns of a sentence expect of the words around them."""

    def of(self, sentence: Sentence) -> Mapping[int, frozenset[str]]:
        """Return the expected classes by word; words without expectations are left out."""


def salience(seen: Sequence[Seen], number: int, *, named: bool = True, pronoun: bool = False) -> float:
    """Return the salience of an entity in sentence `number`; it fades faster for a pronoun than for a description.

    `seen` are its earlier mentions, at least one.
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
    """Return an upper bound on salience, given the distance in sentences and the maximal number of mentions."""
    return (6.0 if distance == 0 else 3.0) + 0.75 * 1.5 + 0.75 * math.log2(1 + mentions) + 0.5 - 1.75 * distance


def affinity(draft: Draft, mention: WordMention, earlier: frozenset[int], *, speaks: bool = False) -> float:
    """Return how well an entity suits a description or pronoun, apart from salience.

    `earlier` are the referents of the pronouns before it in its sentence: pronouns of one sentence tend to corefer
    ("quand il sera en service, X le louera"). `speaks` means that the pronoun is the subject of a verb of speech and
    the entity a person.
    """
    if mention.noun is None:
        return (2.0 if draft.key in earlier else 0.0) + (4.0 if speaks else 0.0)
    noun = mention.noun.forms[0]
    same_noun = noun in draft.nouns
    # "The company" may be any company; "this campus" is the only campus so far; "the startup" is the one called so, or
    # one without a specific noun so far, rather than "the giant".
    specific = draft.named and not mention.noun.generic
    other = specific and not same_noun and not mention.anaphoric and draft.called
    return (
        (2.5 if specific else 1.0 if draft.named else 3.0) * same_noun
        + 1.0 * bool(draft.votes[mention.cls])
        + 1.0 * (not draft.named)
        + 2.0 * min(len(mention.epithets & draft.epithets), 2)
        - 1.5 * other
    )


def agrees(draft: Draft, mention: WordMention, drafts: Drafts, language: str) -> bool:
    """Return whether an entity agrees with a mention in number, gender and class."""
    if mention.number and (draft.number or "Sing") != mention.number:
        return False
    cls = drafts.class_of(draft)
    if mention.noun is not None and mention.noun.specific and not _is_called(draft, mention.noun):
        return False
    if mention.noun is not None and _is_another_place(draft, mention, mention.noun, drafts):
        return False
    if mention.kind is MentionKind.NOUN:
        # A name that only followed "in" or "à" may be a place or a receiver: "the company" or "the state" do not fit.
        unclassified = draft.may_be_place and not draft.votes and not draft.known
        only_place = unclassified and drafts.ontology.trait_of(mention.cls) in {"organization", "place"}
        # "The project" means "a wind farm project", which is a wind farm.
        called = mention.noun is not None and mention.noun.forms[0] in draft.nouns and not draft.named
        fits = called or drafts.fits(draft, mention.cls) or drafts.ontology.is_a(mention.cls, cls)
        return fits and not only_place
    if mention.gender and draft.genders and mention.gender not in draft.genders:
        return False
    trait = drafts.ontology.trait_of(cls)
    if trait in _NEVER_PRONOUNS:
        return False
    personal = mention.word.text.lower() in _PERSONAL
    return language != "en" or (trait == "person") == personal


def _is_called(draft: Draft, noun: Noun) -> bool:
    """Return whether the text has used a noun for an entity before, alone or in its name."""
    forms = {fold(form) for form in noun.forms}
    return noun.forms[0] in draft.nouns or any(forms & set(fold(name).split()) for name in draft.names)


def _is_another_place(draft: Draft, mention: WordMention, noun: Noun, drafts: Drafts) -> bool:
    """Return whether a noun for a place cannot refer to an entity: a town is not a country."""
    if drafts.ontology.trait_of(mention.cls) != "place":
        return False
    # "the Silicon Valley firm" is about a firm, not about a valley.
    return bool(draft.nouns and noun.forms[0] not in draft.nouns) or all(seen.nested for seen in draft.seen)
