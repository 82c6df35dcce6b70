"""Turns candidates and quotations into statements, with evidence, qualifiers, confidence and an id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from kg.extract.amounts.dates import DateMention
from kg.extract.entities import Entities
from kg.extract.factuality.quotations import Quotation
from kg.extract.factuality.tense import FUTURE, PAST, UNKNOWN, find_time, verb_of
from kg.extract.frames.arguments import Filler
from kg.extract.frames.candidates import Candidate
from kg.extract.frames.confidence import confidence_of
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.reference.parsed_article import ReadArticle
from kg.model import Entity, Mention, Modality, Qualifiers, Span, Statement, Step, Term, Value
from kg.ontology.schema import Frame

__all__ = ["StatementMaker", "distinct"]

# "since June" is over or goes on, "by June" is to come, whatever the verb.
_RELATIONS = MappingProxyType({"since": PAST, "by": FUTURE, "until": FUTURE})
# A speaker next to the words in quotation marks is as sure as a name gets.
_QUOTATION = 0.95


@dataclass(frozen=True, slots=True)
class StatementMaker:
    """Makes the statements of one article."""

    read: ReadArticle
    entities: Entities
    cues: Cues

    def from_candidate(self, candidate: Candidate) -> Statement:
        """Return the statement for a candidate; its evidence is the sentence."""
        sentence = candidate.sentence.sentence
        ends = (self.entities.term(candidate.subject), self.entities.term(candidate.object))
        article = self.read.article
        return Statement(
            id=self._id(ends, candidate.frame.relation, candidate.trigger.span),
            document=article.document,
            language=article.language,
            subject=ends[0],
            relation=candidate.frame.relation,
            object=ends[1],
            modality=candidate.modality,
            attribution=candidate.attribution,
            qualifiers=self._qualifiers(candidate),
            evidence=Mention(sentence.span.of(article.text), sentence.span),
            trigger=candidate.trigger.span,
            frame=candidate.frame.id,
            confidence=confidence_of(candidate.subject, candidate.object),
            steps=candidate.steps,
        )

    def from_quotation(self, quotation: Quotation, frame: Frame, words_class: str) -> Statement:
        """Return the statement that somebody said the quoted words, which are also its evidence."""
        article = self.read.article
        words = quotation.words.of(article.text)
        speaker = Mention(quotation.mention.of(article.text), quotation.mention)
        subject = self.entities.term(Filler(quotation.speaker, speaker, "name", ""))
        spoken = Term(Value(words_class, words, words), Mention(words, quotation.words))
        return Statement(
            id=self._id((subject, spoken), frame.relation, quotation.words),
            document=article.document,
            language=article.language,
            subject=subject,
            relation=frame.relation,
            object=spoken,
            modality=Modality.ASSERTED,
            attribution=None,
            qualifiers=Qualifiers(),
            evidence=spoken.mention,
            trigger=quotation.trigger,
            frame=frame.id,
            confidence=_QUOTATION,
            steps=(
                Step("subject", quotation.how, quotation.mention),
                Step("confidence", f"{_QUOTATION:.2f} (the speaker stands next to the words)"),
            ),
        )

    def _id(self, ends: tuple[Term, Term], relation: str, trigger: Span) -> str:
        """Return an id that is unique in the article; resolution assigns the final one."""
        parts = (self.read.article.sha256, relation, str(trigger), *(f"{t.mention.span} {t.label}" for t in ends))
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def _qualifiers(self, candidate: Candidate) -> Qualifiers:
        sentence = candidate.sentence.sentence
        inside = _span(sentence.subtree(candidate.trigger))
        date = next((self._value(d, candidate) for d in self.read.dates if inside.contains(d.span) and d.value), None)
        foreseen = "clause" in candidate.frame.roles["object"]
        amount = candidate.qualifiers.get("amount")
        return Qualifiers(
            date=None if foreseen else date,
            asset=self._term(candidate.qualifiers.get("asset")),
            amount=amount.target if amount is not None and isinstance(amount.target, Value) else None,
            horizon=date if foreseen else None,
            organization=self._term(candidate.qualifiers.get("organization")),
            purpose=self._purpose(sentence, candidate),
        )

    def _value(self, date: DateMention, candidate: Candidate) -> str:
        """Return the value of a date; of one without a year, what has been is the latest, what is to be the next."""
        sentence, facts = candidate.sentence.sentence, (candidate.modality, self.cues)
        verb = verb_of(sentence, date.span, candidate.trigger)
        if verb != candidate.trigger:
            facts = (Modality.ASSERTED, self.cues)  # "will buy X, which closed in February"
        time = find_time(sentence, verb, facts, day=date.precision == "day")
        if time == UNKNOWN:
            time = _RELATIONS.get(date.relation, UNKNOWN)
        chosen = {PAST: date.latest, FUTURE: date.next}.get(time, "")
        return chosen or date.value

    def _term(self, filler: Filler | None) -> Term | None:
        return self.entities.term(filler) if filler is not None else None

    def _purpose(self, sentence: Sentence, candidate: Candidate) -> str | None:
        """Return the words that state the purpose, if the frame has that role: "pour financer ses data centers"."""
        markers = set(candidate.frame.roles.get("purpose", ()))
        for child in sentence.children(candidate.trigger, Function.ADVERBIAL_CLAUSE, Function.OBLIQUE):
            opened = sentence.children(child, Function.MARKER, Function.AUXILIARY)
            if markers & {child.case, *(word.text.lower() for word in opened)}:
                return _span(sentence.subtree(child)).of(self.read.article.text).rstrip(" .,;")
        return None


def distinct(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements in the order of the text, without repetitions within a sentence.

    Of two the more confident is kept; if equally confident, one whose trigger is not also its subject.
    """
    best: dict[tuple[object, ...], Statement] = {}
    for statement in sorted(statements, key=lambda s: (s.evidence.span, s.trigger, s.relation, s.id)):
        key = (statement.evidence.span, _target(statement.subject), statement.relation, _target(statement.object))
        if key not in best or _strength(statement) > _strength(best[key]):
            best[key] = statement
    return tuple(best.values())


def _target(term: Term) -> object:
    target = term.target
    return target.iri if isinstance(target, Entity) else (target.cls, target.number, target.unit)


def _strength(statement: Statement) -> tuple[float, bool]:
    return statement.confidence, statement.trigger != statement.subject.mention.span


def _span(words: tuple[Word, ...]) -> Span:
    return Span(min(word.span.start for word in words), max(word.span.end for word in words))
