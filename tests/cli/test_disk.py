"""A disk that is full, or a folder that nobody may write: one line, the store as it was, and on it goes afterwards.

A full disk is played by a limit on the size of files. A folder without rights is one to root as well, when it has put
down the right to overrule them.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.runs import ROOT, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and capabilities are set as Linux has them")

# https://man7.org/linux/man-pages/man7/capabilities.7.html: 24 drops one from what a program gets that is started then;
# 1 and 2 are those that overrule the rights of files.
LAUNCH = """
import ctypes, os, resource, sys
if os.geteuid() == 0:
    for capability in (1, 2):
        assert ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0
if sys.argv[1] != "any":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
os.execv(sys.executable, [sys.executable, "-m", "kg", *sys.argv[2:]])
"""
ONE = "Nordalia raised 12 million dollars from Kerlan."
TWO = "Bravane raised 30 million dollars from Valbrune."


def run_limited(size: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Return what `kg` says when no file may be larger than `size` bytes, and the rights of files hold for it."""
    command = [sys.executable, "-c", LAUNCH, size, *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, encoding="utf-8", timeout=120)


def is_one_line(told: subprocess.CompletedProcess[str]) -> bool:
    return (told.returncode, told.stderr.count("\n"), "unexpected" in told.stderr) == (2, 1, False)


def articles(store: Path) -> str:
    told = run("status", "--store", str(store), "--format", "csv")
    assert told.returncode == 0, told.stderr
    return told.stdout


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write from a folder and all folders in it, for a while."""
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        yield
    finally:
        for path in folders:
            path.chmod(0o755)


@pytest.fixture(name="source")
def _source(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(ONE)
    return tmp_path / "in"


@pytest.fixture(name="store")
def _store(source: Path, tmp_path: Path) -> Path:
    store = tmp_path / "store"
    told = run("build", str(source), "--store", str(store), "--language", "en")
    assert told.returncode == 0, told.stderr
    (source / "two.txt").write_text(TWO)
    return store


@pytest.mark.parametrize("size", ["0", "50000"])
def test_a_full_disk_leaves_a_store_as_it_was(source: Path, store: Path, size: str) -> None:
    before = articles(store)
    assert is_one_line(run_limited(size, "forget", "one.txt", "--store", store))
    assert articles(store) == before
    told = run("build", str(source), "--store", str(store), "--language", "en")
    assert (told.returncode, "added: " in told.stdout) == (0, True)
    assert "two.txt" in articles(store)


def test_a_full_disk_ends_a_build_into_a_store(source: Path, store: Path) -> None:
    before = articles(store)
    assert is_one_line(run_limited("60000", "build", source, "--store", store, "--language", "en"))
    assert articles(store) == before


@pytest.mark.parametrize("size", ["0", "1000"])
def test_a_full_disk_leaves_no_half_of_a_copy(store: Path, tmp_path: Path, size: str) -> None:
    copy, restored = tmp_path / "copy", tmp_path / "restored"
    assert is_one_line(run_limited(size, "backup", copy, "--store", store))
    assert not copy.exists()
    assert run("backup", str(copy), "--store", str(store)).returncode == 0
    assert is_one_line(run_limited(size, "restore", copy, "--store", restored))
    assert not restored.exists()
    assert run("restore", str(copy), "--store", str(restored)).returncode == 0
    assert articles(restored) == articles(store)


def test_a_full_disk_leaves_the_results_of_before(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", str(source), "--out", str(out), "--language", "en").returncode == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (source / "one.txt").write_text(TWO)
    assert is_one_line(run_limited("2000", "build", source, "--out", out, "--language", "en"))
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_folder_without_rights_is_told_and_still_read(source: Path, store: Path, tmp_path: Path) -> None:
    before = articles(store)
    with read_only(store):
        for words in (["forget", "one.txt"], ["build", str(source), "--language", "en"]):
            assert is_one_line(run_limited("any", *words, "--store", store))
        told = run_limited("any", "query", "ASK { ?s a kg:Statement }", "--store", store)
        assert (told.returncode, "yes" in told.stdout) == (0, True)
    assert articles(store) == before


def test_a_store_that_nobody_has_read_yet_is_read_by_who_may_not_write_it(store: Path) -> None:
    with read_only(store):
        told = run_limited("any", "query", "ASK { ?s a kg:Statement }", "--store", store)
    assert (told.returncode, "yes" in told.stdout) == (0, True)


def test_a_folder_without_rights_gets_no_copy_and_no_results(source: Path, store: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    with read_only(closed):
        assert is_one_line(run_limited("any", "backup", closed / "copy", "--store", store))
        assert is_one_line(run_limited("any", "restore", store, "--store", closed / "restored"))
        assert is_one_line(run_limited("any", "build", source, "--out", closed / "out", "--language", "en"))
        assert is_one_line(run_limited("any", "export", closed / "graph.ttl", "--store", store))
    assert list(closed.iterdir()) == []
