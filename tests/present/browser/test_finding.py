"""Finding one's way: search, filters, time, neighbourhood, paths, and the address that holds them all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kg.model import Modality, Qualifiers
from kg.present.page.render import render
from tests.present.conftest import Opened, Opener
from tests.present.scene import CAMPUS, NORDIC, TELIA, article, four_statements, ontology, statement

pytestmark = pytest.mark.browser


def page() -> str:
    return render(*four_statements(), ontology())


def shown_edges(opened: Opened) -> list[str]:
    """Return the relations of the edges that are not hidden."""
    found: list[str] = opened.page.evaluate(
        "kgGraph.edges.get().filter((edge) => !edge.hidden).map((edge) => edge.relation).sort()"
    )
    return found


def options(opened: Opened) -> list[str]:
    return opened.page.locator("#search-options [role=option]").all_inner_texts()


def test_search_finds_a_name_without_its_accents_and_case(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.get_by_role("combobox", name="Chercher un nom").fill("LULEA")
    opened.page.keyboard.press("Enter")
    assert "campus de Luleå" in opened.text("#panel h2")


def test_search_says_by_which_other_name_an_entity_was_found(open_page: Opener) -> None:
    statements, articles = four_statements()
    known = replace(NORDIC, names=("La Centrale du Nord",))
    first = replace(statements[0], subject=replace(statements[0].subject, target=known))
    opened = open_page(render([first], articles, ontology()))
    opened.page.get_by_role("combobox", name="Chercher un nom").fill("centrale nord")
    assert "Nordic Compute · La Centrale du Nord" in options(opened)[0]


def test_search_is_walked_with_arrows_and_says_when_nothing_is_found(open_page: Opener) -> None:
    opened = open_page(page())
    field = opened.page.get_by_role("combobox", name="Chercher un nom")
    field.fill("o")
    assert [name.split("\n")[0] for name in options(opened)] == ["Nordic Compute"]
    field.fill("e")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.getElementById('search').value") == ""
    assert opened.page.locator("#panel h2").is_visible()
    field.fill("zzz")
    assert options(opened) == ["Aucun nom semblable"]


def test_a_relation_is_hidden_by_its_box_and_shown_alone_by_only(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    assert shown_edges(opened) == ["leases_to", "raised"]
    opened.page.get_by_role("button", name="Seulement construit").click()
    assert shown_edges(opened) == ["builds"]
    assert opened.text("#counts") == "1 sur 4 énoncés · 2 sur 3 entités · 1 article"


def test_an_open_statement_closes_when_it_is_filtered_out(open_page: Opener) -> None:
    opened = open_page(page())
    opened.click_edge("builds")
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    assert opened.page.locator("#panel").is_hidden()
    assert shown_edges(opened) == ["leases_to", "raised"]


def test_a_class_is_hidden_with_every_statement_of_its_entities(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.get_by_role("checkbox", name="installation").uncheck()
    assert shown_edges(opened) == ["raised"]
    hidden = opened.page.evaluate("kgGraph.nodes.get().filter((node) => node.hidden).map((node) => node.label)")
    assert sorted(hidden) == ["Telia", "campus de Luleå"]


def test_a_count_tells_what_the_other_filters_leave(open_page: Opener) -> None:
    opened = open_page(page())
    row = opened.page.locator("#filters li", has_text="installation").locator(".number")
    assert row.inner_text() == "2"
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    assert row.inner_text() == "1"


def test_articles_and_languages_filter_when_there_are_several(open_page: Opener) -> None:
    statements, articles = four_statements()
    other = replace(article("Telia buys Nordic Compute", "seeds/south.en.md", "Down south"), language="en")
    bought = statement(other, (TELIA, "acquires", NORDIC), (other.text, "Telia", "buys", "Nordic Compute"))
    opened = open_page(render([*statements, replace(bought, language="en")], [*articles, other], ontology()))
    opened.page.get_by_role("checkbox", name="Down south").uncheck()
    assert "acquires" not in shown_edges(opened)
    opened.page.get_by_role("checkbox", name="Down south").check()
    opened.page.get_by_role("checkbox", name="en français").uncheck()
    assert shown_edges(opened) == ["acquires"]


def test_show_all_takes_the_filters_away(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    opened.page.get_by_role("button", name="Tout montrer").click()
    assert shown_edges(opened) == ["builds", "leases_to", "raised"]
    assert opened.page.get_by_role("button", name="Tout montrer").count() == 0


def test_filters_that_leave_nothing_say_so(open_page: Opener) -> None:
    opened = open_page(page())
    for name in ("asserted", "planned", "possible"):
        opened.page.get_by_role("checkbox", name=name).uncheck()
    assert "Aucun énoncé ne passe les filtres" in opened.text("#list")


def test_the_timeline_filters_by_date(open_page: Opener) -> None:
    opened = open_page(page())
    since = opened.page.get_by_role("slider", name="Du")
    assert since.get_attribute("aria-valuetext") == "juin 2025"
    since.focus()
    opened.page.keyboard.press("End")
    expect(opened.page.locator("#when-range")).to_have_text("mars 2026")
    assert shown_edges(opened) == ["leases_to"]
    assert "since=2026-03-01" in opened.page.url


def test_a_drag_over_the_bars_chooses_a_time_and_a_click_on_it_gives_all_back(open_page: Opener) -> None:
    opened = open_page(page())
    box = opened.page.locator("#bars").bounding_box()
    assert box is not None
    first, middle = (box["x"] + 3, box["y"] + 20)
    opened.page.mouse.click(first, middle)
    expect(opened.page.locator("#when-range")).to_have_text("juin 2025")
    assert shown_edges(opened) == ["builds", "raised"]
    opened.page.mouse.click(first, middle)
    expect(opened.page.locator("#when-range")).to_have_text("juin 2025 – mars 2026")
    assert shown_edges(opened) == ["builds", "leases_to", "raised"]


def test_a_time_without_statements_is_no_error(open_page: Opener) -> None:
    statements, articles = four_statements()
    odd = [replace(one, qualifiers=Qualifiers(date="0000-99/x")) for one in statements]
    opened = open_page(render(odd, [replace(articles[0], date=None)], ontology()))
    assert opened.page.locator("#timeline").is_hidden()
    assert opened.complaints == []


def test_a_neighbourhood_shows_what_is_near_and_grows_with_its_depth(open_page: Opener) -> None:
    opened = open_page(page())
    opened.search("telia")
    opened.page.get_by_role("button", name="1 pas").click()
    assert shown_edges(opened) == ["leases_to"]
    opened.page.get_by_role("button", name="2 pas", exact=True).click()
    assert shown_edges(opened) == ["builds", "leases_to"]
    opened.page.get_by_role("button", name="Autour de Telia : 2 pas").click()
    assert shown_edges(opened) == ["builds", "leases_to", "raised"]


def test_a_path_is_told_sentence_by_sentence(open_page: Opener) -> None:
    opened = open_page(page())
    opened.search("nordic")
    opened.page.get_by_role("combobox", name="Chemin vers").fill("telia")
    opened.page.keyboard.press("Enter")
    steps = opened.page.locator("#panel .chain > li")
    told = [" ".join(text.split()) for text in steps.locator(".statement").all_inner_texts()]
    assert told[0].startswith("Nordic Compute construit campus de Luleå")
    assert told[1].startswith("campus de Luleå loue à Telia")
    assert steps.locator("mark.trigger").all_inner_texts() == ["construira", "loué"]


def test_a_path_goes_only_over_what_is_shown(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.get_by_role("checkbox", name="loue à").uncheck()
    opened.search("nordic")
    opened.page.get_by_role("combobox", name="Chemin vers").fill("telia")
    opened.page.keyboard.press("Enter")
    assert "Rien de ce qui est montré ne mène de l’un à l’autre." in opened.text("#panel")


def test_a_second_entity_clicked_with_shift_opens_the_path_to_it(open_page: Opener) -> None:
    opened = open_page(page())
    opened.search("nordic")
    opened.click_node("Telia", modifiers=["Shift"])
    assert opened.page.locator("#panel .chain > li").count() == 2


def test_a_sentence_opened_on_a_path_leads_back_to_it(open_page: Opener) -> None:
    opened = open_page(page())
    opened.search("nordic")
    opened.page.get_by_role("combobox", name="Chemin vers").fill("telia")
    opened.page.keyboard.press("Enter")
    opened.page.locator("#panel .chain .statement").first.click()
    opened.page.get_by_role("button", name="← Retour au chemin").click()
    assert opened.page.locator("#panel .chain > li").count() == 2


def test_back_and_forward_go_through_the_views(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    opened.search("telia")
    opened.page.go_back()
    assert opened.page.locator("#panel").is_hidden()
    assert shown_edges(opened) == ["leases_to", "raised"]
    opened.page.go_back()
    assert shown_edges(opened) == ["builds", "leases_to", "raised"]
    opened.page.go_forward()
    opened.page.go_forward()
    assert "Telia" in opened.text("#panel h2")


def test_a_copied_link_leads_back_to_exactly_this_view(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    opened.page.get_by_role("button", name="Tableau", exact=True).click()
    opened.page.get_by_role("button", name="Objet", exact=True).click()
    opened.search("nordic")
    opened.page.get_by_role("button", name="1 pas").click()
    opened.page.get_by_role("button", name="Agrandir").click()
    opened.page.wait_for_url("**at=**")
    opened.page.get_by_role("button", name="Copier le lien").click()
    again = open_page(page(), address=opened.page.evaluate("location.hash"))
    for what in ("#counts", "#panel", "#table", "#notices"):
        assert again.text(what) == opened.text(what).replace("Lien copié", "Copier le lien")
    view = "[kgGraph.network.getScale().toFixed(3), Math.round(kgGraph.network.getViewPosition().x)]"
    assert again.page.evaluate(view) == opened.page.evaluate(view)


def test_a_link_to_what_the_filters_hide_opens_it(open_page: Opener) -> None:
    denied = next(one for one in four_statements()[0] if one.modality is Modality.DENIED)
    opened = open_page(page(), address=f"#s={denied.id}&hide-relation=acquires")
    assert opened.text("#panel blockquote mark.trigger") == "rachetée"
    assert "acquires" in shown_edges(opened)


def test_the_entity_of_a_filtered_statement_says_what_is_hidden(open_page: Opener) -> None:
    opened = open_page(page())
    opened.page.get_by_role("checkbox", name="construit").uncheck()
    opened.search("lule")
    assert "Les filtres cachent encore 1 énoncé." in opened.text("#panel")
    assert CAMPUS.label in opened.text("#panel h2")
