from __future__ import annotations

from datetime import date

from tests.articles.formats.sources import WORDS, article


def test_a_text_is_read_as_it_is_and_is_no_markdown() -> None:
    found = article(f"# {WORDS}\r\n", "a.txt")
    assert (found.text, found.markdown, found.reader) == (f"# {WORDS}\r\n", False, "")


def test_markdown_is_read_as_it_is_and_is_said_to_be_it() -> None:
    assert article(f"# A deal\n\n{WORDS}", "a.md").markdown


def test_front_matter_of_yaml_says_what_is_known() -> None:
    found = article(f"---\nTitle: 'A deal: at last'\npublished: 4 March 2025\nsource: The Grid\n---\n{WORDS}", "a.md")
    assert (found.title, found.date, found.publisher) == ("A deal: at last", date(2025, 3, 4), "The Grid")
    assert found.body.of(found.text) == WORDS


def test_front_matter_of_toml_says_what_is_known() -> None:
    found = article(f'+++\ntitle = "A deal"\ndate = 2025-03-04\n+++\n{WORDS}', "a.md")
    assert (found.title, found.date, found.body.of(found.text)) == ("A deal", date(2025, 3, 4), WORDS)


def test_front_matter_that_does_not_end_is_text() -> None:
    assert article(f"---\ntitle: A deal\n{WORDS}", "a.md").body.start == 0
