"""A store or a backup whose files somebody or something has damaged: one clear line, and nothing more is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.rdf.quads import Literal, Quad
from kg.store.folder_store import StoreFolder, copy_store

G, P = "https://kg.example/ontology#asserted", "https://kg.example/ontology#p"
MANY = 3_000  # enough that files hold blocks of data beside what describes them

Damage = Callable[[Path], object]


def add(path: Path, number: int = MANY) -> None:
    with StoreFolder(path).open_to_write("kg build") as store, store.writer() as writer:
        writer.add(Quad(f"https://kg.example/id/s{n}", P, Literal(f"text {n}"), G) for n in range(number))


def count(path: Path) -> int:
    with StoreFolder(path).open_to_read() as store:
        return sum(1 for _ in store.find(G))


def replace(path: Path, content: bytes) -> None:
    """Give a file another content; other names of the same file keep theirs."""
    path.unlink()
    path.write_bytes(content)


def half(path: Path) -> None:
    replace(path, path.read_bytes()[: path.stat().st_size // 2])


def zeroes(path: Path) -> None:
    replace(path, bytes(path.stat().st_size))


def flipped(path: Path) -> None:
    content = path.read_bytes()
    place = min(2_000, len(content) // 2)
    replace(path, content[:place] + bytes(255 - byte for byte in content[place : place + 50]) + content[place + 50 :])


def damage(folder: Path, pattern: str, how: Damage) -> None:
    for path in sorted(folder.rglob(pattern)):
        if path.is_file():
            how(path)


DAMAGES = [
    (pattern, how) for pattern in ("*.sst", "CURRENT", "MANIFEST-*") for how in (half, zeroes, flipped, Path.unlink)
]


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Path:
    add(tmp_path / "store")
    return tmp_path / "store"


@pytest.mark.parametrize(("pattern", "how"), DAMAGES)
def test_a_damaged_copy_is_neither_read_nor_restored(store: Path, tmp_path: Path, pattern: str, how: Damage) -> None:
    backup = tmp_path / "backup"
    copy_store(store, backup)
    damage(backup / "views", pattern, how)
    with pytest.raises(OutputError, match=r"is damaged|cannot be opened"):
        count(backup)
    with pytest.raises(OutputError, match=r"is damaged|cannot be opened"):
        copy_store(backup, tmp_path / "restored")
    assert not (tmp_path / "restored").exists()
    assert count(store) == MANY


@pytest.mark.parametrize(("pattern", "how"), DAMAGES)
def test_a_damaged_store_is_not_begun_anew(store: Path, tmp_path: Path, pattern: str, how: Damage) -> None:
    damage(store / "live", pattern, how)
    with suppress(OutputError):  # files that are not looked at while something is added harm nobody
        add(store, MANY + 1)
    assert count(store) in {MANY, MANY + 1}
    with suppress(OutputError):
        copy_store(store, tmp_path / "rescued")
        assert count(tmp_path / "rescued") >= MANY


def test_a_store_that_has_lost_its_live_folder_is_not_begun_anew(store: Path, tmp_path: Path) -> None:
    shutil.rmtree(store / "live")
    with pytest.raises(OutputError, match=r"is damaged \(live has lost files\); `kg backup` may still copy"):
        add(store)
    copy_store(store, tmp_path / "rescued")
    add(tmp_path / "rescued", 1)
    assert count(tmp_path / "rescued") == MANY


def test_a_store_without_copies_for_readers_makes_one_when_it_is_next_written(store: Path) -> None:
    shutil.rmtree(store / "views")
    add(store, 1)
    assert count(store) == MANY


def test_a_copy_without_a_seal_is_read(store: Path) -> None:
    damage(store / "views", "seal", Path.unlink)
    assert count(store) == MANY
