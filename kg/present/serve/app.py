"""The application and its routes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route
from starlette.types import ASGIApp

from kg.errors import KgError
from kg.present.serve.http.security import Shield
from kg.present.serve.http.workers import Workers
from kg.present.serve.pages.dereferencing import Names
from kg.present.serve.pages.graph_page import GraphPage
from kg.present.serve.pages.views import Pages, asset
from kg.present.serve.sparql.endpoint import Endpoint, tell_error, tell_refusal
from kg.present.serve.sparql.requests import METHODS

__all__ = ["Access", "Sources", "make_app"]


@dataclass(frozen=True, slots=True)
class Access:
    """Access rules: the host names a request may use (empty: any), and the allowed origins of other pages."""

    hosts: Sequence[str] = ()
    origins: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """What is served besides the endpoint: the base IRI of the graph, its page, and the folder of saved questions."""

    base: str
    graph: GraphPage
    questions: Path


def make_app(workers: Workers, sources: Sources, access: Access) -> ASGIApp:
    """Return the application; `workers` must be started before the first request."""
    endpoint = Endpoint(workers)
    pages = Pages(workers, sources.base, sources.questions, sources.graph)
    routes = [
        Route("/", pages.graph),
        Route("/sparql", endpoint.respond, methods=METHODS),
        Route("/.well-known/void", endpoint.describe),
        Route("/query", pages.query),
        Route("/articles", pages.articles),
        Route("/article/{name:path}", pages.article),
        Route("/id/{rest:path}", Names(pages, endpoint).respond),
        Route("/static/{name}", asset),
    ]
    app: ASGIApp = Starlette(routes=routes, exception_handlers={KgError: tell_error, HTTPException: tell_refusal})
    if access.origins:
        app = CORSMiddleware(app, allow_origins=access.origins, allow_methods=["GET", "POST"], allow_headers=["*"])
    return Shield(app, tuple(access.hosts))
