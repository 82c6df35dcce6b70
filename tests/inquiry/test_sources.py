from __future__ import annotations

from pathlib import Path

import pytest

from kg.inquiry.sources import reread

TEXT = "Nordalia builds a campus in Lille, and Bravane will let it to Kerlan for ten years."


def test_an_article_is_read_from_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert reread({str(path): "en"})[str(path)].text == TEXT


def test_a_file_of_the_same_name_in_a_source_stands_for_one_that_was_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert reread({"gone/a.txt": "en"}, [str(tmp_path)])["gone/a.txt"].text == TEXT


def test_a_line_of_a_file_of_articles_is_found(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text('{"id": "x", "text": "' + TEXT + '"}\n', encoding="utf-8")
    assert set(reread({f"{path}#x": "en", f"{path}#y": "en"})) == {f"{path}#x"}


def test_an_article_whose_language_was_given_is_read_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nordalia", encoding="utf-8")
    assert reread({str(path): "fr"})[str(path)].language == "fr"


@pytest.mark.parametrize("document", ["-", "stdin.txt", ".", "gone.txt", "a" * 5000, "a\x00b"])
def test_what_is_no_file_is_not_read(document: str) -> None:
    assert reread({document: "en"}) == {}
