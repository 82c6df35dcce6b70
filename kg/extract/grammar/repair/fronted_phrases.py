"""Attaches phrases before or after a French clause to the verb or name they belong to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract.grammar.lexicon import Lexicon
from kg.extract.grammar.syntax import Function, Sentence, Word

__all__ = ["each_word", "hang_gerunds", "hang_opening_noun", "hang_opening_participle"]


def each_word(sentence: Sentence, mend: Callable[[Word], Word]) -> tuple[Word, ...]:
    """Return the words, each changed by `mend`."""
    return tuple(mend(word) for word in sentence.words)


def hang_opening_participle(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with a sentence-initial participle attached to its verb: "Racheté par X, Y recrute"."""
    first = sentence.words[0] if sentence.words else None
    if first is None or not first.has("VerbForm=Part") or first.text.endswith("ant"):
        return sentence.words
    verb = sentence.head(first)
    if verb is None or sentence.child(verb, Function.SUBJECT, Function.PASSIVE_SUBJECT) is None:
        return sentence.words
    return (replace(first, function=Function.ADVERBIAL_CLAUSE, case=""), *sentence.words[1:])


def hang_opening_noun(lexicon: Lexicon, sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with a sentence-initial bare noun as apposition of the subject: "Filiale de X, Y …"."""
    first = sentence.words[0] if sentence.words else None
    verb = sentence.head(first) if first is not None else None
    if first is None or verb is None or first.function is not Function.OBLIQUE or sentence.child(first, Function.CASE):
        return sentence.words
    subject = sentence.child(verb, Function.SUBJECT, Function.PASSIVE_SUBJECT)
    described = lexicon.noun_of(first)
    bare = first.pos == "NOUN" and sentence.child(first, Function.DETERMINER) is None
    if not bare or described is None or not described.cls or subject is None or subject.index < 2:
        return sentence.words
    return (replace(first, function=Function.APPOSITION, head=subject.index), *sentence.words[1:])


def hang_gerunds(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with a gerund attached to the verb it modifies: "agrandir le site en créant un centre"."""

    def mend(word: Word) -> Word:
        before = sentence.words[word.index - 1].text.lower() if word.index else ""
        if word.function is not Function.PARTICIPLE or before != "en" or not word.text.endswith("ant"):
            return word
        verb = next((above for above in sentence.ancestors(word) if above.pos == "VERB"), None)
        return word if verb is None else replace(word, function=Function.ADVERBIAL_CLAUSE, head=verb.index)

    return each_word(sentence, mend)
