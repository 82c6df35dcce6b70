"""What a description says about its referent, and which earlier entity was described in the same way.

"The Ijen plant" has a mark, "its campus" an owner, "a plant in Ohio" a place. A site or project described in the same
way again is the same one; a different description means another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.grammar.clauses import subjects
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.phrases import possessors
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.reference.draft_entities import Draft, Drafts
from kg.extract.reference.mentions import WordMention
from kg.extract.reference.salience import REACH, agrees
from kg.extract.text.folding import fold

__all__ = ["Description", "contradicts", "find_again", "is_aim", "read_description", "remember"]

_ORDINAL = frozenset("first second third other another next premier deuxieme troisieme autre prochain".split())
_OTHER = _ORDINAL | {"new", "further", "nouveau"}
_SUPERLATIVE = frozenset({"plus", "moins"})
_INDEFINITE = frozenset({"un", "une", "des", "a", "an", "one"})
_BUILT = frozenset({"site", "project"})
_OF = frozenset({"de", "of"})


@dataclass(frozen=True, slots=True)
class Description:
    """What the words around a noun say about its referent, by the keys of other entities.

    Attributes:
        owner: its owner.
        marks: name-like modifiers before it: "the Ijen plant".
        places: its locations.
        complements: names after "of" or "de" that are no places: "l'usine de Nordalia".
        actors: the subjects of its clause: "X is building a plant".
        specialist: those said to be specialised in it.
        unique: whether a superlative says that there is only one.
        other: whether it is said to differ from those before: "a second plant".
        ordinal: the word that says which of several it is: "first" in "the first building".
    """

    owner: int | None = None
    marks: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    complements: frozenset[int] = frozenset()
    actors: frozenset[int] = frozenset()
    specialist: frozenset[int] = frozenset()
    unique: bool = False
    other: bool = False
    ordinal: str = ""


class _Around:
    """The words around a description, as their referents."""

    def __init__(self, sentence: Sentence, noun: Word, key_of: Callable[[int], int | None], drafts: Drafts) -> None:
        self.sentence, self.noun = sentence, noun
        self._key_of, self._drafts = key_of, drafts

    def keys(self, words: Iterator[Word]) -> frozenset[int]:
        """Return the referents of words."""
        return frozenset(key for word in words if (key := self._key_of(word.index)) is not None)

    def names(self, words: Iterator[Word]) -> frozenset[int]:
        """Return the referents of names among words, without energy sources, topics and persons."""
        keys = self.keys(word for word in words if word.unit is not None and word.unit.kind == "name")
        return frozenset(key for key in keys if self._trait(key) not in {"kind", "topic", "person"})

    def places(self) -> frozenset[int]:
        """Return the locations given with the noun."""
        own = list(self.sentence.children(self.noun, Function.OBLIQUE))
        after = self.sentence.words[self.noun.index + 1 : self.noun.index + 5]
        for word in after:
            if word.unit is not None and word.unit.kind == "name" and word.case:
                own.append(word)
            if word.pos not in {"ADJ", "ADP", "DET"}:
                break
        return self.names(word for word in own if self._locates(word))

    def complements(self) -> frozenset[int]:
        """Return the names after "of" or "de" that are no places."""
        found = self.names(word for word in self.sentence.children(self.noun, Function.OBLIQUE) if word.case in _OF)
        return frozenset(key for key in found if self._trait(key) == "organization")

    def actors(self) -> frozenset[int]:
        """Return the subjects of the noun's clause."""
        verb = next((word for word in self.sentence.ancestors(self.noun) if word.pos == "VERB"), None)
        found = subjects(self.sentence, verb) if verb is not None else ()
        return self.keys(word for word in found if word.index != self.noun.index)

    def _locates(self, word: Word) -> bool:
        if self._drafts.classes.is_locative(word.case, self.sentence.language):
            return True
        return word.case in _OF and any(self._trait(key) == "place" for key in self.keys(iter((word,))))

    def _trait(self, key: int) -> str:
        return self._drafts.trait_of(self._drafts[key])


def read_description(
    place: tuple[Sentence, WordMention], key_of: Callable[[int], int | None], *, drafts: Drafts, cues: Cues
) -> Description:
    """Return what a description says; `key_of` returns the referent of a word of the sentence."""
    sentence, mention = place
    noun = mention.word
    around = _Around(sentence, noun, key_of, drafts)
    owners = (key_of(word.index) for word in possessors(sentence, noun))
    specialised = any(cues.has("specialty", word.lemma) for word in sentence.ancestors(noun))
    actors = around.actors()
    return Description(
        owner=next((key for key in owners if key is not None), None),
        marks=around.names(
            w for w in sentence.children(noun, Function.MODIFIER) if w.index < noun.index and not w.case
        ),
        places=around.places(),
        complements=around.complements(),
        actors=actors,
        specialist=actors if specialised else frozenset(),
        unique=mention.number == "Sing" and _is_superlative(sentence, noun),
        other=_is_other(sentence, mention),
        ordinal=_ordinal(sentence, noun),
    )


