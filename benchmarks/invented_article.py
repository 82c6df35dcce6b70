"""An article around facts: the sentences that state them among others that state nothing, in paragraphs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.invented_words import FILLERS, STEPS, TAILS
from kg.model import Article, Mention, Span, Statement, Step, Term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from kg.model import Entity, Modality, Qualifiers, Value
    from kg.ontology.schema import Relation

__all__ = ["Fact", "write_article"]

_PARAGRAPH = 60
"""How many words a paragraph has before the next one begins."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a statement states, before there is a text that does."""

    subject: Entity
    relation: Relation
    target: Entity | Value
    modality: Modality
    qualifiers: Qualifiers


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, the fact it states if any, and the words that stand for subject, relation and object."""

    text: str
    fact: Fact | None = None
    words: tuple[str, ...] = ()


def write_article(
    facts: Sequence[Fact], dice: Random, *, number: int, language: str
) -> tuple[list[Statement], Article]:
    """Return an article of 300 to 500 words, or as many as the facts take, and the statements it makes."""
    sentences = [_state(fact, dice, language) for fact in facts]
    missing = dice.randint(300, 500) - sum(len(one.text.split()) for one in sentences)
    while missing > 0:
        sentences.append(_Sentence(dice.choice(FILLERS[language])))
        missing -= len(sentences[-1].text.split())
    dice.shuffle(sentences)
    title = f"{facts[0].subject.label}: {dice.choice(FILLERS[language])[:-1].lower()}"
    text, starts = _text(title, sentences)
    day = date(2025, 1, 1) + timedelta(days=dice.randint(0, 400))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article = Article(f"news/{number:05}.{language}.md", language, title, day, text, Span(0, len(text)), sha256)
    told = [(one, start) for one, start in zip(sentences, starts, strict=True) if one.fact]
    return [_statement(one, start, article, dice) for one, start in told], article


def _state(fact: Fact, dice: Random, language: str) -> _Sentence:
    verb = fact.relation.labels.get(language, fact.relation.name)
    ends = [fact.subject.label, verb, fact.target.label]
    if fact.qualifiers.amount is not None:
        ends.append(f"({fact.qualifiers.amount.label})")
    return _Sentence(" ".join(ends) + dice.choice(TAILS[language]) + ".", fact, tuple(ends[:3]))


def _text(title: str, sentences: Sequence[_Sentence]) -> tuple[str, list[int]]:
    """Return the text in paragraphs, and where each sentence begins in it."""
    text, words, starts = title + "\n\n", 0, []
    for one in sentences:
        if words >= _PARAGRAPH:
            text, words = text + "\n\n", 0
        elif words:
            text += " "
        starts.append(len(text))
        text += one.text
        words += len(one.text.split())
    return text, starts


def _statement(sentence: _Sentence, start: int, article: Article, dice: Random) -> Statement:
    fact = sentence.fact
    assert fact is not None  # noqa: S101 - only sentences that state something come here
    spans = _spans(sentence.words, start)
    subject, target = (Mention(span.of(article.text), span) for span in (spans[0], spans[2]))
    words = {"subject": fact.subject.label, "relation": sentence.words[1], "object": fact.target.label}
    unfinished = Statement(
        id="",
        document=article.document,
        language=article.language,
        subject=Term(fact.subject, subject),
        relation=fact.relation.name,
        object=Term(fact.target, target),
        modality=fact.modality,
        attribution=dice.choice(FILLERS[article.language]).split()[1] if dice.random() < 0.15 else None,
        qualifiers=fact.qualifiers,
        evidence=Mention(sentence.text, Span(start, start + len(sentence.text))),
        trigger=spans[1],
        frame=f"{article.language}/{fact.relation.name}-{dice.randint(1, 9)}",
        confidence=round(dice.uniform(0.6, 0.97), 2),
        steps=tuple(Step(about, text.format(**words)) for about, text in STEPS),
    )
    content = f"{article.sha256}{start}{fact.subject.iri}{fact.relation.name}{fact.target}{fact.modality}"
    return replace(unfinished, id=hashlib.sha256(content.encode()).hexdigest()[:20])


def _spans(words: Sequence[str], start: int) -> list[Span]:
    """Return where words stand that follow each other from `start` on with a space between them."""
    spans = []
    for word in words:
        spans.append(Span(start, start + len(word)))
        start += len(word) + 1
    return spans
