"""Pictures and paper of what is shown."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.present.page.render import render
from tests.present.conftest import Opener, save
from tests.present.scene import four_statements, ontology

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def page() -> str:
    return render(*four_statements(), ontology())


def texts(path: Path) -> list[str]:
    return [element.text or "" for element in ET.parse(path).iter(f"{SVG}text")]  # noqa: S314 - the page made it


def test_the_drawing_holds_all_that_is_shown_and_nothing_else(open_page: Opener, tmp_path: Path) -> None:
    opened = open_page(page())
    path = save(opened, "SVG", tmp_path)
    assert path.name == "un-campus-dans-le-nord.svg"
    assert sorted(texts(path)) == [
        "40\u00a0M\u00a0€",
        "Nordic Compute",
        "Telia",
        "a levé",
        "campus de Luleå",
        "construit",
        "loue à (5\u00a0M\u00a0€ par an)",
    ]
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    assert "construit" not in texts(save(opened, "SVG", tmp_path))


def test_the_drawing_breaks_lines_as_the_canvas_does(open_page: Opener, tmp_path: Path) -> None:
    root = ET.parse(save(open_page(page()), "SVG", tmp_path))  # noqa: S314 - the page made it
    dashes = [path.get("stroke-dasharray") for path in root.iter(f"{SVG}path")]
    assert sorted(dashes, key=str) == ["", "2 5", "9 6"]


def test_no_line_shows_between_the_words_on_it(open_page: Opener, tmp_path: Path) -> None:
    root = ET.parse(save(open_page(page()), "SVG", tmp_path)).getroot()  # noqa: S314 - the page made it
    shapes = [{name: shape.get(name, "") for name in ("x", "y", "width", "height", "fill")} for shape in root]
    paper, *grounds = [shape for shape in shapes if shape["width"]]
    middles = {
        (float(one["x"]) + float(one["width"]) / 2, float(one["y"]) + float(one["height"]) / 2) for one in grounds
    }
    words = [element for element in root if element.tag == f"{SVG}text"]
    assert {one["fill"] for one in grounds} == {paper["fill"]}
    assert middles == {(float(one.get("x", "")), float(one.get("y", ""))) for one in words}


def test_the_picture_is_twice_as_fine_as_the_drawing(open_page: Opener, tmp_path: Path) -> None:
    opened = open_page(page())
    drawing = ET.parse(save(opened, "SVG", tmp_path)).getroot()  # noqa: S314 - the page made it
    head = save(opened, "PNG", tmp_path).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") == 2 * int(drawing.get("width", "0"))


def test_prints_on_one_page(open_page: Opener, tmp_path: Path) -> None:
    opened = open_page(page())
    opened.page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())) == 1
    assert opened.page.locator("#paper svg text").count() == 7


def test_where_the_clipboard_is_refused_the_link_is_shown(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    opened.search("telia")
    opened.page.get_by_role("button", name="Copier le lien").click()
    assert opened.page.get_by_role("textbox", name="Copier le lien").input_value() == opened.page.url
