from __future__ import annotations

import pytest

from kg.extract.text.plain_text import PlainText
from kg.model import Span
from tests.extract.reading import article


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("leve\u0301e", "levée"),
        ("a\u0301\u0302\u0303b", "áb"),
        ("\u0301x", "x"),
        ("Nord\u00adalia", "Nordalia"),
        ("Nord\u200b\u200calia", "Nordalia"),
        ("Blue\u00a0Owl", "Blue Owl"),
        ("30\u00a0000", "30\u00a0000"),
        ("30\u2009000", "30\u202f000"),
        ("Blue  Owl", "Blue Owl"),
        ("Name    Amount", "Name    Amount"),
        ("Name\tAmount", "Name\tAmount"),
        ("gas\u2011fired", "gas-fired"),
        ("d\u02bcOrsane", "d’Orsane"),
        ("\ufb01nance", "finance"),
        ("\uff2e\uff27 \uff13\uff10", "NG 30"),
        ("a\x1bb", "a b"),
        ("a\r\nb\rc", "a\nb\rc"),
    ],
)
def test_a_text_becomes_what_a_reader_sees(text: str, plain: str) -> None:
    assert PlainText.from_text(text).text == plain


@pytest.mark.parametrize("text", ["", "Nordalia a levé 30\u202fM€\u00a0: c’est beaucoup.", "北方公司 🚀\n\n- one"])
def test_most_texts_are_plain(text: str) -> None:
    assert PlainText.from_text(text).text == text


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("la leve\u0301e de", "levée", "leve\u0301e"),
        ("\u202eNord\u00adalia\u202c pays", "Nordalia", "Nord\u00adalia"),
        ("the \ufb01nance", "inance", "\ufb01nance"),
        ("Blue  Owl", "Blue Owl", "Blue  Owl"),
    ],
)
def test_a_stretch_is_found_in_the_text_as_read(text: str, word: str, words: str) -> None:
    plain = PlainText.from_text(text)
    start = plain.text.index(word)
    assert plain.original(Span(start, start + len(word))).of(text) == words


def test_nothing_is_found_where_it_stands() -> None:
    plain = PlainText.from_text("a\u00adb")
    assert (plain.original(Span(1, 1)), plain.original(Span(2, 2))) == (Span(2, 2), Span(3, 3))
    assert PlainText.from_text("").original(Span(0, 0)) == Span(0, 0)


def test_the_body_of_an_article_moves_along() -> None:
    plain = PlainText.from_text("Nord\u00adalia pays")
    assert plain.article(article("Nord\u00adalia pays")).body == Span(0, 13)
