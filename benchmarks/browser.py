"""The browser in which pages are measured, tested and pictured: a headless Chromium that asks nobody for anything.

    python -m benchmarks.browser

prints the path of the one that would be used: what KG_CHROMIUM names, else one on the path, else the one that
`playwright install chromium` has fetched. Without any it fails. Of those on the path, the one without a window comes
first: it opens a page in half of the time.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

__all__ = ["find_chromium", "main", "open_browser"]

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-ipc-flooding-protection",  # else a page whose address changes hundreds of times in a test is held up
)


def find_chromium(playwright: Playwright) -> str | None:
    """Return the path of the browser; a name in KG_CHROMIUM that is none is left for the launch to complain of."""
    named = os.environ.get("KG_CHROMIUM")
    if named:
        return shutil.which(named) or named
    fetched = playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, NAMES)), fetched if Path(fetched).exists() else None)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Yield the browser, and close it afterwards.

    Raises:
        LookupError: there is none.
    """
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if path is None:
            raise LookupError("no Chromium: install one or name it in KG_CHROMIUM; KG_NO_BROWSER=1 skips the tests")
        with playwright.chromium.launch(executable_path=path, args=list(FLAGS)) as browser:
            yield browser


def main() -> None:
    """Print the path of the browser."""
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
    if path is None:
        sys.exit("no Chromium here")
    print(path)


if __name__ == "__main__":
    main()
