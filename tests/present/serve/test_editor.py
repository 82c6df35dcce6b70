"""The query editor that the wheel carries, in a real browser."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cli.runs import write_folder
from tests.present.serve.conftest import Server, running
from tests.present.serve.test_query_page import HOSTILE
from tests.wheel import has_editor, unpacked

pytestmark = pytest.mark.browser


@pytest.fixture(name="equipped", scope="module")
def _equipped(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the kg in the wheel."""
    if not has_editor(wheel):
        reason = "npm could not fetch the query editor, so the wheel has none"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("equipped")
    with running(write_folder(folder), code=unpacked(wheel, folder / "installed")) as server:
        yield server


@dataclass
class Edited:
    """A page with the editor, the addresses it asked for, and what went wrong on it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def write(self, question: str) -> None:
        """Type a query in the place of what is there, key by key."""
        self.page.locator(".CodeMirror").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(question)

    def ask(self, question: str) -> str:
        """Type a query, ask it with the keyboard, and return what the status says then."""
        self.write(question)
        self.page.keyboard.press("Control+Enter")
        status = self.page.locator("#status")
        expect(status).not_to_have_text(re.compile("^(asking.*)?$"))
        return status.inner_text()

    def text(self) -> str:
        """Return the query that would be asked, which is the one that is seen."""
        seen = str(self.page.evaluate("() => kgEditor.getValue()"))
        assert self.page.locator("#query").input_value() == seen
        return seen


@pytest.fixture(name="edited")
def _edited(browser: Browser, equipped: Server) -> Iterator[Edited]:
    with browser.new_context() as context:
        edited = Edited(context.new_page())
        edited.page.on("request", lambda request: edited.requests.append(request.url))
        edited.page.on("console", lambda message: edited.complaints.append(message.text))
        edited.page.on("pageerror", lambda error: edited.complaints.append(str(error)))
        edited.page.on("dialog", lambda dialog: edited.complaints.append(dialog.message))
        edited.page.goto(f"{equipped.address}query")
        yield edited
        assert [address for address in edited.requests if not address.startswith(equipped.address)] == []
        assert edited.complaints == []


def test_the_editor_takes_the_place_of_the_plain_field(edited: Edited) -> None:
    expect(edited.page.locator(".CodeMirror")).to_be_visible()
    expect(edited.page.locator("textarea#query")).to_be_hidden()
    assert "GRAPH kg:asserted" in edited.text()


def test_a_query_is_typed_and_its_rows_are_shown(edited: Edited) -> None:
    question = "SELECT ?label { ?s kg:leases_to/rdfs:label ?label }"
    assert edited.ask(question).startswith("1 row, ")
    assert edited.text() == question
    assert edited.page.locator("#result td").all_inner_texts() == ["Oracle"]


def test_a_saved_question_is_shown_and_asked(edited: Edited) -> None:
    edited.page.locator("a.saved", has_text="Who leases to whom").click()
    edited.page.wait_for_url("**/query?name=leases")
    assert edited.text().startswith("# Who leases to whom")
    edited.page.get_by_role("button", name="Ask").click()
    expect(edited.page.locator("#status")).to_contain_text("1 row, ")


def test_what_is_wrong_is_said_in_words(edited: Edited) -> None:
    edited.write("SELECT ?s {")
    with edited.page.expect_response("**/sparql"):
        edited.page.keyboard.press("Control+Enter")
    expect(edited.page.locator("#status")).to_contain_text("wrong SPARQL")
    # The browser itself notes a status of 400.
    assert [edited.complaints.pop()[:23]] == ["Failed to load resource"]


def test_hostile_values_stay_text(edited: Edited) -> None:
    edited.page.evaluate("text => kgEditor.setValue(text)", HOSTILE)
    edited.page.get_by_role("button", name="Ask").click()
    expect(edited.page.locator("#status")).to_contain_text("3 rows")
    cells = edited.page.locator("#result td").all_inner_texts()
    assert cells[:2] == ["javascript:alert(1)", "<img src=x onerror=alert(2)>"]
    assert edited.page.locator("img, #result script").count() == 0


def test_hostile_words_in_a_link_stay_text(edited: Edited, equipped: Server) -> None:
    hostile = "</textarea><img src=x onerror=alert(1)>"
    edited.page.goto(f"{equipped.address}query?query=%3C/textarea%3E%3Cimg%20src=x%20onerror=alert(1)%3E")
    assert edited.text() == hostile
    assert edited.page.locator("img").count() == 0


def test_the_part_after_the_hash_of_a_link_changes_nothing(edited: Edited, equipped: Server) -> None:
    before = edited.text()
    edited.page.goto(f"{equipped.address}query#query=ASK%7B%7D&endpoint=https://bravane.example/sparql")
    edited.page.wait_for_timeout(300)
    assert edited.text() == before


def test_only_variables_of_the_query_are_offered(edited: Edited) -> None:
    edited.write("SELECT ?lessee { ?site kg:leases_to ?le")
    edited.page.keyboard.press("Control+Space")
    expect(edited.page.locator(".CodeMirror-hints li")).to_have_text(["?lessee"])
    edited.page.keyboard.press("Enter")
    assert edited.text().endswith("kg:leases_to ?lessee")


def test_the_keyboard_leaves_the_editor(edited: Edited) -> None:
    edited.page.locator(".CodeMirror").click()
    edited.page.keyboard.press("Tab")
    assert edited.page.evaluate("() => document.activeElement.closest('.CodeMirror')") is None
