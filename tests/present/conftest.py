"""A real browser that opens a page from a file, and tells what the page did."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from benchmarks.browser import open_browser
from kg.present.page.render import write_page


@dataclass
class Opened:
    """A page and what happened on it: addresses it asked for, those that its policy refused, messages, dialogs."""

    page: Page
    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def note_refusal(self, request: Request) -> None:
        if request.failure == "csp":
            self.refused.append(request.url)

    def text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()

    def click_edge(self, relation: str) -> None:
        """Click with the mouse on the middle of the first line of a relation."""
        place = self.page.evaluate(
            """(relation) => {
                const edge = kgGraph.edges.get().find((one) => one.relation === relation);
                const { from, to, edgeType } = kgGraph.network.body.edges[edge.id];
                const middle = edgeType.getPoint(0.5, edgeType.getViaNode?.());
                const { x, y } = kgGraph.network.canvasToDOM(middle);
                const { left, top } = document.getElementById("canvas").getBoundingClientRect();
                return { x: left + x, y: top + y };
            }""",
            relation,
        )
        self.page.mouse.click(place["x"], place["y"])

    def search(self, name: str) -> None:
        """Type a name and open the first entity that is found."""
        self.page.locator("#search").fill(name)
        self.page.keyboard.press("Enter")

    def click_node(self, label: str, modifiers: Sequence[Literal["Shift"]] = ()) -> None:
        """Click with the mouse on the node of that label."""
        place = self.page.evaluate(
            """(label) => {
                const { id } = kgGraph.nodes.get().find((one) => one.label === label);
                const { x, y } = kgGraph.network.canvasToDOM(kgGraph.network.getPosition(id));
                return { x, y };
            }""",
            label,
        )
        self.page.locator("#canvas").click(position=place, modifiers=list(modifiers))


Opener = Callable[..., Opened]


def save(opened: Opened, kind: str, folder: Path) -> Path:
    """Download what is shown through the menu and return the file, which has a name in plain letters."""
    opened.page.locator("#save summary").click()
    with opened.page.expect_download() as download:
        opened.page.locator("#save").get_by_role("button", name=kind).click()
    name = download.value.suggested_filename
    assert re.fullmatch(rf"[a-z0-9-]{{1,60}}\.{kind.lower()}", name)
    path = folder / name
    download.value.save_as(path)
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if os.environ.get("KG_NO_BROWSER") == "1":
        pytest.skip("KG_NO_BROWSER=1 says that there is no browser here")
    with open_browser() as started:
        yield started


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Return what writes a page to a file and opens it, in a fresh profile and a French browser unless told."""
    contexts = []

    def opener(html: str, *, address: str = "", **options: object) -> Opened:
        path = tmp_path / "graph.html"
        write_page(path, html)
        # A browser without a window asks nobody whether a page may write into the clipboard.
        usual = {"locale": "fr-FR", "viewport": {"width": 1200, "height": 800}, "permissions": ["clipboard-write"]}
        context = browser.new_context(**{**usual, **options})  # type: ignore[arg-type]  # Playwright spells each option
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("requestfailed", opened.note_refusal)
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", opened.dismiss)
        opened.page.goto(path.as_uri() + address)
        return opened

    yield opener
    for context in contexts:
        context.close()
