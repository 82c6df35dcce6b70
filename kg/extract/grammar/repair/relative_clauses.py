"""Relative clauses after a place: in "a campus in Leeds, which will be leased", the campus is leased, not Leeds."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.grammar.lexicon import Lexicon
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.names.name_classes import LOCATIVE
from kg.extract.text.folding import fold

__all__ = ["hang_relatives"]

_PRONOUNS = frozenset({"which", "that", "qui", "que", "qu'", "qu’"})
_INSIDE = {"en": frozenset({"in"}), "fr": frozenset({"à", "dans"})}
_CLAUSES = frozenset({Function.RELATIVE, Function.CLAUSE, Function.ADVERBIAL_CLAUSE})


def hang_relatives(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return a sentence with each relative clause after a site and its place attached to the site.

    Parsers attach it to the place, which is the nearest noun; but it is sites that are leased, powered and built.
    """
    hosts = {
        verb.index: site.index
        for pronoun in sentence.words
        if pronoun.pos == "PRON" and pronoun.text.lower() in _PRONOUNS
        for verb in [sentence.head(pronoun)]
        if verb is not None and verb.index > pronoun.index and verb.function in _CLAUSES
        for site in [_site_before(sentence, pronoun, lexicon)]
        if site is not None and verb not in sentence.ancestors(site)
    }
    if not hosts:
        return sentence
    words = (
        replace(word, function=Function.RELATIVE, head=hosts[word.index]) if word.index in hosts else word
        for word in sentence.words
    )
    return sentence.with_words(tuple(words))


def _site_before(sentence: Sentence, pronoun: Word, lexicon: Lexicon) -> Word | None:
    """Return the site whose place comes right before a pronoun: "a campus in Leeds, Texas, which …"."""
    before = [word for word in sentence.words[: pronoun.index] if word.text != ","]
    place = before[-1] if before else None
    if place is not None and place.function is Function.APPOSITION:
        place = sentence.head(place)
    if place is None or place.unit is None or place.unit.kind != "name" or place.index > pronoun.index:
        return None
    if place.case not in LOCATIVE[sentence.language] | _INSIDE[sentence.language]:
        return None
    around = (w for w in reversed(sentence.words[: place.index]) if w.pos not in {"ADP", "DET", "ADV"})
    site = next(around, None)
    return site if site is not None and {fold(site.text), fold(site.lemma)} & lexicon.sites else None
