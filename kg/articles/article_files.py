"""Reading articles: files, folders and standard input become `Article` values."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kg.articles.pages import text_of_html
from kg.errors import ArticleError
from kg.extract.text.language import LANGUAGES, detect_language
from kg.extract.text.plain_text import PlainText
from kg.model import Article, Span

__all__ = ["SUFFIXES", "read_article", "read_articles"]

SUFFIXES = (".html", ".htm", ".jsonl", ".md", ".txt")

_LONGEST, _LARGEST = 1_000_000, 20_000_000
"""How many characters an article may have, and bytes the file of one: a long novel has fewer."""

_NO_DAY = re.compile(r"\d{4}(?:-\d{2})?(?:/\d{4}(?:-\d{2})?)?", re.ASCII)

_STANDARD_INPUT = Path("-")

# The byte order marks that a text file of ours may not start with, but UTF-8's.
_FOREIGN_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_articles(sources: Sequence[str | Path], *, language: str | None = None) -> Iterator[Article | ArticleError]:
    """Return the articles of files and folders, in the order given and by name within a folder.

    A source is a file, a folder (searched at any depth), or `-` for standard input. What is named twice is read once.
    What cannot be read comes as an error in its place, so that one bad file in a folder does not stop the others.

    Args:
        sources: paths, or `-`.
        language: the language of all of them; told from front matter or words when `None`.
    """
    if language is not None and language not in LANGUAGES:
        yield ArticleError(f"unknown language {language!r}", advice="use one of " + ", ".join(LANGUAGES))
        return
    for path in dict.fromkeys(path for source in sources for path in _files(Path(source))):
        if isinstance(path, ArticleError):
            yield path
        elif path == _STANDARD_INPUT:
            yield from _read_bytes(sys.stdin.buffer.read(), "stdin.txt", language)
        else:
            yield from _read_file(path, language)


def read_article(document: str) -> Article | ArticleError:
    """Return the article that `Article.document` names: a path, or `path#id` for a line of a JSONL file."""
    path = document.rpartition("#")[0]
    found = list(_read_file(Path(path if path.endswith(".jsonl") else document), None))
    named = next((item for item in found if isinstance(item, Article) and item.document == document), None)
    errors = (item for item in found if isinstance(item, ArticleError))
    return named or next(errors, ArticleError("no such article", where=document, advice="check the path"))


def _files(source: Path) -> Iterator[Path | ArticleError]:
    try:
        exists = source.exists()
    except OSError:  # a name that is too long for the file system
        exists = False
    if source == _STANDARD_INPUT:
        yield source
    elif not exists:
        yield ArticleError("no such file or folder", where=str(source), advice="check the path")
    elif source.is_dir() and not os.access(source, os.R_OK | os.X_OK):
        yield ArticleError("the folder cannot be read", where=str(source), advice="check its rights")
    elif source.is_dir():
        paths = sorted(p for p in source.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        if not paths:
            yield ArticleError(
                "the folder holds no articles", where=str(source), advice="put " + ", ".join(SUFFIXES) + " files there"
            )
        yield from paths
    elif not source.is_file():
        yield ArticleError("is no regular file", where=str(source), advice="name a file, or - for standard input")
    else:
        yield source


def _read_file(path: Path, language: str | None) -> Iterator[Article | ArticleError]:
    if path.suffix.lower() not in SUFFIXES:
        yield ArticleError("unknown kind of file", where=str(path), advice="use one of " + ", ".join(SUFFIXES))
        return
    try:
        path.as_posix().encode()
        if path.suffix.lower() != ".jsonl" and path.stat().st_size > _LARGEST:
            yield ArticleError(f"has more than {_LARGEST} bytes", where=str(path), advice="cut it into articles")
            return
        content = path.read_bytes()
    except UnicodeEncodeError:
        # The name is in every record of the article, and records are UTF-8.
        yield ArticleError("has a name that is not UTF-8", where=ascii(str(path)), advice="rename the file")
        return
    except OSError as error:
        yield ArticleError(f"cannot be read ({error.strerror})", where=str(path), advice="check path and permissions")
        return
    yield from _read_bytes(content, path.as_posix(), language)


def _read_bytes(content: bytes, document: str, language: str | None) -> Iterator[Article | ArticleError]:
    try:
        text = _decode(content, document)
        if document.endswith(".jsonl"):
            yield from _read_lines(text, document, language)
        else:
            yield _article(text, document, language)
    except ArticleError as error:
        yield error
    except Exception as error:  # a page can be wrong in ways that nobody has seen yet
        yield _unexpected(error, document)


def _unexpected(error: Exception, place: str) -> ArticleError:
    """Return what nobody foresaw in reading an article, as an error that costs this article alone."""
    return ArticleError(
        f"cannot be read ({type(error).__name__}: {error})"[:300], where=place, advice="report this line as a bug of kg"
    )


def _decode(content: bytes, document: str) -> str:
    """Return the text of a file; a UTF-8 byte order mark is dropped, nothing else is changed.

    Raises:
        ArticleError: the file is binary, empty, or not UTF-8.
    """
    if b"\x00" in content or content.startswith(_FOREIGN_MARKS):
        raise ArticleError("is no UTF-8 text but binary or UTF-16", where=document, advice="save it as UTF-8 text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"is not UTF-8 (byte {error.start})", where=document, advice="convert it, for instance with iconv"
        ) from error
    if not text.strip():
        raise ArticleError("is empty", where=document, advice="give it a text")
    return text


def _check_length(text: str, document: str) -> None:
    """Check that an article is not too long.

    Raises:
        ArticleError: it is.
    """
    if len(text) > _LONGEST:
        raise ArticleError(f"has more than {_LONGEST} characters", where=document, advice="cut it into articles")


def _read_lines(text: str, document: str, language: str | None) -> Iterator[Article | ArticleError]:
    names: set[str] = set()
    # Only "\n" ends a line of JSONL: a JSON string may hold U+2028 and its like, which `splitlines` would cut at.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{document}:{number}"
        try:
            record = _record(line, place)
            name = f"{document}#{_identity(record, number)}"
            yield _duplicate(place) if name in names else _from_record(record, name, language)
            names.add(name)
        except ArticleError as error:
            yield error
        except Exception as error:
            yield _unexpected(error, place)


def _duplicate(place: str) -> ArticleError:
    return ArticleError("has the 'id' of a line before it", where=place, advice="give each line an id of its own")


def _from_record(record: dict[str, Any], name: str, language: str | None) -> Article:
    facts = {key: str(record[key]) for key in ("title", "language", "date") if record.get(key)}
    _check_length(record["text"], name)
    return _build(record["text"], name, facts, language)


def _record(line: str, place: str) -> dict[str, Any]:
    advice = "write one object a line, with a 'text'"
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError("is no JSON", where=place, advice=advice) from error
    if isinstance(record, dict):
        record = {key: _without_surrogates(value) for key, value in record.items()}
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or not record["text"].strip():
        raise ArticleError("has no 'text'", where=place, advice=advice)
    return record


def _without_surrogates(value: Any) -> Any:
    """Return a text with U+FFFD for each half of a surrogate pair, which JSON can write and UTF-8 cannot."""
    return re.sub("[\ud800-\udfff]", "\ufffd", value) if isinstance(value, str) else value


def _identity(record: dict[str, Any], number: int) -> str:
    """Return what tells a line's article from the others: its id, or else the number of the line."""
    identity = record.get("id")
    return str(identity) if isinstance(identity, (str, int)) and identity != "" else str(number)


