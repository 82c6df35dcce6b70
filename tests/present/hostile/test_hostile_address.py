"""An address, whatever it holds, opens the page; what it names and the page does not have is passed over."""

from __future__ import annotations

import random
from urllib.parse import quote

import pytest

from kg.present.page.render import render
from tests.present.conftest import Opener
from tests.present.hostile.intact import assert_intact
from tests.present.hostile.naughty import NAUGHTY, shown
from tests.present.scene import NORDIC, TELIA, four_statements, ontology

pytestmark = pytest.mark.browser

LOOKED_UP = ("s", "n", "from", "to", "around", "depth")
READ = ("since", "until", "table", "sort", "lang", "at")
FACETS = ("hide-modality", "hide-relation", "hide-class", "hide-article", "hide-language", "hide-__proto__")
GOOD = (
    *(statement.id for statement in four_statements()[0]),
    *(NORDIC.iri, TELIA.iri, "Organization", "builds", "planned", "denied", "fr", "1", "9"),
    *("date.down", "object.up", "2025-01-01", "2026-03-31", "2025-02-31"),
    *("0,0,1", "1e9,-1e9,20", "1e308,1e308,20", "0,0,1e-9", ",,1"),
)

# All in one page: following an address is what the page does when the hash changes.
FOLLOW_EACH = """async (hashes) => {
    const wrong = [];
    for (const hash of hashes) {
        const before = window.__complaints.length;
        history.replaceState(null, "", hash);
        window.dispatchEvent(new Event("popstate"));
        const { x, y } = kgGraph.network.getViewPosition();
        const isPlaced = Number.isFinite(x) && Number.isFinite(y) && kgGraph.network.getScale() > 0;
        const isSpoken = ["en", "fr"].includes(document.documentElement.lang);
        const isWhole = document.getElementById("panel").hidden !== document.getElementById("list").hidden;
        if (!isPlaced || !isWhole || !isSpoken || window.__complaints.length > before) wrong.push(hash);
    }
    // A list off the screen has no text before it is drawn.
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    return wrong;
}"""
LISTEN = (
    "window.__complaints = []; window.addEventListener('error', (event) => window.__complaints.push(event.message));"
)


def part(text: str) -> str:
    return quote(shown(text), safe="")


def random_address(source: random.Random) -> str:
    """Return an address of a few parts: known and unknown names, good and bad values, encoded and bare."""
    parts = []
    for _ in range(source.randint(1, 5)):
        value = source.choice([source.choice(NAUGHTY), source.choice(GOOD), source.choice(GOOD), ""])
        name = source.choice([*LOOKED_UP, *READ, *FACETS, "toString", "", "a&b"])
        parts.append(f"{name}={source.choice([part, shown])(value)}")
    letters = "".join(chr(source.randint(32, 0xD7FF)) for _ in range(source.randint(0, 6)))
    return "#" + "&".join(parts) + source.choice(["", "", letters, "&&", "=", "%"])


def test_each_parameter_with_each_text_leaves_the_page_whole(open_page: Opener) -> None:
    opened = open_page(render(*four_statements(), ontology()))
    opened.page.evaluate(LISTEN)
    kinds = (LOOKED_UP, FACETS, *((name,) for name in READ))
    hashes = ["#" + "&".join(f"{name}={part(text)}" for name in names) for names in kinds for text in NAUGHTY]
    assert opened.page.evaluate(FOLLOW_EACH, hashes) == []
    assert_intact(opened)


def test_hundreds_of_random_addresses_leave_the_page_whole(open_page: Opener) -> None:
    opened = open_page(render(*four_statements(), ontology()))
    opened.page.evaluate(LISTEN)
    source = random.Random(20250601)  # noqa: S311 - the same addresses each time
    assert opened.page.evaluate(FOLLOW_EACH, [random_address(source) for _ in range(600)]) == []
    assert_intact(opened)


@pytest.mark.parametrize(
    "address",
    ["hide-relation=unknown", "hide-modality=toString", "lang=constructor", "lang=__proto__", "sort=toString.up"],
)
def test_what_means_nothing_leaves_the_view_as_it_opens(open_page: Opener, address: str) -> None:
    opened = open_page(render(*four_statements(), ontology()))
    usual = opened.text("body")
    opened.page.evaluate(LISTEN)
    assert opened.page.evaluate(FOLLOW_EACH, [f"#{address}"]) == []
    assert opened.text("body") == usual
    assert_intact(opened)
