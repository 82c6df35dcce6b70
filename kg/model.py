"""The values passed between the stages: articles, mentions, entities, values, statements.

All are frozen and picklable. Offsets count characters of the article's text as read, end exclusive.
Nothing here imports another module of kg but `kg.article`, whose values are among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.article import Article, Cause, Remark, Span

__all__ = [
    "Article",
    "Cause",
    "Entity",
    "Extraction",
    "Mention",
    "Modality",
    "Qualifiers",
    "Reference",
    "Remark",
    "Skipped",
    "Span",
    "Statement",
    "Step",
    "Term",
    "Value",
]


class Modality(StrEnum):
    """How certain a statement is according to its clause, from done to rejected."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to an entity or a value: a name, a description, or a pronoun."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity that statements are about.

    Attributes:
        iri: its identity; before resolution, a key local to the article.
        label: the preferred name.
        cls: the name of its class in the ontology.
        named: whether it has a proper name; "the site" alone has none.
        names: every name and description it is mentioned by, sorted; never pronouns.
        same_as: IRIs of the same entity elsewhere, sorted.
        reasons: why mentions by other names or in other articles were joined to it; sorted after resolution.
        class_reason: why it has its class.
    """

    iri: str
    label: str
    cls: str
    named: bool = True
    names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    class_reason: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """An amount, a year, a count or words: the object of a statement that is not an entity.

    Attributes:
        cls: the name of its class in the ontology (`MonetaryAmount`, `Power`, `Year`, `Count`, `Words` …).
        label: the words of the article.
        number: the number in the unit, in plain decimal digits; for words, the words.
        unit: an ISO 4217 code for money, a symbol for quantities (`MW`, `t`, `GWh`, `m2`), else empty.
        bound: `exact`, `about`, `at least`, `at most`.
        upper: the upper end when the words give a range, else empty.
        per: the period that a price is for (`year`, `month`, `day`), else empty.
        inferred: what is inferred rather than stated (`currency`), else empty.
    """

    cls: str
    label: str
    number: str
    unit: str = ""
    bound: str = "exact"
    upper: str = ""
    per: str = ""
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """Subject or object of a statement: the entity or value, and its mention in the evidence."""

    target: Entity | Value
    mention: Mention

    @property
    def label(self) -> str:
        """The preferred label of the entity, or the words of the value."""
        return self.target.label

    @property
    def cls(self) -> str:
        """The class of the entity or value."""
        return self.target.cls


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What a statement says besides subject, relation and object; `None` where the text says nothing.

    Attributes:
        date: when, as an ISO 8601 date, month, year, or interval (`2025`, `2025-06`, `2026-07/2026-12`).
        asset: what is accessed, supplied or leased.
        amount: the money involved in a relation between two entities.
        horizon: the date a forecast is about, in the form of `date`.
        organization: where a role is held.
        purpose: the words that say what the money is for.
    """

    date: str | None = None
    asset: Term | None = None
    amount: Value | None = None
    horizon: str | None = None
    organization: Term | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step in deriving a statement: what it is `about` (`subject`, `modality` …), and its explanation."""

    about: str
    text: str
    cue: Span | None = None

    def __str__(self) -> str:
        return f"{self.about}: {self.text}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention, the IRI of its referent, and the reason in words."""

    document: str
    iri: str
    mention: Mention
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge of the graph with its evidence.

    Attributes:
        id: a hash of the content: document hash, offsets, subject, relation, object, modality.
        document, language: the article that states it.
        subject: always an entity; `subject.target` is an `Entity`.
        object: an entity or a value.
        relation: a name of the ontology, such as `leases_to`.
        attribution: who is reported to say it; `None` when the article itself states it.
        evidence: the sentence or clause that states it, with its place.
        trigger: the words that made the frame apply.
        frame: the frame that found it.
        confidence: between 0 and 1.
        steps: how it was derived: roles, coreference, cues, confidence.
    """

    id: str
    document: str
    language: str
    subject: Term
    relation: str
    object: Term
    modality: Modality
    attribution: str | None
    qualifiers: Qualifiers
    evidence: Mention
    trigger: Span
    frame: str
    confidence: float
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Words that looked like a statement but did not become one, or a part of an article that was not read.

    Attributes:
        document: the article.
        sentence: the sentence, or the part that was not read.
        trigger: the trigger words of the frame; empty for a part that was not read.
        cause: the group that the reason belongs to.
        reason: why, in words.
        text: the words of the sentence or part.
        place: the span of the trigger, if there is one.
        frame: the frame that came closest to a statement; empty when none did.
    """

    document: str
    sentence: Span
    trigger: str
    cause: Cause
    reason: str
    text: str = ""
    place: Span | None = None
    frame: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything extracted from one article, in the order of the text."""

    article: Article
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    skipped: tuple[Skipped, ...]
    references: tuple[Reference, ...] = ()
