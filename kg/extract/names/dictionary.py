"""What the words of a name are elsewhere: whether a dictionary has them, and what verb or adjective they would be."""

from __future__ import annotations

import simplemma

__all__ = ["is_word", "lemma_of"]


def is_word(word: str, language: str) -> bool:
    """Return whether a dictionary of the language has a word, whatever its capitals."""
    return simplemma.is_known(word.lower(), lang=language)


def lemma_of(word: str, language: str) -> str:
    """Return the form that a dictionary lists a word under; the word itself when it has none."""
    return simplemma.lemmatize(word, lang=language)
