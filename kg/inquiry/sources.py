"""Reads the articles of a folder of results again, from their original or a new location."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.articles.article_files import file_of, is_file, read_articles
from kg.errors import ArticleError
from kg.model import Article

__all__ = ["reread"]


def reread(
    recorded: Mapping[str, str], sources: Sequence[str] = (), *, fields: Mapping[str, str] | None = None
) -> dict[str, Article]:
    """Return the articles that can still be read, by recorded document; their text may have changed.

    `recorded` gives the language of each document. The articles are read from their original location, or from
    `sources`, where a file with the same name replaces one from elsewhere. `fields` are the user's names of fields.
    """
    places = {document: file_of(document) for document in recorded}
    # A name such as "-" is no file, and must not make anyone wait for standard input.
    files = sorted({path for path in places.values() if is_file(path)})
    read = _readable(read_articles(sources or files, fields=fields))
    missing = {(places[document], recorded[document]) for document in recorded if document not in read and not sources}
    for path, language in sorted(missing):  # with articles whose language was given, and cannot be detected
        if path in files:
            read = _readable(read_articles([path], language=language, fields=fields)) | read
    by_name = {Path(document).name: article for document, article in read.items()}
    found = {document: read.get(document) or by_name.get(Path(document).name) for document in places}
    return {document: article for document, article in found.items() if article is not None}


def _readable(found: Iterable[Article | ArticleError]) -> dict[str, Article]:
    return {article.document: article for article in found if isinstance(article, Article)}
