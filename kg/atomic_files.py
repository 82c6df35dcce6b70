"""Writes files atomically: a build that is killed leaves no half-written file.

All texts of a build are first written to temporary files beside their paths, then renamed one after the other. A build
killed before the renames leaves the old files and hidden temporary ones; killed between two renames, it leaves new
files beside old ones until the next build. Stores are changed in transactions (`kg/store/updating.py`).
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kg.errors import OutputError
from kg.locations import check_local

__all__ = ["write_text", "write_texts"]


def write_text(path: Path, text: str) -> Path:
    """Write `text` in UTF-8 to a temporary file beside `path`, move it there, and return `path`.

    Raises:
        OutputError: the folder or file cannot be written.
    """
    return write_texts({path: text})[0]


def write_texts(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write each text to a temporary file beside its path, then move all of them there, and return the paths.

    When the disk is full, or the run is interrupted while writing, all old files are intact.

    Raises:
        OutputError: a folder or file cannot be written.
        UsageError: a path is the address of a server.
    """
    waiting: dict[Path, Path] = {}
    path = Path()
    try:
        for path, text in texts.items():
            waiting[path] = _stage(check_local(path), text)
        for path, temporary in waiting.items():
            temporary.replace(path)
    except OSError as error:
        raise OutputError(
            f"cannot be written ({error.strerror})", where=str(path), advice="check the folder, its rights and its disk"
        ) from error
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)
    return tuple(texts)


def _stage(path: Path, text: str) -> Path:
    """Return a temporary file beside `path` that holds the text, ready to be renamed."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    """Return the process's umask; it can be read only by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
