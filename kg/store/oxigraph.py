"""A store backed by pyoxigraph: in memory, in a folder, or from a file.

pyoxigraph may be imported in this package, `kg.store`, and where RDF is parsed or serialized with it:
`kg/rdf/terms.py`, `kg/rdf/serializing.py` and `kg/ontology/turtle_reader.py`. A test enforces this
(`tests/watchdogs/test_imports.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.config import DEFAULT_BASE
from kg.errors import OutputError
from kg.rdf.namespaces import KG, RDF
from kg.rdf.quads import Quad
from kg.rdf.terms import to_oxigraph, to_quad, to_update
from kg.store.oxigraph_view import OxigraphView
from kg.store.protocol import View, Writer

__all__ = ["OxigraphStore"]


class OxigraphStore:
    """A store in memory or in a folder."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def in_memory(cls) -> OxigraphStore:
        """Return an empty store that lives in memory."""
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
        """Return the store in `folder`, read-only.

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
        if path.exists() and not path.is_file():  # reading a pipe would block
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
            OutputError: the disk is full or cannot be written; the store is then unchanged.
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
        """Copy a snapshot of the store into a folder that does not exist yet; on one file system, files are shared.

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
        """Return the quads of one graph, or only those of a subject, in no particular order."""
        name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        wanted = ox.NamedNode(subject) if subject else None
        return map(to_quad, self._store.quads_for_pattern(wanted, None, None, name))

    def is_empty(self) -> bool:
        """Return whether the store holds no quads."""
        return next(iter(self._store), None) is None

    def read_through(self) -> None:
        """Read the whole store, to find damage."""
        for _ in self._store:
            pass

    def window(self, default: Sequence[str], *, base: str = DEFAULT_BASE) -> View:
        """Return a view of the store itself whose default graph is the union of these graphs."""
        return OxigraphView(self._store, tuple(ox.NamedNode(graph) for graph in default), base)

    def view(self, hidden: Iterable[str] = (), shown: Iterable[str] = (), *, base: str = DEFAULT_BASE) -> View:
        """Return a view in memory with a merged default graph: a union of a thousand graphs would be slow."""
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
    """Collects changes until they are applied to the store."""

    def __init__(self) -> None:
        self._added: dict[ox.Quad, None] = {}
        self._removed: dict[ox.Quad, None] = {}

    def add(self, quads: Iterable[Quad]) -> None:
        self._added.update(dict.fromkeys(map(to_oxigraph, quads)))

    def remove(self, quads: Iterable[Quad]) -> None:
        self._removed.update(dict.fromkeys(map(to_oxigraph, quads)))

    def change(self, store: ox.Store) -> None:
        """Apply the changes as one transaction."""
        gone = [quad for quad in self._removed if quad not in self._added]
        if not gone:
            store.extend(self._added)
            return
        # Only an update both removes and adds in one transaction; its text comes from the library itself.
        store.update(to_update(gone, self._added))
