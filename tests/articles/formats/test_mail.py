from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from tests.articles.formats.sources import WORDS, article, complaint

HEAD = b"From: The Grid <news@a.example>\nSubject: =?utf-8?q?A_d=C3=A9al?=\nDate: Tue, 4 Mar 2025 10:00:00 +0000\n"


def message(*parts: tuple[str, str]) -> bytes:
    made = EmailMessage()
    made["From"] = "The Grid <news@a.example>"
    made.set_content(parts[0][0], subtype=parts[0][1])
    for words, kind in parts[1:]:
        made.add_alternative(words, subtype=kind)
    return made.as_bytes()


def test_the_headers_say_what_is_known() -> None:
    found = article(HEAD + b"\n" + WORDS.encode(), "a.eml")
    assert (found.title, found.date, found.publisher) == ("A déal", date(2025, 3, 4), "The Grid")
    assert (found.text, found.reader) == (WORDS, "mail/1")


def test_the_plain_part_goes_before_the_page() -> None:
    assert article(message((WORDS, "plain"), ("<p>Other words.</p>", "html")), "a.eml").text.strip() == WORDS


def test_a_message_that_is_only_a_page_is_read_as_one() -> None:
    assert article(message((f"<p>{WORDS}</p><nav>Home</nav>", "html")), "a.eml").text == WORDS


def test_the_signature_is_left_out() -> None:
    assert article(HEAD + f"\n{WORDS}\n-- \nBrisk pays.".encode(), "a.eml").text.strip() == WORDS


@pytest.mark.parametrize("charset", ["x-unknown", "punycode", "idna", "undefined", "rot13", "", "a b", "utf-8"])
def test_a_charset_that_is_odd_costs_no_words(charset: str) -> None:
    content = HEAD + f'Content-Type: text/plain; charset="{charset}"\n\n{WORDS}'.encode()
    assert article(content, "a.eml").text.strip() == WORDS


def test_a_charset_that_is_known_is_used() -> None:
    words = f"{WORDS} Il coûte 5 €."
    content = HEAD + b'Content-Type: text/plain; charset="windows-1252"\n\n' + words.encode("windows-1252")
    assert article(content, "a.eml").text == words


def test_an_address_alone_is_no_publisher_and_the_wire_of_the_text_is() -> None:
    text = f"OSLO, May 6, 2024 (Harbour Wire) -- {WORDS}"
    found = article(f"From: anna@a.example\nSubject: A deal\n\n{text}", "a.eml")
    assert found.publisher == "Harbour Wire"


@pytest.mark.parametrize("header", ["(" * 60_000, "=?utf-8?b?" * 3_000, "<" * 30_000, "=?x?q?a?=", '"'])
def test_a_header_that_is_odd_costs_itself_alone(header: str) -> None:
    assert article(f"From: {header}\nSubject: {header}\nDate: {header}\n\n{WORDS}", "a.eml").text == WORDS


def test_a_message_without_a_text_is_an_error() -> None:
    content = HEAD + b"Content-Type: image/png\n\nabc"
    assert complaint(content, "a.eml") == "a.eml: the message has no text; save its attachment by itself"


def test_parts_in_parts_too_deep_are_an_error() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(3_000)
    )
    assert "parts in parts too deep" in complaint(HEAD + deep + b"\n" + WORDS.encode(), "a.eml")
