from __future__ import annotations

import pytest

from kg.cli.console import print_table, printable


@pytest.mark.parametrize(
    ("text", "shown"), [("a\x1b[31mb", "a[31mb"), ("a\u202eb", "ab"), ("two\n lines\t", "two lines "), ("é…", "é…")]
)
def test_nothing_that_moves_a_cursor_is_printed(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_the_words_of_a_cell_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("name",), [("[red]Oracle[/red] :smile:",)])
    assert "[red]Oracle[/red] :smile:" in capsys.readouterr().out
