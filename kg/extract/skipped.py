"""Collects what yielded no statement: triggers without a statement, and parts that were not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.factuality.quotations import Quotation
from kg.extract.frames.candidates import Candidate, Miss
from kg.extract.grammar.syntax import Word
from kg.extract.reference.parsed_article import ReadArticle
from kg.extract.text.language import LANGUAGE_NAMES
from kg.extract.text.sentences import LONGEST, find_overlong, find_quoted
from kg.model import Cause, Skipped, Span, Statement

__all__ = ["SkippedCollector"]


@dataclass(frozen=True, slots=True)
class SkippedCollector:
    """Records what was skipped in one article; each method returns records in the order of the text."""

    read: ReadArticle

    def of_matches(self, found: Iterable[Candidate | Miss], kept: Sequence[Candidate]) -> Iterator[Skipped]:
        """Return triggers whose frames lack an argument or do not apply, and those whose place was mistaken."""
        stated = {(candidate.sentence.number, candidate.trigger.index) for candidate in kept}
        for match in found:
            if isinstance(match, Miss):
                yield self._at(match, match.cause, match.reason)
            elif (match.sentence.number, match.trigger.index) not in stated:
                words = match.object.mention.text
                yield self._at(match, Cause.RECEIVER, f"“{words}” is no place: elsewhere it does or gets something")

    def of_repeats(self, found: Iterable[Statement], kept: Iterable[Statement]) -> Iterator[Skipped]:
        """Return triggers that repeat a statement of their sentence."""
        triggers = {_edge(statement): statement.trigger for statement in kept}
        stated = set(triggers.values())
        for statement in found:
            other = triggers.get(_edge(statement))
            if other is not None and statement.trigger not in stated:
                edge = f"{statement.subject.label} {statement.relation} {statement.object.label}"
                reason = f"“{other.of(self.read.article.text)}” states it in the same sentence: {edge}"
                yield self._record(statement.evidence.span, Cause.REPEATED, reason, trigger=statement.trigger)

    def of_quotations(self, found: Sequence[Quotation]) -> Iterator[Skipped]:
        """Return the quotations without a known speaker."""
        spoken = [quotation.words for quotation in found]
        for span in self.read.quotations:
            if not any(words.overlaps(span) for words in spoken):
                yield self._record(span, Cause.SPEAKER, "nobody is known to say these words", trigger=span)

    def of_parts(self) -> Iterator[Skipped]:
        """Return the parts of the article that were not read, or not as they stand, and what its reader remarked."""
        for remark in self.read.article.remarks:
            yield Skipped(
                self.read.article.document, Span(0, 0), "", remark.cause, remark.reason, remark.text[:LONGEST]
            )
        for span, language in self.read.foreign:
            yield self._record(span, Cause.LANGUAGE, f"these words are {LANGUAGE_NAMES[language]}, and were not read")
        text = self.read.article.text
        foreign = {span for span, _ in self.read.foreign}
        for block in self.read.blocks:
            if block.span not in foreign:
                for span in find_overlong(text, block.span, find_quoted(text, block.span)):
                    reason = f"no sentence ends within {LONGEST} characters: the text was cut at white space"
                    yield self._record(span, Cause.CUT, reason)

    def _at(self, found: Miss | Candidate, cause: Cause, reason: str) -> Skipped:
        word: Word = found.trigger
        return self._record(found.sentence.sentence.span, cause, reason, trigger=word.span, frame=found.frame.id)

    def _record(
        self, span: Span, cause: Cause, reason: str, *, trigger: Span | None = None, frame: str = ""
    ) -> Skipped:
        article = self.read.article
        words = trigger.of(article.text) if trigger else ""
        text = span.of(article.text)[:LONGEST]
        return Skipped(article.document, span, words, cause, reason, text, trigger, frame)


def _edge(statement: Statement) -> tuple[object, ...]:
    return (statement.evidence.span, statement.relation, statement.subject.label, statement.object.label)
