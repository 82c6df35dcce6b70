"""The pages as a browser asks for them, and the graph under its own addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.requests import Request

from kg.config import find_ontology
from kg.inquiry.asking.forkserver import Charge
from kg.ontology import read_ontology
from kg.present.serve.http.workers import Workers
from kg.present.serve.pages.graph_page import GraphPage
from kg.present.serve.pages.views import Pages
from kg.rdf.results_folder import write_results
from kg.resolve.resolution import resolve
from tests.cli.runs import write_folder
from tests.present.serve.conftest import Reply, Server, awaited, running
from tests.world import article, entity, extraction, statement

pytestmark = pytest.mark.process

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
SCRIPT = "<img src=x onerror=alert(1)>\"'&"
TEXT = f"{SCRIPT} funds Bravane. <script>alert(2)</script> {{{{ 7 * 7 }}}}"


def page(server: Server, path: str) -> Reply:
    return server.ask("GET", path, BROWSER)


@pytest.mark.parametrize("path", ["/query?plain", "/articles", "/id/oracle"])
def test_a_page_allows_only_its_own_scripts_and_styles(server: Server, path: str) -> None:
    reply = page(server, path)
    assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
    policy = reply.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert re.findall(r"<script(?! src=\"/static/)|style=| on\w+=", reply.text) == []


def test_the_graph_page_leads_to_the_others(server: Server) -> None:
    (server.folder / "graph.html").write_text("<html><body><p>drawn</p></body></html>")
    found = page(server, "/").text
    assert "<p>drawn</p>" in found
    assert '<a href="/query">' in found


def test_while_the_graph_is_drawn_a_page_comes_back_by_itself() -> None:
    class Drawing(GraphPage):
        async def read(self) -> bytes:
            return b""

    pages = Pages(Workers(Charge("", "", "")), "", Path(), Drawing(Path(), Path()))
    reply = awaited(pages.graph(Request({"type": "http"})))
    assert (reply.status_code, reply.headers["refresh"], reply.headers["retry-after"]) == (503, "2", "2")
    assert b"comes back by itself" in bytes(reply.body)


def test_the_articles_are_listed(server: Server) -> None:
    found = page(server, "/articles").text
    assert '<a href="/article/' in found
    assert "A title" in found


def link_of(server: Server) -> str:
    found = re.search(r'href="(/article/[^"]+)"', page(server, "/articles").text)
    assert found
    return found[1]


def test_an_article_is_shown_with_its_statements_marked(server: Server) -> None:
    found = page(server, link_of(server)).text
    assert '<mark class="object">OpenAI</mark>' in found
    assert '<a href="/id/oracle">Oracle</a>' in found
    assert "leases_to" in found


def test_an_article_that_has_changed_shows_what_the_graph_quotes(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        (tmp_path / "a.txt").write_text("Another text.")
        found = page(server, link_of(server)).text
    assert "or has changed" in found
    assert "funds Bravane" in found
    assert "Another text." not in found


def test_an_entity_is_a_page_for_a_browser_and_rdf_for_a_program(server: Server) -> None:
    told = page(server, "/id/oracle")
    assert (told.status, told.headers["vary"]) == (200, "Accept")
    assert "<h1>Oracle</h1>" in told.text
    triples = server.ask("GET", "/id/oracle", {"Accept": "text/turtle"})
    assert (triples.headers["content-type"], "rdfs:label" in triples.text) == ("text/turtle; charset=utf-8", True)
    assert server.ask("GET", "/id/oracle", {"Accept": "application/ld+json"}).text.startswith("{")
    assert server.ask("GET", "/id/oracle", {"Accept": "image/png"}).status == 406


def test_an_entity_leads_to_its_neighbours_and_articles(server: Server) -> None:
    found = page(server, "/id/oracle").text
    assert '<a href="/id/openai">OpenAI</a>' in found
    assert f'<a href="{link_of(server)}">' in found
    assert 'href="/id/oracle"' not in found


def test_an_article_has_its_page_elsewhere(server: Server) -> None:
    reply = page(server, link_of(server).replace("/article/", "/id/article/"))
    assert (reply.status, reply.headers["location"]) == (303, link_of(server))


def test_a_statement_tells_how_it_came_about(server: Server) -> None:
    found = re.search(r'href="(/id/statement/\w+)"', page(server, "/id/oracle").text)
    assert found
    told = page(server, found[1]).text
    assert '<mark class="object' in told
    assert '<a href="/id/oracle">Oracle</a>' in told
    assert link_of(server) in told


@pytest.mark.parametrize(
    "path", ["/id/nobody", "/id/a%20b", "/id/%3E%20%7D%20x", "/article/none", "/static/none.js", "/static/..%2Fapp.py"]
)
@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
def test_what_is_not_there_is_said_so(server: Server, path: str, accept: str) -> None:
    assert server.ask("GET", path, {"Accept": accept}).status == 404


@pytest.mark.browser
def test_no_page_is_wider_than_a_phone(tmp_path: Path, browser: Browser) -> None:
    folder = tmp_path / ("n" * 200)  # the name of an article is its path
    folder.mkdir()
    with serving(folder) as server, browser.new_context(viewport={"width": 390, "height": 800}) as context:
        article = link_of(server)
        entities = re.findall(r'href="(/id/[^"]+)"', page(server, article).text)
        opened = context.new_page()
        for path in ("/query?plain", "/articles", article, *entities):
            opened.goto(server.address.rstrip("/") + path)
            assert opened.evaluate("() => document.documentElement.scrollWidth") <= 390, path


def test_the_form_is_filled_with_a_saved_question(server: Server) -> None:
    found = page(server, "/query?name=leases").text
    assert "# Who leases to whom" in found
    assert 'href="/query?name=funding"' in found


def test_the_form_without_the_editor_loads_no_file_of_it(server: Server) -> None:
    reply = page(server, "/query?plain")
    assert re.findall(r'(?:src|href)="/static/([^"]+)"', reply.text) == ["palette.css", "site.css", "query.js"]
    assert "unsafe" not in reply.headers["content-security-policy"]


def test_the_form_is_filled_with_a_text_as_text(server: Server) -> None:
    assert "&lt;/textarea&gt;&lt;script&gt;" in page(server, "/query?query=%3C/textarea%3E%3Cscript%3E").text


def serving(folder: Path) -> AbstractContextManager[Server]:
    """Serve the graph of an article that is made to break pages."""
    path = folder / "a.txt"
    path.write_text(TEXT)
    where = article(TEXT, path.as_posix())
    told = extraction(where, statement(where, entity("e1", SCRIPT), "funds", entity("e2", "Bravane")))
    ontology = read_ontology(find_ontology())
    write_results(resolve([told], ontology, base="https://kg.example/"), ontology, folder / "out")
    return running(folder / "out")


@pytest.fixture(name="hostile")
def _hostile(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path) as server:
        yield server


def test_words_of_an_article_are_never_markup(hostile: Server) -> None:
    first = link_of(hostile)
    entities = re.findall(r'href="(/id/[^"]+)"', page(hostile, first).text)
    for path in ("/articles", first, *entities):
        found = page(hostile, path).text
        assert "<img" not in found
        assert "<script>" not in found
    assert "{{ 7 * 7 }}" in page(hostile, first).text
    assert "&lt;img src=x onerror=alert(1)&gt;" in page(hostile, first).text


def test_when_the_base_iri_is_the_servers_the_names_are_addresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_BASE", "http://localhost/")
    (tmp_path / "graph.trig").write_text(
        '<http://localhost/id/kerlan> a <u:Company> ; <http://www.w3.org/2000/01/rdf-schema#label> "Kerlan" .'
    )
    with running(tmp_path) as server:
        assert "<h1>Kerlan</h1>" in page(server, "/id/kerlan").text
        assert (
            "<http://localhost/id/kerlan>" in server.ask("GET", "/id/kerlan", {"Accept": "application/n-triples"}).text
        )


def test_what_has_no_address_under_another_base_iri_is_no_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_folder(tmp_path)
    monkeypatch.setenv("KG_BASE", "https://deals.example/")
    with running(folder) as server:
        found = page(server, "/articles").text
    assert "A title" in found
    assert 'href=""' not in found
