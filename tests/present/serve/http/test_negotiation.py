from __future__ import annotations

import pytest

from kg.present.serve.http.negotiation import choose, rank
from kg.present.serve.sparql.formats import forms_for

OFFERED = ("application/json", "text/csv", "text/html")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/html, text/csv", "text/csv"),  # equally liked: the first that is offered
        ("text/csv;q=0.5, text/html;q=0.6", "text/html"),
        ("text/csv; charset=utf-8; q=0.9, application/json;q=0.1", "text/csv"),
        ("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", "text/html"),
        ("*/*;q=0.1, text/html", "text/html"),
        ("application/json;q=0, */*", "text/csv"),
        ("image/png", None),
        ("application/json;q=0", None),
        ("application/json;q=0.000", None),
        ("nonsense", None),
        ("nonsense, text/csv", "text/csv"),
        ("*/json", None),
        ("text/csv;q=2", None),
        ("text/csv;q=high, text/html;q=0.1", "text/html"),
        (",,text/csv,", "text/csv"),
    ],
)
def test_the_format_that_the_client_likes_best(accept: str, expected: str | None) -> None:
    assert choose(accept, OFFERED) == expected


def test_the_order_is_that_of_liking_and_then_that_of_the_offer() -> None:
    assert rank("text/html;q=0.9, */*;q=0.2", OFFERED) == ["text/html", "application/json", "text/csv"]


def test_rows_and_graphs_have_formats_of_their_own() -> None:
    forms = forms_for("text/turtle, application/sparql-results+xml;q=0.5")
    assert forms == {"xml": "application/sparql-results+xml", "ttl": "text/turtle; charset=utf-8"}


def test_a_general_name_of_a_format_is_told_back() -> None:
    assert forms_for("application/json") == {"json": "application/json", "jsonld": "application/json"}


def test_who_takes_anything_gets_the_usual_formats() -> None:
    forms = forms_for("*/*")
    assert next(iter(forms.items())) == ("json", "application/sparql-results+json")
    assert forms["ttl"] == "text/turtle; charset=utf-8"
