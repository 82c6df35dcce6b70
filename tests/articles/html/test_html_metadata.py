from __future__ import annotations

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from kg.articles.html.html_metadata import add_time, read_page_metadata
from kg.articles.metadata.metadata import Metadata


def read(head: str, body: str = "") -> Metadata:
    return read_page_metadata(LexborHTMLParser(f"<html lang='fr-FR'><head>{head}</head><body>{body}</body></html>"))


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "A deal",
    "datePublished": "2025-03-04",
    "inLanguage": "en",
    "author": {"name": "Ana Mor"},
    "publisher": {"name": "The Grid"},
    "mainEntityOfPage": {"@id": "https://a.example/x"},
}


def test_json_ld_says_all_of_an_article() -> None:
    assert read(json_ld(ARTICLE)) == Metadata(
        "A deal", "2025-03-04", "en", "https://a.example/x", "The Grid", ("Ana Mor",)
    )


@pytest.mark.parametrize(
    "value",
    [
        [{"@type": "Organization", "name": "Brisk"}, ARTICLE],
        {"@graph": [{"@type": "WebPage", "headline": "no"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "https://schema.org/ReportageNewsArticle"]},
    ],
)
def test_the_article_is_found_within_what_json_ld_holds(value: object) -> None:
    assert read(json_ld(value)).title == "A deal"


@pytest.mark.parametrize("script", ["{", "[" * 100_000, '"A deal"', "null", '{"@type": {"a": 1}}'])
def test_a_broken_script_says_nothing(script: str) -> None:
    assert read(f'<script type="application/ld+json">{script}</script><title>A deal</title>').title == "A deal"


def test_json_ld_goes_before_open_graph_and_this_before_elements() -> None:
    head = (
        '<meta property="og:title" content="Graph"><meta property="og:site_name" content="The Grid"><title>Tab</title>'
    )
    assert read(head).title == "Graph"
    assert read(head + json_ld({"@type": "Article", "headline": "A deal"})).title == "A deal"
    assert read(head + json_ld({"@type": "Article", "headline": "A deal"})).publisher == "The Grid"


@pytest.mark.parametrize("name", ["article:published_time", "DC.date.issued", "parsely-pub-date", "pubdate"])
def test_a_meta_says_the_day(name: str) -> None:
    assert read(f'<meta name="{name}" content="2025-03-04">').date == "2025-03-04"


def test_the_only_headline_is_the_title_before_that_of_the_window() -> None:
    assert read("<title>A deal | The Grid</title>", "<h1>A deal</h1>").title == "A deal"


def test_of_several_headlines_none_is_the_title() -> None:
    assert read("<title>A deal | The Grid</title>", "<h1>A deal</h1><h1>Other</h1>").title == "A deal | The Grid"


def test_the_page_says_its_language_and_address() -> None:
    found = read('<link rel="canonical" href="https://a.example/x">')
    assert (found.language, found.url) == ("fr", "https://a.example/x")


def test_an_address_that_is_none_on_the_web_is_left_out() -> None:
    assert read('<link rel="canonical" href="/x"><meta property="og:url" content="javascript:x">').url == ""


def test_a_time_counts_within_the_article_only() -> None:
    tree = LexborHTMLParser("<time datetime=2030-01-01></time><article><time datetime=2025-03-04></time></article>")
    assert add_time(Metadata(), tree.css("article")).date == "2025-03-04"


def test_a_time_that_is_called_the_day_of_publication_goes_before_others() -> None:
    tree = LexborHTMLParser(
        "<article><time datetime=2030-01-01></time><time itemprop=datePublished datetime=2025-03-04>"
    )
    assert add_time(Metadata(), tree.css("article")).date == "2025-03-04"


def test_a_day_that_is_known_stays() -> None:
    tree = LexborHTMLParser("<article><time datetime=2025-03-04></time></article>")
    assert add_time(Metadata(date="2024-01-01"), tree.css("article")).date == "2024-01-01"


def test_a_long_time_is_cut() -> None:
    tree = LexborHTMLParser(f"<article><time datetime='2025-99-99{'x' * 10_000}'></time></article>")
    assert len(add_time(Metadata(), tree.css("article")).date) < 1_000
