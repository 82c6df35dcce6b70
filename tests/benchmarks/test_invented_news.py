from __future__ import annotations

from collections import Counter
from functools import cache

from benchmarks.invented_news import invent
from kg.config import find_ontology
from kg.model import Article, Modality, Statement
from kg.ontology import Ontology, read_ontology
from kg.present.page.drawing import Drawing, draw


@cache
def known() -> Ontology:
    return read_ontology(find_ontology())


@cache
def invented() -> tuple[tuple[Statement, ...], tuple[Article, ...], Drawing]:
    statements, articles = invent(500, 800, known())
    return tuple(statements), tuple(articles), draw(statements, known())


def test_there_are_as_many_nodes_and_edges_as_asked_for() -> None:
    _, _, drawing = invented()
    assert (len(drawing.nodes), len(drawing.edges)) == (500, 800)


def test_every_statement_stands_where_it_says() -> None:
    statements, articles, _ = invented()
    texts = {article.document: article.text for article in articles}
    mentions = [
        (one.document, mention)
        for one in statements
        for mention in (one.evidence, one.subject.mention, one.object.mention)
    ]
    assert [mention.text for document, mention in mentions if mention.span.of(texts[document]) != mention.text] == []


def test_every_modality_and_language_occurs() -> None:
    statements, _, _ = invented()
    assert {one.modality for one in statements} == set(Modality)
    assert {one.language for one in statements} == {"en", "fr"}


def test_a_few_entities_have_many_links_and_most_have_one_or_two() -> None:
    _, _, drawing = invented()
    degrees = Counter(end for edge in drawing.edges for end in (edge.source, edge.target))
    assert max(degrees.values()) > 25
    assert sum(degree <= 2 for degree in degrees.values()) > 300


def test_no_two_statements_have_one_id() -> None:
    statements, _, _ = invented()
    assert len({one.id for one in statements}) == len(statements)


def test_the_same_wishes_give_the_same_news() -> None:
    assert invent(50, 80, known()) == invent(50, 80, known())
