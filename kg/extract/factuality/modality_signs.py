"""Signs of modality at one word: its tense and mood, auxiliaries, adverbs, conditions and negation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.factuality.modality_lattice import govern, weakest
from kg.extract.factuality.scope import leftmost
from kg.extract.grammar.clauses import CONTROLLED, is_infinitive
from kg.extract.grammar.cues import Cues, plain
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.model import Modality

__all__ = ["Sign", "find_light_signs", "find_signs", "find_verbal_signs", "is_aim"]

_VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARIES = (Function.AUXILIARY, Function.PASSIVE_AUXILIARY, Function.COPULA)
_ENDS = (Function.SUBJECT, Function.PASSIVE_SUBJECT, Function.OBJECT, Function.ATTRIBUTE)
_LIGHT = frozenset(
    {
        Function.ADVERB, Function.MODIFIER, Function.PARTICIPLE, Function.MARKER, Function.CASE, Function.OTHER,
        Function.OBLIQUE, Function.NEGATION,
    }
)  # fmt: skip
_BEFORE = frozenset(
    {
        Function.AUXILIARY, Function.PASSIVE_AUXILIARY, Function.MARKER, Function.NEGATION, Function.ADVERB,
        Function.DETERMINER, Function.POSSESSOR, Function.MODIFIER, Function.CASE, Function.COORDINATOR,
    }
)  # fmt: skip
# The maximal number of words in a prelude.
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that makes a clause less certain.

    Attributes:
        modality: the modality it expresses.
        why: the reason in words, for the explanation.
        hedge: whether it only weakens: a hedged denial is still a denial.
        word: the index of the word that expresses it.
    """

    modality: Modality
    why: str
    hedge: bool = False
    word: int = 0

    def apply(self, inner: Modality) -> Modality:
        """Return a clause's modality under the sign."""
        return weakest(inner, self.modality) if self.hedge else govern(inner, self.modality)


def find_signs(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Sign]:
    """Return the signs at a word from narrow to wide scope.

    Tense and modals, then negation, then what is outside the scope of negation: "may", conditions, questions, hedges.
    """
    yield from find_verbal_signs(sentence, word, cues)
    yield from _light(sentence, word, cues, hedges=True)


def find_verbal_signs(sentence: Sentence, word: Word, cues: Cues, *, titled: bool = False) -> Iterator[Sign]:
    """Return the signs at a word except hedges; if `titled`, without adjectives, as "former" is part of a title."""
    yield from _plans(sentence, word, cues)
    auxiliaries = [w for w in sentence.children(word, *_AUXILIARIES) if w.index < word.index]
    yield from _said_by(auxiliaries, "modal", cues)
    if not titled:
        yield from _light(sentence, word, cues, hedges=False)
    yield from _denials(sentence, word, cues)
    if (prelude := _prelude(sentence, word, cues)) is not None:
        yield prelude
    yield from _said_by(auxiliaries, "epistemic", cues)
    yield from _conditions(sentence, word, cues)
    if word.function is Function.ROOT and sentence.words[-1].text == "?":
        yield Sign(Modality.POSSIBLE, "a question", word=len(sentence.words) - 1)
    yield from _conditionals(sentence, word, cues)


def find_light_signs(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Sign]:
    """Return only the signs of the adverbs and adjectives at a word."""
    for hedges in (False, True):
        yield from _light(sentence, word, cues, hedges=hedges)


def _plans(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Sign]:
    if word.pos in {"NOUN", "VERB"} and (announced := _announced_by(sentence, word, cues)):
        modality = cues.modality("noun", announced.lemma) or Modality.PLANNED
        yield Sign(modality, f"announced by “{announced.text} :”", word=announced.index)
    if word.has(CONTROLLED):
        yield Sign(Modality.PLANNED, f"“{word.text}” is what somebody is to do", word=word.index)
    for part in (word, *sentence.children(word, *_AUXILIARIES)):
        if part.has("Tense=Fut"):
            yield Sign(Modality.PLANNED, f"future tense “{part.text}”", word=part.index)
    if is_aim(sentence, word) and _prelude(sentence, word, cues) is None:
        yield Sign(Modality.PLANNED, f"aim “{word.text}”", word=word.index)


def _conditionals(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Sign]:
    """Return the hedge of a French conditional, unless the verb itself is a modal: "devrait"."""
    for part in (word, *sentence.children(word, *_AUXILIARIES)):
        if part.has("Mood=Cnd") and not cues.has("modal", part.lemma):
            yield Sign(Modality.POSSIBLE, f"conditional “{part.text}”", hedge=True, word=part.index)


def _said_by(auxiliaries: list[Word], kind: str, cues: Cues) -> Iterator[Sign]:
    """Return the sign of the first modal among auxiliaries, the longest if several start there ("would have")."""
    for index in range(len(auxiliaries)):
        phrase = cues.at(kind, auxiliaries, index)
        if phrase is not None and phrase.cue.modality is not None:
            said = " ".join(w.text for w in auxiliaries[index : index + len(phrase.words)])
            yield Sign(phrase.cue.modality, f"auxiliary “{said}”", word=auxiliaries[index].index)
            return


