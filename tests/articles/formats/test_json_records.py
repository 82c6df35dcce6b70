from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kg.articles.article_files import read_articles
from kg.model import Article, Cause


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read_one(path: Path) -> Article:
    (found,) = read_articles([path])
    assert isinstance(found, Article), found
    return found


def test_the_users_own_names_of_fields_count(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"story": "The plant is here.", "text": "no"}')
    (found,) = read_articles([path], fields={"text": "story"})
    assert isinstance(found, Article)
    assert found.text == "The plant is here."


def test_a_line_of_jsonl_is_an_article(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "x", "title": "T", "date": "2025-03-04", "text": "The plant"}\r\n')
    found = read_one(path)
    assert (found.document, found.title, found.date) == (f"{path.as_posix()}#x", "T", date(2025, 3, 4))


def test_a_line_without_an_id_goes_by_its_number(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '\n{"text": "The plant"}\n{"text": "The site", "id": null}\n')
    assert [item.document.rpartition("#")[2] for item in read_articles([path]) if isinstance(item, Article)] == [
        "2",
        "3",
    ]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0c"])
def test_only_a_line_end_ends_a_line_of_jsonl(tmp_path: Path, mark: str) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "The plant."}'.replace(".", mark if mark > "\x1f" else "\\f"))
    assert read_one(path).text == f"The plant{mark}"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": ', "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"text": "The", "id": ' + "9" * 5_000 + "}", "is no JSON"),
        ("[]", "has no 'text'"),
        ('"The plant"', "has no 'text'"),
        ('{"text": 5}', "has no 'text'"),
        ('{"text": " "}', "has no 'text'"),
    ],
)
def test_a_broken_line_of_jsonl_is_an_error_with_its_number(tmp_path: Path, line: str, words: str) -> None:
    path = write(tmp_path / "a.jsonl", f'{{"text": "The plant"}}\n{line}\n')
    good, bad = read_articles([path])
    assert isinstance(good, Article)
    assert str(bad).startswith(f"{path.as_posix()}:2: {words}")


def test_two_lines_with_one_id_are_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": 1, "text": "The plant"}\n{"id": "1", "text": "The site"}')
    _, second = read_articles([path])
    assert "has the 'id' of a line before it" in str(second)


def test_half_a_surrogate_pair_becomes_the_replacement_character(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl", '{"id": "\\ud800", "title": "T\\udfff", "text": "The \\ud83d\\ude80 \\ud800 plant"}'
    )
    found = read_one(path)
    assert (found.text, found.title, found.document[-2:]) == ("The 🚀 \ufffd plant", "T\ufffd", "#\ufffd")


def test_lines_together_may_be_longer_than_an_article(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"text": f"The plant is in the town. {number} " + "x" * 600_000}) + "\n" for number in (1, 2)
    )
    assert [type(found) for found in read_articles([write(tmp_path / "a.jsonl", lines)])] == [Article, Article]


def test_a_line_that_is_too_long_costs_no_other(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": "The plant is in the town. " + "x" * size}) + "\n" for size in (1_000_000, 1))
    first, second = read_articles([write(tmp_path / "a.jsonl", lines)])
    assert "a.jsonl#1: has more than 1000000 characters" in str(first)
    assert isinstance(second, Article)


def records(path: Path) -> list[str]:
    return [item.document.rpartition("#")[2] for item in read_articles([path]) if isinstance(item, Article)]


@pytest.mark.parametrize(
    "content",
    [
        '[{"id": "a", "text": "The plant is here."}, {"id": "b", "text": "The site is there."}]',
        '{"articles": [{"id": "a", "text": "The plant is here."}, {"id": "b", "text": "The site is there."}]}',
        '{"response": {"docs": [{"id": "a", "text": "The plant is here."}, {"id": "b", "text": "The site is up."}]}}',
        '{"hits": {"hits": [{"_source": {"id": "a", "text": "The plant is up."}}, {"id": "b", "text": "It is."}]}}',
        '{"id": "a", "text": "The plant is here."}\n{"id": "b", "text": "The site is there."}',
    ],
)
def test_the_records_of_a_json_file_are_found_where_they_are(tmp_path: Path, content: str) -> None:
    assert records(write(tmp_path / "a.json", content)) == ["a", "b"]


def test_a_json_file_that_is_one_object_is_one_article_by_the_name_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", '{"headline": "A deal", "articleBody": "The plant is here."}')
    found = read_one(path)
    assert (found.document, found.title, found.text) == (path.as_posix(), "A deal", "The plant is here.")


def test_one_bad_record_of_a_list_costs_no_other(tmp_path: Path) -> None:
    first, second = read_articles([write(tmp_path / "a.json", '[{"title": "T"}, {"text": "The plant is here."}]')])
    assert str(first).endswith("a.json:1: has no 'text'; write one object a line, with a 'text', or name its field with"
                               " --field")  # fmt: skip
    assert isinstance(second, Article)


@pytest.mark.parametrize("content", ["{", "[" * 100_000, "not JSON"])
def test_a_json_file_that_is_broken_is_an_error(tmp_path: Path, content: str) -> None:
    (found,) = read_articles([write(tmp_path / "a.json", content)])
    assert str(found).endswith("a.json: is no JSON; write an object or a list of them")


@pytest.mark.parametrize(
    "text", ["<p>The plant is here.</p><nav>Home</nav>", "<p>The plant is&nbsp;here.</p>", "The plant is&#32;here."]
)
def test_a_text_that_is_markup_is_read_as_a_page(tmp_path: Path, text: str) -> None:
    assert read_one(write(tmp_path / "a.json", json.dumps({"text": text, "lang": "en"}))).text == "The plant is here."


def test_a_text_with_a_mark_of_less_than_is_no_markup(tmp_path: Path) -> None:
    text = "The plant is for x < y and a<b in all."
    assert read_one(write(tmp_path / "a.json", json.dumps({"text": text}))).text == text


@pytest.mark.parametrize("name", ["text", "content", "body", "articleBody", "maintext", "full_text"])
def test_the_text_has_one_of_the_usual_names(tmp_path: Path, name: str) -> None:
    assert read_one(write(tmp_path / "a.json", json.dumps({name: "The plant is here."}))).text == "The plant is here."


def test_a_field_within_a_field_is_named_with_a_dot(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"fields": {"story": "The plant is here."}}')
    (found,) = read_articles([path], fields={"text": "fields.story"})
    assert isinstance(found, Article)
    assert found.text == "The plant is here."


def test_a_field_of_a_wrong_kind_is_remarked_and_costs_itself_alone(tmp_path: Path) -> None:
    found = read_one(write(tmp_path / "a.jsonl", '{"text": "The plant is here.", "title": true, "url": "ftp://a/b"}'))
    assert (found.title, found.url) == ("The plant is here.", "")
    assert [(remark.cause, remark.text) for remark in found.remarks] == [
        (Cause.FIELD, "True"),
        (Cause.FIELD, "ftp://a/b"),
    ]
