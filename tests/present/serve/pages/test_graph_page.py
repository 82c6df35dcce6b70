"""The page of the graph where no build has written one: drawn at the first request, and again after a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.config import Settings, find_ontology
from kg.errors import OutputError
from kg.growing import forget, grow
from kg.present.serve.pages import graph_page
from kg.present.serve.pages.graph_page import GraphPage
from tests.present.serve.conftest import awaited

SETTINGS = Settings(find_ontology())


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a drawing as long as it takes, however busy the machine is."""
    monkeypatch.setattr(graph_page, "_PATIENCE", 300)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def store(tmp_path: Path) -> Path:
    paths = [
        write(tmp_path, "a.txt", "Nordalia raised $3 million from Kerlan Capital in 2024."),
        write(tmp_path, "b.txt", "Bravane raised $4 million from Valbrune in 2024."),
    ]
    grow(paths, store=tmp_path / "store", settings=SETTINGS)
    return tmp_path / "store"


async def read(page: GraphPage, *, times: int = 1) -> list[bytes]:
    try:
        return [await page.read() for _ in range(times)]
    finally:
        await page.stop()


def test_a_store_is_drawn(tmp_path: Path) -> None:
    (html,) = awaited(read(GraphPage(store(tmp_path), SETTINGS.ontology)))
    assert all(part in html for part in (b"<!DOCTYPE html>", b"Nordalia", b"Bravane"))


def test_a_store_that_has_changed_is_drawn_again(tmp_path: Path) -> None:
    async def before_and_after() -> list[bytes]:
        place = store(tmp_path)
        page = GraphPage(place, SETTINGS.ontology)
        before = await page.read()
        forget(["a.txt"], store=place, settings=SETTINGS)
        return [before, *await read(page)]

    before, after = awaited(before_and_after())
    assert b"Nordalia" in before
    assert b"Nordalia" not in after
    assert b"Bravane" in after


def test_what_has_not_changed_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    draw = GraphPage._draw

    async def counted(self: GraphPage, mark: object) -> None:
        drawn.append(mark)
        await draw(self, mark)

    monkeypatch.setattr(GraphPage, "_draw", counted)
    one, two, three = awaited(read(GraphPage(store(tmp_path), SETTINGS.ontology), times=3))
    assert one == two == three
    assert len(drawn) == 1


def test_who_comes_while_it_is_drawn_for_the_first_time_gets_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph_page, "_PATIENCE", 0)
    assert awaited(read(GraphPage(store(tmp_path), SETTINGS.ontology))) == [b""]


def test_who_comes_while_it_is_drawn_again_gets_the_page_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def before_and_meanwhile() -> list[bytes]:
        place = store(tmp_path)
        page = GraphPage(place, SETTINGS.ontology)
        before = await page.read()
        forget(["a.txt"], store=place, settings=SETTINGS)
        monkeypatch.setattr(graph_page, "_PATIENCE", 0)
        return [before, *await read(page)]

    before, meanwhile = awaited(before_and_meanwhile())
    assert before == meanwhile


def test_the_page_that_a_build_wrote_is_shown_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, "graph.html", "<p>written</p>")
    assert awaited(read(GraphPage(tmp_path, SETTINGS.ontology))) == [b"<p>written</p>"]


def test_a_graph_that_cannot_be_drawn_is_told_in_one_line(tmp_path: Path) -> None:
    write(tmp_path, "graph.trig", "no TriG")
    with pytest.raises(OutputError, match=r"graph\.trig: cannot be read"):
        awaited(read(GraphPage(tmp_path, SETTINGS.ontology)))


def test_a_graph_that_can_no_longer_be_drawn_leaves_the_page_of_before(tmp_path: Path) -> None:
    async def before_and_after() -> list[bytes]:
        place = store(tmp_path)
        page = GraphPage(place, SETTINGS.ontology)
        before = await page.read()
        place.rename(tmp_path / "elsewhere")
        return [before, *await read(page, times=2)]

    before, *after = awaited(before_and_after())
    assert after == [before, before]
