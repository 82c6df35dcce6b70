from __future__ import annotations

import platform
import socket
import sys
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.inquiry.asking.query import Request, answer
from kg.inquiry.asking.sandbox import shut_doors
from kg.inquiry.asking.worker import run_apart
from kg.rdf.quads import Literal, Quad
from kg.store.folder_store import StoreFolder

KERNEL_REFUSES = sys.platform.startswith("linux") and platform.machine() in {"x86_64", "aarch64"}


def make_store(folder: Path) -> Path:
    """Make a folder that looks like a store."""
    (folder / "live").mkdir(parents=True)
    return folder


def read_behind(place: Path, path: Path) -> str:
    shut_doors(place)
    try:
        return path.read_text()
    except OSError as error:
        return str(error.strerror)


def connect_behind(place: Path, port: int) -> str:
    shut_doors(place)
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError as error:
        return str(error.strerror)
    return "connected"


def ask_elsewhere_behind(place: Path, port: int) -> str:
    """Ask another server past the guard, as a query would that the guard takes for another."""
    shut_doors(place)
    try:
        list(ox.Store().query(f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]  # rows
    except (OSError, RuntimeError) as error:
        return str(error)
    return "asked"


def test_beside_a_graph_in_memory_no_file_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    assert run_apart(partial(read_behind, tmp_path, tmp_path / "secret"), timeout=10) != "secret"


def test_the_files_of_a_store_can_be_opened(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    (store / "part").write_text("a part")
    assert run_apart(partial(read_behind, store, store / "part"), timeout=10) == "a part"


def test_a_question_reaches_all_files_of_a_store(tmp_path: Path) -> None:
    # The library opens sixteen files at first, and each change makes some more.
    with StoreFolder(tmp_path).open_to_write("a test") as store:
        for number in range(8):
            with store.writer() as writer:
                writer.add([Quad(f"u:kerlan{number}", "u:name", Literal(f"Kerlan {number}"), "u:graph")])
    patterns = ["?s ?p ?o", "?s <u:name> ?o", "?s ?p 'Kerlan 7'", "<u:kerlan7> ?p ?o"]
    asked = " ".join(f"{{ SELECT (COUNT(*) AS ?n{at}) {{ GRAPH ?g {{ {one} }} }} }}" for at, one in enumerate(patterns))
    (row,) = answer(Request(tmp_path, f"SELECT * {{ {asked} }}")).rows
    assert [number.text for number in row if isinstance(number, Literal)] == ["8", "8", "1", "1"]


@pytest.mark.skipif(not KERNEL_REFUSES, reason="the kernel has no means to refuse sockets here")
@pytest.mark.parametrize("attempt", [connect_behind, ask_elsewhere_behind])
def test_no_connection_can_be_opened_beside_a_store(tmp_path: Path, attempt: partial[str]) -> None:
    store = make_store(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.5)
        told = run_apart(partial(attempt, store, listening.getsockname()[1]), timeout=10)
        assert "denied" in told
        with pytest.raises(TimeoutError):
            listening.accept()


def test_a_store_on_another_server_can_be_asked(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        told = run_apart(partial(connect_behind, Path(f"http://127.0.0.1:{port}"), port), timeout=10)
    assert told == "connected"
