"""The page on a small screen, under fingers, and zoomed in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from kg.present.page.render import render
from tests.present.conftest import Opener
from tests.present.scene import four_statements, ontology

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SMALL = """() => [...document.querySelectorAll("button, input:not([type=checkbox]), a[href], summary, label")]
    .filter((one) => one.checkVisibility() && one.getClientRects().length)
    .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 23.5)
    .map((one) => one.outerHTML.slice(0, 90))"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


def tap(page: Page, label: str) -> None:
    """Tap on the node of that label."""
    place = page.evaluate(
        """(label) => {
            const { id } = kgGraph.nodes.get().find((one) => one.label === label);
            const { x, y } = kgGraph.network.canvasToDOM(kgGraph.network.getPosition(id));
            const { left, top } = document.getElementById("canvas").getBoundingClientRect();
            return { x: left + x, y: top + y };
        }""",
        label,
    )
    page.touchscreen.tap(place["x"], place["y"])


def page_of(open_page: Opener, address: str = "", **options: object) -> Page:
    return open_page(render(*four_statements(), ontology()), address=address, **{**PHONE, **options}).page


@pytest.mark.parametrize("size", [(360, 640), (390, 844), (844, 390), (640, 400), (320, 512)])
def test_nothing_is_wider_than_the_screen_or_too_small_for_a_finger(open_page: Opener, size: tuple[int, int]) -> None:
    page = page_of(open_page, "#table=1", viewport={"width": size[0], "height": size[1]})
    page.locator("#filters-switch").tap()
    assert (page.evaluate(OVERFLOW), page.evaluate(SMALL)) == (0, [])
    page.locator("#filters-switch").tap()
    page.locator("#list .name").first.tap()
    assert (page.evaluate(OVERFLOW), page.evaluate(SMALL)) == (0, [])
    page.locator("#panel .statement").first.tap()
    assert (page.evaluate(OVERFLOW), page.evaluate(SMALL)) == (0, [])


def test_every_control_is_large_enough_on_a_wide_screen(open_page: Opener) -> None:
    page = page_of(open_page, "#table=1&s=builds-24-planned", viewport={"width": 1280, "height": 800}, is_mobile=False)
    assert page.evaluate(SMALL) == []


def test_a_tap_on_the_drawing_opens_a_sheet_that_is_seen_with_what_was_tapped(open_page: Opener) -> None:
    page = page_of(open_page)
    tap(page, "Telia")
    sheet = page.locator("#panel").bounding_box()
    assert page.locator("#panel h2").inner_text() == "Telia"
    assert sheet is not None
    assert (sheet["y"] + sheet["height"], sheet["y"] >= 844 * 0.4) == (844, True)
    node = page.evaluate(
        """() => {
            const { id } = kgGraph.nodes.get().find((one) => one.label === "Telia");
            const { y } = kgGraph.network.canvasToDOM(kgGraph.network.getPosition(id));
            return y + document.getElementById("canvas").getBoundingClientRect().top;
        }"""
    )
    assert 0 < node < sheet["y"]


def test_a_tap_does_not_click_on_what_it_opened(open_page: Opener) -> None:
    page = page_of(open_page, viewport={"width": 640, "height": 400})
    page.evaluate("document.getElementById('canvas').scrollIntoView({ block: 'end' })")
    tap(page, "Telia")
    page.wait_for_timeout(100)
    assert page.locator("#panel h2").inner_text() == "Telia"


def test_closing_the_sheet_leaves_the_page_where_it_was(open_page: Opener) -> None:
    page = page_of(open_page)
    row = page.locator("#list .statement").last
    row.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    row.tap()
    assert page.locator("#list").is_visible()
    page.locator("#panel .back").tap()
    assert page.locator("#panel").is_hidden()
    assert abs(page.evaluate("scrollY") - before) < 20


def test_the_list_under_the_sheet_follows_the_language(open_page: Opener) -> None:
    page = page_of(open_page, "#s=builds-24-planned")
    page.evaluate("document.getElementById('language-en').click()")
    assert "builds campus" in page.locator("#list").inner_text().replace("\n", " ")


def test_a_focused_control_is_not_hidden_under_the_sheet(open_page: Opener) -> None:
    page = page_of(open_page, "#s=builds-24-planned")
    page.locator("#list button").first.focus()
    sheet = page.locator("#panel").bounding_box()
    for _ in range(page.locator("#list button").count()):
        box = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        assert sheet is not None
        assert box <= sheet["y"] + 1
        page.keyboard.press("Tab")


def test_the_way_back_stays_in_sight_while_the_sheet_is_read(open_page: Opener) -> None:
    page = page_of(open_page, "#s=builds-24-planned")
    page.locator("#panel").evaluate("(panel) => panel.scrollTo(0, 9999)")
    sheet, back = page.locator("#panel").bounding_box(), page.locator("#panel .back").bounding_box()
    assert sheet is not None
    assert back is not None
    assert sheet["y"] <= back["y"] < sheet["y"] + 40


def test_colours_forced_by_the_system_leave_the_drawing_and_the_switches_legible(open_page: Opener) -> None:
    page = page_of(open_page, forced_colors="active")
    ground = page.locator("#canvas").evaluate("(canvas) => getComputedStyle(canvas).backgroundColor")
    pressed, other = (
        page.locator(f"#language-{language}").evaluate("(one) => getComputedStyle(one).backgroundColor")
        for language in ("fr", "en")
    )
    assert (ground, pressed != other) == ("rgb(251, 251, 248)", True)
