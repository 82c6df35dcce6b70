"""A store in a folder: one process writes, any number read, and none of them sees an unfinished change.

The folder contains `live`, the store being written; `views`, its numbered read-only snapshots; and `lock`, which names
the writer. A snapshot shares the files of the store on the disk (a RocksDB checkpoint), so it takes milliseconds.
Readers hold a lock on their snapshot; unread ones are removed when the next is made. Each snapshot has a seal, which
distinguishes one damaged by a disk or a person from an empty one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kg.errors import OutputError
from kg.locations import address_of
from kg.store.oxigraph import OxigraphStore
from kg.store.oxigraph_view import is_damage
from kg.store.protocol import Writer

try:
    import fcntl
except ImportError:  # Windows: no locks; the store itself still refuses a second writer
    fcntl = None  # type: ignore[assignment]

__all__ = ["StoreFolder", "WritableStore", "copy_store"]

_LIVE, _VIEWS, _LOCK, _SEAL, _CURRENT = "live", "views", "lock", "seal", "CURRENT"
_TRIES = 5


class WritableStore:
    """The store being written: changes are on disk and visible to readers once the writer's context is left."""

    def __init__(self, folder: StoreFolder, store: OxigraphStore) -> None:
        self._folder, self._store = folder, store
        self.find, self.window = store.find, store.window

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Return a writer whose changes are one transaction; readers see them afterwards."""
        with self._store.writer() as writer:
            yield writer
        self._folder.publish(self._store)


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """A store in a folder, which need not exist yet."""

    path: Path

    @property
    def _views_folder(self) -> Path:
        """The folder of the snapshots."""
        return self.path / _VIEWS

    def exists(self) -> bool:
        """Return whether there is a store."""
        return (self.path / _LIVE).is_dir()

    @contextmanager
    def open_to_write(self, who: str) -> Iterator[WritableStore]:
        """Open the store for writing by `who`; it is created if missing.

        Raises:
            OutputError: another process, which is named, is writing it; or the folder cannot be written, holds
                something else, or a damaged store.
        """
        self._make()
        with self._locked(who), self._damage_reported():
            # The library would recreate missing files, and readers would lose what they have.
            if self._views() and not (self.path / _LIVE / _CURRENT).is_file():
                raise self._damaged(f"{_LIVE} has lost files")
            store = OxigraphStore.in_folder(self.path / _LIVE)
            if store.is_empty() and self._has_readable():
                raise self._damaged(f"{_LIVE} has lost what it held")
            # A process that was killed may have left an unpublished change.
            self.publish(store)
            yield WritableStore(self, store)

    @contextmanager
    def open_to_read(self) -> Iterator[OxigraphStore]:
        """Open a snapshot of the store after the last finished change; it does not change while the context lasts.

        Raises:
            OutputError: there is no store, or a damaged one.
        """
        # A snapshot may be removed between being found and being locked; then there is a newer one.
        for view in (view for _ in range(_TRIES) for view in self._views()):
            held = _hold(_lock_of(view), shared=True)
            if held is None:
                continue
            with held:
                if view.is_dir():
                    with self._damage_reported():
                        self._check_seal(view)
                        yield OxigraphStore.read_only(view)
                    return
        raise OutputError("holds no store", where=str(self.path), advice="build articles with --store first")

    def size(self) -> int:
        """Return the size of the store on the disk in bytes; files shared by snapshots count once."""
        files = {(one.st_dev, one.st_ino): one.st_size for one in map(os.lstat, self.path.rglob("*"))}
        return sum(files.values())

    def mark(self) -> tuple[object, ...]:
        """Return a value that differs after every change of the store; empty when there is no store."""
        # Not the folder's modification time: readers create lock files in it.
        return next(((view.name, view.stat().st_ino) for view in self._views()), ())

    def changed(self) -> float:
        """Return when the store was last changed, in seconds since 1970; 0 when there is none."""
        return max((view.stat().st_mtime for view in self._views()), default=0.0)

    def publish(self, store: OxigraphStore) -> None:
        """Publish a snapshot of the store to readers, and remove snapshots that nobody reads."""
        views = self._views()
        number = int(views[0].name) + 1 if views else 1
        waiting = self._views_folder / "new"
        shutil.rmtree(waiting, ignore_errors=True)
        store.copy_to(waiting)
        (waiting / _SEAL).write_text(_sealed(waiting), encoding="ascii")
        made = waiting.with_name(f"{number:08}")
        _lock_of(made).touch()  # readers without write permission cannot create it
        waiting.rename(made)
        for view in views:
            _remove_unread(view)

    def receive(self, store: OxigraphStore) -> None:
        """Copy a store into this folder, which must be empty."""
        self._make()
        store.copy_to(self.path / _LIVE)
        self.publish(store)

    def _has_readable(self) -> bool:
        """Return whether readers see a store that is not empty."""
        if not self._views():
            return False
        with self.open_to_read() as seen:
            return not seen.is_empty()

    def _check_seal(self, view: Path) -> None:
        seal = view / _SEAL  # snapshots of earlier versions of kg have none
        if seal.is_file() and seal.read_text(encoding="ascii", errors="replace") != _sealed(view):
            raise self._damaged(f"{_VIEWS}/{view.name} is not as it was made")

    @contextmanager
    def _damage_reported(self) -> Iterator[None]:
        """Report damage that the library finds, as it reads lazily."""
        try:
            yield
        except RuntimeError as error:
            if not is_damage(error):
                raise
            raise self._damaged(str(error).removeprefix("Corruption: ").partition(" in ")[0][:100]) from error

    def _damaged(self, why: str) -> OutputError:
        advice = "`kg backup` may still copy what readers see; else restore a backup, or build it anew elsewhere"
        return OutputError(f"is damaged ({why})", where=str(self.path), advice=advice)

    def _views(self) -> list[Path]:
        """Return the snapshots, newest first."""
        return sorted((one for one in self._views_folder.glob("*") if one.name.isdecimal()), reverse=True)

    def _make(self) -> None:
        if self.path.is_dir() and any(self.path.iterdir()) and not (self.path / _LOCK).exists():
            raise OutputError("holds something else", where=str(self.path), advice="name an empty or a new folder")
        try:
            self._views_folder.mkdir(parents=True, exist_ok=True)
            (self.path / _LOCK).touch()
        except OSError as error:
            raise OutputError(
                f"cannot be written ({error.strerror})", where=str(self.path), advice="check the folder and its rights"
            ) from error

    @contextmanager
    def _locked(self, who: str) -> Iterator[None]:
        path = self.path / _LOCK
        handle = _hold(path, shared=False)
        if handle is None:
            holder = path.read_text("utf-8", errors="replace").strip() or "another process"
            raise OutputError(f"is being written by {holder}", where=str(self.path), advice="wait until it ends")
        with handle:  # closed even when the disk is too full for these words: else Python complains about them at exit
            handle.truncate(0)
            handle.write(f"{who} (process {os.getpid()})\n")
            handle.flush()
            try:
                yield
            finally:
                handle.truncate(0)


def copy_store(source: Path, target: Path) -> None:
    """Copy the latest snapshot of a store into a folder that is empty or does not exist yet.

    Raises:
        OutputError: there is no store, the target is not empty or cannot be written, or one of the two is a server.
    """
    if address := address_of(source) or address_of(target):
        raise OutputError("is no folder", where=address, advice="copy the store with the means of its server")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OutputError("is there already", where=str(target), advice="name a new folder, or remove it first")
    with StoreFolder(source).open_to_read() as store:
        store.read_through()
        try:
            StoreFolder(target).receive(store)
        except BaseException:  # half a copy would block the next attempt
            shutil.rmtree(target, ignore_errors=True)
            raise


def _sealed(view: Path) -> str:
    """Return a digest of the files that list a snapshot's other files; those have checksums of their own."""
    try:
        current = (view / _CURRENT).read_bytes()
        manifest = (view / current.decode("ascii").strip()).read_bytes()
    except (OSError, ValueError):
        return ""
    return hashlib.sha256(current + manifest).hexdigest()


def _lock_of(view: Path) -> Path:
    return view.with_suffix(".lock")


def _hold(path: Path, *, shared: bool) -> IO[str] | None:
    """Return a file that is locked as long as it is open; `None` when others hold the lock."""
    try:
        handle = path.open("a+", encoding="utf-8")
    except OSError as error:
        if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise
        handle = path.open(encoding="utf-8")  # a reader without write permission can still lock an existing file
    if fcntl is not None:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError:
            handle.close()
            return None
    return handle


def _remove_unread(view: Path) -> None:
    lock = _lock_of(view)
    handle = _hold(lock, shared=False)
    if handle is None:
        return
    with handle:
        shutil.rmtree(view, ignore_errors=True)
        lock.unlink(missing_ok=True)
