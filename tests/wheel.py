"""The wheel as `make wheel` builds it, once for all tests, also where several processes run them."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.watchdogs.source import ROOT

__all__ = ["build_wheel", "has_editor", "unpacked"]


def build_wheel(factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this session; the first process that asks builds it, the others wait."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "wheel"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not list(folder.glob("*.whl")):
            pip = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation", "--no-index"]
            subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("*.whl")
    return built


def has_editor(wheel: Path) -> bool:
    """Return whether npm could fetch the query editor when the wheel was built."""
    return "kg/present/serve/editor/yasgui.min.js" in zipfile.ZipFile(wheel).namelist()


def unpacked(wheel: Path, folder: Path) -> Path:
    """Unpack a wheel into a folder and return the folder: `python -m kg` there runs the wheel's kg."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder
