"""The extractor: one article in, its entities, statements and skipped sentences out."""

from __future__ import annotations

from typing import Protocol

from kg.extract.arguments import Arguments
from kg.extract.attribution import Attributor
from kg.extract.blocks import BlockKind, unwrap
from kg.extract.candidates import Candidate
from kg.extract.discourse import Discourse
from kg.extract.drafts import Drafts
from kg.extract.entities import Entities
from kg.extract.frames import FrameIndex
from kg.extract.grammar import Grammar
from kg.extract.identity import find_same
from kg.extract.lookalikes import Lookalikes
from kg.extract.matching import Matcher
from kg.extract.omissions import Omissions
from kg.extract.plain import PlainText, in_original
from kg.extract.quotations import find_quotations
from kg.extract.reader import ReadArticle, read
from kg.extract.receivers import without_mistaken_places, without_outer_places
from kg.extract.selection import Preferences
from kg.extract.statements import StatementMaker, distinct
from kg.model import Article, Extraction
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
        plain = PlainText.from_text(article.text)
        readable = unwrap(plain.article(article))
        extraction = self._extract(readable)
        return extraction if readable == article else in_original(extraction, article, plain)

    def _extract(self, article: Article) -> Extraction:
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
            Lookalikes.from_index(index, article.language),
        )
        found = [result for sentence in article_read.sentences for result in matcher.match(sentence)]
        candidates = without_outer_places([f for f in found if isinstance(f, Candidate)])
        candidates = without_mistaken_places(candidates, discourse)
        entities = Entities(discourse, candidates)
        maker = StatementMaker(article_read, entities)
        statements = [maker.from_candidate(candidate) for candidate in candidates]
        frame = matcher.index.of_quotations()
        if frame is not None:
            words = self.ontology.class_of_kind("words")
            statements += [maker.from_quotation(quotation, frame, words) for quotation in quotations]
        kept = distinct(statements)
        omissions = Omissions(article_read)
        skipped = [*omissions.of_matches(found, candidates), *omissions.of_repeats(statements, kept)]
        skipped += [*omissions.of_parts(), *(omissions.of_quotations(quotations) if frame is not None else ())]
        used = entities.used(kept)
        references = tuple(entities.references(article.document, used))
        return Extraction(article, used, kept, tuple(dict.fromkeys(skipped)), references)

    def _grammar(self, language: str) -> Grammar:
        if language not in self._grammars:
            self._grammars[language] = Grammar.load(self.ontology, language)
        return self._grammars[language]


def _discourse(article: ReadArticle, grammar: Grammar) -> Discourse:
    index = FrameIndex.from_frames(grammar.ontology.frames, article.article.language)
    preferences = Preferences(grammar.ontology, index, grammar.cues)
    discourse = Discourse(Drafts(grammar.ontology, grammar.classes), grammar.cues, preferences)
    for sentence in article.sentences:
        same = list(find_same(sentence.sentence, sentence.mentions, grammar.ontology, grammar.cues))
        heading = sentence.block.kind is BlockKind.HEADING
        discourse.read(sentence.number, sentence.sentence, sentence.mentions, same=same, heading=heading)
    return discourse
