"""The form for queries in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.present.serve.conftest import Server

pytestmark = pytest.mark.browser

HOSTILE = """SELECT ?link ?words {
  VALUES (?link ?words) {
    (<javascript:alert(1)> "<img src=x onerror=alert(2)>")
    (<https://kg.example/id/oracle> "</td><script>alert(3)</script>"@fr)
    (<https://elsewhere.example/a> UNDEF)
  }
}"""


@dataclass
class Opened:
    """A page and what went wrong on it."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def ask(self, question: str) -> str:
        """Ask a query with the keyboard, and return what the status says then."""
        self.page.locator("#query").fill(question)
        self.page.keyboard.press("Control+Enter")
        status = self.page.locator("#status")
        expect(status).not_to_have_text(re.compile("^(asking.*)?$"))
        return status.inner_text()

    def note(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(name="opened")
def _opened(browser: Browser, server: Server) -> Iterator[Opened]:
    with browser.new_context() as context:
        opened = Opened(context.new_page())
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", opened.note)
        opened.page.goto(f"{server.address}query?plain")
        yield opened


def test_rows_become_a_table(opened: Opened) -> None:
    assert opened.ask("SELECT ?label { ?s kg:leases_to/rdfs:label ?label }").startswith("1 row, ")
    assert opened.page.locator("#result th").all_inner_texts() == ["label"]
    assert opened.page.locator("#result td").all_inner_texts() == ["Oracle"]
    assert opened.complaints == []


def test_yes_or_no_and_triples_are_shown_too(opened: Opened) -> None:
    opened.ask("ASK { ?s kg:leases_to ?o }")
    assert opened.page.locator("#result").inner_text() == "yes"
    opened.ask("CONSTRUCT WHERE { ?s kg:leases_to ?o }")
    assert "kg:leases_to id:oracle" in opened.page.locator("#result pre").inner_text()


def test_an_error_is_one_line(opened: Opened) -> None:
    assert "wrong SPARQL" in opened.ask("SELECT ?s {")
    assert opened.page.locator("#result").inner_text() == ""


def test_hostile_values_stay_text(opened: Opened) -> None:
    opened.ask(HOSTILE)
    cells = opened.page.locator("#result td").all_inner_texts()
    assert cells[:2] == ["javascript:alert(1)", "<img src=x onerror=alert(2)>"]
    links = opened.page.locator("#result a").evaluate_all("links => links.map((one) => one.getAttribute('href'))")
    assert links == ["/id/oracle", "https://elsewhere.example/a"]
    assert opened.page.locator("#result img, #result script").count() == 0
    assert opened.complaints == []


def test_a_saved_question_fills_the_form(opened: Opened) -> None:
    opened.page.locator("a.saved", has_text="Who leases to whom").click()
    opened.page.wait_for_url("**/query?name=leases")
    assert opened.page.locator("#query").input_value().startswith("# Who leases to whom")


def test_the_query_can_be_taken_along_as_a_command(opened: Opened, server: Server) -> None:
    opened.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    opened.page.locator("#query").fill("ASK { ?s ?p 'it' }")
    opened.page.locator("#curl").click()
    line = opened.page.locator("#result pre").inner_text()
    assert line == (
        f"curl {server.endpoint} -H 'Accept: text/csv' --data-urlencode 'query=ASK {{ ?s ?p '\\''it'\\'' }}'"
    )


def test_the_form_works_without_scripts(browser: Browser, server: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server.address}query?plain")
        with page.expect_response("**/sparql") as answered:
            page.locator("button[type=submit]").click(no_wait_after=True)
        assert answered.value.status == 200
