"""The store of quads: a protocol with a writer and a read-only view; its backends have files of their own."""

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
    """What a question gave.

    Attributes:
        columns: the variables as asked; for triples `subject`, `predicate`, `object`; for yes or no, `answer`.
        rows: one node for each column, `None` where a variable is unbound; a blank node begins with `_:`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Node | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query sees in place of those it names: merged as the default graph, and as named graphs.

    https://www.w3.org/TR/sparql11-protocol/#dataset
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Writer(Protocol):
    """Changes a store; its changes are there, all of them, when its context is left without an error."""

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads; one that is there already stays once."""

    def remove(self, quads: Iterable[Quad]) -> None:
        """Take quads away; one that is not there is no error. What one writer both removes and adds is there."""


class View(Protocol):
    """A store as a question sees it: nothing in it can change."""

    def ask(self, question: str, bindings: Mapping[str, Node]) -> Answer:
        """Return the answer to a SPARQL query whose variables in `bindings` have those values."""

    def write(self, question: str, bindings: Mapping[str, Node], form: str) -> str:
        """Return the answer in a standard format: `csv`, `tsv`, `json`, `xml`, or `turtle` for triples."""

    def serialize(self, question: str, forms: Sequence[str], *, dataset: Dataset | None = None) -> tuple[str, bytes]:
        """Return the first of `forms` that fits the kind of answer, and the answer written in it.

        Rows and yes or no are `csv`, `tsv`, `json` or `xml`, triples are `ttl`, `nt`, `jsonld` or `rdf`.
        """

    def quads(self) -> Iterator[Quad]:
        """Return the quads of the named graphs and of the default graph, in no set order."""


class TripleStore(Protocol):
    """Keeps quads; has one writer at a time, and any number of views."""

    def writer(self) -> AbstractContextManager[Writer]:
        """Return a writer; all that it changes is changed together or not at all."""

    def find(self, graph: str, subject: str = "") -> Iterator[Quad]:
        """Return the quads of one graph, or those of a subject in it, in no set order; `""` is the default graph."""

    def window(self, default: Sequence[str], *, base: str = DEFAULT_BASE) -> View:
        """Return the store as it is; the default graph of a question is the union of these graphs.

        A relative IRI in a question is one below `base`.

        Graphs that are the store's own (`shelving.is_own`) are no named graphs of a question.
        """
