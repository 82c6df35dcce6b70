"""Opening a graph to be read: that of a folder of results, or that of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kg.graph.extractions import read_extraction
from kg.graph.keeping import read_records
from kg.graph.oxigraph import OxigraphStore
from kg.graph.shelving import default_graphs
from kg.graph.storefolder import StoreFolder
from kg.graph.triplestore import View
from kg.model import Article

__all__ = ["GRAPH", "graph_file", "hold_graph", "is_store", "kept_article", "kept_articles", "open_graph"]

GRAPH = "graph.trig"
"""The file of a folder of results that holds its graph."""


@contextmanager
def open_graph(place: Path, *, hidden: Iterable[str] = (), shown: Iterable[str] = ()) -> Iterator[View]:
    """Return the graph of a folder of results, of a TriG file, or of the folder of a store.

    The default graph of a question holds all that is no edge, and the edges of the modalities `shown`. Of a file, it
    holds those of all modalities that are not `hidden`.

    Raises:
        OutputError: there is no graph, or it cannot be read.
    """
    if is_store(place):
        with StoreFolder(place).open_to_read() as store:
            yield store.window(default_graphs(shown))
    else:
        yield OxigraphStore.from_file(graph_file(place)).view(hidden, shown)


def hold_graph(
    place: Path, *, hidden: Iterable[str] = (), shown: Iterable[str] = ()
) -> tuple[View, Callable[[], None]]:
    """Return a graph as `open_graph` does, and what is to be called when nobody looks at it any more.

    Raises:
        OutputError: there is no graph, or it cannot be read.
    """
    stack = ExitStack()
    view = stack.enter_context(open_graph(place, hidden=hidden, shown=shown))
    return view, stack.close


def graph_file(place: Path) -> Path:
    """Return the file or folder that changes whenever the graph in `place` does."""
    if is_store(place):
        return StoreFolder(place).views
    return place if place.suffix == ".trig" and not place.is_dir() else place / GRAPH


def is_store(place: Path) -> bool:
    """Return whether a folder is that of a store."""
    return StoreFolder(place).exists()


def kept_articles(place: Path) -> dict[str, Article]:
    """Return the articles that a store keeps, with their texts, by document.

    Raises:
        OutputError: there is no store, or it cannot be read.
    """
    with StoreFolder(place).open_to_read() as store:
        found = [read_extraction(kept.extraction).article for kept in read_records(store)]
    return {article.document: article for article in found}


def kept_article(place: Path, document: str) -> Article | None:
    """Return one article that a store keeps, with its text; nothing when there is none.

    Raises:
        OutputError: there is no store, or it cannot be read.
    """
    with StoreFolder(place).open_to_read() as store:
        found = next((kept for kept in read_records(store) if kept.document == document), None)
    return None if found is None else read_extraction(found.extraction).article
