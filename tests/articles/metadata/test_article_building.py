from __future__ import annotations

from datetime import date

import pytest

from kg.articles.metadata.article_building import LONGEST, build_article
from kg.articles.metadata.metadata import Metadata
from kg.errors import ArticleError
from kg.model import Cause, Remark, Span

WORDS = "The plant is in the hills and the town will lease it."


def test_an_article_has_what_is_known_of_it() -> None:
    remark = Remark(Cause.LEFT_OUT, "a form")
    known = Metadata("T", "2025-03-04", "en", "https://a.example", "The Grid", ("Ana",), "html/1", (remark,))
    found = build_article(WORDS, "a.html", known, None)
    assert (found.document, found.title, found.date, found.language) == ("a.html", "T", date(2025, 3, 4), "en")
    assert (found.url, found.publisher, found.authors) == ("https://a.example", "The Grid", ("Ana",))
    assert (found.reader, found.remarks) == ("html/1", (remark,))


def test_the_body_begins_where_it_is_said_to() -> None:
    assert build_article("---\n" + WORDS, "a", Metadata(), None, start=4).body == Span(4, 4 + len(WORDS))


def test_a_day_that_is_not_understood_is_remarked_after_the_others() -> None:
    remark = Remark(Cause.LEFT_OUT, "a form")
    found = build_article(WORDS, "a", Metadata(date="soon", remarks=(remark,)), None)
    assert found.date is None
    assert [one.cause for one in found.remarks] == [Cause.LEFT_OUT, Cause.FIELD]


def test_the_language_that_is_asked_for_goes_before_the_one_that_is_stated() -> None:
    assert build_article(WORDS, "a", Metadata(language="en"), "fr").language == "fr"


def test_a_language_that_nothing_states_is_that_of_the_words() -> None:
    assert build_article("L'usine est dans la ville et elle sera louée.", "a", Metadata(), None).language == "fr"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (" \n", "", "a: is empty"),
        ("x" * (LONGEST + 1), "", f"a: has more than {LONGEST} characters"),
        (WORDS, "de", "a: unknown language 'de'"),
        ("Nordalia Kerlan", "", "a: its language is not known from its words"),
    ],
)
def test_what_is_no_article_is_an_error(text: str, language: str, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        build_article(text, "a", Metadata(language=language), None)
