"""Dereferences the IRIs of the graph: a page for a browser, RDF for a program."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.errors import OutputError
from kg.present.serve.http.http_errors import RequestError
from kg.present.serve.http.negotiation import choose
from kg.present.serve.pages.views import Pages
from kg.present.serve.sparql.endpoint import Endpoint
from kg.present.serve.sparql.formats import GRAPH_TYPES
from kg.resolve.iris import check_iri

__all__ = ["Names"]

_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Names:
    """Serves `/id/`: the entities with such IRIs, whatever the base IRI of the graph.

    If the base IRI is that of this server, the IRIs of the graph are addresses here.
    """

    pages: Pages
    endpoint: Endpoint

    async def respond(self, request: Request) -> Response:
        """Return an entity as a page or as RDF, whichever the client prefers."""
        rest = request.path_params["rest"]
        try:
            iri = check_iri(f"{self.pages.base}id/{unquote(rest)}")
        except OutputError as error:
            raise RequestError("no entity can have this IRI", status=404, advice="look at the address") from error
        accept = ", ".join(request.headers.getlist("accept"))
        if choose(accept, (*GRAPH_TYPES, *_HTML)) not in _HTML:
            return await self.endpoint.tell(request, iri)
        if rest.startswith("article/"):
            return RedirectResponse(self.pages.link(iri), status_code=303, headers={"Vary": "Accept"})
        return await self.pages.entity(request, iri)
