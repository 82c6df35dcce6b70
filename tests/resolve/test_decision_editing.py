from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.resolve.decision_editing import decide, decisions_of, undo

BASE = "https://kg.example/"


def write(path: Path, one: str, other: str, *, same: bool = True, because: str = "") -> str:
    return decide(path, (one, other), same=same, because=because, base=BASE).place


def test_a_decision_is_one_line_of_turtle(tmp_path: Path) -> None:
    path = tmp_path / "names.ttl"
    assert write(path, "Norvane", 'Kerlan "K"', because="one\nregister") == "names.ttl:6"
    told = r'[] a kg:Same ; kg:name "Kerlan \"K\"", "Norvane" ; rdfs:comment "one register" .'
    assert path.read_text(encoding="utf-8").splitlines()[5] == told


def test_the_file_does_not_depend_on_the_order_of_the_decisions(tmp_path: Path) -> None:
    pairs = [("Kerlan", "Norvane"), ("Bravane", "id:b-txt/bravane")]
    for name, order in (("one", pairs), ("other", pairs[::-1])):
        for pair in order:
            write(tmp_path / name, *pair)
        write(tmp_path / name, "Vire", "Vire Capital", same=False)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_an_iri_is_written_in_full_under_the_common_base(tmp_path: Path) -> None:
    decide(tmp_path / "names.ttl", ("Kerlan", "http://a.example/id/x"), same=True, base="http://a.example/")
    assert decisions_of(tmp_path / "names.ttl")[0].ends == ("Kerlan", "https://kg.example/id/x")


def test_the_same_decision_once_more_keeps_or_changes_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "names.ttl"
    for because in ("one register", "", "two registers"):
        write(path, "Kerlan", "Norvane", because=because)
    assert [decision.because for decision in decisions_of(path)] == ["two registers"]


def test_a_decision_is_undone_by_any_spelling_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "names.ttl"
    write(path, "Kerlan", "Norvane")
    undo(path, ("norvane", "KERLAN"), same=True, base=BASE)
    assert decisions_of(path) == ()
    with pytest.raises(UsageError, match="has no decision"):
        undo(path, ("Norvane", "Kerlan"), same=True, base=BASE)


def test_a_contradiction_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "names.ttl"
    write(path, "Kerlan", "Norvane")
    before = path.read_bytes()
    with pytest.raises(UsageError, match=r'new decision: decides that "Kerlan" and "Norvane" differ, and names.ttl:6'):
        write(path, "Kerlan", "Norvane", same=False)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("one", "other"), [("Kerlan", "kerlan"), ("Kerlan", " ")])
def test_one_name_alone_is_no_decision(tmp_path: Path, one: str, other: str) -> None:
    with pytest.raises(UsageError, match=r"one name|an empty name"):
        write(tmp_path / "names.ttl", one, other)
