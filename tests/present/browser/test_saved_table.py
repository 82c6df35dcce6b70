"""The table that the page saves: that of `kg export`, of what is shown."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model import Article, Mention, Qualifiers, Span, Statement, Term, Value
from kg.present.export.table import write_csv
from kg.present.page.render import render
from tests.present.conftest import Opened, Opener, save
from tests.present.scene import CAMPUS, NORDIC, TELIA, article, find, four_statements, ontology, statement

pytestmark = pytest.mark.browser

Rows = list[dict[str, str]]


def read(text: str) -> Rows:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def saved(opened: Opened, folder: Path) -> Rows:
    return read(save(opened, "CSV", folder).read_text("utf-8-sig"))


def exported(statements: list[Statement], articles: list[Article]) -> Rows:
    return read(write_csv(statements, articles, ontology()))


def test_holds_the_rows_that_are_shown_in_the_order_of_the_table(open_page: Opener, tmp_path: Path) -> None:
    opened = open_page(render(*four_statements(), ontology()))
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    rows = saved(opened, tmp_path)
    assert [(row["subject"], row["relation"], row["object"]) for row in rows] == [
        ("campus de Luleå", "leases_to", "Telia"),
        ("Nordic Compute", "raised", "40 millions d’euros"),
    ]


def test_has_the_columns_of_the_export_in_their_order(open_page: Opener, tmp_path: Path) -> None:
    statements, articles = four_statements()
    text = save(open_page(render(statements, articles, ontology())), "CSV", tmp_path).read_text("utf-8-sig")
    assert text.splitlines()[0] == write_csv(statements, articles, ontology()).splitlines()[0]


def test_holds_what_the_export_holds(open_page: Opener, tmp_path: Path) -> None:
    news = article("Chez Kerlan 😀\n\nBravane 😀 loue un campus pour environ 5 à 6 millions par an.")
    price = Value("Money", "environ 5 à 6 millions", "5000000", "EUR", "about", "6000000", "year", "currency")
    told = Qualifiers(
        date="2026",
        horizon="2030",
        purpose="grandir",
        amount=price,
        asset=Term(CAMPUS, find(news.text, "un campus")),
        organization=Term(replace(NORDIC, label="Kerlan", names=()), find(news.text, "Kerlan")),
    )
    words = ("Bravane 😀 loue un campus pour environ 5 à 6 millions", "Bravane", "loue", "environ 5 à 6 millions")
    first = statement(news, (TELIA, "raised", price), words, qualifiers=told, attribution="IDC")
    (row,) = saved(open_page(render([first], [news], ontology())), tmp_path)
    assert row == exported([first], [news])[0]
    assert (row["asset_start"], row["organization_words"]) == (str(news.text.index("un campus")), "Kerlan")


def test_holds_words_that_stand_far_from_the_evidence(open_page: Opener, tmp_path: Path) -> None:
    statements, articles = four_statements()
    apart = replace(statements[2], trigger=Span(0, 9))
    apart = replace(apart, subject=replace(apart.subject, mention=Mention("Un campus", Span(0, 9))))
    (row,) = saved(open_page(render([apart], articles, ontology())), tmp_path)
    assert row == exported([apart], articles)[0]
    assert (row["subject_words"], row["trigger"], row["trigger_end"]) == ("Un campus", "Un campus", "9")


def test_a_cell_cannot_become_a_formula(open_page: Opener, tmp_path: Path) -> None:
    statements, articles = four_statements()
    named = replace(NORDIC, label='=HYPERLINK("x")')
    first = replace(statements[0], subject=replace(statements[0].subject, target=named), attribution="IDC;\n =1")
    (row,) = saved(open_page(render([first], articles, ontology())), tmp_path)
    assert (row["subject"], row["attribution"]) == ('\'=HYPERLINK("x")', "IDC;\n '=1")
    assert row == exported([first], articles)[0]
