"""What a worker of the server may be asked: each task takes the graph and a request, and gives a head and a body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.graph.opening import graph_file, hold_graph
from kg.graph.serializing import write_rdf
from kg.graph.triplestore import Dataset, View
from kg.inquiry.description import describe_service
from kg.inquiry.guard import check_question
from kg.inquiry.query import Request
from kg.inquiry.worker import shut_doors
from kg.ontology import read_ontology
from kg.ontology.schema import Ontology

__all__ = ["TASKS", "Held"]

Task = Callable[["Held", Mapping[str, Any]], tuple[Mapping[str, Any], bytes]]


@dataclass(frozen=True, slots=True)
class Held:
    """A graph at hand, and where it was read from.

    Attributes:
        graph: a folder of results or of a store.
        ontology: what says which graphs the default graph leaves out.
        base: the IRI under which things are named.
        view: the graph as a question sees it.
        release: is called when nobody looks at the view any more.
        mark: what the system said of the file when it was read: its number, size and time.
    """

    graph: Path
    ontology: Ontology
    base: str
    view: View
    release: Callable[[], None]
    mark: tuple[int, ...]

    @classmethod
    def read(cls, graph: Path, ontology: Path, base: str) -> Held:
        """Return what the file holds.

        Raises:
            OutputError: there is no graph, or a broken one.
        """
        known = read_ontology(ontology)
        mark = _mark(graph)
        return cls(graph, known, base, *_hold(graph, known), mark)

    def refreshed(self) -> Held:
        """Return the same, or what the file holds now if it has changed.

        Raises:
            OutputError: it is gone or broken.
        """
        mark = _mark(self.graph)
        if mark == self.mark:
            return self
        view, release = _hold(self.graph, self.ontology)
        self.release()
        return replace(self, view=view, release=release, mark=mark)

    def as_seen(self) -> Held:
        """Return the same, as if read from the file as it is now: it is not read again until it changes."""
        return replace(self, mark=_mark(self.graph))


def _hold(graph: Path, ontology: Ontology) -> tuple[View, Callable[[], None]]:
    seen = Request.of(graph, "", ontology=ontology)
    return hold_graph(graph, hidden=seen.hidden, shown=seen.shown)


def _mark(graph: Path) -> tuple[int, ...]:
    try:
        told = graph_file(graph).stat()
    except OSError:
        return ()
    return told.st_ino, told.st_size, told.st_mtime_ns


def _query(held: Held, asked: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the answer to `question` in the first fitting one of `forms`; `dataset` may name graphs."""
    shut_doors()
    check_question(asked["question"])
    named = asked.get("dataset")
    dataset = Dataset(tuple(named["default"]), tuple(named["named"])) if named else None
    form, written = held.view.serialize(asked["question"], asked["forms"], dataset=dataset)
    return {"form": form}, written


def _describe(held: Held, asked: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return the description of the service at `address`, in the first of `forms`."""
    form = asked["forms"][0]
    return {"form": form}, write_rdf(describe_service(held.view, asked["address"]), form, held.base).encode()


TASKS: Mapping[str, Task] = MappingProxyType({"query": _query, "describe": _describe})
