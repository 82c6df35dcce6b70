from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.inquiry.comparing.corroborate import Corroboration, corroborate
from kg.model import Article, Statement, Value
from tests.world import article, entity, money, ontology, statement

NORDALIA, BRAVANE = entity("e1", "Nordalia"), entity("e2", "Bravane")
ONE = "Bravane funds Nordalia, a maker of cold machines in the far north of the country."
OTHER = "The savings bank Bravane has put money into its neighbour Nordalia this spring."


def told(text: str, document: str, *, said_by: str | None = None) -> Statement:
    return replace(statement(article(text, document), BRAVANE, "funds", NORDALIA), attribution=said_by)


def one_edge(*statements: Statement, days: dict[str, date] | None = None) -> Corroboration:
    articles = [replace(article("", one.document), date=(days or {}).get(one.document)) for one in statements]
    (found,) = corroborate(statements, articles, ontology())
    return found


def test_articles_in_their_own_words_are_independent() -> None:
    found = one_edge(told(ONE, "a.txt"), told(OTHER, "b.txt"))
    assert (found.independent, [one.document for one in found.tellings]) == (2, ["a.txt", "b.txt"])


def test_near_copies_are_one_source_and_the_earliest_is_the_original() -> None:
    days = {"a.txt": date(2026, 3, 2), "b.txt": date(2026, 3, 1)}
    found = one_edge(told(ONE, "a.txt"), told(ONE + " More follows.", "b.txt"), days=days)
    assert found.independent == 1
    assert [(one.document, one.copy_of) for one in found.tellings] == [("b.txt", ""), ("a.txt", "b.txt")]


def in_article(sentence: str, document: str, rest: str) -> Statement:
    return statement(article(f"{sentence} {rest * 40}", document), BRAVANE, "funds", NORDALIA, words=sentence)


def test_articles_with_one_sentence_in_common_are_one_source_for_what_it_states() -> None:
    found = one_edge(in_article(ONE, "a.txt", "Snow fell. "), in_article(ONE, "b.txt", "It was hot. "))
    assert (found.independent, [one.copy_of for one in found.tellings]) == (1, ["", "a.txt"])


def test_an_everyday_sentence_may_be_written_twice() -> None:
    plain = "Bravane funds Nordalia."
    found = one_edge(in_article(plain, "a.txt", "Snow fell. "), in_article(plain, "b.txt", "It was hot. "))
    assert found.independent == 2


def test_articles_that_cite_one_source_are_one() -> None:
    found = one_edge(told(ONE, "a.txt", said_by="IDC"), told(OTHER, "b.txt", said_by="idc"))
    assert (found.independent, [one.via for one in found.tellings]) == (1, ["IDC", "idc"])


def test_articles_that_cite_two_sources_are_two() -> None:
    assert one_edge(told(ONE, "a.txt", said_by="IDC"), told(OTHER, "b.txt", said_by="Kerlan")).independent == 2


def test_an_article_that_also_says_it_itself_depends_on_no_source() -> None:
    found = one_edge(told(ONE, "a.txt", said_by="IDC"), told(ONE, "a.txt"), told(OTHER, "b.txt", said_by="IDC"))
    assert (found.independent, [one.via for one in found.tellings]) == (2, ["", "IDC"])


def test_sentences_of_one_article_count_once() -> None:
    assert one_edge(told(ONE, "a.txt"), told(ONE, "a.txt")).independent == 1


def raised(text: str, document: str, amount: Value) -> tuple[Article, Statement]:
    where = article(text, document)
    return where, statement(where, NORDALIA, "raised", amount)


def test_one_amount_in_two_languages_is_one_edge() -> None:
    english, one = raised("Nordalia raised $5 million.", "a.txt", money("$5 million", "5000000"))
    french, other = raised("Nordalia a levé 5 M$.", "b.txt", money("5 M$", "5000000.0"))
    (found,) = corroborate([one, other], [english, french], ontology())
    assert (found.independent, found.object) == (2, "$5 million")


def test_the_same_words_are_one_edge_and_other_words_are_not() -> None:
    where = article("Nordalia said: cold is an asset. Nordalia said: heat is an asset.")
    words = [Value("Words", text, text) for text in ("cold is an asset", "heat is an asset", "cold is an asset")]
    assert len(corroborate([statement(where, NORDALIA, "said", one) for one in words], [where], ontology())) == 2


def test_a_symmetric_relation_is_one_edge_either_way() -> None:
    one = statement(article(ONE, "a.txt"), NORDALIA, "partner_of", BRAVANE)
    other = statement(article(OTHER, "b.txt"), BRAVANE, "partner_of", NORDALIA)
    (found,) = corroborate([one, other], [], ontology())
    assert found.independent == 2


def test_edges_of_most_sources_come_first() -> None:
    alone = statement(article(ONE, "a.txt"), NORDALIA, "funds", BRAVANE)
    first, second = corroborate([alone, told(ONE, "a.txt"), told(OTHER, "b.txt")], [], ontology())
    assert (first.subject, second.subject) == ("Bravane", "Nordalia")
