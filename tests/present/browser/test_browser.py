"""The page as a reader sees and uses it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest

from kg.present.page.render import render
from tests.present.conftest import Opener
from tests.present.scene import NORDIC, TELIA, four_statements, ontology

pytestmark = pytest.mark.browser


def page() -> str:
    return render(*four_statements(), ontology())


def test_shows_every_entity_and_amount_as_a_node(open_page: Opener) -> None:
    opened = open_page(page())
    labels = opened.page.evaluate("kgGraph.nodes.get().map((node) => node.label).sort()")
    assert labels == ["40\u00a0M\u00a0€", "Nordic Compute", "Telia", "campus de Luleå"]


def test_paints_the_nodes_in_the_colours_of_their_classes(open_page: Opener) -> None:
    opened = open_page(page())
    painted = opened.page.evaluate(
        """() => {
            const canvas = document.querySelector("canvas");
            const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            let [blue, orange] = [0, 0];
            for (let at = 0; at < data.length; at += 4) {
                const colour = [...data.slice(at, at + 3)].join();
                if (colour === "0,114,178") blue += 1;
                if (colour === "230,159,0") orange += 1;
            }
            return { blue, orange };
        }"""
    )
    assert painted["blue"] > 500
    assert painted["orange"] > 300


def test_asks_the_network_for_nothing_and_complains_of_nothing(open_page: Opener) -> None:
    opened = open_page(page())
    opened.click_edge("builds")
    opened.page.keyboard.press("Escape")
    opened.page.get_by_role("button", name="EN", exact=True).click()
    assert [address.partition(":")[0] for address in opened.requests] == ["file"]
    assert opened.complaints == []


def test_a_click_on_an_edge_opens_its_sentence_with_the_words_marked(open_page: Opener) -> None:
    opened = open_page(page())
    opened.click_edge("builds")
    assert "Nordic Compute construira un campus à Luleå. Il devrait" in opened.text("#panel blockquote")
    assert opened.text("#panel blockquote mark.subject") == "Nordic Compute"
    assert opened.text("#panel blockquote mark.trigger") == "construira"
    assert opened.text("#panel blockquote mark.object") == "un campus"


def test_the_panel_says_how_certain_who_when_and_where(open_page: Opener) -> None:
    opened = open_page(page())
    opened.click_edge("leases_to")
    text = opened.text("#panel dl")
    for words in ("possible", "la presse", "5 M€ par an", "mars 2026", "Un campus dans le nord", "1 juin 2025", "90"):
        assert words in text.replace("\u00a0", " ").replace("\u202f", " ").replace("M €", "M€")


def test_lines_show_the_modality(open_page: Opener) -> None:
    opened = open_page(page())
    dashes = opened.page.evaluate("kgGraph.edges.get().map((edge) => [edge.label.trim(), edge.dashes])")
    assert sorted(dashes) == [
        ["a levé", False],
        ["construit", [9, 6]],
        ["loue à (5\u00a0M\u00a0€ par an)", [2, 5]],
        ["✕ acquiert", [12, 4]],
    ]


def test_denied_statements_are_hidden_until_asked_for(open_page: Opener) -> None:
    opened = open_page(page())
    count = "kgGraph.edges.get().filter((edge) => !edge.hidden).length"
    assert opened.page.evaluate(count) == 3
    assert "acquiert" not in opened.text("#list")
    opened.page.get_by_role("checkbox", name="denied").check()
    assert opened.page.evaluate(count) == 4
    assert "acquiert" in opened.text("#list")


def test_the_list_begins_with_what_most_is_said_of(open_page: Opener) -> None:
    opened = open_page(page())
    counts = opened.page.evaluate(
        "[...document.querySelectorAll('#list section')].map((one) => one.querySelectorAll('li').length)"
    )
    assert (counts == sorted(counts, reverse=True), len(counts) > 1) == (True, True)


def test_the_list_opens_the_same_panel_from_the_keyboard(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.locator("#list button", has_text="construit").focus()
    opened.page.keyboard.press("Enter")
    assert "construira" in opened.text("#panel blockquote")
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel").is_hidden()


def test_an_entity_lists_its_names_links_and_statements(open_page: Opener) -> None:
    opened = open_page(page(), address=f"#n={quote(NORDIC.iri, safe='')}")
    text = opened.text("#panel")
    assert text.endswith("Appelé aussi\nNordic")
    assert "a levé 40" in text.replace("\n", " ")
    assert "construit campus de Luleå" in text.replace("\n", " ")


def test_only_web_addresses_become_links(open_page: Opener) -> None:
    opened = open_page(page(), address=f"#n={quote(TELIA.iri, safe='')}")
    links = opened.page.locator("#panel a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert links == ["https://www.wikidata.org/wiki/Q1"]
    assert "urn:x" in opened.text("#panel")


def test_the_address_selects_a_statement_and_follows_the_choice(open_page: Opener) -> None:
    first = four_statements()[0][0].id
    opened = open_page(page(), address=f"#s={first}")
    assert "construira" in opened.text("#panel blockquote")
    opened.click_edge("raised")
    assert opened.page.evaluate("location.hash").startswith("#s=raised-")
    opened.page.go_back()
    assert "construira" in opened.text("#panel blockquote mark.trigger")


@pytest.mark.parametrize("address", ["#s=unknown", "#n=unknown", "#s=%E0%A4%A", "#n=__proto__", "#n=constructor", "#x"])
def test_an_address_that_means_nothing_shows_the_list(open_page: Opener, address: str) -> None:
    opened = open_page(page(), address=address)
    assert opened.page.locator("#panel").is_hidden()
    assert opened.page.locator("#list").is_visible()
    assert opened.complaints == []


def test_speaks_the_language_of_the_browser_and_switches(open_page: Opener) -> None:
    opened = open_page(page(), locale="en-GB")
    assert opened.page.evaluate("document.documentElement.lang") == "en"
    assert "builds campus de Luleå" in opened.text("#list").replace("\n", " ")
    opened.page.get_by_role("button", name="FR").click()
    assert opened.page.evaluate("document.documentElement.lang") == "fr"
    assert "construit campus de Luleå" in opened.text("#list").replace("\n", " ")
    assert "construit" in opened.page.evaluate("kgGraph.edges.get().map((edge) => edge.label)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_line_can_be_told_from_the_page(open_page: Opener, scheme: str) -> None:
    opened = open_page(page(), color_scheme=scheme)
    faint = opened.page.evaluate(
        """() => {
            const light = (rgb) => rgb.map((v) => v / 255)
                .map((s) => (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4))
                .reduce((sum, s, at) => sum + s * [0.2126, 0.7152, 0.0722][at], 0);
            const read = (colour) => {
                const context = document.createElement("canvas").getContext("2d");
                context.fillStyle = colour;
                context.fillRect(0, 0, 1, 1);
                return light([...context.getImageData(0, 0, 1, 1).data].slice(0, 3));
            };
            const ground = read(getComputedStyle(document.body).backgroundColor);
            return kgGraph.edges.get().map((edge) => read(edge.color.color))
                .map((line) => (Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05))
                .filter((ratio) => ratio < 3);
        }"""
    )
    assert faint == []


def test_fits_a_phone(open_page: Opener) -> None:
    opened = open_page(page(), viewport={"width": 360, "height": 740})
    assert opened.page.evaluate("document.documentElement.scrollWidth") == 360
    opened.page.locator("#list button", has_text="construit").click()
    assert opened.page.locator("#panel blockquote").is_visible()


def test_opens_without_statements(open_page: Opener) -> None:
    opened = open_page(render([], [], ontology()))
    assert "0 énoncés" in opened.text("#counts")
    assert opened.complaints == []


def test_sentences_that_say_the_same_are_one_row_and_all_open(open_page: Opener) -> None:
    statements, articles = four_statements()
    again = replace(statements[0], id="again")
    opened = open_page(render([*statements, again], articles, ontology()))
    rows = opened.page.locator("#list .statement", has_text="construit")
    assert rows.all_inner_texts() == ["construit campus de Luleå ×2\nplanned"]
    rows.click()
    assert opened.page.locator("#panel .card").count() == 2


def test_words_on_a_line_have_a_ground_and_a_dimmed_line_has_no_gap(open_page: Opener) -> None:
    opened = open_page(page())
    grounds = "() => kgGraph.edges.get().map(({ relation, font }) => [relation, font.background])"
    assert {ground for _, ground in opened.page.evaluate(grounds)} == {"#fbfbf8"}
    opened.search("telia")
    chosen = dict(opened.page.evaluate(grounds))
    assert (chosen["leases_to"], chosen["raised"]) == ("#fbfbf8", "none")


def test_no_line_shows_through_a_dimmed_figure(open_page: Opener) -> None:
    opened = open_page(page())
    opened.search("telia")
    opacities = "() => kgGraph.nodes.get().filter(({ iri }) => !iri).map(({ opacity }) => opacity)"
    assert opened.page.evaluate(opacities) == [1]
