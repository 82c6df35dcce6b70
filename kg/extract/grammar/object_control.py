"""Object control: the object is the subject of the infinitive ("charger X de construire", "keep X from building")."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.grammar.clauses import CONTROLLED, is_infinitive
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.syntax import Function, Sentence, Word

__all__ = ["mark_control"]


def mark_control(sentence: Sentence, cues: Cues) -> Sentence:
    """Return the sentence with the feature `CONTROLLED` on object-controlled infinitives and gerunds."""
    words = tuple(
        replace(word, features=word.features | {CONTROLLED}) if _is_controlled(sentence, word, cues) else word
        for word in sentence.words
    )
    return sentence.with_words(words)


def _is_controlled(sentence: Sentence, word: Word, cues: Cues) -> bool:
    gerund = word.function is Function.ADVERBIAL_CLAUSE and word.case == "from"
    infinitive = word.function is Function.CLAUSE and is_infinitive(sentence, word)
    head = sentence.head(word) if word.function is Function.OPEN_CLAUSE or gerund or infinitive else None
    return head is not None and cues.has("object-control", head.lemma)
