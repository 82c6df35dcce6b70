"""The store on pyoxigraph: in memory, in a folder, or from a file.

Beside it only `terms.py`, `serializing.py` and `remote.py` know pyoxigraph, in `kg.graph`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.config import DEFAULT_BASE
from kg.errors import FormatError, OutputError, QueryError
from kg.graph.asking import names_graphs, planned, wrong_sparql
from kg.graph.quads import Literal, Node, Quad
from kg.graph.serializing import TRIPLE_FORMATS, write_rdf
from kg.graph.shelving import is_own
from kg.graph.terms import to_iri, to_node, to_oxigraph, to_quad, to_terms, to_update
from kg.graph.triplestore import Answer, Dataset, View, Writer
from kg.graph.turtle import write_turtle
from kg.graph.vocabulary import KG, PREFIXES, RDF

__all__ = ["OxigraphStore", "OxigraphView", "is_damage"]

# GRAPH with anything but a name behind it: a variable, or a comment before one.
_ASKS_GRAPHS = re.compile(r"GRAPH(?!\s*[<:\w])", re.IGNORECASE)
SOLUTION_FORMATS = ("csv", "tsv", "json", "xml")
GRAPH_FORMATS = (*TRIPLE_FORMATS, "jsonld")

Defaults = list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None
Named = list[ox.NamedNode | ox.BlankNode] | None


class OxigraphStore:
    """A store in memory or in a folder."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def in_memory(cls) -> OxigraphStore:
        """Return an empty store that ends with the process."""
        return cls(ox.Store())

    @classmethod
    def in_folder(cls, folder: Path) -> OxigraphStore:
        """Return the store kept in `folder`, a new one if there is none.

        Raises:
            OutputError: another process has it open, or the folder holds something else.
        """
        try:
            return cls(ox.Store(str(folder)))
        except OSError as error:
            locked = "lock" in str(error).lower()
            what = "is open in another process" if locked else f"cannot be opened ({error})"
            advice = "wait until it ends" if locked else "check the disk and its rights, or name another folder"
            raise OutputError(what, where=str(folder), advice=advice) from error

    @classmethod
    def read_only(cls, folder: Path) -> OxigraphStore:
        """Return the store in `folder`, which nobody changes.

        Raises:
            OutputError: the folder holds no store, or a broken one.
        """
        try:
            return cls(ox.Store.read_only(str(folder)))
        except OSError as error:
            raise OutputError(
                f"cannot be opened ({error})", where=str(folder), advice="restore a backup, or build it anew"
            ) from error

    @classmethod
    def from_file(cls, path: Path) -> OxigraphStore:
        """Return a store in memory with the quads of a TriG file.

        Raises:
            OutputError: the file is missing or its TriG is wrong.
        """
        store = ox.Store()
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise OutputError("is no file", where=str(path), advice="name the folder that `kg build` wrote")
        try:
            store.bulk_load(path=str(path), format=ox.RdfFormat.TRIG)
        except (OSError, SyntaxError, MemoryError) as error:
            if not path.exists():
                raise OutputError(
                    "no such file", where=str(path), advice="run `kg build` first, or name its folder or a store"
                ) from error
            reason = getattr(error, "strerror", None) or getattr(error, "msg", None) or error
            if isinstance(error, MemoryError):
                reason = "it has a name, text or comment of more than 16 MiB"
            raise OutputError(f"cannot be read ({reason})", where=str(path), advice="run `kg build` again") from error
        return cls(store)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Return a writer whose changes are one transaction, flushed to the disk.

        Raises:
            OutputError: the disk is full or cannot be written; the store is then as it was.
        """
        writer = _OxigraphWriter()
        yield writer
        try:
            writer.change(self._store)
            self._store.flush()
        except OSError as error:
            raise OutputError(
                f"the store cannot be written ({error})", advice="check the disk and its rights; nothing was changed"
            ) from error

    def copy_to(self, folder: Path) -> None:
        """Copy the store as it is now into a folder that is not there yet; in one file system, files are shared.

        Raises:
            OutputError: the folder cannot be written.
        """
        try:
            self._store.backup(str(folder))
        except OSError as error:
            raise OutputError(
                f"cannot be written ({error})", where=str(folder), advice="check the disk and its rights"
            ) from error

    def find(self, graph: str, subject: str = "") -> Iterator[Quad]:
        """Return the quads of one graph, or those of a subject in it, in no set order."""
        name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        wanted = ox.NamedNode(subject) if subject else None
        return map(to_quad, self._store.quads_for_pattern(wanted, None, None, name))

    def is_empty(self) -> bool:
        """Return whether the store holds nothing at all."""
        return next(iter(self._store), None) is None

    def read_through(self) -> None:
        """Return when all of the store could be read."""
        for _ in self._store:
            pass

    def window(self, default: Sequence[str], *, base: str = DEFAULT_BASE) -> View:
        """Return a view of the store itself whose default graph is the union of these graphs."""
        return OxigraphView(self._store, tuple(ox.NamedNode(graph) for graph in default), base)

    def view(self, hidden: Iterable[str] = (), shown: Iterable[str] = (), *, base: str = DEFAULT_BASE) -> View:
        """Return a view in memory: a default graph of a thousand graphs is slow unless it is one graph in truth."""
        secret = set(hidden)
        copy = ox.Store()
        copy.bulk_extend(self._store)
        copy.bulk_extend(
            ox.Quad(quad.subject, quad.predicate, quad.object)
            for quad in self._store
            if not isinstance(quad.graph_name, ox.NamedNode) or quad.graph_name.value not in secret
        )
        mark = ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Modality")
        copy.bulk_extend(ox.Quad(ox.NamedNode(iri), *mark) for iri in shown)
        return OxigraphView(copy, base=base)


class _OxigraphWriter:
    """Collects changes until its store takes them."""

    def __init__(self) -> None:
        self._added: dict[ox.Quad, None] = {}
        self._removed: dict[ox.Quad, None] = {}

    def add(self, quads: Iterable[Quad]) -> None:
        self._added.update(dict.fromkeys(map(to_oxigraph, quads)))

    def remove(self, quads: Iterable[Quad]) -> None:
        self._removed.update(dict.fromkeys(map(to_oxigraph, quads)))

    def change(self, store: ox.Store) -> None:
        """Make the changes as one transaction."""
        gone = [quad for quad in self._removed if quad not in self._added]
        if not gone:
            store.extend(self._added)
            return
        # Only an update both removes and adds in one transaction; it takes text, which the library itself writes.
        store.update(to_update(gone, self._added))


class OxigraphView:
    """A view of a store; its default graph is that of the store, or the union of some of its graphs."""

    def __init__(self, store: ox.Store, default: tuple[ox.NamedNode, ...] = (), base: str = DEFAULT_BASE) -> None:
        self._store, self._default, self._base = store, default, base

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
            QueryError: the query is wrong, or the format is not one for its kind of answer.
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
        """Return the first of `forms` that fits the kind of answer, and the answer written in it.

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

    def quads(self) -> Iterator[Quad]:
        """Return every quad, but those of the store's own graphs."""
        # Looked at before a quad is made of it: half of a store is its own.
        return (to_quad(one) for one in self._store if not self._default or not is_own(_name(one.graph_name)))

    def _named(self, question: str) -> Named:
        """Return the named graphs that a question may see; `None` for all, which is faster and where it cannot tell."""
        if not self._default or not _ASKS_GRAPHS.search(question):
            return None
        named = (graph for graph in self._store.named_graphs() if isinstance(graph, ox.NamedNode))
        return [graph for graph in named if not is_own(graph.value)]

    def _graphs_of(self, question: str, asked: Dataset | None) -> tuple[Defaults, Named]:
        """Return the default and the named graphs that a question sees; `None` leaves it to the question."""
        if asked is not None:
            return [*_seen(asked.default)], [*_seen(asked.named)]
        if names_graphs(question):
            return None, None
        return [*self._default] or None, self._named(question)

    def _run(
        self, question: str, bindings: Mapping[str, Node], dataset: Dataset | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
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
                wrong = error  # what is told is of the question as it was written
            except RuntimeError as error:
                if is_damage(error):
                    raise
                advice = "set only variables that the query selects" if values else "change the query"
                raise QueryError(str(error), advice=advice) from error
        raise QueryError(wrong_sparql(question, str(wrong)), advice="mend the query") from wrong


def _name(graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> str:
    return graph.value if isinstance(graph, ox.NamedNode) else ""


def _seen(graphs: Sequence[str]) -> list[ox.NamedNode]:
    """Return the graphs that a request names, but the store's own."""
    return [graph for graph in map(to_iri, graphs) if not is_own(graph.value)]


def is_damage(error: RuntimeError) -> bool:
    """Return whether an error of the library is about files that are not as it wrote them."""
    return str(error).startswith("Corruption:")
