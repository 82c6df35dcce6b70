from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.inquiry.article_view import list_articles, read_article
from kg.model import Modality, Span
from kg.rdf.results_folder import write_results
from kg.resolve.resolution import resolve
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import View
from tests.world import article, entity, extraction, money, ontology, statement

TEXT = "Nordalia raised $5 million. It may fund Kerlan."


@pytest.fixture(name="view")
def _view(tmp_path: Path) -> View:
    (tmp_path / "a.txt").write_text(TEXT)
    where = article(TEXT, (tmp_path / "a.txt").as_posix())
    nordalia, kerlan = entity("e1", "Nordalia"), entity("e2", "Kerlan")
    told = extraction(
        where,
        statement(where, nordalia, "funds", kerlan, modality=Modality.POSSIBLE, words="It may fund Kerlan."),
        statement(where, nordalia, "raised", money("$5 million", "5000000"), words="Nordalia raised $5 million."),
    )
    write_results(resolve([told], ontology(), base="https://kg.example/"), ontology(), tmp_path / "out")
    return OxigraphStore.from_file(tmp_path / "out" / "graph.trig").view()


def test_articles_are_listed_with_how_much_they_state(view: View) -> None:
    assert [(entry.title, entry.language, entry.date, entry.count) for entry in list_articles(view)] == [
        ("A title", "en", "", 2)
    ]


def test_statements_come_in_the_order_of_the_text(view: View) -> None:
    read = read_article(view, list_articles(view)[0].iri)
    assert [(one.subject, one.relation, one.object, one.modality) for one in read.statements] == [
        ("Nordalia", "raised", "$5 million", "asserted"),
        ("Nordalia", "funds", "Kerlan", "possible"),
    ]


def test_a_statement_knows_its_places_and_words(view: View) -> None:
    raised = read_article(view, list_articles(view)[0].iri).statements[0]
    assert raised.evidence == "Nordalia raised $5 million."
    assert raised.places["object"] == Span(16, 26)
    assert raised.subject_iri == "https://kg.example/id/nordalia"


def test_the_text_is_there_while_it_is_the_same(view: View, tmp_path: Path) -> None:
    iri = list_articles(view)[0].iri
    assert read_article(view, iri).text == TEXT
    (tmp_path / "a.txt").write_text(TEXT + " More.")
    assert read_article(view, iri).text == ""


def test_an_article_that_is_none_is_an_error(view: View) -> None:
    with pytest.raises(UsageError, match="no such article"):
        read_article(view, "https://kg.example/id/article/none")
