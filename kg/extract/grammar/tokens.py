"""Tokenizes sentences, with units of several words as one token.

A multi-word name, term or long quotation becomes one token before parsing, with a stand-in form: a common word that the
parser knows from its training. So *Blue Owl Capital* is parsed like *Renault*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.text.casing import is_capitalized
from kg.model import Span

__all__ = ["Token", "Unit", "tokenize"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A span that is read as one word.

    Attributes:
        span: its span in the article.
        form: the stand-in; empty if the parser gets the words themselves, which are joined after the parse.
        kind: `name`, `noun`, `verb`, `quantity` or `quotation`.
        lemma: its dictionary form, for a term or verb; else empty.
        is_classified: whether the class of a name is known, or its words show it.
    """

    span: Span
    form: str
    kind: str
    lemma: str = ""
    is_classified: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its span, the form that the parser gets, the unit it belongs to."""

    span: Span
    form: str
    unit: Unit | None = None


_NUMBER = r"\d+(?:[.,\u00a0\u202f]\d+)*"
# "co-founded", "co-led": the prefix is dropped.
_TOGETHER = re.compile(r"^co[-‑](?=[a-z]{3})", re.IGNORECASE)
# The parser takes emoji and broken characters for nouns, so it gets commas instead.
_PICTURE = re.compile(r"[\ud800-\udfff\ufffd\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_DOTTED = r"(?:[A-Z]\.){2,}|\b(?:Inc|Corp|Ltd|Mr|Mrs|Ms|Dr|St|Co|Mme|Mlle)\."
_RULE = r"(?:([^\w\s]|_)\1{3,})"  # a run of one punctuation mark is one token, however long
# Words that the parser misreads, with a simpler equivalent: a preposition that it splits, a verb that it takes for an
# adjective, a rare verb.
_PLAINER = {
    "d'après": "selon",
    "à en croire": "selon",
    "dément": "nie",
    "démentent": "nient",
    "ambitionne": "espère",
    "ambitionnent": "espèrent",
}
# "X entre au capital": the verb, which the parser takes for a preposition.
_ARRIVES = "arrive"
_MEANWHILE = r"(?:(?:aujourd['’]hui|ainsi|désormais|également|aussi)[ \u00a0])?"
_ENTERS = re.compile(rf"entre(?=[ \u00a0]{_MEANWHILE}(?:au|aux|dans|en)[ \u00a0])")
# "X compte sur Y": the verb, which the parser takes for a noun where none has an article.
_RELIES = "parie"
_COUNTS = re.compile(
    r"(?<!\b[LlUuMmTtSsCc][aeno] )(?<!\b[MmTtSs]on )(?<!\bune )(?:compte|mise)(?=[ \u00a0]sur[ \u00a0])"
)
_PATTERNS = {
    "fr": re.compile(
        rf"(?i:aujourd['’]hui|à[ ]en[ ]croire|d['’]abord|d['’]ici|d['’]après)|"
        rf"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’](?!\s)|"
        rf"{_NUMBER}|{_DOTTED}|"
        r"-t-(?=(?:il|elle|on)s?\b)|-(?=(?:ils?|elles?|on|je|nous|vous|ce)\b)|"
        r"[^\W\d_][^\W_]*?(?=-t-(?:il|elle|on)|-(?:ils?|elles?|on|je|nous|vous|ce)\b)|"
        rf"[^\W_]+(?:[-'’][^\W_]+)*|{_RULE}|\.\.\.|[^\w\s]|_"
    ),
    "en": re.compile(
        rf"(?i:n['’]t)\b|['’](?i:s|re|ve|ll|d|m)\b|{_NUMBER}|{_DOTTED}|[^\W_]+?(?=n['’]t\b)|(?i:co[-‑])[a-z]+|[^\W_]+|{_RULE}|\.\.\.|[^\w\s]|_"
    ),
}


def tokenize(text: str, span: Span, language: str, units: Sequence[Unit]) -> tuple[Token, ...]:
    """Return the tokens of a sentence, in order, without white space.

    Where capitals are uninformative, as in a headline, words outside units are given to the parser in lower case.

    Args:
        text: the article's text.
        span: the sentence.
        language: `fr` or `en`.
        units: the spans to read as one word; sorted, not overlapping. Those outside the sentence are ignored.
    """
    tokens = _tokens(text, span, language, [unit for unit in units if span.contains(unit.span)])
    if is_capitalized(span.of(text)):
        return tuple(replace(token, form=token.form.lower()) if token.unit is None else token for token in tokens)
    return tuple(tokens)


def _tokens(text: str, span: Span, language: str, units: Sequence[Unit]) -> Iterator[Token]:
    position = span.start
    for unit in units:
        yield from _words(text, Span(position, unit.span.start), language)
        if unit.form:
            yield Token(unit.span, unit.form, unit)
        else:
            yield from _words(text, unit.span, language, unit)
        position = unit.span.end
    yield from _words(text, Span(position, span.end), language)


def _words(text: str, span: Span, language: str, unit: Unit | None = None) -> Iterator[Token]:
    for match in _PATTERNS[language].finditer(text, span.start, span.end):
        form = _PICTURE.sub(",", match[0].replace("’", "'"))
        if language == "en":
            form = _TOGETHER.sub("", form)
        if language == "fr" and _ENTERS.match(text, match.start(), span.end):
            form = _ARRIVES
        if language == "fr" and _COUNTS.match(text, match.start(), span.end):
            form = _RELIES
        yield Token(Span(*match.span()), _PLAINER.get(form.lower(), form), unit)
