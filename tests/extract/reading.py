"""Short ways to make an article of a text, and to write down what was read in it."""

from __future__ import annotations

import hashlib
from datetime import date

from kg.extract.grammar.syntax import Sentence, Word
from kg.extract.reading import read
from kg.extract.resources import Resources
from kg.model import Article, Extraction, Span

__all__ = ["article", "facts", "parse", "word"]


def article(text: str, language: str = "en", *, document: str = "a.txt", published: date | None = None) -> Article:
    """Return an article that consists of `text`."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    markdown = document.endswith(".md")
    return Article(document, language, "", published, text, Span(0, len(text)), sha256, markdown=markdown)


def facts(extraction: Extraction) -> list[str]:
    """Return the statements as `subject | relation | object | modality`, sorted."""
    return sorted(
        f"{found.subject.label} | {found.relation} | {found.object.label} | {found.modality}"
        for found in extraction.statements
    )


def parse(text: str, resources: Resources) -> Sentence:
    """Return the grammar of the first sentence of `text`."""
    return read(article(text, resources.language), resources).sentences[0].sentence


def word(sentence: Sentence, text: str) -> Word:
    """Return the first word of a sentence that is written so."""
    return next(found for found in sentence.words if found.text == text)
