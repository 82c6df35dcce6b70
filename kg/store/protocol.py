"""The protocols of a quad store, its writer and its read-only view; backends are in other modules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from kg.config import DEFAULT_BASE
from kg.rdf.quads import Node, Quad

__all__ = ["Answer", "Dataset", "TripleStore", "View", "Writer"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query.

    Attributes:
        columns: the variables in query order; `subject`, `predicate`, `object` for triples; `answer` for yes or no.
        rows: one node for each column, `None` where a variable is unbound; a blank node begins with `_:`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Node | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The dataset that overrides the one in a query: graphs merged into the default graph, and named graphs.

    https://www.w3.org/TR/sparql11-protocol/#dataset
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Writer(Protocol):
    """Collects changes to a store; all are applied when its context is left without an error."""

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads; adding an existing one changes nothing."""

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads; a missing one is not an error. A quad that one writer both removes and adds is kept."""


class View(Protocol):
    """A read-only view of a store, for queries."""

    def ask(self, question: str, bindings: Mapping[str, Node]) -> Answer:
        """Return the answer to a SPARQL query with the variables in `bindings` bound to these values."""

    def write(self, question: str, bindings: Mapping[str, Node], form: str) -> str:
        """Return the answer in a standard format: `csv`, `tsv`, `json`, `xml`, or `turtle` for triples."""

    def serialize(self, question: str, forms: Sequence[str], *, dataset: Dataset | None = None) -> tuple[str, bytes]:
        """Return the first of `forms` that fits the kind of answer, and the answer in that format.

        Rows and yes or no can be `csv`, `tsv`, `json` or `xml`; triples `ttl`, `nt`, `jsonld` or `rdf`.
        """

    def quads(self) -> Iterator[Quad]:
        """Return the quads of the named graphs and of the default graph, in no particular order."""


class TripleStore(Protocol):
    """Stores quads; has one writer at a time, and any number of views."""

    def writer(self) -> AbstractContextManager[Writer]:
        """Return a writer; its changes are atomic."""

    def find(self, graph: str, subject: str = "") -> Iterator[Quad]:
        """Return the quads of a graph, or only those of a subject, in no set order; `""` is the default graph."""

    def window(self, default: Sequence[str], *, base: str = DEFAULT_BASE) -> View:
        """Return a view of the store whose default graph is the union of these graphs.

        Relative IRIs in a query are resolved against `base`.

        Graphs internal to the store (`graph_layout.is_own`) are not visible as named graphs.
        """
