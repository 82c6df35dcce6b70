"""The extractor: turns one article into entities, statements and skipped sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kg.extract.entities import Entities
from kg.extract.factuality.attribution import Attributor
from kg.extract.factuality.quotations import find_quotations
from kg.extract.frames.arguments import Arguments
from kg.extract.frames.candidates import Candidate
from kg.extract.frames.frame_index import FrameIndex
from kg.extract.frames.matching import Matcher
from kg.extract.frames.mistaken_places import without_mistaken_places, without_outer_places
from kg.extract.frames.near_misses import TriggerIndex
from kg.extract.frames.selectional_preferences import FramePreferences
from kg.extract.reading import read
from kg.extract.reference.coreference import Discourse
from kg.extract.reference.draft_entities import Drafts
from kg.extract.reference.parsed_article import ReadArticle
from kg.extract.reference.sentence_coreference import find_same
from kg.extract.resources import Resources
from kg.extract.skipped import SkippedCollector
from kg.extract.statements import StatementMaker, distinct
from kg.extract.text.blocks import BlockKind, unwrap
from kg.extract.text.plain_text import PlainText, in_original
from kg.model import Article, Extraction, Span
from kg.ontology.schema import Ontology

__all__ = ["Extractor", "FrameExtractor"]


class Extractor(Protocol):
    """Turns an article into statements; a pure function of the article and the ontology."""

    def prepare(self, language: str) -> None:
        """Load the resources of a language in advance; otherwise the first article has to wait for them."""

    def extract(self, article: Article) -> Extraction:
        """Return the article's entities, statements and skipped sentences."""


class FrameExtractor:
    """An extractor that parses sentences and matches frames; loads the parser of a language when first needed."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._grammars: dict[str, Resources] = {}

    def prepare(self, language: str) -> None:
        """Load the grammar of a language, unless already loaded."""
        self._grammar(language)

    def extract(self, article: Article) -> Extraction:
        """Return the article's entities, statements and skipped sentences, in the order of the text."""
        plain = PlainText.from_text(article.text, markdown=article.markdown)
        readable = unwrap(plain.article(article))
        extraction = self._extract(readable)
        return extraction if readable == article else in_original(extraction, article, plain)

    def _extract(self, article: Article) -> Extraction:
        resources = self._grammar(article.language)
        article_read = read(article, resources)
        discourse = _discourse(article_read, resources)
        quotations = find_quotations(article_read, discourse, resources.cues)
        speakers = {q.words: discourse.drafts[q.speaker].label for q in quotations}
        matcher = _matcher(article_read, discourse, resources, speakers=speakers)
        found = [result for sentence in article_read.sentences for result in matcher.match(sentence)]
        candidates = without_outer_places([f for f in found if isinstance(f, Candidate)])
        candidates = without_mistaken_places(candidates, discourse)
        entities = Entities(discourse, candidates)
        maker = StatementMaker(article_read, entities, resources.cues)
        statements = [maker.from_candidate(candidate) for candidate in candidates]
        frame = matcher.index.of_quotations()
        if frame is not None:
            words = self.ontology.class_of_kind("words")
            statements += [maker.from_quotation(quotation, frame, words) for quotation in quotations]
        kept = distinct(statements)
        omissions = SkippedCollector(article_read)
        skipped = [*omissions.of_matches(found, candidates), *omissions.of_repeats(statements, kept)]
        skipped += [*omissions.of_parts(), *(omissions.of_quotations(quotations) if frame is not None else ())]
        used = entities.used(kept)
        references = tuple(entities.references(article.document, used))
        return Extraction(article, used, kept, tuple(dict.fromkeys(skipped)), references)

    def _grammar(self, language: str) -> Resources:
        if language not in self._grammars:
            self._grammars[language] = Resources.load(self.ontology, language)
        return self._grammars[language]


def _discourse(article: ReadArticle, resources: Resources) -> Discourse:
    index = FrameIndex.from_frames(resources.ontology.frames, article.article.language)
    preferences = FramePreferences(resources.ontology, index, resources.cues)
    discourse = Discourse(
        Drafts(resources.ontology, resources.classes, resources.short_forms), resources.cues, preferences
    )
    for sentence in article.sentences:
        same = list(find_same(sentence.sentence, sentence.mentions, resources.ontology, resources.cues))
        heading = sentence.block.kind is BlockKind.HEADING
        discourse.read(sentence.number, sentence.sentence, sentence.mentions, same=same, heading=heading)
    return discourse


def _matcher(
    article: ReadArticle, discourse: Discourse, resources: Resources, *, speakers: Mapping[Span, str]
) -> Matcher:
    index = FrameIndex.from_frames(resources.ontology.frames, article.article.language)
    return Matcher(
        resources.ontology,
        resources.cues,
        index,
        Arguments(article, discourse, resources.cues),
        Attributor(resources.cues, discourse, speakers),
        TriggerIndex.from_index(index, article.article.language),
    )
