"""The extractor: one article in, its entities, statements and skipped sentences out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.extract.arguments import Arguments, Filler
from kg.extract.attribution import Attributor
from kg.extract.blocks import BlockKind
from kg.extract.confidence import confidence_of
from kg.extract.discourse import Discourse
from kg.extract.entities import Entities
from kg.extract.frames import Candidate, FrameIndex, Matcher, Miss, quotation_frame
from kg.extract.grammar import Grammar
from kg.extract.mentions import find_same
from kg.extract.quotations import Quotation, find_quotations
from kg.extract.reader import ReadArticle, read
from kg.extract.syntax import Function
from kg.model import Article, Extraction, Mention, Modality, Qualifiers, Skipped, Span, Statement, Term, Value
from kg.ontology.schema import Ontology

__all__ = ["Extractor", "FrameExtractor"]


class Extractor(Protocol):
    """Anything that turns an article into statements; a pure function of the article and the ontology."""

    def extract(self, article: Article) -> Extraction:
        """Return what the article states."""


class FrameExtractor:
    """The extractor that reads grammar and matches frames; loads the parser of a language when it first meets it."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._grammars: dict[str, Grammar] = {}

    def extract(self, article: Article) -> Extraction:
        """Return what the article states, in the order of the text."""
        grammar = self._grammar(article.language)
        article_read = read(article, grammar)
        discourse = _discourse(article_read, grammar)
        quotations = find_quotations(article_read, discourse, grammar.cues)
        speakers = {q.words: discourse.drafts[q.speaker].label for q in quotations}
        index = FrameIndex.from_frames(self.ontology.frames, article.language)
        matcher = Matcher(
            grammar,
            index,
            Arguments(article_read, discourse, grammar.cues),
            Attributor(grammar.cues, discourse, speakers),
        )
        found = [f for sentence in article_read.sentences for f in matcher.match(sentence)]
        candidates = _without_mistaken_places([f for f in found if isinstance(f, Candidate)], discourse)
        entities = Entities(discourse, candidates)
        statements = [_statement(article_read, c, entities) for c in candidates]
        statements += _quoted(article_read, quotations, index, entities, self.ontology)
        kept = _distinct(sorted(statements, key=lambda s: (s.evidence.span, s.trigger, s.relation, s.id)))
        skipped = tuple(_skipped(article, f) for f in found if isinstance(f, Miss))
        return Extraction(article, entities.used(kept), kept, skipped)

    def _grammar(self, language: str) -> Grammar:
        if language not in self._grammars:
            self._grammars[language] = Grammar.load(self.ontology, language)
        return self._grammars[language]


def _without_mistaken_places(candidates: list[Candidate], discourse: Discourse) -> list[Candidate]:
    """Return the candidates without those that take for a place what another one shows to be none.

    After "à" or "in" an unknown name may be a place or a receiver: "loué à X" leases to X and does not lie in it.
    """
    place = discourse.classes.place
    as_place = {id(c): c.object.target for c in candidates if _allows(discourse, c, place)}
    otherwise = {
        target
        for c in candidates
        for target in (c.subject.target, c.object.target)
        if isinstance(target, int) and as_place.get(id(c)) != target
    }
    doubtful = {key for key in otherwise if discourse.drafts[key].may_be_place}
    for key in doubtful:
        discourse.drafts[key].may_be_place = False
    for key in set(as_place.values()) - doubtful:
        if isinstance(key, int) and discourse.drafts[key].may_be_place:
            discourse.drafts[key].votes[place] += 1
    return [c for c in candidates if as_place.get(id(c)) not in doubtful]


def _allows(discourse: Discourse, candidate: Candidate, place: str) -> bool:
    return place in discourse.ontology.relations[candidate.frame.relation].targets


def _discourse(article: ReadArticle, grammar: Grammar) -> Discourse:
    discourse = Discourse(grammar.ontology, grammar.classes)
    for sentence in article.sentences:
        same = list(find_same(sentence.sentence, sentence.mentions, grammar.ontology))
        heading = sentence.block.kind is BlockKind.HEADING
        discourse.read(sentence.number, sentence.sentence, sentence.mentions, same, heading=heading)
    return discourse


def _statement(article: ReadArticle, candidate: Candidate, entities: Entities) -> Statement:
    sentence = candidate.sentence.sentence
    evidence = Mention(sentence.span.of(article.article.text), sentence.span)
    ends = (entities.term(candidate.subject), entities.term(candidate.object))
    return Statement(
        id=_key(article.article, ends, candidate.frame.relation, candidate.modality, candidate.trigger.span),
        document=article.article.document,
        language=article.article.language,
        subject=ends[0],
        relation=candidate.frame.relation,
        object=ends[1],
        modality=candidate.modality,
        attribution=candidate.attribution,
        qualifiers=_qualifiers(article, candidate, entities),
        evidence=evidence,
        trigger=candidate.trigger.span,
        frame=candidate.frame.id,
        confidence=confidence_of(candidate.subject, candidate.object),
        steps=candidate.steps,
    )


