from __future__ import annotations

import codecs

import pytest

from kg.articles.metadata.decoding import decode, encoding_named
from kg.errors import ArticleError

WORDS = "Le siège de l'usine est là, près de la forêt."


def test_utf_8_is_read_and_needs_no_remark() -> None:
    assert decode(WORDS.encode(), "a") == (WORDS, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_says_the_encoding_and_is_dropped(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "a")[0] == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "windows-1252"])
def test_without_a_mark_the_bytes_are_read_as_they_look_and_that_is_remarked(encoding: str) -> None:
    text, (remark,) = decode(WORDS.encode(encoding), "a")
    assert (text, remark.reason) == (WORDS, f"the file was read as {encoding}")


@pytest.mark.parametrize(
    "head", ['<meta charset="{}">', '<meta content="text/html; charset={}">', '<?xml encoding="{}"?>']
)
def test_a_page_says_its_encoding(head: str) -> None:
    page = head.format("koi8-r") + "Завод стоит здесь."
    assert decode(page.encode("koi8-r"), "a", declares=True)[0] == page


def test_utf_8_goes_before_what_a_page_says() -> None:
    page = '<meta charset="latin1">' + WORDS
    assert decode(page.encode(), "a", declares=True) == (page, ())


@pytest.mark.parametrize("name", ["punycode", "idna", "undefined", "rot13", "hex", "no-such", "x" * 40, "utf-16"])
def test_a_page_that_says_what_is_no_encoding_of_texts_is_read_as_its_bytes_look(name: str) -> None:
    page = f'<meta charset="{name}">{WORDS}'
    assert decode(page.encode("windows-1252"), "a", declares=True)[0] == page


def test_latin_1_means_what_browsers_take_it_for() -> None:
    page = '<meta charset="iso-8859-1">the “plant”'
    assert decode(page.encode("windows-1252"), "a", declares=True)[0] == page


@pytest.mark.parametrize("content", [b"The\x00plant", bytes(range(32)) * 40, b"\x00" * 100 + b"a"])
def test_binary_is_an_error(content: bytes) -> None:
    with pytest.raises(ArticleError, match="a: is not text but binary"):
        decode(content, "a")


@pytest.mark.parametrize("content", [b"", b" \n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_is_an_error(content: bytes) -> None:
    with pytest.raises(ArticleError, match="a: is empty"):
        decode(content, "a")


@pytest.mark.parametrize(
    ("name", "known"), [("Latin1", "iso8859-1"), ("UTF8", "utf-8"), ("punycode", ""), ("", ""), ("a\0", "")]
)
def test_only_encodings_of_texts_are_known(name: str, known: str) -> None:
    assert encoding_named(name) == known
