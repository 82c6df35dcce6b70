"""What a reader sees of a statement on the drawing and in the panel, beside its own sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Modality, Qualifiers, Statement, Value
from kg.present.page.render import render
from tests.present.conftest import Opened, Opener
from tests.present.scene import NORDIC, TELIA, article, four_statements, many, ontology, statement

pytestmark = pytest.mark.browser

NEWS = article("Telia buys Nordic Compute. Telia does not sell.")
EUROS = Value("Money", "5 millions", "5000000", "EUR")


def buys(name: str, modality: Modality = Modality.ASSERTED, amount: Value | None = None) -> Statement:
    """Return a purchase of Nordic Compute by Telia, called `name`."""
    words = ("Telia buys Nordic Compute", "Telia", "buys", "Nordic Compute")
    made = statement(NEWS, (TELIA, "acquires", NORDIC), words, modality=modality)
    return replace(made, id=name, qualifiers=Qualifiers(amount=amount))


def raises(name: str, number: str) -> Statement:
    words = ("Telia buys Nordic Compute", "Telia", "buys", "Nordic Compute")
    value = Value("Money", number, number, "EUR")
    return replace(statement(NEWS, (NORDIC, "raised", value), words), id=name)


def open_statement(open_page: Opener, first: Statement, *others: Statement) -> Opened:
    return open_page(render([first, *others], [NEWS], ontology()), address=f"#s={first.id}")


def under(opened: Opened, title: str) -> list[str]:
    """Return the statements listed below a heading of the panel."""
    rows = opened.page.locator(f"#panel h3:has-text('{title}') + ul .statement")
    return [" ".join(text.split()) for text in rows.all_inner_texts()]


def widths(opened: Opened) -> list[float]:
    found: list[float] = opened.page.evaluate("kgGraph.edges.get().map((edge) => edge.width).sort((a, b) => a - b)")
    return found


def test_a_plan_of_the_same_supports_a_statement_and_a_denial_contradicts_it(open_page: Opener) -> None:
    opened = open_statement(open_page, buys("done"), buys("plan", Modality.PLANNED), buys("denial", Modality.DENIED))
    assert under(opened, "Ce qui l’appuie") == ["Telia acquiert Nordic Compute planned"]
    assert under(opened, "Ce qui le contredit") == ["Telia acquiert Nordic Compute denied"]


def test_a_denial_is_contradicted_by_what_it_denies(open_page: Opener) -> None:
    opened = open_statement(open_page, buys("denial", Modality.DENIED), buys("done"))
    assert under(opened, "Ce qui le contredit") == ["Telia acquiert Nordic Compute"]


def test_other_figures_of_the_same_kind_are_named(open_page: Opener) -> None:
    opened = open_statement(open_page, raises("first", "5000000"), raises("second", "7000000"))
    assert [row.replace("\u00a0", " ") for row in under(opened, "Autres chiffres de même sorte")] == [
        "Nordic Compute a levé 7 M €"
    ]


def test_other_relations_between_the_two_are_named(open_page: Opener) -> None:
    partner = replace(buys("partner"), relation="partner_of")
    opened = open_statement(open_page, buys("done"), partner)
    assert under(opened, "Aussi entre Telia et Nordic Compute") == ["Telia partenaire de Nordic Compute"]


def test_statements_of_one_edge_are_counted_on_it_and_open_one_by_one(open_page: Opener) -> None:
    opened = open_page(render([buys("first"), buys("second")], [NEWS], ontology()))
    assert opened.page.evaluate("kgGraph.edges.get().map((edge) => edge.label)") == ["acquiert ×2"]
    opened.click_edge("acquires")
    assert opened.page.locator("#panel .card").count() == 2
    assert "2 énoncés" in opened.text("#panel")


def test_each_tenfold_of_money_widens_a_line_by_the_same(open_page: Opener) -> None:
    opened = open_page(
        render([raises("a", "10000000"), raises("b", "100000000"), raises("c", "1000000000")], [NEWS], ontology())
    )
    thin, middle, wide = widths(opened)
    assert thin < middle < wide
    assert middle - thin == pytest.approx(wide - middle)


def test_the_legend_says_what_the_width_of_a_line_means(open_page: Opener) -> None:
    opened = open_page(render([raises("a", "10000000"), raises("b", "900000000")], [NEWS], ontology()))
    text = opened.text("#filters .widths").replace("\u00a0", " ")
    assert "Plus le trait est large, plus la somme est grande" in text
    assert ("10 M €" in text, "900 M €" in text) == (True, True)


def test_a_page_without_money_has_no_legend_of_widths(open_page: Opener) -> None:
    opened = open_page(render([buys("done")], [NEWS], ontology()))
    assert opened.page.locator("#filters .widths").count() == 0
    assert widths(opened) == [2]


def test_an_entity_with_more_links_is_larger(open_page: Opener) -> None:
    opened = open_page(render(*many(9), ontology()))
    sizes = opened.page.evaluate("Object.fromEntries(kgGraph.nodes.get().map((node) => [node.label, node.size]))")
    assert sizes["Nordic Compute"] > 1.3 * sizes["C1"]


def test_a_page_that_leaves_entities_out_says_how_many(open_page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    statements, articles = many(9)
    monkeypatch.setattr("kg.present.page.render.limit", fewer)
    opened = open_page(render(statements, articles, ontology()))
    assert "laisse de côté 5 entités" in opened.text("#notices")
    assert "5 énoncés" in opened.text("#notices")


def fewer(statements: list[Statement], known: object) -> object:
    from kg.present.page.limit import limit  # noqa: PLC0415 - the one that is not replaced

    return limit(statements, known, most=5)  # type: ignore[arg-type]


def test_the_story_goes_from_the_busiest_entity_to_what_it_leads_to(open_page: Opener) -> None:
    opened = open_page(render(*four_statements(), ontology()))
    assert opened.page.locator("#list h3").all_inner_texts() == ["Nordic Compute", "campus de Luleå"]


def test_a_window_that_grows_or_shrinks_shows_the_whole_drawing(open_page: Opener) -> None:
    opened = open_page(render(*four_statements(), ontology()))
    for width in (700, 1500):
        opened.page.set_viewport_size({"width": width, "height": 700})
        opened.page.wait_for_timeout(300)
        outside = opened.page.evaluate(
            """() => {
                const { clientWidth, clientHeight } = document.getElementById("canvas");
                const at = ({ id }) => kgGraph.network.canvasToDOM(kgGraph.network.getPosition(id));
                return kgGraph.nodes.get().map(at)
                    .filter(({ x, y }) => x < 0 || y < 0 || x > clientWidth || y > clientHeight).length;
            }"""
        )
        assert outside == 0
