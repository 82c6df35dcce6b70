"""Parenthetical reporting clauses: "X, the regulator said, …", "…, a indiqué le régulateur.".

Parsers attach these anywhere, so they are found by surface patterns: a span between commas, or from the last comma to
the end, that consists of a verb of speech and its subject, without the reported content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.grammar.clauses import is_finite, is_passive
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.syntax import Function, Sentence, Word

__all__ = ["Interjection", "find_interjection"]

_LONGEST = 14
_SUBORDINATING = frozenset({"PRON", "SCONJ", "CCONJ"})
_CLITICS = frozenset({"se", "s'", "s’"})
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SPEAKERS = frozenset({"it", "he", "she", "they"})
_WHAT_IS_SAID = frozenset({"que", "qu'", "qu’", "that", "whether", ":"})


@dataclass(frozen=True, slots=True)
class Interjection:
    """A reporting clause between commas: the word indices `start` (inclusive) to `end` (exclusive), and the speaker."""

    start: int
    end: int
    speaker: Word


def find_interjection(sentence: Sentence, cues: Cues) -> Interjection | None:
    """Return the first parenthetical reporting clause of a sentence, if any."""
    for start, end in _stretches(sentence):
        speaker = _speaker(sentence, sentence.words[start:end], cues)
        if speaker is not None:
            return Interjection(start, end, speaker)
    return None


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Return the spans between two commas, or the last comma and the end, that are short enough."""
    commas = [word.index for word in sentence.words if word.text == ","]
    last = max((word.index for word in sentence.words if word.pos != "PUNCT"), default=0) + 1
    for start, end in pairwise([*commas, last]):
        around = (*sentence.words[:start], *sentence.words[end:])
        if 1 < end - start <= _LONGEST and any(_is_finite(sentence, word) for word in around):
            yield start + 1, end


def _speaker(sentence: Sentence, words: tuple[Word, ...], cues: Cues) -> Word | None:
    verb = next((w for w in words if w.pos == "VERB" and cues.has("speech", w.lemma)), None)
    if verb is None or not _is_finite(sentence, verb) or is_passive(sentence, verb):
        return None
    if {word.text.lower() for word in words} & _WHAT_IS_SAID or any(w.pos == "VERB" for w in words if w != verb):
        return None
    before, after = words[: verb.index - words[0].index], words[verb.index - words[0].index + 1 :]
    inverted = sentence.language == "fr" or not any(w.pos in _NOMINAL for w in before)
    if sentence.language == "fr":
        # A noun there has an article: in "a indiqué mercredi un quotidien", the day is not the speaker.
        after = tuple(w for previous, w in pairwise((verb, *after)) if w.pos != "NOUN" or previous.pos in _BEFORE_NOUNS)
    return _inverted(before, after) if inverted else _straight(before, after)


def _inverted(before: tuple[Word, ...], after: tuple[Word, ...]) -> Word | None:
    """Return the speaker after the verb, or between auxiliary and verb: "a-t-elle dit", "said Anna Keller"."""
    inside = [w for w in before if w.pos != "AUX" and w.text.lower() not in _CLITICS]
    if any(w.pos not in {"PRON", "ADV", "PUNCT", "PART", "ADP"} or w.text[0].isupper() for w in inside):
        return None
    pronoun = next((w for w in inside if w.pos == "PRON"), None)
    return pronoun or next((w for w in after if w.pos in _NOMINAL and not w.case), None)


def _straight(before: tuple[Word, ...], after: tuple[Word, ...]) -> Word | None:
    """Return the speaker before the verb: "the regulator said", "it told reporters"; none if the verb has an object."""
    first = before[0]
    if first.pos in _SUBORDINATING and first.text.lower() not in _SPEAKERS:
        return None
    said = [w for w in after if w.function is Function.OBJECT and w.lemma not in {"reporter", "journalist", "investor"}]
    heads = [w for w in before if w.pos in _NOMINAL and not w.case and w.function is not Function.MODIFIER]
    return heads[0] if heads and not any(w.unit is None or w.unit.kind != "name" for w in said) else None


def _is_finite(sentence: Sentence, verb: Word) -> bool:
    return verb.pos in {"VERB", "AUX"} and is_finite(sentence, verb)
