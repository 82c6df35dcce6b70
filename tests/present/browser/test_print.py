"""The one sheet that printing gives."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from kg.present.page.render import render
from tests.present.conftest import Opener
from tests.present.scene import four_statements, many, ontology

pytestmark = pytest.mark.browser


def count_sheets(page: Page, *, form: str, landscape: bool = False, own_size: bool = False) -> int:
    pdf = page.pdf(format=form, landscape=landscape, prefer_css_page_size=own_size)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_prints_on_one_sheet_of_any_paper(open_page: Opener) -> None:
    page = open_page(render(*four_statements(), ontology()), viewport={"width": 390, "height": 700}).page
    sheets = [
        count_sheets(page, form=form, landscape=landscape)
        for form in ("A4", "Letter", "A5")
        for landscape in (False, True)
    ]
    sheets.append(count_sheets(page, form="A4", own_size=True))
    assert sheets == [1] * 7


def test_a_large_graph_with_its_table_and_a_sentence_open_prints_on_one_sheet(open_page: Opener) -> None:
    page = open_page(render(*many(150), ontology()), address="#s=s7&table=1").page
    assert count_sheets(page, form="A4") == 1


def test_paper_is_black_on_white_when_the_screen_is_dark(open_page: Opener) -> None:
    page = open_page(render(*four_statements(), ontology()), color_scheme="dark").page
    page.pdf()
    page.emulate_media(media="print")
    ground = page.locator("#paper > svg > rect").first.get_attribute("fill")
    names = page.locator("#paper > svg text[font-size='15']").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('fill'))"
    )
    legend = page.locator("#paper li").first.evaluate("(item) => getComputedStyle(item).color")
    assert (ground, set(names), legend) == ("#ffffff", {"#1c2126"}, "rgb(28, 33, 38)")


def test_the_screen_stays_dark_after_printing(open_page: Opener) -> None:
    page = open_page(render(*four_statements(), ontology()), color_scheme="dark").page
    page.pdf()
    page.emulate_media(media="screen")
    page.locator("#language-en").click()
    assert page.evaluate("kgGraph.nodes.get().map((node) => node.font.color)") == ["#e9ecef"] * 4
    assert page.locator("#paper").is_hidden()


def test_the_sheet_has_the_drawing_and_what_its_signs_mean(open_page: Opener) -> None:
    page = open_page(render(*four_statements(), ontology()), locale="fr-FR").page
    page.pdf()
    page.emulate_media(media="print")
    signs = page.locator("#paper li").all_inner_texts()
    assert signs == ["installation", "somme", "organisation", "asserted", "planned", "possible"]
    assert {"Nordic Compute", "Telia"} <= set(page.locator("#paper > svg text").all_text_contents())
