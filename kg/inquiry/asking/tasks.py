"""The tasks of the server's workers: each takes the graph and a request, and returns a head and a body."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import QueryError, UsageError
from kg.inquiry.article_view import list_articles, read_article
from kg.inquiry.asking.guard import check_question
from kg.inquiry.asking.query import Request
from kg.inquiry.asking.sandbox import shut_doors
from kg.inquiry.asking.service_description import describe_service
from kg.inquiry.explain import account_of
from kg.inquiry.lookup import Target
from kg.locations import is_remote
from kg.model import Modality
from kg.ontology import read_modality_styles
from kg.ontology.schema import ModalityStyle
from kg.rdf.serializing import write_rdf
from kg.resolve.iris import check_iri
from kg.store.opening import graph_mark, hold_graph
from kg.store.protocol import Dataset, View

__all__ = ["TASKS", "Held"]

# A checked IRI cannot close the angle brackets it is put in.
KNOWN = "SELECT ?class {{ <{0}> a ?class }} LIMIT 1"
ARTICLE = "SELECT ?article {{ <{0}> a kg:Statement ; prov:wasDerivedFrom ?article }} LIMIT 1"
ABOUT = "CONSTRUCT {{ <{0}> ?p ?o . ?s ?q <{0}> }} {{ {{ <{0}> ?p ?o }} UNION {{ ?s ?q <{0}> }} }}"

_SHOWN = 200
"""How many characters of an unknown IRI are shown in an error."""

Task = Callable[["Held", Mapping[str, Any]], tuple[Mapping[str, Any], bytes]]


@dataclass(frozen=True, slots=True)
class Held:
    """An open graph, and its origin.

    Attributes:
        graph: a folder of results or of a store.
        styles: the modalities, which determine the graphs left out of the default graph.
        base: the IRI under which entities are named.
        view: the graph as queries see it.
        release: to be called when the view is no longer used.
        mark: a value that differs when the graph has changed.
    """

    graph: Path
    styles: Mapping[Modality, ModalityStyle]
    base: str
    view: View
    release: Callable[[], None]
    mark: tuple[object, ...]

    @classmethod
    def read(cls, graph: Path, ontology: Path, base: str) -> Held:
        """Open the graph.

        Raises:
            OutputError: there is no graph, or a broken one.
        """
        known = read_modality_styles(ontology)
        mark = _mark(graph)
        return cls(graph, known, base, *_hold(graph, known, base), mark)

    def refreshed(self) -> Held:
        """Return the same graph, or the current one if it has changed.

        Raises:
            OutputError: it is gone or broken.
        """
        mark = _mark(self.graph)
        if mark == self.mark:
            return self
        view, release = _hold(self.graph, self.styles, self.base)
        self.release()
        return replace(self, view=view, release=release, mark=mark)

    def as_seen(self) -> Held:
        """Return the same graph with the current mark, so that it is not read again until the next change."""
        return replace(self, mark=_mark(self.graph))


def _hold(graph: Path, styles: Mapping[Modality, ModalityStyle], base: str) -> tuple[View, Callable[[], None]]:
    seen = Request.of(graph, "", styles=styles)
    return hold_graph(graph, hidden=seen.hidden, shown=seen.shown, base=base)


def _mark(graph: Path) -> tuple[object, ...]:
    # A view of a server is live, and need not be opened again.
    return () if is_remote(graph) else graph_mark(graph)


def _query(held: Held, asked: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the answer to `question` in the first of `forms` that fits; `dataset` may name graphs."""
    shut_doors(held.graph)
    check_question(asked["question"])
    named = asked.get("dataset")
    dataset = Dataset(tuple(named["default"]), tuple(named["named"])) if named else None
    form, written = held.view.serialize(asked["question"], asked["forms"], dataset=dataset)
    return {"form": form}, written


def _describe(held: Held, asked: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the description of the service at `address`, in the first of `forms`."""
    form = asked["forms"][0]
    return {"form": form}, write_rdf(describe_service(held.view, asked["address"]), form, held.base).encode()


def _list(held: Held, _: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the articles of the graph."""
    return {}, _dumped([asdict(entry) for entry in list_articles(held.view)])


def _read(held: Held, asked: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the article with this `iri`, its text and its statements."""
    iri = asked["iri"]
    try:
        account = read_article(held.view, iri, place=held.graph, base=held.base)
    except QueryError as error:  # an invalid IRI is unknown
        raise UsageError("no such article", where=iri[:_SHOWN], advice="choose one of the list") from error
    return {}, _dumped(asdict(account))


def _account(held: Held, asked: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the account of the statement or entity with this `iri`; for a statement, its article too."""
    shut_doors(held.graph)
    iri = _known(held.view, asked["iri"])
    articles = held.view.ask(ARTICLE.format(iri), {}).rows
    account = account_of(held.view, Target(iri, is_statement=bool(articles)))
    head = {"kind": "statement", "article": articles[0][0]} if articles else {"kind": "entity"}
    return head, _dumped(asdict(account))


def _about(held: Held, asked: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the triples about the entity with this `iri`, in the first of `forms`."""
    shut_doors(held.graph)
    iri = _known(held.view, asked["iri"])
    form, written = held.view.serialize(ABOUT.format(iri), asked["forms"])
    return {"form": form}, written


def _known(view: View, iri: str) -> str:
    try:
        is_known = bool(view.ask(KNOWN.format(check_iri(iri)), {}).rows)
    except QueryError:  # an invalid IRI is unknown
        is_known = False
    if not is_known:
        raise UsageError("the graph tells nothing of this", where=iri[:_SHOWN], advice="search the graph for it")
    return iri


def _dumped(value: object) -> bytes:
    return json.dumps(value).encode()


TASKS: Mapping[str, Task] = MappingProxyType(
    {
        "query": _query,
        "describe": _describe,
        "list": _list,
        "read": _read,
        "account": _account,
        "about": _about,
    }
)
