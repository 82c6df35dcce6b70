"""What a reader of a kind of file is given, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import BinaryIO, TypeAlias

from kg.errors import ArticleError
from kg.model import Article

__all__ = ["LARGEST", "Reader", "Source", "guarded"]

LARGEST = 50_000_000
"""How many bytes a file may have that holds one article, with its pictures, scripts and styles."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read articles from.

    Attributes:
        document: the name that the articles go by: the path as given, and for a part of a file `path#part`.
        stream: the bytes; read once.
        language: the language of all articles of it, where the user has said so.
        fields: the user's own names of the fields of a record, by ours.
        depth: how many files it lies within.
    """

    document: str
    stream: BinaryIO
    language: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0

    @property
    def suffix(self) -> str:
        """The ending of its name, in lower case, with the dot."""
        return PurePosixPath(self.document.rpartition("#")[2]).suffix.lower()

    def read(self) -> bytes:
        """Return all bytes of a file that holds one article.

        Raises:
            ArticleError: it is too large.
        """
        content = self.stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ArticleError(f"has more than {LARGEST} bytes", where=self.document, advice="cut it into articles")
        return content

    def within(self, name: str, stream: BinaryIO, *, document: str = "") -> Source:
        """Return a file within this one."""
        return replace(self, document=document or f"{self.document}#{name}", stream=stream, depth=self.depth + 1)


Reader: TypeAlias = Callable[[Source], Iterator[Article | ArticleError]]
"""Reads the articles of a source, in order; one that cannot be read comes as an error in its place, or is raised."""


def guarded(reader: Reader, source: Source) -> Iterator[Article | ArticleError]:
    """Return what a reader gives; an error that it raises, foreseen or not, costs only what is left of the source."""
    try:
        yield from reader(source)
    except ArticleError as error:
        yield error
    except OSError as error:
        yield ArticleError(
            f"cannot be read ({error.strerror or error})", where=source.document, advice="check the file"
        )
    except Exception as error:  # a file can be wrong in ways that nobody has seen yet
        yield unexpected(error, source.document)


def unexpected(error: Exception, place: str) -> ArticleError:
    """Return what nobody foresaw in reading an article, as an error that costs this article alone."""
    what = f"cannot be read ({type(error).__name__}: {error})"[:300]
    return ArticleError(what, where=place, advice="report this line as a bug of kg")
