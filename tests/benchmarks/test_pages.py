from __future__ import annotations

from benchmarks.pages import read_pages
from kg.articles.html.html_page import read_page


def test_the_sentences_of_a_page_differ() -> None:
    for page in read_pages():
        assert len({*page.wanted, *page.unwanted}) == len(page.wanted) + len(page.unwanted)


def test_no_page_of_a_publisher_gives_less_than_its_article() -> None:
    read = {page.name: (page, " ".join(read_page(page.markup).text.split())) for page in read_pages()}
    assert {name: [one for one in page.wanted if one not in text] for name, (page, text) in read.items()} == {
        name: [] for name in read
    }


def test_no_page_of_a_publisher_gives_more_than_its_article() -> None:
    read = {page.name: (page, " ".join(read_page(page.markup).text.split())) for page in read_pages()}
    assert {name: [one for one in page.unwanted if one in text] for name, (page, text) in read.items()} == {
        name: [] for name in read
    }
