"""Which reader reads which kind of file, by the ending of its name or by its first bytes.

To read another kind, write a reader (`kg.articles.formats.source.Reader`) in a file of its own beside the others, and
add a line to `READERS`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

from kg.articles.formats.compressed import DEEPEST, read_gzip, read_tar, read_zip, read_zstandard
from kg.articles.formats.documents import read_docx, read_pdf
from kg.articles.formats.feeds import read_feed
from kg.articles.formats.json_records import read_json, read_json_lines
from kg.articles.formats.mail import read_mail
from kg.articles.formats.pages import read_pages
from kg.articles.formats.plain_files import read_markdown, read_text
from kg.articles.formats.source import Reader, Source, guarded
from kg.articles.formats.web_archives import read_warc
from kg.errors import ArticleError, UnreadFilesError
from kg.model import Article

__all__ = ["ADVICE", "UNREAD", "guess_suffix", "read_source", "suffix_of", "unread_files"]

READERS: Mapping[str, Reader] = {
    ".atom": read_feed,
    ".docx": read_docx,
    ".eml": read_mail,
    ".htm": read_pages,
    ".html": read_pages,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".ndjson": read_json_lines,
    ".pdf": read_pdf,
    ".rss": read_feed,
    ".txt": read_text,
    ".warc": read_warc,
    ".xhtml": read_pages,
    ".xml": read_feed,
}
"""The reader of each kind of file that holds articles."""

_PACKINGS = {".gz": read_gzip, ".tar": read_tar, ".tgz": read_tar, ".zip": read_zip, ".zst": read_zstandard}
ADVICE = "use one of .html .txt .md .json .jsonl .rss .eml .pdf .docx .warc, also in .gz .zst .zip .tar"
UNREAD = "files of kinds that are not read"

_STARTS = (
    (b"%PDF", ".pdf"),
    (b"\x1f\x8b", ".gz"),
    (b"\x28\xb5\x2f\xfd", ".zst"),
    (b"PK\x03\x04", ".zip"),
    (b"WARC/", ".warc"),
)
_LOOKS = (
    (re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL), ".rss"),
    (
        re.compile(rb"<(?:!doctype|html|head|body|article|main|div|p|h1|nav|header|meta|\?xml|!--)", re.IGNORECASE),
        ".html",
    ),
    (re.compile(rb"\[|\{[^\n]*\}\s*$"), ".json"),
    (re.compile(rb"\{"), ".jsonl"),
    (re.compile(rb"(?:[A-Z][\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n?"), ".eml"),
    (re.compile(rb"---\s*\n|\+\+\+\s*\n|#{1,6} "), ".md"),
)


def suffix_of(name: str) -> str:
    """Return the ending of a file's name that says its kind, in lower case; empty for one that is not read."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if suffix in READERS or suffix in _PACKINGS else ""


def guess_suffix(start: bytes) -> str:
    """Return the kind of a file without a name by its first bytes: an ending of those that are read."""
    for mark, suffix in _STARTS:
        if start.startswith(mark):
            return suffix
    begun = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    looks = next((suffix for pattern, suffix in _LOOKS if pattern.match(begun)), ".txt")
    return ".jsonl" if looks == ".json" and re.match(rb"\{.*\}\s*\n\s*\{", begun) else looks


def read_source(source: Source, suffix: str) -> Iterator[Article | ArticleError]:
    """Return the articles of a source of a kind, in order, with an error in the place of each that cannot be read."""
    yield from guarded(partial(_read, suffix=suffix), source)


def unread_files(what: str, names: Iterable[str], where: str) -> Iterator[UnreadFilesError]:
    """Return an error that says how many files of which kinds were not read, and why; none for no files."""
    kinds = Counter(PurePosixPath(name).suffix.lower() or "without an ending" for name in names)
    if kinds:
        counts = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        yield UnreadFilesError(f"{what}: {counts}", where=where)


def _read(source: Source, suffix: str) -> Iterator[Article | ArticleError]:
    if suffix in _PACKINGS:
        if source.depth > DEEPEST:
            raise ArticleError("lies within too many files", where=source.document, advice="unpack them first")
        unread: list[str] = []
        yield from _PACKINGS[suffix](source, partial(_read_within, outer=suffix, unread=unread))
        yield from unread_files(UNREAD, unread, source.document)
    elif suffix in READERS:
        yield from READERS[suffix](source)
    else:
        raise ArticleError("unknown kind of file", where=source.document, advice=ADVICE)


def _read_within(source: Source, outer: str, unread: list[str]) -> Iterator[Article | ArticleError]:
    """Return the articles of a file within another; add the name of one of an unknown kind to `unread`."""
    name = source.document.rpartition("#")[2]
    if outer in {".gz", ".zst"}:
        inner = PurePosixPath(PurePosixPath(name).stem)
        yield from _read(source, ".tar" if inner.suffix == ".tar" else suffix_of(inner.name) or ".txt")
    elif suffix := suffix_of(name):
        yield from _read(source, suffix)
    else:
        unread.append(name)
