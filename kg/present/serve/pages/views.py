"""The pages for people: articles with their statements marked, entities, statements, and a form for queries."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.inquiry.asking.saved_questions import list_questions
from kg.model import Span
from kg.present.serve.http.http_errors import RequestError
from kg.present.serve.http.workers import Workers
from kg.present.serve.pages.graph_page import GraphPage
from kg.present.serve.pages.marked_text import Marks, cut
from kg.present.serve.sparql.endpoint import waited_for
from kg.rdf.namespaces import PREFIXES

__all__ = ["ASSETS", "Pages", "asset"]

_EDITOR = "serve/editor"
ASSETS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "palette.css": ("page/templates/css", "text/css"),
        "site.css": ("serve/assets", "text/css"),
        "query.js": ("serve/assets", "text/javascript"),
        "editor.js": ("serve/assets", "text/javascript"),
        "yasgui.min.css": (_EDITOR, "text/css"),
        "yasgui.min.js": (_EDITOR, "text/javascript"),
    }
)
"""The files that pages load, with folder and media type. The palette is shared with the graph's page; the editor is
only in wheels that were built with it."""

_COMMON = (
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
_POLICY = "; ".join((*_COMMON, "style-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'"))
_EDITOR_POLICY = "; ".join((*_COMMON, "style-src 'self' 'unsafe-inline'", "font-src data:"))
"""The editor sets inline styles and markup of its elements; scripts are as restricted as elsewhere."""

_FIRST = "SELECT ?who ?relation ?whom {\n  GRAPH kg:asserted { ?who ?relation ?whom }\n} LIMIT 50\n"
_NAVIGATION = b"""<nav class="bar" aria-label="Pages">
<span>Graph</span> <a href="/query">Query</a> <a href="/articles">Articles</a>
</nav>"""
_AGAIN = MappingProxyType({"Retry-After": "2", "Refresh": "2"})
_ROLES = ("subject", "trigger", "object")


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("kg.present.serve"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    made.tests["web"] = lambda link: re.match(r"https?://", str(link)) is not None
    return made


@dataclass(frozen=True, slots=True)
class Pages:
    """Creates the pages of one graph.

    Attributes:
        workers: the workers that read the graph.
        base: the IRI under which entities are named.
        questions: the folder of the saved questions.
        drawn: the page of the graph.
    """

    workers: Workers
    base: str
    questions: Path
    drawn: GraphPage
    templates: Environment = field(default_factory=_environment)

    async def graph(self, _: Request) -> Response:
        """Return the page of the graph, which has its own policy, with navigation to the other pages.

        While it is drawn for the first time, a waiting page is returned that reloads itself.
        """
        html = await self.drawn.read()
        if not html:
            return self._page("waiting", "Graph", status=503, further=_AGAIN)
        policy = {"Content-Security-Policy": "frame-ancestors 'none'", "Cache-Control": "no-cache"}
        return HTMLResponse(html.replace(b"<body>", b"<body>\n" + _NAVIGATION, 1), headers=policy)

    async def query(self, request: Request) -> Response:
        """Return the form for queries, filled with the saved question `name` or the text `query`."""
        saved = list_questions(self.questions)
        name = request.query_params.get("name", "")
        text = request.query_params.get("query") or next((one.text for one in saved if one.name == name), _FIRST)
        editor = "plain" not in request.query_params and _folder(_EDITOR, "yasgui.min.js").is_file()
        policy = _EDITOR_POLICY if editor else _POLICY
        values: dict[str, Any] = {"question": text, "questions": saved, "prefixes": sorted(PREFIXES), "editor": editor}
        return self._page("query", "Query", policy=policy, **values)

    async def articles(self, request: Request) -> Response:
        """Return the list of the articles."""
        found = json.loads((await waited_for(request, self.workers.ask("list"))).body)
        listed = [{**article, "link": self.link(article["iri"])} for article in found]
        return self._page("articles", "Articles", articles=listed)

    async def article(self, request: Request) -> Response:
        """Return an article with its statements marked."""
        iri = f"{self.base}id/article/{request.path_params['name']}"
        account = json.loads((await waited_for(request, self.workers.ask("read", iri=iri))).body)
        pieces = cut(account["text"], [_marks(one["places"]) for one in account["statements"]], Span(**account["body"]))
        entry = account["entry"]
        statements = [self._linked(one) for one in account["statements"]]
        return self._page("article", entry["title"], article=entry, pieces=pieces, statements=statements)

    async def entity(self, request: Request, iri: str) -> Response:
        """Return the page of an entity or a statement."""
        outcome = await waited_for(request, self.workers.ask("account", iri=iri))
        account = json.loads(outcome.body)
        if outcome.head["kind"] == "entity":
            edges = [self._linked(edge) for edge in account["statements"]]
            return self._page("entity", account["label"], entity={**account, "statements": edges})
        line = " ".join((account["subject"], account["relation"], account["object"]))
        also = [{"id": one, "link": self._statement(one)} for one in account["also"]]
        article = self.link(outcome.head["article"])
        return self._page(
            "statement",
            line,
            statement=self._linked(account),
            pieces=_evidence(account["quotes"]),
            also=also,
            article=article,
        )

    def link(self, iri: str) -> str:
        """Return the address on this server for an IRI of the graph; empty when there is none."""
        own = f"{self.base}id/"
        rest = iri.removeprefix(own).partition("#")[0]
        if not iri.startswith(own) or not rest:
            return ""
        return f"/article/{quote(rest[8:])}" if rest.startswith("article/") else f"/id/{quote(rest)}"

    def _statement(self, name: str) -> str:
        return self.link(f"{self.base}id/statement/{name}")

    def _linked(self, statement: Mapping[str, Any]) -> dict[str, Any]:
        return {
            **statement,
            "line": " ".join((statement["subject"], statement["relation"], statement["object"])),
            "link": self._statement(statement["id"]),
            "subject_link": self.link(statement["subject_iri"]),
            "object_link": self.link(statement["object_iri"]),
            "article_link": self.link(statement.get("article_iri", "")),
        }

    def _page(
        self,
        name: str,
        title: str,
        *,
        policy: str = _POLICY,
        status: int = 200,
        further: Mapping[str, str] = MappingProxyType({}),
        **values: object,
    ) -> Response:
        html = self.templates.get_template(f"{name}.html").render(title=title, base=self.base, **values)
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-cache", "Vary": "Accept", **further}
        return HTMLResponse(html, status, headers)


async def asset(request: Request) -> Response:
    """Return a style or a script of the pages."""
    name = request.path_params["name"]
    folder, media_type = ASSETS.get(name, ("", ""))
    if not folder or not _folder(folder, name).is_file():
        raise RequestError("no such file", status=404, advice="look at the address")
    text = _folder(folder, name).read_bytes()
    return Response(text, media_type=media_type, headers={"Cache-Control": "no-cache"})


def _folder(name: str, file: str) -> Traversable:
    return files("kg.present") / name / file


def _marks(places: Mapping[str, Mapping[str, int]]) -> Marks:
    return Marks(Span(**places["evidence"]), [(role, Span(**places[role])) for role in _ROLES])


def _evidence(quotes: Mapping[str, Mapping[str, Any]]) -> Sequence[object]:
    """Return the pieces of the evidence; unmarked if its text does not match its offsets."""
    evidence = quotes["evidence"]
    text, start = evidence["text"], evidence["start"]
    whole = Span(0, len(text))
    if len(text) != evidence["end"] - start:  # characters that RDF cannot represent are missing
        return cut(text, [Marks(whole)], whole)
    roles = [(role, Span(quotes[role]["start"] - start, quotes[role]["end"] - start)) for role in _ROLES]
    return cut(text, [Marks(whole, [(role, span) for role, span in roles if whole.contains(span)])], whole)
