"""Reading articles: files, folders and standard input become `Article` values."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from kg.articles.file_kinds import ADVICE, UNREAD, guess_suffix, read_source, suffix_of, unread_files
from kg.articles.formats.source import Source
from kg.errors import ArticleError, NoArticlesError
from kg.extract.text.language import LANGUAGES
from kg.model import Article

__all__ = ["DEFAULT_OPTIONS", "SourceOptions", "file_of", "is_file", "read_article", "read_articles"]

_STANDARD_INPUT = Path("-")
_START = 4_096
# Kinds of files that hold anything, articles among it.
_GENERAL = frozenset({".json", ".xml"})


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What the user says of sources; see `read_articles`."""

    language: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""


DEFAULT_OPTIONS = SourceOptions()


def read_articles(
    sources: Sequence[str | Path],
    *,
    language: str | None = None,
    fields: Mapping[str, str] | None = None,
    kind: str = "",
) -> Iterator[Article | ArticleError]:
    """Return the articles of files and folders, in the order given and by name within a folder.

    A source is a file, a folder (searched at any depth), or `-` for standard input. What is named twice is read once.
    What cannot be read comes as an error in its place, so that one bad file in a folder does not stop the others.

    Args:
        sources: paths, or `-`.
        language: the language of all of them; from metadata or words when `None`.
        fields: the user's own names of the fields of records, by ours: `{"text": "story"}`.
        kind: the kind of standard input, as the ending of a file's name without the dot; by its first bytes if empty.
    """
    if language is not None and language not in LANGUAGES:
        yield ArticleError(f"unknown language {language!r}", advice="use one of " + ", ".join(LANGUAGES))
        return
    seen: set[Path] = set()
    named = {Path(source) for source in sources}
    others: list[Path] = []
    options = Source("", io.BytesIO(), language, fields or {})
    for path in (path for source in sources for path in _files(Path(source))):
        if isinstance(path, ArticleError):
            yield path
        elif path not in seen:
            seen.add(path)
            if path == _STANDARD_INPUT:
                yield from _read_standard_input(kind, options)
            else:
                found = _read_file(path, options)
                yield from found if path in named else _without_others(found, path, others)
    yield from unread_files("files without articles", (p.name for p in others), str(others[0].parent) if others else "")


def read_article(document: str) -> Article | ArticleError:
    """Return the article that `Article.document` names: a path, or `path#id` for one within a file of several."""
    found = list(read_articles([file_of(document)]))
    named = next((item for item in found if isinstance(item, Article) and item.document == document), None)
    errors = (item for item in found if isinstance(item, ArticleError))
    return named or next(errors, ArticleError("no such article", where=document, advice="check the path"))


def file_of(document: str) -> str:
    """Return the file that an article is in: the longest beginning of its document, up to a `#`, that is a file."""
    path = document
    while not is_file(path):
        path, mark, _ = path.rpartition("#")
        if not mark:
            return document
    return path


def is_file(path: str) -> bool:
    """Return whether a document or a part of it is the path of a file."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):  # a name that is too long for the file system, or that no file can have
        return False


def _files(source: Path) -> Iterator[Path | ArticleError]:
    try:
        exists = source.exists()
    except (OSError, ValueError):
        exists = False
    if source == _STANDARD_INPUT:
        yield source
    elif not exists:
        yield ArticleError("no such file or folder", where=str(source), advice="check the path")
    elif source.is_dir() and not os.access(source, os.R_OK | os.X_OK):
        yield ArticleError("the folder cannot be read", where=str(source), advice="check its rights")
    elif source.is_dir():
        yield from _files_of_folder(source)
    elif not source.is_file():
        yield ArticleError("is no regular file", where=str(source), advice="name a file, or - for standard input")
    else:
        yield source


def _files_of_folder(folder: Path) -> Iterator[Path | ArticleError]:
    """Return the files of a folder that are read, by name, and then how many of which kinds are not."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path, folder))
    readable = [path for path in files if suffix_of(path.name)]
    if not readable:
        yield ArticleError("the folder holds no articles", where=str(folder), advice=ADVICE)
    yield from readable
    yield from unread_files(UNREAD, (path.name for path in files if not suffix_of(path.name)), str(folder))


def _without_others(
    found: Iterator[Article | ArticleError], path: Path, others: list[Path]
) -> Iterator[Article | ArticleError]:
    """Return what a file of a folder gives; JSON or XML that holds no articles is no error, and one of the `others`."""
    if path.suffix.lower() not in _GENERAL:
        yield from found
        return
    several = list(found)
    if all(isinstance(item, NoArticlesError) for item in several):
        others.append(path)
    else:
        yield from several


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _read_standard_input(kind: str, options: Source) -> Iterator[Article | ArticleError]:
    stream = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer), _START)
    suffix = f".{kind.lower().lstrip('.')}" if kind else guess_suffix(stream.peek(_START))
    yield from read_source(options.within("", cast(BinaryIO, stream), document="stdin" + suffix), suffix)


def _read_file(path: Path, options: Source) -> Iterator[Article | ArticleError]:
    try:
        path.as_posix().encode()
        with path.open("rb") as stream:
            source = options.within("", stream, document=path.as_posix())
            yield from read_source(source, suffix_of(path.name))
    except UnicodeEncodeError:
        # The name is in every record of the article, and records are UTF-8.
        yield ArticleError("has a name that is not UTF-8", where=ascii(str(path)), advice="rename the file")
    except OSError as error:
        yield ArticleError(f"cannot be read ({error.strerror})", where=str(path), advice="check path and permissions")
