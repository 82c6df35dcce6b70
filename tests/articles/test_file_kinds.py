from __future__ import annotations

import io
import zipfile

import pytest

from kg.articles.file_kinds import guess_suffix, read_source, suffix_of
from kg.articles.formats.source import Source
from kg.errors import UnreadFilesError
from kg.model import Article


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.HTML", ".html"), ("a.b.jsonl", ".jsonl"), ("a.tar.gz", ".gz"), ("a.csv", ""), ("a", ""), (".html", "")],
)
def test_the_ending_of_a_name_says_the_kind(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


@pytest.mark.parametrize(
    ("start", "suffix"),
    [
        (b"%PDF-1.4", ".pdf"),
        (b"\x1f\x8b\x08", ".gz"),
        (b"\x28\xb5\x2f\xfd", ".zst"),
        (b"PK\x03\x04", ".zip"),
        (b"WARC/1.0\r\n", ".warc"),
        (b"<?xml version='1.0'?><rss>", ".rss"),
        (b"<!-- a --><feed>", ".rss"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html>", ".html"),
        (b"<p>It is.", ".html"),
        (b'[{"text": 1}]', ".json"),
        (b'{"text": "a"}', ".json"),
        (b'{"text": "a"}\n{"text": "b"}\n', ".jsonl"),
        (b"From: Ana\nSubject: A deal\n\nIt is.", ".eml"),
        (b"---\ntitle: A\n---\nIt is.", ".md"),
        (b"## A deal\n", ".md"),
        (b"Note: it is.\nIt pays.", ".txt"),
        (b"", ".txt"),
    ],
)
def test_the_first_bytes_say_the_kind_of_what_has_no_name(start: bytes, suffix: str) -> None:
    assert guess_suffix(start) == suffix


@pytest.mark.parametrize(
    "suffix", [".pdf", ".gz", ".zst", ".zip", ".warc", ".rss", ".html", ".json", ".jsonl", ".eml", ".md", ".txt"]
)
def test_each_kind_that_is_guessed_is_one_that_is_read(suffix: str) -> None:
    assert suffix_of(f"a{suffix}") == suffix


def test_a_zip_says_how_many_files_of_which_kinds_are_not_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in (("a.txt", "The plant is in the town."), ("b.png", "b"), ("in/c.png", "c"), ("d", "d")):
            archive.writestr(name, content)
    packed.seek(0)
    article, unread = read_source(Source("a.zip", packed), ".zip")
    assert isinstance(article, Article)
    assert isinstance(unread, UnreadFilesError)
    assert str(unread) == "a.zip: files of kinds that are not read: 2 .png, 1 without an ending"


def test_a_kind_that_is_not_known_is_an_error_that_names_those_that_are() -> None:
    (found,) = read_source(Source("a.csv", io.BytesIO(b"a")), ".csv")
    assert str(found).startswith("a.csv: unknown kind of file; use one of ")


def test_a_tar_in_a_gz_is_one_of_several_files() -> None:
    (found,) = read_source(Source("a.tar.gz", io.BytesIO(b"\x1f\x8bgarbage")), ".gz")
    assert "cannot be unpacked" in str(found)