def _light(sentence: Sentence, word: Word, cues: Cues, *, hedges: bool) -> Iterator[Sign]:
    """Return the signs of adverbs and adjectives, either hedges (those that mean possible) or the others."""
    for child in sentence.children(word):
        if child.function not in _LIGHT:
            continue
        for start in dict.fromkeys((leftmost(sentence, child), child.index)):
            phrase = cues.at("adverb", sentence.words, start)
            if phrase is None or start + len(phrase.words) <= child.index or phrase.cue.modality is None:
                continue
            if (phrase.cue.modality is Modality.POSSIBLE) == hedges:
                yield Sign(phrase.cue.modality, f"“{' '.join(phrase.words)}”", hedge=hedges, word=start)
            break


def _denials(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Sign]:
    negations = [w for w in _negations(sentence, word, cues) if not _is_limited(sentence, w, cues)]
    if negations:
        yield Sign(Modality.DENIED, f"negated by “{negations[0].text}”", word=negations[0].index)


def _prelude(sentence: Sentence, word: Word, cues: Cues) -> Sign | None:
    """Return the sign of a prelude, directly before a verb or noun and its dependents: "instead of", "en train de"."""
    for end in range(word.index, 0, -1):
        for start in range(max(0, end - _LONGEST), end):
            phrase = cues.at("prelude", sentence.words, start)
            if phrase is not None and phrase.cue.modality is not None and start + len(phrase.words) == end:
                return Sign(phrase.cue.modality, f"“{' '.join(phrase.words)}”", word=start)
        own = sentence.words[end - 1]
        if own.head != word.index or own.function not in _BEFORE:
            return None
    return None


def _negations(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Word]:
    """Return the words that negate a clause; the French "ne" alone does not, but makes "plus" a negation."""
    marked = any(plain(child) == "ne" for child in sentence.children(word))
    kinds = ("negation", "weak-negation") if marked else ("negation",)
    for candidate in _negators(sentence, word, marked=marked):
        if any(cues.at(kind, sentence.words, candidate.index) for kind in kinds):
            yield candidate


def _negators(sentence: Sentence, word: Word, *, marked: bool) -> Iterator[Word]:
    """Return the candidate negations of a clause: at its verb, before its subject or object, between its verbs."""
    if word.function is Function.CONJUNCT and (start := leftmost(sentence, word)):
        # "neither owns nor operates": the parser attaches the conjunction to the first verb.
        yield from (w for w in sentence.words[start - 1 : start] if w.function is Function.COORDINATOR)
    for child in sentence.children(word):
        yield child
        if child.function in {Function.ADVERB, *_ENDS} or (marked and child.function is Function.CONJUNCT):
            yield from (w for w in sentence.children(child) if w.index < child.index)


def _is_limited(sentence: Sentence, negation: Word, cues: Cues) -> bool:
    """Return whether a negation is part of "not only"."""
    after = negation.index + 1
    return after < len(sentence.words) and cues.at("limit", sentence.words, after) is not None


def _conditions(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Sign]:
    """Return the signs of conditions that a clause is in, or that are next to it."""
    covered = -1
    starts = {leftmost(sentence, part) for part in (word, *sentence.children(word))}
    # "build a plant, subject to approval": the parser may attach the condition to the object.
    beside = (
        inner for child in sentence.children(word, *_ENDS, Function.OBLIQUE) for inner in sentence.children(child)
    )
    after = {leftmost(sentence, part) for part in beside} if word.pos in _VERBAL else set()
    for start in sorted(starts | after | {index - 1 for index in starts if index}):
        phrase = cues.at("condition", sentence.words, start)
        if phrase is None or start <= covered:
            continue
        if len(phrase.words) == 1 and (start not in starts or not _is_conjunction(sentence.words[start])):
            continue
        covered = start + len(phrase.words) - 1
        if phrase.cue.modality is not None:
            yield Sign(phrase.cue.modality, f"“{' '.join(phrase.words)}”", word=start)


def _is_conjunction(word: Word) -> bool:
    return word.pos == "SCONJ" or word.function in {Function.MARKER, Function.CASE}


def _announced_by(sentence: Sentence, word: Word, cues: Cues) -> Word | None:
    """Return the noun before a colon that introduces a plan: "un projet : la construction de …"."""
    colon = next((w.index for w in reversed(sentence.words[: word.index]) if w.text == ":"), None)
    if colon is None or word.index - colon > 3:
        return None
    before = sentence.words[max(0, colon - 8) : colon]
    return next((w for w in reversed(before) if w.pos == "NOUN" and cues.has("noun", w.lemma)), None)


def is_aim(sentence: Sentence, word: Word) -> bool:
    """Return whether a verb is an infinitive of purpose: "pour financer", "X to supply Y"."""
    if word.pos not in _VERBAL or not is_infinitive(sentence, word):
        return False
    if word.function in {Function.ROOT, Function.ADVERBIAL_CLAUSE}:
        return True
    if word.function is Function.CLAUSE:
        # "caused the price to rise" is done; whether somebody is asked to act depends on the verb.
        return sentence.child(word, Function.SUBJECT) is None
    head = sentence.head(word)
    return word.function is Function.OPEN_CLAUSE and head is not None and head.pos in {"NOUN", "PROPN"}
