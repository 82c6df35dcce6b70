"""Queries with pyoxigraph: the dataset a query sees, its answer, and the serialized answer."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.config import DEFAULT_BASE
from kg.errors import FormatError, QueryError
from kg.rdf.namespaces import PREFIXES
from kg.rdf.quads import Literal, Node, Quad
from kg.rdf.serializing import TRIPLE_FORMATS, write_rdf
from kg.rdf.terms import to_iri, to_node, to_quad, to_terms
from kg.rdf.turtle_writer import write_turtle
from kg.store.graph_layout import is_own
from kg.store.protocol import Answer, Dataset
from kg.store.query_forms import names_graphs, planned, wrong_sparql

__all__ = ["OxigraphView", "QueryResults", "ResultsView", "is_damage"]

# GRAPH followed by anything but a name: a variable, or a comment before one.
_ASKS_GRAPHS = re.compile(r"GRAPH(?!\s*[<:\w])", re.IGNORECASE)
SOLUTION_FORMATS = ("csv", "tsv", "json", "xml")
GRAPH_FORMATS = (*TRIPLE_FORMATS, "jsonld")

Defaults = list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None
Named = list[ox.NamedNode | ox.BlankNode] | None
QueryResults = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class ResultsView(ABC):
    """Answers queries with results of pyoxigraph, from its own store or from another server."""

    def ask(self, question: str, bindings: Mapping[str, Node]) -> Answer:
        """Return the answer to a query.

        Raises:
            QueryError: the query is wrong, or lacks a variable of `bindings`.
        """
        results = self._run(question, bindings)
        if isinstance(results, ox.QueryBoolean):
            return Answer(("answer",), ((Literal("yes" if results else "no"),),))
        if isinstance(results, ox.QueryTriples):
            triples = sorted(((to_node(t.subject), to_node(t.predicate), to_node(t.object)) for t in results), key=str)
            return Answer(("subject", "predicate", "object"), tuple(triples))
        columns = tuple(variable.value for variable in results.variables)
        return Answer(columns, tuple(tuple(map(to_node, solution)) for solution in results))

    def write(self, question: str, bindings: Mapping[str, Node], form: str) -> str:
        """Return the answer in a standard format.

        Raises:
            QueryError: the query is wrong, or the format does not fit its kind of answer.
        """
        results = self._run(question, bindings)
        if isinstance(results, ox.QueryTriples):
            if form != "turtle":
                raise QueryError("triples cannot be written as " + form, advice="use --format turtle or table")
            return write_turtle(to_quad(ox.Quad(t.subject, t.predicate, t.object)) for t in results)
        if form not in SOLUTION_FORMATS:
            raise QueryError(
                f"rows cannot be written as {form}", advice="use CONSTRUCT for triples, or another --format"
            )
        written = results.serialize(format=getattr(ox.QueryResultsFormat, form.upper()))
        return (written or b"").decode()

    def serialize(self, question: str, forms: Sequence[str], *, dataset: Dataset | None = None) -> tuple[str, bytes]:
        """Return the first of `forms` that fits the kind of answer, and the answer in that format.

        Raises:
            FormatError: none of them fits.
            QueryError: the query is wrong.
        """
        results = self._run(question, {}, dataset)
        is_graph = isinstance(results, ox.QueryTriples)
        form = next((one for one in forms if one in (GRAPH_FORMATS if is_graph else SOLUTION_FORMATS)), "")
        if not form:
            what = "triples (CONSTRUCT, DESCRIBE)" if is_graph else "rows or yes and no (SELECT, ASK)"
            raise FormatError(f"the answer is {what}, which no format asked for can hold", advice="ask for another one")
        if isinstance(results, ox.QueryTriples):
            quads = [to_quad(ox.Quad(t.subject, t.predicate, t.object)) for t in results]
            return form, write_rdf(quads, form).encode()
        return form, results.serialize(format=getattr(ox.QueryResultsFormat, form.upper())) or b""

    @abstractmethod
    def _run(self, question: str, bindings: Mapping[str, Node], dataset: Dataset | None = None) -> QueryResults:
        """Return the results of a query."""


class OxigraphView(ResultsView):
    """A view of a store; its default graph is that of the store, or the union of some of its graphs."""

    def __init__(self, store: ox.Store, default: tuple[ox.NamedNode, ...] = (), base: str = DEFAULT_BASE) -> None:
        self._store, self._default, self._base = store, default, base

    def quads(self) -> Iterator[Quad]:
        """Return every quad, except those of graphs internal to the store."""
        # Checked before converting the quad: half of a store is internal.
        return (to_quad(one) for one in self._store if not self._default or not is_own(_name(one.graph_name)))

    def _named(self, question: str) -> Named:
        """Return the named graphs a query may see; `None` for all, which is faster where the query cannot notice."""
        if not self._default or not _ASKS_GRAPHS.search(question):
            return None
        named = (graph for graph in self._store.named_graphs() if isinstance(graph, ox.NamedNode))
        return [graph for graph in named if not is_own(graph.value)]

    def _graphs_of(self, question: str, asked: Dataset | None) -> tuple[Defaults, Named]:
        """Return the default and the named graphs that a query sees; `None` leaves the choice to the query."""
        if asked is not None:
            return [*_seen(asked.default)], [*_seen(asked.named)]
        if names_graphs(question):
            return None, None
        return [*self._default] or None, self._named(question)

    def _run(self, question: str, bindings: Mapping[str, Node], dataset: Dataset | None = None) -> QueryResults:
        values, graphs = to_terms(bindings), self._graphs_of(question, dataset)
        for asked in (planned(question, values), question):
            try:
                return self._store.query(
                    asked,
                    base_iri=self._base,
                    prefixes=dict(PREFIXES),
                    substitutions={ox.Variable(name): term for name, term in values.items()},
                    default_graph=graphs[0],
                    named_graphs=graphs[1],
                )
            except SyntaxError as error:
                wrong = error  # errors are reported for the query as written
            except RuntimeError as error:
                if is_damage(error):
                    raise
                advice = "set only variables that the query selects" if values else "change the query"
                raise QueryError(str(error), advice=advice) from error
        raise QueryError(wrong_sparql(question, str(wrong)), advice="mend the query") from wrong


def _name(graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> str:
    return graph.value if isinstance(graph, ox.NamedNode) else ""


def _seen(graphs: Sequence[str]) -> list[ox.NamedNode]:
    """Return the graphs that a request names, except those internal to the store."""
    return [graph for graph in map(to_iri, graphs) if not is_own(graph.value)]


def is_damage(error: RuntimeError) -> bool:
    """Return whether an error of the library reports corrupted files."""
    return str(error).startswith("Corruption:")