def _article(text: str, document: str, language: str | None) -> Article:
    _check_length(text, document)
    if document.endswith((".html", ".htm")):
        text, facts = text_of_html(text)
        if not text.strip():
            raise ArticleError("holds no text", where=document, advice="check that it is an article's page")
        return _build(text, document, facts, language)
    facts, start = _front_matter(text)
    return _build(text, document, facts, language, start=start)


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the `key: value` lines between two `---` lines at the top, and where the text after them starts."""
    match = re.match(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", text, re.DOTALL | re.MULTILINE)
    if not match:
        return {}, 0
    pairs = re.findall(r"^([\w-]+)[ \t]*:(.+)$", match[1], re.MULTILINE)
    found = {key.lower(): value.strip().strip("\"'") for key, value in pairs}
    return {key: value for key, value in found.items() if value}, match.end()


def _build(text: str, document: str, facts: dict[str, str], language: str | None, *, start: int = 0) -> Article:
    if not text[start:].strip():
        raise ArticleError("is empty", where=document, advice="give it a text")
    stated = facts.get("language") or facts.get("lang") or ""
    told = language or re.split(r"[-_]", stated)[0].lower()
    if not told:
        told = detect_language(PlainText.from_text(text[start:]).text)
        complaint = f"its words are of the language {told!r}" if told else "its language is not told from its words"
    else:
        complaint = f"unknown language {told!r}"
    if told not in LANGUAGES:
        advice = "use one of " + ", ".join(LANGUAGES) if told else "name it by --language " + " or ".join(LANGUAGES)
        raise ArticleError(complaint, where=document, advice=advice)
    return Article(
        document=document,
        language=told,
        title=facts.get("title") or _first_line(text[start:]),
        date=_date(facts.get("date", ""), document),
        text=text,
        body=Span(start, len(text)),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _first_line(text: str) -> str:
    line = next((line.strip("#*_ \t\r") for line in text.splitlines() if line.strip("#*_ \t\r")), "")
    return line if len(line) <= 200 else ""


def _date(text: str, document: str) -> date | None:
    """Return the day of publication; nothing when only a year, a month or a time between two is given."""
    if not text or _NO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise ArticleError(f"unknown date {text!r}", where=document, advice="write it as 2025-01-31") from error
