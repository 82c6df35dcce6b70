"""Object control: verbs whose object does what the infinitive says ("charger X de construire", "allow X to build")."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.clauses import CONTROLLED
from kg.extract.cues import Cues
from kg.extract.syntax import Function, Sentence

__all__ = ["mark_control"]


def mark_control(sentence: Sentence, cues: Cues) -> Sentence:
    """Return the sentence with the feature `CONTROLLED` on the infinitives whose subject is an object above."""
    words = tuple(
        replace(word, features=word.features | {CONTROLLED})
        if word.function is Function.OPEN_CLAUSE
        and (head := sentence.head(word)) is not None
        and cues.has("object-control", head.lemma)
        else word
        for word in sentence.words
    )
    return Sentence.from_words(sentence.span, sentence.language, words)
