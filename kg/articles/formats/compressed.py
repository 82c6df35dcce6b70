"""Files within files: .gz and .zst around one, .zip and .tar around several, each read by its own kind."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Self, cast

from kg.articles.formats.source import Reader, Source, guarded
from kg.articles.metadata.metadata import clean
from kg.errors import ArticleError
from kg.model import Article

__all__ = ["DEEPEST", "read_gzip", "read_tar", "read_zip", "read_zstandard"]

DEEPEST = 3
"""How many files may lie around a file."""
_MOST_MEMBERS = 1_000_000
_LARGEST_HEADER = 1_000_000
_HEADERS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


def read_gzip(source: Source, inner: Reader) -> Iterator[Article | ArticleError]:
    """Return the articles of the file in a .gz, which go by the name of the whole."""
    yield from _unpacked(source, cast(BinaryIO, gzip.GzipFile(fileobj=source.stream, mode="rb")), inner)


def read_zstandard(source: Source, inner: Reader) -> Iterator[Article | ArticleError]:
    """Return the articles of the file in a .zst, which go by the name of the whole."""
    import zstandard  # noqa: PLC0415 - only for such files

    stream = zstandard.ZstdDecompressor().stream_reader(source.stream, read_across_frames=True)
    try:
        yield from _unpacked(source, cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream))), inner)
    except zstandard.ZstdError as error:
        raise _broken(source) from error


def read_zip(source: Source, inner: Reader) -> Iterator[Article | ArticleError]:
    """Return the articles of the files in a .zip, in the order of their names."""
    stream = source.stream if _is_seekable(source.stream) else io.BytesIO(source.read())
    try:
        with zipfile.ZipFile(stream) as archive:
            members = sorted((one for one in archive.infolist() if not one.is_dir()), key=lambda one: one.filename)
            for member in members[:_MOST_MEMBERS]:
                if member.flag_bits & 1:
                    place = f"{source.document}#{clean(member.filename)}"
                    yield ArticleError("is locked with a password", where=place, advice="unpack it first")
                    continue
                with archive.open(member) as file:
                    yield from guarded(inner, _member(source, member.filename, cast(BinaryIO, file)))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise _broken(source) from error


class _Member(tarfile.TarInfo):
    """A file of a .tar, whose name and other headers are of no more than a usual size: they are read as a whole."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Return the member that a header describes.

        Raises:
            tarfile.ReadError: what belongs to the header is too large.
        """
        member = super().frombuf(buf, encoding, errors)
        if member.type in _HEADERS and member.size > _LARGEST_HEADER:
            raise tarfile.ReadError("a header is too large")
        return member


def read_tar(source: Source, inner: Reader) -> Iterator[Article | ArticleError]:
    """Return the articles of the files in a .tar, plain or compressed, in their order there."""
    try:
        with tarfile.open(fileobj=source.stream, mode="r|*", tarinfo=_Member) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isreg() else None
                if file is not None:
                    yield from guarded(inner, _member(source, member.name, cast(BinaryIO, file)))
    except (tarfile.TarError, zlib.error, EOFError) as error:
        raise _broken(source) from error


def _unpacked(source: Source, stream: BinaryIO, inner: Reader) -> Iterator[Article | ArticleError]:
    try:
        yield from inner(source.within("", stream, document=source.document))
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise _broken(source) from error


def _member(source: Source, name: str, stream: BinaryIO) -> Source:
    """Return a file of an archive; its name is a label, and never a path of this machine."""
    return source.within(clean(PurePosixPath(name).as_posix()).lstrip("/"), stream)


def _is_seekable(stream: BinaryIO) -> bool:
    try:
        return stream.seekable()
    except AttributeError:  # the files within a tar that is read as a stream
        return False


def _broken(source: Source) -> ArticleError:
    return ArticleError("cannot be unpacked", where=source.document, advice="check that the file is whole")
