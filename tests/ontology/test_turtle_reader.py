from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.turtle_reader import KG, Description, TurtleFile, read_turtle

PREFIX = "@prefix kg: <https://kg.example/ontology#> .\n"


def read(folder: Path, text: str) -> TurtleFile:
    path = folder / "a.ttl"
    path.write_text(PREFIX + text, encoding="utf-8")
    return read_turtle(path)


def one(folder: Path, text: str) -> Description:
    return read(folder, text).descriptions[KG + "site"]


def test_literals_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    described = one(tmp_path, 'kg:site kg:form "b", "a"@fr, kg:x, "c" .')
    assert (described.texts(KG + "form"), described.text(KG + "form")) == (("b", "a", "c"), "b")


def test_literals_by_language(tmp_path: Path) -> None:
    assert one(tmp_path, 'kg:site kg:label "s"@en, "t"@fr, "u" .').by_language(KG + "label") == {
        "en": "s",
        "fr": "t",
        "": "u",
    }


def test_iris_and_blank_nodes_are_told_apart(tmp_path: Path) -> None:
    described = one(tmp_path, 'kg:site kg:of kg:a, [ kg:form "x" ], "text" .')
    assert (described.iris(KG + "of"), len(described.nodes(KG + "of"))) == ((KG + "a",), 2)


def test_what_a_blank_node_says_is_found_by_its_key(tmp_path: Path) -> None:
    file = read(tmp_path, 'kg:site kg:of [ kg:form "x" ] .')
    (node,) = file.descriptions[KG + "site"].nodes(KG + "of")
    assert file.descriptions[node].text(KG + "form") == "x"


def test_what_is_not_said_is_empty(tmp_path: Path) -> None:
    described = one(tmp_path, 'kg:site kg:form "x" .')
    assert (described.text(KG + "a"), described.texts(KG + "a"), described.iris(KG + "a")) == ("", (), ())


def test_subjects_of_a_class_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = read(tmp_path, "kg:b a kg:Noun .\nkg:c a kg:Cue .\nkg:a a kg:Noun .")
    assert [described.subject for described in file.of_class(KG + "Noun")] == [KG + "b", KG + "a"]


def test_a_subject_knows_its_line(tmp_path: Path) -> None:
    assert one(tmp_path, '\nkg:site kg:form "x" .').place == f"{tmp_path / 'a.ttl'}:3"


def test_a_key_that_is_not_allowed_is_refused_with_its_place(tmp_path: Path) -> None:
    described = one(tmp_path, 'kg:site kg:farm "x" .')
    with pytest.raises(OntologyError) as caught:
        described.allow(("form", "colour"))
    assert str(caught.value) == f"{tmp_path / 'a.ttl'}:2: unknown key kg:farm; use one of kg:colour, kg:form"


def test_keys_of_other_vocabularies_are_allowed(tmp_path: Path) -> None:
    one(tmp_path, 'kg:site <http://a.example/farm> "x" .').allow(())


def test_wrong_turtle_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"a\.ttl:3: wrong Turtle: .*; mend the line"):
        read(tmp_path, 'kg:site kg:form "x" .\nkg:site kg:form "open')


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"b\.ttl: cannot be read \(No such file"):
        read_turtle(tmp_path / "b.ttl")


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"# \xe9\n")
    with pytest.raises(OntologyError, match=r"a\.ttl: is not UTF-8; save it as UTF-8"):
        read_turtle(tmp_path / "a.ttl")


def test_a_subject_described_twice_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("@prefix x: <https://x.example/> .\nx:a x:is 1 .\n\nx:a x:is 2 .\n")
    with pytest.raises(OntologyError, match=r"a\.ttl:4: x:a is described on line 2 already"):
        read_turtle(path)
