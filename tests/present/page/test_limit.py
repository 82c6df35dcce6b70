from __future__ import annotations

from kg.model import Article, Entity, Statement, Value
from kg.present.page.drawing import draw
from kg.present.page.limit import LeftOut, Limited, limit
from tests.present.scene import BASE, article, ontology, statement

NEWS = "Nordalia rachète Kerlan. Nordalia rachète Bravane. Kerlan rachète Bravane. Nordalia rachète Valbrune."
EUROS = Value("Money", "40 euros", "40", "EUR")


def company(name: str) -> Entity:
    return Entity(BASE + name.lower(), name, "Organization")


def buys(buyer: str, bought: str) -> Statement:
    return statement(
        article(NEWS),
        (company(buyer), "acquires", company(bought)),
        (f"{buyer} rachète {bought}", buyer, "rachète", bought),
    )


def tells(where: Article, subject: str, relation: str, value: Value) -> Statement:
    return statement(where, (company(subject), relation, value), (where.text, subject, relation, value.label))


def four_deals() -> list[Statement]:
    """Nordalia has three links, Kerlan and Bravane two, Valbrune one."""
    pairs = (("Nordalia", "Kerlan"), ("Nordalia", "Bravane"), ("Kerlan", "Bravane"), ("Nordalia", "Valbrune"))
    return [buys(*pair) for pair in pairs]


def labels(limited: Limited) -> list[str]:
    return [" ".join(node.lines) for node in draw(limited.statements, ontology()).nodes]


def test_a_graph_that_fits_is_shown_whole() -> None:
    deals = four_deals()
    assert limit(deals, ontology(), most=4) == Limited(tuple(deals), None)


def test_what_has_fewest_links_is_left_out_first() -> None:
    limited = limit(four_deals(), ontology(), most=3)
    assert labels(limited) == ["Bravane", "Kerlan", "Nordalia"]


def test_it_says_how_much_is_left_out() -> None:
    limited = limit(four_deals(), ontology(), most=3)
    assert limited.left_out == LeftOut(entities=1, values=0, edges=1, statements=1)


def test_among_equals_the_last_by_id_is_left_out() -> None:
    assert labels(limit(four_deals(), ontology(), most=2)) == ["Bravane", "Nordalia"]


def test_a_value_goes_with_its_entity() -> None:
    raised = tells(article("Valbrune raised 40 euros"), "Valbrune", "raised", EUROS)
    limited = limit([*four_deals(), raised], ontology(), most=3)
    assert limited.left_out == LeftOut(entities=1, values=1, edges=2, statements=2)


def test_a_value_stays_with_its_entity() -> None:
    raised = tells(article("Nordalia raised 40 euros"), "Nordalia", "raised", EUROS)
    assert "40 euros" in labels(limit([*four_deals(), raised], ontology(), most=2))


def test_words_that_are_not_drawn_stay_with_who_said_them() -> None:
    said = tells(article("Nordalia said yes"), "Nordalia", "said", Value("Words", "yes", "yes"))
    assert said in limit([*four_deals(), said], ontology(), most=3).statements


def test_of_more_values_than_there_is_room_for_some_are_shown() -> None:
    news = article("Nordalia raised 40 euros, 41 euros, 42 euros")
    sums = [Value("Money", f"{count} euros", str(count), "EUR") for count in (40, 41, 42)]
    limited = limit([tells(news, "Nordalia", "raised", one) for one in sums], ontology(), most=3)
    assert limited.left_out == LeftOut(entities=0, values=1, edges=1, statements=1)


def test_the_order_of_statements_does_not_matter() -> None:
    deals = four_deals()
    assert limit(deals[::-1], ontology(), most=3).statements == limit(deals, ontology(), most=3).statements[::-1]
