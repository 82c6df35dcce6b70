"""The pictures of the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.pictures import PICTURES, take_pictures

ROOT = Path(__file__).parent.parent.parent
SHOWN = re.compile(r"\((?:docs/)?pictures/([\w-]+)\.png\)")


def test_the_documentation_shows_pictures_that_the_script_makes() -> None:
    texts = [(ROOT / "README.md").read_text("utf-8"), (ROOT / "docs" / "page.md").read_text("utf-8")]
    shown = {name for text in texts for name in SHOWN.findall(text)}
    assert shown <= set(PICTURES)
    assert {path.stem for path in (ROOT / "docs" / "pictures").iterdir()} == set(PICTURES)


@pytest.mark.browser
def test_takes_every_picture_as_a_png(browser: Browser, tmp_path: Path) -> None:
    take_pictures(browser, tmp_path)
    heads = {path.stem: path.read_bytes()[:8] for path in tmp_path.iterdir()}
    assert heads == dict.fromkeys(PICTURES, b"\x89PNG\r\n\x1a\n")
