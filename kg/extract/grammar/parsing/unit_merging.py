"""Joins the tokens of one unit into one word after the parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.grammar.syntax import Function, Word
from kg.extract.grammar.tokens import Token
from kg.model import Span

__all__ = ["Reading", "join_units"]

_OF = frozenset({"d'", "d’", "de", "of"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The parse of one token, in kg's scheme; `head` is a token's index."""

    lemma: str
    pos: str
    function: Function
    head: int
    case: str
    features: frozenset[str]


def join_units(text: str, tokens: Sequence[Token], readings: Sequence[Reading]) -> tuple[Word, ...]:
    """Return one word for each token, and one for each run of tokens that is one unit.

    A joined word takes the reading of the first token whose head is outside the unit.
    """
    groups = _groups(tokens)
    word_of = {token: number for number, group in enumerate(groups) for token in group}
    words = []
    for number, group in enumerate(groups):
        top = next((i for i in group if word_of[readings[i].head] != number), group[0])
        reading, unit = readings[top], tokens[group[0]].unit
        span = Span(tokens[group[0]].span.start, tokens[group[-1]].span.end)
        is_root = word_of[reading.head] == number
        words.append(
            Word(
                index=number,
                span=span,
                text=span.of(text),
                lemma=(unit.lemma if unit and unit.lemma else reading.lemma),
                pos="NOUN" if unit and unit.kind in {"noun", "quantity"} else reading.pos,
                function=Function.ROOT if is_root else reading.function,
                head=number if is_root else word_of[reading.head],
                case=next(
                    (readings[i].case for i in group if readings[i].case and not _is_inside(tokens, group, i)), ""
                ),
                features=reading.features,
                unit=unit,
            )
        )
    return tuple(replace(w, pos="PROPN") if w.unit and w.unit.kind == "name" else w for w in words)


def _is_inside(tokens: Sequence[Token], group: Sequence[int], index: int) -> bool:
    """Return whether the preposition of a token is part of its unit: "30 millions d'euros"."""
    return index - 1 in group and tokens[index - 1].form.lower() in _OF


def _groups(tokens: Sequence[Token]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index, token in enumerate(tokens):
        if index and token.unit is not None and tokens[index - 1].unit == token.unit:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
