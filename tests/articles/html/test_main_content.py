from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from kg.articles.html.main_content import find_roots

LONG = "<p>Tolvane builds a plant in the hills of Marrow and lets it.</p>"


def roots(markup: str) -> list[str]:
    body = LexborHTMLParser(f"<body id=body>{markup}</body>").body
    assert body is not None
    return [root.id or root.tag or "" for root in find_roots(body)]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        (f"<article id=a>{LONG}</article><article id=b><p>Short.</p></article>", ["a"]),
        (f"<article id=a><h1>T</h1><p>It is.</p></article><article id=b>{LONG}</article>", ["a"]),
        (f"<article id=a>{LONG}</article><article id=b>{LONG}</article>", ["a", "b"]),
        (f"<article id=a>{LONG}<article id=b>{LONG * 9}</article></article>", ["a"]),
        (f"<article id=a class=card>{LONG * 9}</article><article id=b>{LONG}</article>", ["b"]),
        (f"<article></article><main id=m><div id=d>{LONG * 3}</div><div>x</div></main>", ["d"]),
        (f"<div id=a><p>x</p></div><div id=b><div id=c>{LONG * 3}</div></div>", ["c"]),
        (f"<div id=a><div id=b>{LONG}</div><div id=c>{LONG}</div></div>", ["a"]),
        (f"<div id=a>{LONG}</div><section role=main id=b><p>It is.</p></section>", ["b"]),
        (f"<table><tr><td id=a>x<td id=b>{LONG * 3}</table>", ["b"]),
        ("<div id=a>It builds a plant in the hills of Marrow and lets it to others.</div><p>x</p>", ["a"]),
        ("<div id=a></div>", ["body"]),
    ],
)
def test_the_article_is_found(markup: str, found: list[str]) -> None:
    assert roots(markup) == found


def test_a_menu_of_many_links_does_not_weigh_more_than_the_article() -> None:
    menu = "<a href=x>Brisk has bought the whole of Tolvane for a sum</a> " * 30
    assert roots(f"<div id=menu>{menu}</div><div id=a>{LONG * 3}</div>") == ["a"]
