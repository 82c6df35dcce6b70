from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.present.serve.server import Listening, listen
from tests.cli.runs import run, write_folder
from tests.present.serve.conftest import Server, running


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/sparql?query=wrong", "/nowhere"])
def test_every_response_keeps_browsers_from_guessing_and_framing(server: Server, path: str) -> None:
    headers = server.ask("GET", path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "server" not in headers


def test_a_name_of_another_machine_is_refused(server: Server) -> None:
    assert server.ask("GET", "/sparql?query=ASK%7B%7D", {"Host": "rebound.example"}).status == 421
    assert server.ask("GET", "/sparql?query=ASK%7B%7D", {"Host": "localhost:80"}).status == 200


def test_pages_of_other_origins_may_not_read_answers(server: Server) -> None:
    reply = server.ask("GET", "/sparql?query=ASK%7B%7D", {"Origin": "https://nordalia.example"})
    assert "access-control-allow-origin" not in reply.headers


@pytest.fixture(name="open_server")
def _open_server(tmp_path: Path) -> Iterator[Server]:
    with running(write_folder(tmp_path), "--cors", "https://nordalia.example") as server:
        yield server


def test_pages_of_a_named_origin_may_read_answers(open_server: Server) -> None:
    told = [
        open_server.ask("GET", "/sparql?query=ASK%7B%7D", {"Origin": origin}).headers.get("access-control-allow-origin")
        for origin in ("https://nordalia.example", "https://bravane.example")
    ]
    assert told == ["https://nordalia.example", None]


def test_a_folder_without_a_graph_is_an_error(tmp_path: Path) -> None:
    ended = run("serve", "--out", str(tmp_path), "--port", "0")
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"kg: {tmp_path}/graph.trig: no such file")


def test_a_port_that_is_taken_is_an_error(tmp_path: Path) -> None:
    with listen(Listening(port=0)) as taken:
        ended = run("serve", "--out", str(tmp_path), "--port", str(taken.getsockname()[1]))
    assert ended.returncode == 2
    assert "cannot listen there" in ended.stderr
