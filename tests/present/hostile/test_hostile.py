"""Text of an article, an entity or an ontology is shown, and never becomes markup, script, link, style or name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kg.model import Qualifiers
from kg.present.page.render import render
from tests.present.conftest import Opener
from tests.present.hostile.intact import assert_intact
from tests.present.hostile.naughty import HUGE, NAUGHTY, shown
from tests.present.hostile.poison import poisoned_page
from tests.present.scene import four_statements, ontology

pytestmark = pytest.mark.browser

# A few texts on a page, several pages: what a click draws anew grows with the page.
BATCHES = [NAUGHTY[start : start + 17] for start in range(0, len(NAUGHTY), 17)]
LONG = ("long" * 400, "ﷺ" * 120, "Z" + "\u0300\u0489" * 60, "漢" * 300, "\ud83d" * 90, "🤖" * 90, "_" * 3000)

# Each is run in the page, for all rows at once: a click that goes over the wire takes longer than all else.
OPEN_EACH = """() => {
    const read = (selector) => document.querySelector(selector)?.textContent;
    const rows = () => [...document.querySelectorAll("#table .open")];
    const told = [];
    for (let place = 0; place < rows().length; place += 1) {
        rows()[place].click();
        told.push(["#panel .passage", "#panel .name bdi", "#panel .edge .relation", "#panel cite"].map(read));
    }
    return told;
}"""
# What an entity is called, and which links it has, when the address opens it; the empty name opens nothing.
MEET_EACH = """(texts) => texts.filter(Boolean).filter((text) => {
    history.replaceState(null, "", `#n=${encodeURIComponent(text)}`);
    window.dispatchEvent(new Event("popstate"));
    const shown = [...document.querySelectorAll("#panel bdi")].map((one) => one.textContent);
    const links = [...document.querySelectorAll("#panel a")].map((one) => one.getAttribute("href"));
    return shown[0] !== text || !shown.includes(`${text} again`) || !links.every((one) => /^https?:/.test(one));
})"""
# Blanks and accents without a letter find nothing, and a field of one line turns line breaks into spaces.
FIND_EACH = """(texts) => texts.filter((text) => {
    const field = document.getElementById("search");
    const type = (words) => {
        field.value = words;
        field.dispatchEvent(new Event("input"));
    };
    type(text.replace(/[\\r\\n]+/g, " "));
    const names = [...document.querySelectorAll("#search-options bdi")].map((one) => one.textContent);
    const isBlank = field.value.replace(/[\\p{M}\\s]/gu, "") === "";
    type("");
    return !isBlank && !names.some((name) => text.startsWith(name.replace(/…$/, "")));
})"""
# Each text in one of the facets in turn; a language without words for it is called `language.` and its name.
FILTER_EACH = """(texts) => {
    for (let more; (more = document.querySelector("#filters fieldset > .plain-button")); ) more.click();
    const facets = ["relation", "class", "article", "language"];
    const boxes = (facet) => [...document.querySelectorAll(`#filters input[id^="${facet}-"]`)];
    const words = (box) => box.closest("label").querySelector(".words").textContent;
    const isOf = (text) => (box) => {
        const name = words(box).replace(/^language\\./, "");
        const isShortened = name.endsWith("…") && text.startsWith(name.slice(0, -1));
        return isShortened || name === text || (text === "" && name === "Article sans titre");
    };
    return texts.filter((text, place) => {
        const facet = facets[place % facets.length];
        const box = () => boxes(facet).find(isOf(text));
        box().click();
        const isHidden = !box().checked;
        box().click();
        box().closest("li").querySelector(".only").click();
        const alone = boxes(facet).filter((one) => one.checked);
        document.querySelector("#filters .heading button").click();
        return !isHidden || alone.length !== 1 || !isOf(text)(alone[0]);
    });
}"""


@pytest.mark.parametrize("texts", BATCHES, ids=lambda texts: ascii(texts[0][:12]))
def test_all_is_found_opened_and_filtered_as_it_was_given(open_page: Opener, texts: Sequence[str]) -> None:
    opened = open_page(render(*poisoned_page(texts)))
    words = [shown(text) for text in texts]
    assert opened.page.evaluate(FIND_EACH, words) == []
    assert opened.page.evaluate(MEET_EACH, words) == []
    opened.page.locator("#table-switch").click()
    told = opened.page.evaluate(OPEN_EACH)
    onward = {(text, text, "partner_of", text or "Article sans titre") for text in words}
    assert {tuple(row) for row in told} == onward | {(text, text, text, title) for text, _, _, title in onward}
    assert_intact(opened)
    opened.page.locator("#panel .back").click()
    opened.page.locator("#table-switch").click()
    assert opened.page.evaluate(FILTER_EACH, words) == []
    assert_intact(opened)


def test_a_reader_goes_round_the_page(open_page: Opener) -> None:
    texts = ("<img src=x onerror=alert(1)>", "javascript:alert(1)", "__proto__", "constructor", "%E0%A4%A&s=x#n=y")
    opened = open_page(render(*poisoned_page(texts)))
    opened.page.locator("#list .name").first.click()
    opened.page.locator("#depth-1").click()
    opened.page.locator("#path-to").fill(texts[2])
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel .chain li").count() >= 1
    assert_intact(opened)
    opened.page.locator("#panel .chain .statement").first.click()
    opened.page.locator("#panel details summary").first.click()
    opened.page.locator("#language-en").click()
    opened.page.locator("#table-switch").click()
    for column in opened.page.locator("#table th button").all():
        column.click()
    assert_intact(opened)
    before = opened.text("#side"), opened.text("#table"), opened.text("#notices")
    opened.page.reload()
    assert (opened.text("#side"), opened.text("#table"), opened.text("#notices")) == before
    for _ in range(4):
        opened.page.go_back()
    opened.page.go_forward()
    opened.page.locator("#canvas").focus()
    for key in ("ArrowRight", "ArrowDown", "Space", "Enter", "Escape"):
        opened.page.keyboard.press(key)
    assert_intact(opened)


@pytest.mark.parametrize(
    "title", ["</title></style><img src=x onerror=alert(1)>", "<!--<script>", "{{7*7}}", '">&amp;<b>']
)
def test_a_title_is_only_ever_a_title(open_page: Opener, title: str) -> None:
    opened = open_page(render(*poisoned_page([title])))
    assert (opened.page.title(), opened.text("h1")) == (f"{title} – kg", title)
    assert_intact(opened)


@pytest.mark.parametrize("width", [1200, 390])
@pytest.mark.parametrize("address", ["", "#table=1", "#s={}", "#n={}", "#from={}&to={}", "#around={}"])
def test_long_words_never_widen_the_page(open_page: Opener, address: str, width: int) -> None:
    page = render(*poisoned_page(LONG))
    opened = open_page(page, address=address.replace("{}", LONG[0]), viewport={"width": width, "height": 800})
    opened.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert_intact(opened)
    side = opened.page.evaluate(
        "[...document.querySelectorAll('#side, #filters')].map((one) => one.scrollWidth - one.clientWidth)"
    )
    assert side == [0, 0]


def test_a_word_of_a_hundred_thousand_letters_is_shown(open_page: Opener) -> None:
    opened = open_page(render(*poisoned_page([HUGE])))
    opened.page.locator("#list .statement").first.click()
    assert opened.page.evaluate("document.querySelector('#panel .passage').textContent.length") > 800
    opened.page.locator("#panel .name").first.click()
    assert_intact(opened)


@pytest.mark.parametrize(
    ("dates", "bars"), [(("9999-12-31", "9998-02"), 23), (("0000-01-01", "9999"), 100), (("1",), 0)]
)
def test_the_first_and_last_dates_have_a_place_in_time(open_page: Opener, dates: Sequence[str], bars: int) -> None:
    statements, articles = four_statements()
    undated = [replace(one, date=None) for one in articles]
    dated = [replace(one, qualifiers=Qualifiers(date)) for one, date in zip(statements, dates, strict=False)]
    opened = open_page(render(dated, undated, ontology()))
    assert opened.page.locator("#bars rect").count() == bars
    assert_intact(opened)


def test_a_day_that_no_calendar_has_is_shown_as_it_was_written(open_page: Opener) -> None:
    statements, articles = four_statements()
    dated = [replace(statements[0], qualifiers=Qualifiers("2025-02-31/0000-01"))]
    opened = open_page(render(dated, articles, ontology()), address=f"#s={statements[0].id}")
    assert "2025-02-31 – 0000-01" in opened.text("#panel")
