"""What axe-core, the usual checker of accessibility, finds on every state of the page: nothing.

All its rules run, best practices too. What it cannot decide, such as the contrast of a single sign, it lists apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from kg.config import Settings, find_ontology
from kg.pipeline import build
from kg.present.page.render import render, write_page
from tests.present.scene import NORDIC, TELIA, four_statements, ontology

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RUN = """async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    const told = ({ id, impact, nodes }) => nodes.map(({ html }) => `${impact} ${id}: ${html.slice(0, 120)}`);
    return violations.flatMap(told);
}"""
N, T = (quote(entity.iri, safe="") for entity in (NORDIC, TELIA))
STATES = {
    "opening page": "",
    "statement": "#s=leases_to-69-possible",
    "entity": f"#n={N}",
    "path": f"#from={N}&to={T}",
    "no path": f"#from={N}&to={N}",
    "neighbourhood": f"#n={N}&around={N}&depth=1",
    "table": "#table=1",
    "sorted table": "#table=1&sort=object.down&s=builds-24-planned",
    "denied shown": "#hide-modality=&table=1",
    "filtered to nothing": "#table=1&hide-relation=builds&hide-relation=leases_to&hide-relation=raised",
    "time chosen": "#since=2026-01-01",
}
SETTINGS = [("light", "fr-FR", 1200), ("dark", "en-GB", 1200), ("light", "en-GB", 390), ("dark", "fr-FR", 390)]


@pytest.fixture(scope="module", params=SETTINGS, ids=["-".join(map(str, setting)) for setting in SETTINGS])
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return one open page for all states: an address changes the state."""
    scheme, locale, width = request.param
    path = tmp_path_factory.mktemp("access") / "graph.html"
    write_page(path, render(*four_statements(), ontology()))
    context = browser.new_context(color_scheme=scheme, locale=locale, viewport={"width": width, "height": 844})
    opened = context.new_page()
    opened.goto(path.as_uri())
    opened.evaluate(AXE)
    yield opened
    context.close()


def show(page: Page, address: str) -> None:
    """Go to a state; the page follows the address."""
    page.evaluate("(address) => { location.hash = address; }", address)
    page.wait_for_timeout(20)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(page: Page, state: str) -> None:
    show(page, STATES[state])
    page.locator("details").evaluate_all(
        "(all) => all.filter((one) => one.id !== 'save').forEach((one) => { one.open = true; })"
    )
    assert page.evaluate(RUN) == []


@pytest.mark.parametrize("text", ["e", "zzz"])
def test_axe_finds_nothing_in_the_list_of_names(page: Page, text: str) -> None:
    show(page, "")
    page.locator("#search").fill(text)
    assert page.locator("#search-options").is_visible()
    assert page.evaluate(RUN) == []
    page.locator("#search").fill("")


def test_axe_finds_nothing_in_the_menu_and_the_filters(page: Page) -> None:
    show(page, "")
    page.evaluate(
        "() => { document.getElementById('filters').hidden = false; document.getElementById('save').open = true; }"
    )
    assert page.evaluate(RUN) == []


def test_axe_finds_nothing_on_the_page_of_the_sample_articles(browser: Browser, tmp_path: Path) -> None:
    build([ROOT / "seeds"], out=tmp_path, settings=Settings(find_ontology()))
    context = browser.new_context(color_scheme="dark", locale="fr-FR", viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.goto((tmp_path / "graph.html").as_uri() + "#table=1")
    page.evaluate(AXE)
    found = [*page.evaluate(RUN)]
    for opened in ("#list .name", "#panel .statement"):
        page.locator(opened).first.click()
        found.extend(page.evaluate(RUN))
    context.close()
    assert found == []
