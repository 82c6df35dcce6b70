"""Opens a graph: of a folder of results, or of a store in a folder or on another server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kg.config import DEFAULT_BASE
from kg.locations import address_of, is_remote
from kg.store.folder_store import StoreFolder
from kg.store.graph_layout import REVISION, default_graphs
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import TripleStore, View

__all__ = [
    "GRAPH",
    "graph_mark",
    "hold_graph",
    "is_store",
    "open_graph",
    "open_store",
    "open_to_write",
]

GRAPH = "graph.trig"
"""The graph's file in a folder of results."""


@contextmanager
def open_graph(
    place: Path, *, hidden: Iterable[str] = (), shown: Iterable[str] = (), base: str = DEFAULT_BASE
) -> Iterator[View]:
    """Open the graph of a folder of results, of a TriG file, or of a store.

    The default graph of a query holds everything that is not an edge, and the edges of the modalities `shown`; for a
    file, those of all modalities that are not `hidden`. Relative IRIs in a query are resolved against `base`.

    Raises:
        OutputError: there is no graph, or it cannot be read.
    """
    if is_store(place):
        with open_store(place) as store:
            yield store.window(default_graphs(shown), base=base)
    else:
        yield OxigraphStore.from_file(_graph_file(place)).view(hidden, shown, base=base)


def hold_graph(
    place: Path, *, hidden: Iterable[str] = (), shown: Iterable[str] = (), base: str = DEFAULT_BASE
) -> tuple[View, Callable[[], None]]:
    """Return a graph as `open_graph` does, and the function that closes it.

    Raises:
        OutputError: there is no graph, or it cannot be read.
    """
    stack = ExitStack()
    view = stack.enter_context(open_graph(place, hidden=hidden, shown=shown, base=base))
    return view, stack.close


def graph_mark(place: Path) -> tuple[object, ...]:
    """Return a value that differs whenever the graph in `place` has changed; empty when there is no graph.

    For a file it is inode, size and modification time; a server is asked for its revision.

    Raises:
        OutputError: the server does not answer.
    """
    if is_remote(place):
        with open_store(place) as store:
            return tuple(sorted(map(repr, store.find(REVISION))))
    try:
        if is_store(place):
            return StoreFolder(place).mark()
        status = _graph_file(place).stat()
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


def _graph_file(place: Path) -> Path:
    return place if place.suffix == ".trig" and not place.is_dir() else place / GRAPH


def is_store(place: Path) -> bool:
    """Return whether a location is that of a store: a server, or a folder with a store."""
    return is_remote(place) or StoreFolder(place).exists()


@contextmanager
def open_store(place: Path) -> Iterator[TripleStore]:
    """Open a store for reading: in a folder, a snapshot after the last finished change; on a server, its live state.

    Raises:
        OutputError: there is no store, or it cannot be read.
    """
    if is_remote(place):
        yield _server(place)
        return
    with StoreFolder(place).open_to_read() as store:
        yield store


@contextmanager
def open_to_write(place: Path, who: str) -> Iterator[TripleStore]:
    """Open the store at a location for writing by `who`; a missing folder is created.

    Raises:
        OutputError: another process, which is named, is writing the folder; or it cannot be written.
    """
    if is_remote(place):
        yield _server(place)
        return
    with StoreFolder(place).open_to_write(who) as store:
        yield store


def _server(place: Path) -> TripleStore:
    from kg.store.remote_store import RemoteStore  # noqa: PLC0415 - HTTP is slow to import, and few stores need it

    return RemoteStore.at(address_of(place))
