"""The page without a mouse: where the Tab key goes, what keys do, and where the focus is afterwards."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from kg.present.page.render import render
from tests.present.conftest import Opener
from tests.present.scene import NORDIC, four_statements, ontology

pytestmark = pytest.mark.browser

FOCUS = """() => {
    const { activeElement: one } = document;
    return one.id || one.dataset.opens || one.className || one.tagName;
}"""
RING = """() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}"""


def page_of(open_page: Opener, address: str = "", **options: object) -> Page:
    return open_page(render(*four_statements(), ontology()), address=address, **options).page


def press(page: Page, *keys: str) -> str:
    """Press the keys and return what has the focus then."""
    for key in keys:
        page.keyboard.press(key)
    return str(page.evaluate(FOCUS))


def stops(page: Page, key: str = "Tab", most: int = 120) -> list[str]:
    """Return where a key leads, stop by stop, until it comes round; every stop must show its ring."""
    found: list[str] = []
    for _ in range(most):
        place = press(page, key)
        if place == "BODY" or place in found[:1]:
            return found
        assert page.evaluate(RING), f"no ring at {place}"
        found.append(place)
    raise AssertionError(f"{key} goes round in {found[-5:]}")


def test_tab_goes_through_the_page_in_the_order_it_is_read_and_comes_out_again(open_page: Opener) -> None:
    found = stops(page_of(open_page, "#table=1"))
    marks = ["search", "filters-switch", "table-switch", "language-en", "modality-0", "canvas", "since", "until"]
    marks += ["table", "sort-subject", "row-0", "side"]
    assert [place for place in found if place in marks] == marks
    assert found.index("s0") > found.index("side")


def test_tab_goes_back_the_same_way(open_page: Opener) -> None:
    page = page_of(open_page, "#table=1")
    assert stops(page, "Shift+Tab") == stops(page, "Tab")[::-1]


def test_a_row_of_the_list_opens_into_the_panel_and_escape_comes_back_to_it(open_page: Opener) -> None:
    page = page_of(open_page)
    page.locator("#list .statement").first.focus()
    row = page.evaluate(FOCUS)
    assert press(page, "Enter") == "panel"
    assert page.evaluate(RING)
    assert press(page, "Escape") == row


def test_the_way_back_in_the_panel_leads_to_the_row_it_was_opened_from(open_page: Opener) -> None:
    page = page_of(open_page, "#table=1")
    page.locator("#row-1").focus()
    assert press(page, "Enter") == "panel"
    assert page.locator("#row-1").get_attribute("aria-current") == "true"
    assert press(page, "Tab") == "back"
    assert press(page, "Enter") == "row-1"


def test_closing_a_link_that_opened_with_the_page_goes_to_its_row(open_page: Opener) -> None:
    page = page_of(open_page, f"#s={four_statements()[0][0].id}")
    page.locator("#panel .back").focus()
    assert press(page, "Enter") == "s0"


def test_going_on_within_the_panel_keeps_the_focus_there_and_closing_returns_to_the_first_opener(
    open_page: Opener,
) -> None:
    page = page_of(open_page)
    page.locator("#search").focus()
    page.keyboard.type("telia")
    assert press(page, "Enter") == "panel"
    page.locator("#panel .statement").first.focus()
    assert press(page, "Enter") == "panel"
    assert press(page, "Escape") == "search"


def test_the_list_of_names_is_walked_with_arrows(open_page: Opener) -> None:
    page = page_of(open_page)
    page.locator("#search").focus()
    page.keyboard.type("e")
    options = page.locator("#search-options [role=option]")
    press(page, "ArrowDown")
    assert page.locator("#search").get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    assert press(page, "Escape") == "search"
    assert page.locator("#search-options").is_hidden()


@pytest.mark.parametrize("control", ["modality-0", "only-relation-1", "language-en", "table-switch", "depth-1"])
def test_a_control_that_is_built_anew_keeps_the_focus(open_page: Opener, control: str) -> None:
    page = page_of(open_page, f"#n={quote(NORDIC.iri, safe='')}")
    page.locator(f"#{control}").focus()
    assert press(page, "Space") == control


def test_sorting_keeps_the_focus_on_the_head_and_tells_the_order(open_page: Opener) -> None:
    page = page_of(open_page, "#table=1")
    page.locator("#sort-object").focus()
    orders = [(press(page, "Enter"), page.locator("th[aria-sort]").get_attribute("aria-sort")) for _ in range(2)]
    assert orders == [("sort-object", "ascending"), ("sort-object", "descending")]


def test_a_control_that_goes_away_hands_the_focus_on(open_page: Opener) -> None:
    page = page_of(open_page, f"#hide-relation=builds&around={quote(NORDIC.iri, safe='')}")
    page.locator("#notices .chip").first.focus()
    assert press(page, "Enter") == "chip"
    assert press(page, "Enter") == "canvas"


def test_show_all_hands_the_focus_to_the_filters(open_page: Opener) -> None:
    page = page_of(open_page, "#hide-relation=builds")
    page.locator("#filters .heading button").focus()
    assert press(page, "Enter") == "modality-0"


def test_the_drawing_is_walked_and_what_is_marked_is_told(open_page: Opener) -> None:
    page = page_of(open_page)
    page.locator("#canvas").focus()
    press(page, "ArrowRight")
    first = page.locator("#marked").inner_text()
    assert first == "Nordic Compute, organisation, 2 liens"
    press(page, "Space")
    assert page.locator("#marked").inner_text().startswith("Nordic Compute construit campus de Luleå, ")
    assert press(page, "Enter") == "panel"
    assert page.locator("#panel blockquote mark.trigger").inner_text() == "construira"
    assert press(page, "Escape") == "canvas"


def test_the_ends_of_the_time_are_moved_by_arrows_and_say_their_month(open_page: Opener) -> None:
    page = page_of(open_page)
    page.locator("#since").focus()
    assert press(page, "ArrowRight") == "since"
    page.wait_for_function("location.hash.includes('since=')")
    assert page.locator("#since").get_attribute("aria-valuetext") == "juillet 2025"


def test_the_menu_opens_and_closes_without_leaving_its_place(open_page: Opener) -> None:
    page = page_of(open_page)
    page.locator("#save summary").focus()
    press(page, "Enter", "Tab")
    assert page.evaluate("document.activeElement.closest('#save li') !== null")
    press(page, "Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.locator("#save ul").is_hidden()


def test_escape_closes_a_path_too(open_page: Opener) -> None:
    ends = f"#from={quote(NORDIC.iri, safe='')}&to={quote('https://kg.example/id/telia', safe='')}"
    page = page_of(open_page, ends)
    page.locator("#panel .back").focus()
    press(page, "Escape")
    assert page.locator("#panel").is_hidden()


def test_drawing_moves_at_once_for_who_wants_no_motion(open_page: Opener) -> None:
    page = page_of(open_page, reduced_motion="reduce")
    before = page.evaluate("kgGraph.network.getScale()")
    scale = page.evaluate(
        "() => { document.querySelector('#zoom button').click(); return kgGraph.network.getScale(); }"
    )
    assert scale == pytest.approx(before * 1.3)
