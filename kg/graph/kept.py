"""The articles that a store keeps, with their texts."""

from __future__ import annotations

from pathlib import Path

from kg.graph.extractions import read_extraction
from kg.graph.keeping import read_record, read_records
from kg.graph.opening import open_store
from kg.model import Article

__all__ = ["kept_article", "kept_articles"]


def kept_articles(place: Path) -> dict[str, Article]:
    """Return the articles that a store keeps, with their texts, by document.

    Raises:
        OutputError: there is no store, or it cannot be read.
    """
    with open_store(place) as store:
        found = [read_extraction(kept.extraction).article for kept in read_records(store)]
    return {article.document: article for article in found}


def kept_article(place: Path, document: str, *, base: str) -> Article | None:
    """Return one article that a store keeps, with its text; nothing when there is none.

    Raises:
        OutputError: there is no store, or it cannot be read.
    """
    with open_store(place) as store:
        found = read_record(store, document, base=base)
    return None if found is None else read_extraction(found.extraction).article
