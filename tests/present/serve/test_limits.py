"""Queries made to break a server: each is ended with one line that says why, and the server goes on."""

from __future__ import annotations

import json
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.cli.runs import write_folder
from tests.present.serve.conftest import Server, running

pytestmark = pytest.mark.process

SECONDS = 3  # what the server was given
DOUBLING = "".join(f" BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def goes_on(server: Server) -> bool:
    return json.loads(server.get("ASK { ?s ?p ?o }").text)["boolean"] is True


def descendants(pid: int) -> set[int]:
    """Return the processes that the process or its children started."""
    children = {int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    return children.union(*(descendants(child) for child in children))


CHAINS = "SELECT (COUNT(*) AS ?n) { ?a (!kg:no)* ?b . ?b (!kg:no|^!kg:no)* ?c . ?c (!kg:no|^!kg:no)* ?d }"


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("SELECT * " + "{" * 3000 + "}" * 3000, "nested"),
        ("ASK { FILTER(" + "!" * 50_000 + "true) }", ""),
        ("ASK { ?s " + "^" * 50_000 + "kg:of ?o }", ""),
        ("SELECT (STRLEN(?x40) AS ?n) { BIND('0123456789abcdef' AS ?x0)" + DOUBLING + " }", ""),
        (SLOW, "took more than 3 s"),
        (CHAINS, "took more than 3 s"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", ""),
    ],
    ids=["nested", "not", "inverse", "doubling", "product", "paths", "rows"],
)
def test_a_query_made_to_break_the_server_is_ended(server: Server, question: str, reason: str) -> None:
    start = time.monotonic()
    reply = server.post("application/sparql-query", question.encode())
    assert reply.status in {400, 503}  # memory or time, whichever the machine has less of
    assert reason in reply.text
    assert reply.text.count("\n") == 1
    assert time.monotonic() - start < SECONDS + 20
    assert goes_on(server)


def ask_slowly(server: Server) -> socket.socket:
    """Ask a query that takes long, and return the connection."""
    address = urlsplit(server.address)
    line = socket.create_connection((address.hostname, address.port))
    line.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return line


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Iterator[Server]:
    with running(write_folder(tmp_path), "--timeout", "20") as server:
        yield server


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are counted in /proc")
def test_who_comes_when_all_workers_are_busy_is_told_to_come_back(small: Server) -> None:
    before = descendants(small.pid)
    lines = [ask_slowly(small) for _ in range(4)]
    until(lambda: len(descendants(small.pid)) == len(before) + 4)
    reply = small.get("ASK {}")
    assert (reply.status, reply.headers["retry-after"]) == (503, "2")
    for line in lines:
        line.close()
    assert goes_on(small)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are counted in /proc")
def test_a_client_that_goes_away_ends_its_worker(small: Server) -> None:
    before = descendants(small.pid)
    with ask_slowly(small):
        until(lambda: len(descendants(small.pid)) > len(before))
    until(lambda: descendants(small.pid) == before)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked for in /proc")
def test_the_server_goes_on_when_the_holder_of_the_graph_is_ended(small: Server) -> None:
    (forkserver,) = descendants(small.pid)
    os.kill(forkserver, 9)
    assert goes_on(small)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked for in /proc")
def test_who_comes_while_the_graph_is_read_for_long_is_told_to_come_back(tmp_path: Path) -> None:
    with running(write_folder(tmp_path), "--timeout", "1") as server:
        (forkserver,) = descendants(server.pid)
        os.kill(forkserver, signal.SIGSTOP)
        try:
            reply = server.get("ASK {}")
        finally:
            os.kill(forkserver, signal.SIGCONT)
        assert (reply.status, reply.headers["retry-after"]) == (503, "2")
        assert reply.text == "the graph is being read; ask again\n"
        assert goes_on(server)


def test_the_graph_is_read_again_when_it_has_changed(small: Server) -> None:
    question = "ASK { <u:nordalia> <u:funds> <u:kerlan> }"
    assert json.loads(small.get(question).text)["boolean"] is False
    fresh = small.folder / "fresh.trig"
    fresh.write_text("<u:nordalia> <u:funds> <u:kerlan> .")
    fresh.replace(small.folder / "graph.trig")
    assert json.loads(small.get(question).text)["boolean"] is True


def test_a_broken_graph_leaves_the_one_before_in_place(small: Server) -> None:
    (small.folder / "graph.trig").write_text("<u:nordalia> <u:funds")
    assert goes_on(small)
    (small.folder / "graph.trig").unlink()
    assert goes_on(small)


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, for some seconds."""
    for _ in range(100):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("does not come about")