def _ordinal(sentence: Sentence, noun: Word) -> str:
    modifiers = sentence.children(noun, Function.MODIFIER, Function.DETERMINER)
    return next((word.text.lower() for word in modifiers if {fold(word.text), fold(word.lemma)} & _ORDINAL), "")


def _is_other(sentence: Sentence, mention: WordMention) -> bool:
    determiners = {fold(word.text) for word in sentence.children(mention.word, Function.DETERMINER)}
    return bool((mention.epithets | determiners) & _OTHER)


def _is_superlative(sentence: Sentence, noun: Word) -> bool:
    """Return whether a noun has a superlative: "le plus grand barrage", not "one of the largest"."""
    head = sentence.head(noun)
    if noun.case in _OF and head is not None and head.text.lower() in _INDEFINITE:
        return False
    if any(word.text.lower() in _INDEFINITE for word in sentence.children(noun, Function.DETERMINER)):
        return False
    qualities = list(sentence.children(noun, Function.MODIFIER))
    degrees = {w.text.lower() for word in (noun, *qualities) for w in sentence.children(word, Function.ADVERB)}
    return any(word.has("Degree=Sup") for word in qualities) or bool(degrees & _SUPERLATIVE)


def is_aim(sentence: Sentence, noun: Word, cues: Cues) -> bool:
    """Return whether a noun is part of an aim: "L'objectif : fournir l'infrastructure nécessaire"."""
    for verb in sentence.ancestors(noun):
        if verb.function is Function.OPEN_CLAUSE and (head := sentence.head(verb)) is not None:
            aims = (head, *sentence.children(head, Function.SUBJECT))
            return any(aim.pos == "NOUN" and cues.has("aim", aim.lemma) for aim in aims)
    return False


def remember(draft: Draft, description: Description, mention: WordMention) -> None:
    """Record what a description says about its referent."""
    draft.marks |= description.marks
    draft.places |= description.places
    draft.complements |= description.complements
    draft.actors |= description.actors
    draft.specialists |= description.specialist
    draft.unique |= description.unique
    if draft.owner is None and not draft.named:
        draft.owner = description.owner
    specific = bool(description.marks or description.places) or description.owner is not None
    spoken_of = mention.word.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT}
    draft.introduced |= not mention.definite or specific or spoken_of


def contradicts(description: Description, draft: Draft) -> bool:
    """Return whether a description cannot refer to this entity, as its location differs."""
    return bool(description.places and draft.places and not description.places & draft.places)


def find_again(
    description: Description, mention: WordMention, drafts: Drafts, place: tuple[int, str]
) -> tuple[Draft, str] | None:
    """Return the latest earlier site or project described in the same way, and in which way.

    `place` is the number of the sentence and its language.
    """
    number, language = place
    if drafts.ontology.trait_of(mention.cls) not in _BUILT or description.other:
        return None
    for draft in sorted(drafts.near(number, REACH[mention.kind]), key=lambda draft: draft.seen[-1], reverse=True):
        seen = draft.before(number, mention.word.index)
        if draft.named or not seen or contradicts(description, draft) or not agrees(draft, mention, drafts, language):
            continue
        why = _same_way(description, mention, draft, drafts)
        if why:
            return draft, why
    return None


def _same_way(description: Description, mention: WordMention, draft: Draft, drafts: Drafts) -> str:
    """Return in which way an entity was described like this description; empty if in none."""
    same_noun = mention.noun is not None and mention.noun.forms[0] in draft.nouns
    marks = description.marks & draft.marks
    firms = any(drafts[key].known and drafts.trait_of(drafts[key]) != "place" for key in marks)
    if marks and (same_noun or not firms):
        return "the same name stands with it"
    if not same_noun:
        return ""
    if mention.definite and (description.marks | description.places) & (draft.marks | draft.places):
        return "it lies in the same place"
    if description.unique and draft.unique and description.places & draft.places and mention.epithets & draft.epithets:
        return "there is only one that is so"
    return _same_party(description, mention, draft)


def _same_party(description: Description, mention: WordMention, draft: Draft) -> str:
    """Return which party the descriptions have in common; empty if none."""
    if description.owner is not None and mention.epithets <= draft.epithets:
        if description.owner == draft.owner and description.places <= draft.places:
            return "it has the same owner"
        if (
            draft.owner is None
            and description.owner in draft.specialists
            and mention.number == "Plur"
            and not draft.places
        ):
            return "its owner is specialised in it"
    parties = description.actors | ({description.owner} - {None})
    again = not mention.definite and mention.number == "Sing" and description.places & draft.places
    return "the same party has one in the same place" if again and parties & draft.actors else ""
