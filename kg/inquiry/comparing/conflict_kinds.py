"""Suggests the kind of a conflict, by words and dates, with the reason; not a verdict."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.inquiry.comparing.agreement import dates_agree
from kg.model import Statement
from kg.ontology.schema import Ontology
from kg.resolve.iris import fold

__all__ = ["Dispute", "Kind", "Suggestion", "correcting", "suggest"]

SAME_TIME = 7
"""Articles up to this many days apart count as contemporary: news is repeated within a week."""
BEFORE = 40
"""How many characters before a sentence a word such as "Correction:" may begin, with no other word between."""


class Kind(StrEnum):
    """The possible kinds of a conflict."""

    UPDATE = "update"
    ROUND = "different round"
    CORRECTION = "correction"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A kind, and in words the rule that suggests it."""

    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two statements that disagree, the earlier first, and their context.

    Attributes:
        published: the date of each article, if known.
        holds: how many objects the relation can have, in the words of the ontology.
        is_told_together: whether one article states both.
        is_copy: whether their articles are near-copies.
    """

    first: Statement
    second: Statement
    published: tuple[date | None, date | None]
    holds: str
    is_told_together: bool = False
    is_copy: bool = False

    @property
    def days_between(self) -> int | None:
        """The number of days between the articles; `None` when a date is unknown."""
        one, other = self.published
        return abs((other - one).days) if one is not None and other is not None else None


def suggest(dispute: Dispute, texts: Mapping[str, str], ontology: Ontology) -> Suggestion:
    """Return the kind suggested by the first applicable rule: correction, then by how many objects the relation holds.

    `texts` are the texts of articles by document, as far as known.
    """
    corrected = _correction(dispute, texts, ontology)
    if corrected:
        return Suggestion(Kind.CORRECTION, corrected)
    if dispute.holds == "one":
        return Suggestion(Kind.CONTRADICTION, "there can be only one, at any time")
    kind = Kind.ROUND if dispute.holds == "one a round" else Kind.UPDATE
    apart = _apart(dispute)
    if apart:
        return Suggestion(kind, apart)
    if dispute.days_between is None:
        if kind is Kind.ROUND:
            return Suggestion(kind, "no dates say that it is one round")
        return Suggestion(Kind.CONTRADICTION, "no dates tell them apart")
    return Suggestion(Kind.CONTRADICTION, f"articles of the same time ({dispute.days_between} days apart)")


def _apart(dispute: Dispute) -> str:
    """Return the evidence that the two are about different times; empty when there is none."""
    dates = dispute.first.qualifiers.date, dispute.second.qualifiers.date
    if not dates_agree(*dates):
        return f"of different dates ({dates[0]}, {dates[1]})"
    if dispute.is_told_together:
        return "one article tells both"
    if dispute.days_between is not None and dispute.days_between > SAME_TIME:
        return f"a later article ({dispute.days_between} days)"
    return ""


def _correction(dispute: Dispute, texts: Mapping[str, str], ontology: Ontology) -> str:
    """Return the evidence that one of the two corrects the other; empty when there is none."""
    first, second = dispute.first, dispute.second
    for statement in (second, first):
        word = correcting(statement, texts.get(statement.document, ""), ontology)
        if word:
            return f"“{word}” stands by it"
    if not dispute.days_between or first.document == second.document:
        return ""
    if dispute.is_copy:
        return f"a later copy of the same text ({dispute.days_between} days)"
    same = first.attribution and second.attribution and fold(first.attribution) == fold(second.attribution)
    if dispute.holds == "one" and same:
        return f"the same source, {second.attribution}, {dispute.days_between} days later"
    return ""


def correcting(statement: Statement, text: str, ontology: Ontology) -> str:
    """Return the correction cue in the evidence or right before it; empty if there is none.

    `text` is the text of the article, or empty if unknown.
    """
    before = text[: statement.evidence.span.start]
    for cue in ontology.cues:
        if cue.kind == "correction" and cue.language == statement.language:
            for form in sorted(cue.forms, key=lambda form: (-len(form), form)):
                word = rf"(?<!\w){re.escape(form)}(?!\w)"
                inside = re.search(word, statement.evidence.text, re.IGNORECASE)
                if inside or re.search(rf"{word}\W*\Z", before[-BEFORE:], re.IGNORECASE):
                    return form
    return ""
