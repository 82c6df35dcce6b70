from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
from collections.abc import Mapping

import pytest

from kg.articles.formats.source import LARGEST
from kg.model import Article
from tests.articles.formats.sources import WORDS, article, complaint, found_in


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def tarred(*members: tuple[str, bytes, str], mode: str = "w") -> bytes:
    """Return an archive of members: the name, the type and where a link leads."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode=mode) as archive:  # type: ignore[call-overload]
        for name, kind, link in members:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, link
            member.size = len(WORDS) if kind == tarfile.REGTYPE else 0
            archive.addfile(member, io.BytesIO(WORDS.encode()))
    return written.getvalue()


def documents(content: bytes, name: str) -> list[str]:
    return [one.document if isinstance(one, Article) else str(one) for one in found_in(content, name)]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.gz"])
def test_the_file_in_a_gz_goes_by_the_name_of_the_whole(name: str) -> None:
    found = article(gzip.compress(WORDS.encode()), name)
    assert (found.document, found.text) == (name, WORDS)


def test_the_file_in_a_zst_is_read() -> None:
    zstandard = pytest.importorskip("zstandard")
    assert article(zstandard.ZstdCompressor().compress(WORDS.encode()), "a.md.zst").text == WORDS


def test_the_files_in_a_zip_are_read_by_name() -> None:
    archive = zipped({"b.txt": WORDS, "a/c.html": f"<p>{WORDS}</p>"})
    assert documents(archive, "a.zip") == ["a.zip#a/c.html", "a.zip#b.txt"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_the_files_in_a_tar_are_read_in_their_order(mode: str) -> None:
    archive = tarred(("b.txt", tarfile.REGTYPE, ""), ("a.txt", tarfile.REGTYPE, ""), mode=mode)
    assert documents(archive, "a.tar") == ["a.tar#b.txt", "a.tar#a.txt"]


def test_links_devices_and_pipes_in_a_tar_are_not_followed() -> None:
    archive = tarred(
        ("link.txt", tarfile.SYMTYPE, "/etc/hostname"),
        ("hard.txt", tarfile.LNKTYPE, "ok.txt"),
        ("pipe.txt", tarfile.FIFOTYPE, ""),
        ("device.txt", tarfile.CHRTYPE, ""),
        ("ok.txt", tarfile.REGTYPE, ""),
    )
    assert documents(archive, "a.tar") == ["a.tar#ok.txt"]


def test_the_name_of_a_member_is_a_label_and_no_path() -> None:
    archive = tarred(("/etc/x.txt", tarfile.REGTYPE, ""), ("b\n\x1b[31m.txt", tarfile.REGTYPE, ""))
    assert documents(archive, "a.tar") == ["a.tar#etc/x.txt", "a.tar#b [31m.txt"]


def test_an_archive_in_a_tar_is_read() -> None:
    written = io.BytesIO()
    inner = zipped({"a.txt": WORDS})
    with tarfile.open(fileobj=written, mode="w") as archive:
        member = tarfile.TarInfo("in.zip")
        member.size = len(inner)
        archive.addfile(member, io.BytesIO(inner))
    assert documents(written.getvalue(), "a.tar") == ["a.tar#in.zip#a.txt"]


def test_archives_in_archives_are_read_to_a_depth() -> None:
    archive = zipped({"a.txt": WORDS})
    for _ in range(5):
        archive = zipped({"in.zip": archive, "z.txt": WORDS})
    first, *others = documents(archive, "a.zip")
    assert first.endswith("in.zip: lies within too many files; unpack them first")
    assert others == [
        "a.zip#in.zip#in.zip#in.zip#z.txt",
        "a.zip#in.zip#in.zip#z.txt",
        "a.zip#in.zip#z.txt",
        "a.zip#z.txt",
    ]


def test_a_gz_in_a_gz_too_often_is_an_error() -> None:
    content = WORDS.encode()
    for _ in range(5):
        content = gzip.compress(content)
    assert "lies within too many files" in complaint(content, "a.txt" + ".gz" * 5)


@pytest.mark.parametrize("filler", [b"\0", b" "])
def test_a_member_that_unpacks_to_too_much_costs_no_other(filler: bytes) -> None:
    archive = zipped({"a.txt": filler * (LARGEST + 1), "b.txt": WORDS})
    error, document = documents(archive, "a.zip")
    assert error.startswith(f"a.zip#a.txt: has more than {LARGEST} bytes")
    assert document == "a.zip#b.txt"


def test_a_header_of_a_tar_that_is_too_large_is_an_error() -> None:
    member = tarfile.TarInfo("x")
    member.type, member.size = tarfile.XHDTYPE, 10**12
    assert (
        complaint(member.tobuf(tarfile.GNU_FORMAT), "a.tar")
        == "a.tar: cannot be unpacked; check that the file is whole"
    )


def test_a_member_with_a_password_is_an_error_and_costs_no_other() -> None:
    archive = bytearray(zipped({"a.txt": WORDS, "b.txt": WORDS}))
    archive[6] |= 1
    archive[archive.index(b"PK\x01\x02") + 8] |= 1
    assert documents(bytes(archive), "a.zip") == [
        "a.zip#a.txt: is locked with a password; unpack it first",
        "a.zip#b.txt",
    ]


@pytest.mark.parametrize("name", ["a.gz", "a.zip", "a.tar", "a.tgz", "a.zst"])
@pytest.mark.parametrize("content", [b"", b"garbage", b"\x1f\x8bgarbage", b"PK\x03\x04garbage", os.urandom(2_000)])
def test_garbage_is_an_error(content: bytes, name: str) -> None:
    assert complaint(content, name).startswith(f"{name}: ")
    assert "bug of kg" not in complaint(content, name)


def test_a_file_that_was_cut_is_an_error() -> None:
    assert complaint(gzip.compress(os.urandom(9_000))[:500], "a.txt.gz").startswith("a.txt.gz: cannot be unpacked")
