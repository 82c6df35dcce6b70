"""Cuts words that are no part of a name from the ends of a run of capitals: "Le PDG", "d'", "'s", "AI"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.names.name_edges import ARTICLE, ELISION
from kg.extract.names.name_patterns import CAPITAL
from kg.extract.names.name_words import OPENERS
from kg.extract.names.place_parts import PlaceParts
from kg.extract.text.folding import fold
from kg.model import Span

__all__ = ["NameTrimmer"]

_OPEN_END = re.compile(r"[ \u00a0](?:of|for)(?:[ \u00a0]the)?$")


@dataclass(frozen=True, slots=True)
class NameTrimmer:
    """Cuts them in one language.

    Attributes:
        terms: folded capitalized words that are not names ("PDG", "GPU", "French").
        callings: folded nouns for companies and people.
    """

    language: str
    terms: frozenset[str]
    callings: frozenset[str]
    place_parts: PlaceParts

    def trim(self, text: str, span: Span, sentence: Span) -> Span:
        """Return the span without function words, elisions, possessives and terms at its ends.

        An article that has a capital within the sentence belongs to its name, and so does a nation as in "Swiss Re".
        """
        start, end = span.start, span.end
        while True:
            words = text[start:end]
            kept = self._keeps_first(text, Span(start, end), sentence)
            elided = ELISION.match(words)
            first = re.match(r"[^\s’']+", words)
            last = re.search(r"[ \u00a0]([^\s]+)$", words)
            if not re.match(rf"{CAPITAL}|\d+[A-Za-z]", words) and not elided:
                # "L'entreprise X": what the elision leaves is a common noun.
                common = re.match(r"[^ \u00a0]*[ \u00a0]*", words)
                start += common.end() if common and common.end() else len(words)
                if start >= end:
                    return Span(end, end)
            elif elided and len(words) > elided.end() and not kept:
                start += elided.end()
            elif first and not kept and (first[0].lower() in OPENERS or fold(first[0]) in self.terms):
                start += first.end()
                start += len(text[start:end]) - len(text[start:end].lstrip(" \u00a0'’"))
            elif dateline := self.place_parts.dateline_at(text, Span(start, end)):
                start = dateline.end + 1
            elif last and fold(last[1]) in self.terms and not self._ends_name(text, end, last[1]):
                end -= len(last[0])
            elif open_end := _OPEN_END.search(words):
                # "Office of the | President": what it is of is a person's title.
                end -= len(open_end[0])
            elif re.search(r"(?:['’]s?|\.)$", words) and not re.search(r"\b(?:Inc|Corp|Co|Ltd|[A-Z])\.$", words):
                end -= len(re.search(r"(?:['’]s?|\.)$", words)[0])  # type: ignore[index]  # found just above
            else:
                return Span(start, end)

    def _keeps_first(self, text: str, span: Span, sentence: Span) -> bool:
        """Return whether the first word belongs to a name although it is an article, or says where one comes from."""
        first = self.place_parts.nation_at(text, span)
        belongs = first is not None and self.place_parts.opens(text, first, span.end, sentence)
        return belongs or self._keeps_article(text, span, sentence.start)

    def _keeps_article(self, text: str, span: Span, opening: int) -> bool:
        """Return whether a French article with a capital belongs to a name: in a sentence, always in English."""
        match = ARTICLE.match(text, span.start, span.end)
        if match is None or fold(match[1]) in self.terms | self.callings:
            return False
        before = text[opening : span.start].strip(" \u00a0«“\"'([*_–—-")
        return self.language == "en" or (bool(before) and before[-1] not in ":.?!;|")

    def _ends_name(self, text: str, end: int, word: str) -> bool:
        """Return whether a term such as "AI" ends a name: no noun follows that it could modify."""
        following = re.match(r"[ \u00a0]+([^\W\d_]+)", text[end : end + 40])
        if word.upper() != word or len(word) > 3:
            return False
        return following is None or following[1].lower() in OPENERS or _is_verb_like(following[1], self.language)


def _is_verb_like(word: str, language: str) -> bool:
    common = {
        "en": "is was has had will would could may can said says announced plans raised and in",
        "fr": "a est sera va",
    }
    return word.lower() in common[language].split() or (language == "fr" and word.islower())