def _qualifiers(article: ReadArticle, candidate: Candidate, entities: Entities) -> Qualifiers:
    sentence = candidate.sentence.sentence
    own = {w.index for w in sentence.subtree(candidate.trigger)}
    inside = Span(min(sentence.words[i].span.start for i in own), max(sentence.words[i].span.end for i in own))
    dates = [d for d in article.dates if inside.contains(d.span) and d.value]
    words = (
        isinstance(candidate.object.target, Value)
        and candidate.object.target.unit == ""
        and candidate.object.how == "value"
    )
    horizon = dates[0].value if dates and words and candidate.frame.roles["object"] == ("clause",) else None
    amount = candidate.qualifiers.get("amount")
    return Qualifiers(
        date=dates[0].value if dates and horizon is None else None,
        asset=_term(candidate.qualifiers.get("asset"), entities),
        amount=amount.target if amount and isinstance(amount.target, Value) else None,
        horizon=horizon,
        organization=_term(candidate.qualifiers.get("organization"), entities),
        purpose=_purpose(article, candidate),
    )


def _term(filler: Filler | None, entities: Entities) -> Term | None:
    return entities.term(filler) if filler is not None else None


def _purpose(article: ReadArticle, candidate: Candidate) -> str | None:
    """Return the words that say what for, where a frame asks for them: "pour financer ses data centers"."""
    if "purpose" not in candidate.frame.roles:
        return None
    sentence = candidate.sentence.sentence
    for child in sentence.children(candidate.trigger, Function.ADVERBIAL_CLAUSE, Function.OBLIQUE):
        markers = {w.text.lower() for w in sentence.children(child, Function.MARKER, Function.CASE, Function.AUXILIARY)}
        if markers & set(candidate.frame.roles["purpose"]) or child.case in candidate.frame.roles["purpose"]:
            words = sentence.subtree(child)
            return Span(words[0].span.start, words[-1].span.end).of(article.article.text).rstrip(" .,;")
    return None


def _quoted(
    article: ReadArticle,
    quotations: tuple[Quotation, ...],
    index: FrameIndex,
    entities: Entities,
    ontology: Ontology,
) -> Iterator[Statement]:
    frame = quotation_frame(index)
    if frame is None:
        return
    words_class = ontology.class_of_kind("words")
    for quotation in quotations:
        words = quotation.words.of(article.article.text)
        subject = Filler(
            quotation.speaker, Mention(quotation.mention.of(article.article.text), quotation.mention), "name", ""
        )
        ends = (entities.term(subject), Term(Value(words_class, words, words), Mention(words, quotation.words)))
        yield Statement(
            id=_key(article.article, ends, frame.relation, Modality.ASSERTED, quotation.words),
            document=article.article.document,
            language=article.article.language,
            subject=ends[0],
            relation=frame.relation,
            object=ends[1],
            modality=Modality.ASSERTED,
            attribution=None,
            qualifiers=Qualifiers(),
            evidence=ends[1].mention,
            trigger=quotation.trigger,
            frame=frame.id,
            confidence=0.95,
            steps=(f"speaker: {quotation.how}",),
        )


def _key(article: Article, ends: tuple[Term, Term], relation: str, modality: Modality, trigger: Span) -> str:
    parts = (article.sha256, relation, modality, str(trigger), *(f"{t.mention.span} {t.label}" for t in ends))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _distinct(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements without those that one sentence states twice; the surer is kept."""
    best: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        obj = statement.object.target
        target = (obj.cls, obj.number, obj.unit) if isinstance(obj, Value) else obj.iri
        subject = statement.subject.target
        key = (statement.evidence.span, getattr(subject, "iri", ""), statement.relation, target)
        if key not in best or _strength(statement) > _strength(best[key]):
            best[key] = statement
    return tuple(best.values())


def _strength(statement: Statement) -> tuple[float, bool]:
    """Return how strong a proof is: by confidence, then a word of its own before the subject's noun itself."""
    return statement.confidence, statement.trigger != statement.subject.mention.span


def _skipped(article: Article, miss: Miss) -> Skipped:
    return Skipped(article.document, miss.sentence.sentence.span, miss.trigger.text, miss.reason)
