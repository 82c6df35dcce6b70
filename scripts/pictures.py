"""Take the pictures of the page that the documentation shows, from the sample articles.

    .venv/bin/python -m scripts.pictures [FOLDER]

The folder is docs/pictures unless told otherwise. Pictures depend on the fonts of the machine; what they show does not.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.browser import open_browser
from kg.pipeline import PAGE

__all__ = ["PICTURES", "main", "take_pictures"]

ROOT = Path(__file__).resolve().parent.parent
DESK = {"width": 1360, "height": 850}
PHONE = {"width": 390, "height": 844}


def show_page(page: Page) -> None:
    """The page as it opens."""
    page.wait_for_timeout(300)


def open_edge(page: Page) -> None:
    """Open the sentences that say that the site is to be leased."""
    page.locator("#list section", has_text="leases to").locator(".statement", has_text="leases to").first.click()
    page.wait_for_timeout(500)


def follow_path(page: Page) -> None:
    """Follow the links from a user of the site to its source of energy."""
    page.locator("#search").fill("openai")
    page.keyboard.press("Enter")
    page.locator("#path-to").fill("renewable energy")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)


def open_table(page: Page) -> None:
    """Show what is not done yet in the table, sorted by certainty, in French and in the dark."""
    page.get_by_role("checkbox", name="fait").uncheck()
    page.locator("#table-switch").click()
    page.locator("#sort-modality").click()
    page.wait_for_timeout(300)


PICTURES: dict[str, tuple[Callable[[Page], None], dict[str, Any]]] = {
    "page": (show_page, {"locale": "en-GB", "viewport": DESK}),
    "edge": (open_edge, {"locale": "en-GB", "viewport": DESK}),
    "path": (follow_path, {"locale": "en-GB", "viewport": DESK}),
    "table-dark-french": (open_table, {"locale": "fr-FR", "viewport": DESK, "color_scheme": "dark"}),
    "phone": (show_page, {"locale": "en-GB", "viewport": PHONE, "is_mobile": True, "has_touch": True}),
}
"""What is done before each picture is taken, and in which kind of browser."""


def main(folder: Path) -> None:
    """Take all pictures in a browser of our own."""
    with open_browser() as browser:
        take_pictures(browser, folder)


def take_pictures(browser: Browser, folder: Path) -> None:
    """Build the sample articles and take all pictures of their page."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        # The articles go by the names that they have in the repository.
        command = [sys.executable, "-m", "kg", "build", "seeds", "--out", scratch]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        for name in PICTURES:
            _take(name, browser, ((Path(scratch) / PAGE).as_uri(), folder))


def _take(name: str, browser: Browser, place: tuple[str, Path]) -> None:
    prepare, options = PICTURES[name]
    address, folder = place
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(address)
    prepare(page)
    page.screenshot(path=folder / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
