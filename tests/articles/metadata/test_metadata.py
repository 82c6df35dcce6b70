from __future__ import annotations

import json
from datetime import date

import pytest

from kg.articles.metadata.metadata import Metadata, clean, day_or_remark, find_field, read_fields, web_address
from kg.model import Cause, Remark


def test_fields_are_read_by_their_usual_names() -> None:
    found = read_fields({
        "headline": "A deal",
        "datePublished": "2025-03-04",
        "inLanguage": "fr-FR",
        "url": "https://a.example/x",
        "site_name": "The Grid",
        "byline": "Ana Mor",
    })  # fmt: skip
    assert found == Metadata("A deal", "2025-03-04", "fr", "https://a.example/x", "The Grid", ("Ana Mor",))


def test_the_first_name_that_is_filled_counts() -> None:
    assert read_fields({"title": "", "headline": "A deal"}).title == "A deal"


@pytest.mark.parametrize(
    ("given", "found"),
    [({"name": "The Grid"}, "The Grid"), ([{"name": "The Grid"}, "Other"], "The Grid"), ([[], "The Grid"], "The Grid")],
)
def test_the_words_of_a_field_may_lie_in_objects_and_lists(given: object, found: str) -> None:
    assert read_fields({"publisher": given}).publisher == found


def test_words_that_lie_too_deep_are_not_looked_for() -> None:
    assert read_fields({"title": json.loads("[" * 900 + '"A deal"' + "]" * 900)}).title == ""


def test_authors_are_named_once_and_are_no_addresses() -> None:
    given = [{"name": "Ana Mor"}, "Ana Mor", "https://a.example/ben", "Ben Ode"]
    assert read_fields({"authors": given}).authors == ("Ana Mor", "Ben Ode")


@pytest.mark.parametrize(("words", "code"), [("French", "fr"), ("en_GB", "en"), ("FRA", "fr"), ("de-AT", "de")])
def test_a_language_becomes_its_code(words: str, code: str) -> None:
    assert read_fields({"language": words}).language == code


def test_a_field_that_cannot_be_what_it_should_is_remarked() -> None:
    assert read_fields({"title": True}).remarks == (
        Remark(Cause.FIELD, "the title is of a kind that it cannot be of", "True"),
    )


def test_an_address_that_is_none_is_left_out_and_remarked() -> None:
    found = read_fields({"url": "javascript:alert(1)"})
    assert (found.url, [remark.text for remark in found.remarks]) == ("", ["javascript:alert(1)"])


def test_the_users_name_of_a_field_goes_before_ours_and_may_lead_into_another() -> None:
    record = {"title": "no", "meta": {"head": "A deal"}}
    assert find_field(record, "title", {"title": "meta.head"}) == "A deal"


def test_a_field_that_no_name_fills_is_none() -> None:
    assert find_field({"title": ""}, "title", {}) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A\n deal", "A deal"),
        ("A &amp; B", "A & B"),
        ("A\x1b[31m", "A [31m"),
        ("\ud800", "\ufffd"),
        ("x" * 600, "x" * 500),
    ],
)
def test_words_are_cleaned(words: str, found: str) -> None:
    assert clean(words) == found


@pytest.mark.parametrize("words", ["", "a.example", "ftp://a.example", "https://a b", 'https://a"b', "https://a\nb"])
def test_what_is_no_address_on_the_web_is_empty(words: str) -> None:
    assert web_address(words) == ""


def test_an_empty_field_is_filled_from_what_else_is_known() -> None:
    remarks = (Remark(Cause.FIELD, "one"), Remark(Cause.FIELD, "two"))
    first, second = Metadata(title="A", remarks=remarks[:1]), Metadata(title="B", date="2025", remarks=remarks[1:])
    assert first.or_else(second) == Metadata(title="A", date="2025", remarks=remarks)


def test_remarks_can_be_added_and_dropped() -> None:
    remark = Remark(Cause.FIELD, "one")
    assert Metadata(title="A").with_remarks(remark).remarks == (remark,)
    assert Metadata(title="A", remarks=(remark,)).without_remarks() == Metadata(title="A")


def test_a_day_that_is_understood_has_no_remark() -> None:
    assert day_or_remark("4 March 2025") == (date(2025, 3, 4), ())


def test_a_day_that_is_not_understood_is_remarked_with_its_words() -> None:
    day, (remark,) = day_or_remark("soon")
    assert (day, remark.cause, remark.text) == (None, Cause.FIELD, "soon")
