from __future__ import annotations

from dataclasses import replace

from kg.present.passage import cut_passage
from tests.present.scene import NORDIC, TELIA, article, statement


def cut(text: str) -> list[tuple[str, tuple[str, ...]]]:
    made = statement(article(text), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    return [(piece.text, piece.roles) for piece in cut_passage(made, article(text))]


def test_cuts_the_evidence_at_its_ends_and_trigger() -> None:
    assert cut("So A buys B.") == [
        ("So ", ()),
        ("A", ("evidence", "subject")),
        (" ", ("evidence",)),
        ("buys", ("evidence", "trigger")),
        (" ", ("evidence",)),
        ("B", ("evidence", "object")),
        (".", ()),
    ]


def test_pieces_join_to_the_paragraph_between_blank_lines() -> None:
    text = "Before.\n\nOne line\nand A buys B\nto the end.\n \nAfter."
    assert "".join(piece for piece, _ in cut(text)) == "One line\nand A buys B\nto the end."


def test_a_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert "".join(piece for piece, _ in cut("Before.\nHere A buys B.\nAfter.")) == "Here A buys B."


def test_a_long_paragraph_is_cut_at_a_space_near_the_evidence() -> None:
    pieces = [piece for piece, _ in cut("word " * 200 + "A buys B" + " word" * 200)]
    assert pieces[0] == "… "
    assert pieces[1].startswith("word ")
    assert pieces[-1] == " …"
    assert pieces[-2].endswith("word")
    assert len("".join(pieces)) < 900


def test_roles_may_overlap() -> None:
    made = statement(article("A buys B"), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "buys B"))
    assert [piece.roles for piece in cut_passage(made, article("A buys B"))] == [
        ("evidence", "subject"),
        ("evidence",),
        ("evidence", "trigger", "object"),
        ("evidence", "object"),
    ]


def test_without_its_article_the_evidence_stands_alone() -> None:
    made = statement(article("So A buys B."), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    assert "".join(piece.text for piece in cut_passage(made, None)) == "A buys B"


def test_another_text_than_the_one_read_is_not_quoted() -> None:
    made = statement(article("So A buys B."), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    assert "".join(piece.text for piece in cut_passage(made, article("Now C sells D!"))) == "A buys B"


def test_evidence_outside_the_body_is_still_quoted_in_its_line() -> None:
    text = "A buys B\nThe body."
    made = statement(article(text), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    headed = replace(article(text), body=replace(article(text).body, start=9))
    assert "".join(piece.text for piece in cut_passage(made, headed)) == "A buys B"
