"""A store on another server, accessed by the SPARQL 1.1 Protocol and the Graph Store Protocol.

A change is one update request, which a server applies atomically. Locking is optimistic: the store holds a revision,
and a change is applied only if the revision is still the one its writer first saw.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pyoxigraph as ox

from kg.config import DEFAULT_BASE
from kg.errors import OutputError, QueryError
from kg.rdf.namespaces import KG
from kg.rdf.quads import Literal, Node, Quad
from kg.rdf.terms import to_data, to_node, to_oxigraph, to_quad, to_terms
from kg.resolve.iris import digest
from kg.store.graph_layout import REVISION, is_own
from kg.store.oxigraph_view import QueryResults, ResultsView
from kg.store.protocol import Dataset, View, Writer
from kg.store.query_forms import asks_graphs, form_of, names_graphs, with_prologue, with_values, wrong_sparql
from kg.store.sparql_service import Endpoint

__all__ = ["RemoteStore"]

_TRIPLES, _ROWS = "application/n-triples", "application/sparql-results+json"
_NOTHING = KG + "nothing"
"""A named graph that no store has."""
_ASK_REVISION = f"SELECT ?revision {{ GRAPH <{REVISION}> {{ ?s ?p ?revision }} }}"
_GRAPHS = "SELECT ?g { GRAPH ?g {} }"
_QUADS = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
_QUADS_OF = "SELECT ?s ?p ?o ?g {{ {{ ?s ?p ?o }} UNION {{ VALUES ?g {{ {0} }} GRAPH ?g {{ ?s ?p ?o }} }} }}"


class RemoteStore:
    """A store on a server, whose default graph must not be the union of its named graphs."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._revision: str | None = None

    @classmethod
    def at(cls, address: str) -> RemoteStore:
        """Return the store of a server, without contacting it; see `Endpoint.at`.

        Raises:
            OutputError: the address is not that of a server.
        """
        return cls(Endpoint.at(address))

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Return a writer whose changes are one request.

        Raises:
            OutputError: the server refuses it or does not answer, another process has changed the store since this one
                first read its revision, or a quad has a blank node.
        """
        writer = _RemoteWriter()
        yield writer
        if writer.is_idle():
            return
        before = self._known()
        after = digest(before, *map(repr, writer.changes()))
        self._endpoint.change(writer.update(before, after))
        if self._read_revision() != after:
            raise OutputError(
                "another process has changed the store meanwhile", where=self._endpoint.address, advice="run again"
            )
        self._revision = after

    def find(self, graph: str, subject: str = "") -> Iterator[Quad]:
        """Return the quads of one graph, or only those of a subject, in no particular order.

        Raises:
            OutputError: the server does not answer, or not in RDF.
        """
        self._known()
        if subject:
            return self._find_subject(graph, subject)
        written = self._endpoint.graph(graph, _TRIPLES)
        return (replace(quad, graph=graph) for quad in map(to_quad, _parsed(written, self._endpoint.address)))

    def _find_subject(self, graph: str, subject: str) -> Iterator[Quad]:
        # Both are IRIs, which `NamedNode` validates.
        triples = f"{ox.NamedNode(subject)} ?p ?o"
        pattern = f"GRAPH {ox.NamedNode(graph)} {{ {triples} }}" if graph else triples
        written = self._endpoint.ask([("query", f"CONSTRUCT {{ {triples} }} WHERE {{ {pattern} }}")], _TRIPLES)
        return (replace(quad, graph=graph) for quad in map(to_quad, _parsed(written, self._endpoint.address)))

    def window(self, default: Sequence[str], *, base: str = DEFAULT_BASE) -> View:
        """Return a live view of the store; its default graph is the union of these graphs."""
        return _RemoteView(self._endpoint, tuple(default), base)

    def _known(self) -> str:
        """Return the revision seen at the first call."""
        if self._revision is None:
            self._revision = self._read_revision()
        return self._revision

    def _read_revision(self) -> str:
        rows = self.window(()).ask(_ASK_REVISION, {}).rows
        return next((node.text for row in rows for node in row if isinstance(node, Literal)), "")


class _RemoteWriter:
    """Collects changes until they are sent."""

    def __init__(self) -> None:
        self._added: dict[Quad, None] = {}
        self._removed: dict[Quad, None] = {}

    def add(self, quads: Iterable[Quad]) -> None:
        self._added.update(dict.fromkeys(map(_checked, quads)))

    def remove(self, quads: Iterable[Quad]) -> None:
        self._removed.update(dict.fromkeys(map(_checked, quads)))

    def is_idle(self) -> bool:
        """Return whether there are no changes."""
        return not self._added and not self._removed

    def changes(self) -> Iterator[tuple[str, Quad]]:
        """Return additions, then removals of quads that are not also added."""
        yield from (("+", quad) for quad in self._added)
        yield from (("-", quad) for quad in self._removed if quad not in self._added)

    def update(self, before: str, after: str) -> str:
        """Return an update that applies the changes and sets the revision to `after`, only if it is `before`."""
        gone, added = ([quad for sign, quad in self.changes() if sign == wanted] for wanted in "-+")
        mark = _revision_quad(before)
        held = to_data([to_oxigraph(mark)]) if before else f"FILTER NOT EXISTS {{ GRAPH <{REVISION}> {{ ?s ?p ?o }} }}"
        removal = to_data(map(to_oxigraph, [*gone, mark]))
        addition = to_data(map(to_oxigraph, [*added, _revision_quad(after)]))
        return f"DELETE {{\n{removal}\n}} INSERT {{\n{addition}\n}} WHERE {{ {held} }}"


class _RemoteView(ResultsView):
    """Sends queries to the server; writes its answers as the view of a local store does."""

    def __init__(self, endpoint: Endpoint, default: tuple[str, ...], base: str) -> None:
        self._endpoint, self._graphs, self._base = endpoint, default, base

    def quads(self) -> Iterator[Quad]:
        """Return every quad, except those of graphs internal to the store, from a single query.

        Raises:
            OutputError: the server does not answer.
        """
        seen = " ".join(str(ox.NamedNode(graph)) for graph in self._named_graphs())
        for row in self._rows(_QUADS_OF.format(seen) if self._graphs else _QUADS):
            subject, predicate, obj, graph = map(to_node, row)
            yield Quad(str(subject), str(predicate), obj or "", str(graph or ""))

    def _named_graphs(self) -> list[str]:
        found = (to_node(row[0]) for row in self._rows(_GRAPHS)) if self._graphs else ()
        return [graph for graph in found if isinstance(graph, str) and not is_own(graph)]

    def _rows(self, question: str) -> Iterator[ox.QuerySolution]:
        answered = self._answer([("query", question)], "SELECT")
        return iter(answered) if isinstance(answered, ox.QuerySolutions) else iter(())

    def _run(self, question: str, bindings: Mapping[str, Node], dataset: Dataset | None = None) -> QueryResults:
        asked = question
        if bindings:
            asked = with_values(question, {name: str(term) for name, term in to_terms(bindings).items()})
        fields = [("query", with_prologue(asked, self._base)), *self._dataset(question, dataset)]
        try:
            return self._answer(fields, form_of(question))
        except QueryError as error:
            raise QueryError(wrong_sparql(asked, _one_line_up(error.what)), advice="mend the query") from error

    def _dataset(self, question: str, asked: Dataset | None) -> list[tuple[str, str]]:
        """Return the form fields for the dataset of a query; graphs internal to the store are never named graphs.

        https://www.w3.org/TR/sparql11-protocol/#dataset
        """
        if asked is None and names_graphs(question):
            return []
        if asked is None:
            default, named = self._graphs, self._named_graphs() if asks_graphs(question) else []
        else:
            default = tuple(graph for graph in asked.default if not is_own(graph))
            named = [graph for graph in asked.named if not is_own(graph)]
            # Without a field, a server shows everything it has.
            default = default if default or named else (_NOTHING,)
        fields = [("default-graph-uri", graph) for graph in default]
        return fields + [("named-graph-uri", graph) for graph in named]

    def _answer(self, fields: Sequence[tuple[str, str]], form: str) -> QueryResults:
        is_graph = form in {"CONSTRUCT", "DESCRIBE"}
        written = self._endpoint.ask(fields, _TRIPLES if is_graph else _ROWS)
        if is_graph:
            return _as_answer(_parsed(written, self._endpoint.address))
        answered = _results(written, self._endpoint.address)
        if isinstance(answered, ox.QueryBoolean) != (form == "ASK"):
            raise _not_sparql(self._endpoint.address)
        return answered


def _revision_quad(revision: str) -> Quad:
    return Quad(REVISION, REVISION, Literal(revision), REVISION)


def _one_line_up(complaint: str) -> str:
    """Return a parser's message with line numbers that do not count the line of prefixes."""
    return re.sub(r"^error at (\d+)", lambda found: f"error at {int(found[1]) - 1}", complaint)


