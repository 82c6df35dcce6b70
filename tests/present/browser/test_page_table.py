"""The table of the statements beside the drawing."""

from __future__ import annotations

import pytest

from kg.present.page.render import render
from tests.present.conftest import Opened, Opener
from tests.present.scene import four_statements, many, ontology

pytestmark = pytest.mark.browser


def open_table(open_page: Opener, address: str = "#table=1") -> Opened:
    return open_page(render(*four_statements(), ontology()), address=address)


def column(opened: Opened, name: str) -> list[str]:
    return [" ".join(text.split()) for text in opened.page.locator(f"#table td.{name}").all_inner_texts()]


def test_holds_what_the_drawing_shows_and_opens_by_its_switch(open_page: Opener) -> None:
    opened = open_table(open_page, "")
    assert opened.page.locator("#table").is_hidden()
    opened.page.get_by_role("button", name="Tableau", exact=True).click()
    assert column(opened, "relation") == ["construit", "loue à", "a levé"]
    assert column(opened, "modality") == ["planned", "possible", "asserted"]
    assert column(opened, "source") == ["Un campus dans le nord"] * 3


def test_is_filtered_as_the_drawing_is(open_page: Opener) -> None:
    opened = open_table(open_page)
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    opened.page.get_by_role("checkbox", name="denied").check()
    assert column(opened, "relation") == ["loue à", "a levé", "acquiert"]


def test_is_sorted_by_a_column_up_down_and_not_at_all(open_page: Opener) -> None:
    opened = open_table(open_page)
    head = opened.page.get_by_role("button", name="Relation", exact=True)
    orders = []
    for _ in range(3):
        head.click()
        orders.append(
            (column(opened, "relation"), opened.page.locator("th:first-child + th").get_attribute("aria-sort"))
        )
    assert orders == [
        (["a levé", "construit", "loue à"], "ascending"),
        (["loue à", "construit", "a levé"], "descending"),
        (["construit", "loue à", "a levé"], None),
    ]


def test_certainty_is_sorted_from_done_to_possible_and_empty_cells_come_last(open_page: Opener) -> None:
    opened = open_table(open_page, "#table=1&sort=modality.up")
    assert column(opened, "modality") == ["asserted", "planned", "possible"]
    for order in ("up", "down"):
        opened = open_table(open_page, f"#table=1&sort=date.{order}")
        assert column(opened, "date") == ["mars 2026", "", ""]


def test_a_row_opens_its_sentence(open_page: Opener) -> None:
    opened = open_table(open_page)
    opened.page.locator("#table td", has_text="possible").click()
    assert opened.text("#panel blockquote mark.trigger") == "loué"
    assert opened.page.locator("#table tr.chosen").count() == 1


def test_a_row_is_opened_from_the_keyboard(open_page: Opener) -> None:
    opened = open_table(open_page)
    opened.page.locator("#table .open").first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.text("#panel blockquote mark.trigger") == "construira"


def test_columns_that_hold_nothing_are_left_out(open_page: Opener) -> None:
    statements, articles = four_statements()
    opened = open_page(render(statements[:1], articles, ontology()), address="#table=1")
    heads = opened.page.locator("#table th").all_inner_texts()
    assert heads == ["Sujet", "Relation", "Objet", "Certitude", "Source", "Paru"]


def test_a_long_table_shows_its_first_rows_and_then_more(open_page: Opener) -> None:
    statements, articles = many(250)
    opened = open_page(render(statements, articles, ontology()), address="#table=1")
    assert opened.page.locator("#table tbody tr").count() == 100
    opened.page.locator("#table").get_by_role("button", name="En montrer 150 de plus").click()
    assert opened.page.locator("#table tbody tr").count() == 250
