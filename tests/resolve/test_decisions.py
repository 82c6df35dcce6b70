from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.resolve.decisions import Decision, read_decisions

PREFIX = "@prefix kg: <https://kg.example/ontology#> .\n"


def read(tmp_path: Path, text: str) -> tuple[Decision, ...]:
    path = tmp_path / "names.ttl"
    path.write_text(PREFIX + text, encoding="utf-8")
    return read_decisions(path)


def test_no_file_holds_no_decision() -> None:
    assert read_decisions(None) == ()


def test_decisions_written_by_hand_have_their_lines(tmp_path: Path) -> None:
    text = (
        '# mine\n[] a kg:Same ;\n  kg:name "Kerlan", "Norvane" .\n\n[] a kg:Different ; kg:name "Vire", "Vire SA" .\n'
    )
    assert read(tmp_path, text) == (
        Decision(True, ("Kerlan", "Norvane"), "", "names.ttl:3"),
        Decision(False, ("Vire", "Vire SA"), "", "names.ttl:6"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[] a kg:Same ; kg:name "Kerlan" .', "names.ttl:2: decides of 1 names, not of two"),
        ('[] a kg:Same ; kg:name "A", "B" ; kg:why "x" .', "names.ttl:2: unknown key kg:why"),
        ('[] a kg:Alike ; kg:name "A", "B" .', "names.ttl: is no kg:Same and no kg:Different"),
        ("[] a kg:Same ; kg:name", "names.ttl:2: wrong Turtle"),
    ],
)
def test_what_is_no_decision_is_an_error_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(OntologyError, match=told):
        read(tmp_path, text)
