"""The palette, which the page of the graph and the pages of the server share."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg.present

HERE = Path(kg.present.__file__).parent
PALETTE = HERE / "page" / "templates" / "css" / "palette.css"
STYLES = sorted({*PALETTE.parent.glob("*.css"), HERE / "serve" / "assets" / "site.css"} - {PALETTE})
NAMED = re.compile(r"--(\w+):")


def blocks() -> tuple[set[str], set[str]]:
    """Return the names that the palette sets at all, and those that it sets for the dark."""
    light, dark = PALETTE.read_text("utf-8").split("prefers-color-scheme: dark", 1)
    return set(NAMED.findall(light)), set(NAMED.findall(dark))


def test_every_colour_has_one_for_the_dark() -> None:
    light, dark = blocks()
    assert light - dark == {"font"}
    assert dark <= light


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_takes_colours_and_fonts_from_the_palette(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)|system-ui", text) == []
    assert set(re.findall(r"var\(--(\w+)\)", text)) <= blocks()[0] | set(NAMED.findall(text))
