"""Thousands of ways to write SERVICE: whatever the guard lets through must reach no other server."""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.inquiry.asking.guard import check_question
from kg.rdf.namespaces import PREFIXES

BEFORE = (
    *("", "?s ?p ?o", "?s ?p ?o.", "{}", "OPTIONAL{}", "FILTER(1<2)", "FILTER(?s<?o||true)", "FILTER(?s<<u:b>)"),
    *(
        "BIND(1 AS ?q)",
        "VALUES ?v {1 true}",
        'VALUES ?v { """a\\q" }',
        "VALUES ?v { '''b' } # '",
        "?s ?p true",
        "?s ?p 1.",
    ),
    *(
        "?s ?p 1.",
        "?s <u:p> 'x' .",
        "?s ?p x:a.",
        "?s ?p x:.",
        "?s ?p _:b.",
        "?s ?p 'x'@en.",
        "?s x:%41.b.c ?o.",
        "?s x:a\\.b ?o.",
        "[]?p ?o.",
    ),
    *(
        "#c\n",
        '#"\r',
        "''' '''",
        '"#"',
        '?s <u:p> "\\"" .',
        '?s <u:p> "\\u0022" .',
        "GRAPH x:g{}",
        "[]?p ?o.",
        "?s ?p 1e0",
    ),
)
WORDS = ("SERVICE", "SeRvIcE", "SERVICESILENT", "SERVICE SILENT", "SERVICE#x\n", "SERVICE\tSILENT", "trueSERVICE")
GROUPS = ("{?s ?p ?o}", "{}", "{ ?a ?b ?c }#", "\n{?a ?b ?c}")
AFTER = ("", "#>", '"""', "'''", "BIND(x: AS ?v)", '# q """\n', "}#>\n", "'", ". ?s ?p ?o")
BORDERS = ("", "", " ", ".", "\n", "#\n", ";")


class Listener:
    """A server that counts who comes, and hangs up."""

    def __init__(self) -> None:
        self.visits = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"<http://127.0.0.1:{self._socket.getsockname()[1]}/>"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._socket.accept()
                self.visits += 1
                line.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(name="listener")
def _listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


def written(address: str, choose: random.Random) -> str:
    targets = (address, "x:y", "x:", "service:", "SERVICEx:y", "?v")
    before = "".join(choose.choice(BEFORE) + choose.choice(BORDERS) for _ in range(choose.randint(0, 2)))
    call = "".join(map(choose.choice, (WORDS, BORDERS[:3], targets, BORDERS[:3], GROUPS, BORDERS, AFTER)))
    prefixes = "".join(f"PREFIX {name}:{address} " for name in ("x", "service", "SERVICEx"))
    return prefixes + choose.choice(("SELECT * {", "ASK{")) + before + call + choose.choice(("}", "\n}"))


def run(question: str) -> None:
    with suppress(OSError, RuntimeError, SyntaxError, ValueError):
        store = ox.Store()
        store.add(ox.Quad(ox.NamedNode("u:a"), ox.NamedNode("u:p"), ox.Literal("x")))
        found = store.query(question, prefixes=dict(PREFIXES))
        if isinstance(found, ox.QuerySolutions):
            list(found)


def test_what_the_guard_lets_through_reaches_no_other_server(listener: Listener) -> None:
    choose = random.Random(7)  # noqa: S311 - no secret hangs on it
    let_through = []
    for _ in range(20_000):
        question = written(listener.address, choose)
        with suppress(QueryError):
            check_question(question)
            let_through.append(question)
    for question in let_through:
        run(question)
    assert len(let_through) > 100
    assert listener.visits == 0


def test_the_listener_would_notice(listener: Listener) -> None:
    run(f"ASK {{ SERVICE {listener.address} {{ ?s ?p ?o }} }}")
    assert listener.visits == 1