def _results(written: bytes, address: str) -> ox.QuerySolutions | ox.QueryBoolean:
    """Return rows, or yes or no; rows are read through first, since an invalid one is found only when reached."""
    try:
        answered = ox.parse_query_results(written, format=ox.QueryResultsFormat.JSON)
        if isinstance(answered, ox.QueryBoolean):
            return answered
        for _ in answered:
            pass
        return ox.parse_query_results(written, format=ox.QueryResultsFormat.JSON)
    except (SyntaxError, ValueError, MemoryError) as error:
        raise _not_sparql(address) from error


def _parsed(written: bytes, address: str) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(written, format=ox.RdfFormat.N_TRIPLES)
    except (SyntaxError, ValueError, MemoryError) as error:  # the last for a text of more than 16 MiB
        raise _not_sparql(address) from error


def _not_sparql(address: str) -> OutputError:
    return OutputError("does not answer as a SPARQL server does", where=address, advice="check the address")


def _as_answer(triples: Iterable[ox.Quad]) -> ox.QueryTriples:
    """Return triples as the result of a query, the only way to create such a value."""
    store = ox.Store()
    store.extend(triples)
    answered = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(answered, ox.QueryTriples)  # noqa: S101 - a CONSTRUCT returns nothing else
    return answered


def _checked(quad: Quad) -> Quad:
    """Return the quad unchanged.

    Raises:
        OutputError: it has a blank node, which another server would rename.
    """
    if any(isinstance(node, str) and node.startswith("_:") for node in (quad.subject, quad.object)):
        raise OutputError("a blank node cannot be kept on another server", advice="give the entity an IRI")
    return quad
