from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.present.page.content import page_title
from kg.present.page.drawing import draw
from kg.present.page.render import render, write_page
from tests.present.scene import NORDIC, TELIA, article, four_statements, ontology, statement


def table(html: str, name: str) -> list[dict[str, object]]:
    """Return the rows of one table of the page's facts as objects."""
    block = re.search(r'<script type="application/json" id="facts">(.*?)</script>', html, re.DOTALL)
    assert block is not None
    found = json.loads(block.group(1))[name]
    return [dict(zip(found["keys"], row, strict=False)) for row in found["rows"]]


def test_the_same_statements_give_the_same_bytes_in_any_order() -> None:
    statements, articles = four_statements()
    assert render(statements, articles, ontology()) == render(statements[::-1], articles, ontology())


def test_a_statement_given_twice_is_shown_once() -> None:
    statements, articles = four_statements()
    assert len(table(render(statements * 2, articles, ontology()), "statements")) == 4


def test_names_of_an_entity_are_gathered_from_all_statements() -> None:
    news = article("A and B")
    words = ("A and B", "A", "and", "B")
    first = statement(news, (replace(NORDIC, names=("North",)), "acquires", TELIA), words)
    second = replace(statement(news, (replace(NORDIC, names=("Compute",)), "acquires", TELIA), words), id="second")
    entities = table(render([first, second], [news], ontology()), "entities")
    assert [entity.get("names") for entity in entities] == [["Compute", "North"], None]


def test_statements_of_a_paragraph_share_its_passage() -> None:
    statements, articles = four_statements()
    page = render(statements, articles, ontology())
    assert [row["passage"] for row in table(page, "statements")] == [0, 0, 1, 1]
    assert len(table(page, "passages")) == 2


def test_names_no_address_but_those_of_the_data() -> None:
    html = render([], [], ontology())
    own = html.partition('<script type="application/json"')[0] + html.rpartition("</script>\n<script>")[2]
    # The namespace of SVG is a name; the browser never fetches it. Comments may cite a standard.
    assert set(re.findall(r"https?://[\w./]+", own)) <= {"http://www.w3.org/2000/svg", "https://www.w3.org/TR/WCAG22/"}


def test_leaves_nothing_in_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    render(*four_statements(), ontology())
    assert list(tmp_path.iterdir()) == []


def test_the_title_is_that_of_the_only_article() -> None:
    nothing = draw([], ontology())
    assert page_title([article("x", title="North")], nothing) == "North"
    assert page_title([article("x", title="")], nothing) == "seeds/north.fr.md"


def test_the_title_of_several_articles_names_what_has_most_links() -> None:
    statements, articles = four_statements()
    drawing = draw(statements, ontology())
    assert page_title([*articles, article("y", "other")], drawing) == "Nordic Compute, campus de Luleå, Telia"
    assert page_title([*articles, article("y", "other")], draw([], ontology())) == "2 articles"


def test_writes_a_page_whole_and_in_utf_8(tmp_path: Path) -> None:
    write_page(tmp_path / "new" / "graph.html", "<p>été</p>")
    assert (tmp_path / "new" / "graph.html").read_bytes() == "<p>été</p>".encode()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["graph.html"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=re.escape(str(tmp_path))):
        write_page(tmp_path, "<p></p>")
