"""Articles whose titles, front matter, names and sentences attack the page: built, opened, and quoted as written."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest

from kg.config import Settings, find_ontology
from kg.pipeline import build
from tests.present.conftest import Opener
from tests.present.hostile.intact import assert_intact
from tests.present.hostile.naughty import HUGE, KINDS

pytestmark = pytest.mark.browser

# One line each, since a line break ends a sentence; one or two of every kind.
TEXTS = [" ".join(text.split()) for texts in KINDS.values() for text in texts[:2] if text.strip()]


def french(text: str) -> str:
    return (
        f"Nordalia a levé 30 millions d'euros auprès de Kerlan Capital, « {text} ». Bravane {text} construit une usine."
    )


def english(text: str) -> str:
    return f'Nordalia raised $30 million from Kerlan Capital, "{text}". Bravane {text} will build a plant in Leeds.'


def write_articles(folder: Path) -> None:
    """Write each text into articles of all four kinds, as title, name and words of a sentence."""
    for place, text in enumerate(TEXTS):
        plain = text.encode("utf-8", "replace").decode()
        (folder / f"{place}.fr.txt").write_text(f"{plain}\n\n{french(plain)}\n", "utf-8")
        matter = f"---\ntitle: {plain}\nauthor: {plain}\n{plain}: {plain}\nlanguage: en\n---\n"
        (folder / f"{place}.en.md").write_text(f"{matter}# {plain}\n\n{english(plain)}\n", "utf-8")
        marked = f"<title>{html.escape(plain)}</title><h1>{html.escape(plain)}</h1><p>{html.escape(english(plain))}</p>"
        (folder / f"{place}.en.html").write_text(
            f"<html lang=en>{marked}{text if place < 12 else ''}", "utf-8", "replace"
        )
    records = [{"id": text, "title": text, "language": "fr", "text": french(text)} for text in TEXTS]
    (folder / "all.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    write_articles(folder)
    (folder / "long.fr.txt").write_text(french(HUGE[:3000]), "utf-8")
    build([folder], out=folder / "out", settings=Settings(find_ontology()))
    return folder / "out"


def ending_of(document: str) -> str:
    """Return the ending of a file, also of one whose lines are articles."""
    return "jsonl" if ".jsonl#" in document else document.rpartition(".")[2]


def test_each_sentence_is_shown_as_it_was_written(open_page: Opener, out: Path) -> None:
    told = [json.loads(line) for line in (out / "statements.jsonl").read_text("utf-8").splitlines()]
    assert {ending_of(one["document"]) for one in told} == {"txt", "md", "html", "jsonl"}
    assert len({one["document"] for one in told}) > 3 * len(TEXTS)
    opened = open_page((out / "graph.html").read_text("utf-8"))
    for one in told[:: len(told) // 25]:
        opened.page.evaluate("(id) => { location.hash = `s=${id}`; }", one["id"])
        opened.page.wait_for_function("(id) => location.hash === `#s=${id}`", arg=one["id"])
        shown = opened.page.locator("#panel .passage").all_text_contents()
        assert [passage for passage in shown if one["evidence"] in passage] != []
    assert_intact(opened)


@pytest.mark.parametrize("width", [1200, 390])
def test_the_page_is_no_wider_than_the_window(open_page: Opener, out: Path, width: int) -> None:
    page = (out / "graph.html").read_text("utf-8")
    opened = open_page(page, address="#table=1&hide-modality=", viewport={"width": width, "height": 800})
    assert_intact(opened)
    opened.page.locator("#table .open").first.click()
    assert_intact(opened)
