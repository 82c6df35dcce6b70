from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.rdf.quads import Literal, Quad
from kg.store.folder_store import StoreFolder

G, P = "https://kg.example/ontology#asserted", "https://kg.example/ontology#p"


def quad(text: str) -> Quad:
    return Quad("https://kg.example/id/s", P, Literal(text), G)


def add(folder: StoreFolder, *texts: str) -> None:
    with folder.open_to_write("kg build a.txt") as store, store.writer() as writer:
        writer.add(map(quad, texts))


def texts(folder: StoreFolder) -> list[str]:
    with folder.open_to_read() as store:
        return sorted(one.object.text for one in store.find(G) if isinstance(one.object, Literal))


def test_what_is_written_is_read_afterwards(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path / "store")
    add(folder, "one")
    add(folder, "two")
    assert texts(folder) == ["one", "two"]


def test_who_reads_sees_what_was_there_when_they_began(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    add(folder, "one")
    with folder.open_to_read() as reader:
        for text in ("two", "three", "four"):
            add(folder, text)
        assert len(list(reader.find(G))) == 1
    assert len(texts(folder)) == 4


def test_who_reads_during_a_write_sees_whole_changes_only(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    with folder.open_to_write("kg build") as store:
        with store.writer() as writer:
            writer.add([quad("one")])
        assert texts(folder) == ["one"]
        with store.writer() as writer:
            writer.add([quad("two")])
            assert texts(folder) == ["one"]
        assert texts(folder) == ["one", "two"]


def test_copies_that_nobody_reads_are_removed(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    for number in range(5):
        add(folder, str(number))
    assert len([one for one in (tmp_path / "views").iterdir() if one.is_dir()]) == 1


def test_a_second_writer_is_told_who_holds_the_store(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    with (
        folder.open_to_write("kg build articles/"),
        pytest.raises(OutputError, match=rf"written by kg build articles/ \(process {os.getpid()}\)"),
        StoreFolder(tmp_path).open_to_write("kg forget"),
    ):
        pass


@pytest.mark.process
def test_a_writer_that_was_killed_leaves_the_store_free(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from kg.store.folder_store import StoreFolder\n"
        "with StoreFolder(Path(sys.argv[1])).open_to_write('kg build'): os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert killed.returncode == -9
    add(StoreFolder(tmp_path), "later")
    assert texts(StoreFolder(tmp_path)) == ["later"]


def test_a_change_that_fails_is_none(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    add(folder, "one")
    with suppress(ZeroDivisionError), folder.open_to_write("kg build") as store, store.writer() as writer:
        writer.add([quad("half")])
        raise ZeroDivisionError
    assert texts(folder) == ["one"]


def test_a_folder_without_a_store_says_so(tmp_path: Path) -> None:
    nothing = StoreFolder(tmp_path / "nothing")
    with pytest.raises(OutputError, match="holds no store; build articles with --store first"), nothing.open_to_read():
        pass


def test_a_folder_with_other_entities_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(OutputError, match="holds something else"), StoreFolder(tmp_path).open_to_write("kg build"):
        pass
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="file"), StoreFolder(tmp_path / "file" / "store").open_to_write("kg build"):
        pass


def test_what_copies_share_counts_once(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    add(folder, *(f"{number} " * 50 for number in range(2000)))
    once = folder.size()
    with folder.open_to_read():
        add(folder, "more")
        assert folder.size() < 1.5 * once


def test_a_change_gives_the_store_another_mark_and_a_reader_does_not(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    assert folder.mark() == ()
    add(folder, "one")
    before = folder.mark()
    texts(folder)
    assert folder.mark() == before != ()
    add(folder, "two")
    assert folder.mark() != before
