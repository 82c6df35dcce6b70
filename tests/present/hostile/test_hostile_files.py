"""What the page hands out of hostile text: pictures, a table, paper. None of it runs, loads or breaks."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.present.page.render import render
from tests.present.conftest import Opener, save
from tests.present.hostile.intact import assert_intact
from tests.present.hostile.naughty import KINDS, NAUGHTY, shown
from tests.present.hostile.poison import poisoned_page

pytestmark = pytest.mark.browser

FORMULA = re.compile(r"^[\s\x00-\x1f\u200b\ufeff]*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"^-?\d+(\.\d+)?$")


@pytest.fixture(name="page", scope="module")
def _page() -> str:
    return render(*poisoned_page(NAUGHTY))


def test_the_drawing_is_sound_xml_of_shapes_and_words_alone(open_page: Opener, page: str, tmp_path: Path) -> None:
    opened = open_page(page)
    root = ET.parse(save(opened, "SVG", tmp_path)).getroot()  # noqa: S314 - the page made it
    assert {element.tag.partition("}")[2] for element in root.iter()} <= set(
        "svg title rect g path circle ellipse polygon text".split()
    )
    attributes = [(name, value) for element in root.iter() for name, value in element.attrib.items()]
    assert [name for name, _ in attributes if name.startswith("on") or "href" in name or name == "style"] == []
    assert [value for _, value in attributes if re.search(r"url|script|[<>&]", value)] == []
    assert_intact(opened)


def test_the_picture_is_made(open_page: Opener, page: str, tmp_path: Path) -> None:
    opened = open_page(page)
    assert save(opened, "PNG", tmp_path).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    assert_intact(opened)


def rows_of(raw: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw, newline=""), delimiter=separator))


def test_the_table_gives_each_text_back_and_runs_none(open_page: Opener, page: str, tmp_path: Path) -> None:
    opened = open_page(page, address="#hide-modality=")
    raw = save(opened, "CSV", tmp_path).read_bytes().decode("utf-8-sig")
    head, *rows = rows_of(raw)
    assert (len(rows), {len(row) for row in rows}) == (3 * len(NAUGHTY), {len(head)})
    for column in ("subject", "evidence", "document", "title", "attribution"):
        given = {row[head.index(column)].replace("'", "") for row in rows}
        assert given == {shown(text).replace("'", "") for text in NAUGHTY}
    assert_intact(opened)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_is_a_formula_wherever_a_spreadsheet_cuts(open_page: Opener, tmp_path: Path, separator: str) -> None:
    opened = open_page(render(*poisoned_page(KINDS["spreadsheets"])))
    raw = save(opened, "CSV", tmp_path).read_bytes().decode("utf-8-sig")
    cells = [cell for row in rows_of(raw, separator) for cell in row]
    assert [cell for cell in cells if FORMULA.match(cell) and not NUMBER.match(cell)] == []


@pytest.mark.parametrize(
    "title", ["../../etc/hosts", "<b>", "\u202egnp.exe", "", "con", "a" * 5000, "\u0000\ud83d", "漢"]
)
def test_a_file_is_named_in_plain_letters(open_page: Opener, tmp_path: Path, title: str) -> None:
    save(open_page(render(*poisoned_page([title]))), "CSV", tmp_path)


def test_paper_holds_the_drawing_and_nothing_else(open_page: Opener, page: str, tmp_path: Path) -> None:
    opened = open_page(page)
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator("#paper svg text").count() > len(NAUGHTY)
    assert_intact(opened)


def test_a_copied_link_leads_back_to_what_it_names(open_page: Opener) -> None:
    page = render(*poisoned_page(KINDS["hashes"]))
    opened = open_page(page)
    opened.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    for place in range(3):
        opened.page.locator("#list .statement").nth(3 * place).click()
        told = opened.text("#panel .passage")
        opened.page.get_by_role("button", name="Copier le lien").click()
        link = opened.page.locator("#panel .link").input_value()
        assert open_page(page, address=f"#{link.partition('#')[2]}").text("#panel .passage") == told
        opened.page.locator("#panel .back").click()
    assert_intact(opened)
