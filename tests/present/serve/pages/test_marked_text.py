from __future__ import annotations

from kg.model import Span
from kg.present.serve.pages.marked_text import Marks, Piece, cut

TEXT = "title: x\n\nNordalia funds Kerlan. Bravane sells. The end."
BODY = Span(10, len(TEXT))


def find(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FUNDS = Marks(find("Nordalia funds Kerlan."), [("subject", find("Nordalia")), ("object", find("Kerlan"))])
SELLS = Marks(find("Bravane sells."), [("subject", find("Bravane"))])


def test_the_pieces_are_the_text_and_nothing_else() -> None:
    assert "".join(piece.text for piece in cut(TEXT, [FUNDS, SELLS], BODY)) == TEXT[10:]


def test_each_piece_knows_its_statements_and_roles() -> None:
    assert cut(TEXT, [FUNDS, SELLS], BODY)[:4] == [
        Piece("Nordalia", (0,), (0,), ("subject",)),
        Piece(" funds ", (), (0,), ()),
        Piece("Kerlan", (), (0,), ("object",)),
        Piece(".", (), (0,), ()),
    ]


def test_statements_of_the_same_words_share_them() -> None:
    again = Marks(FUNDS.evidence, [("object", find("Nordalia"))])
    first = cut(TEXT, [FUNDS, again], BODY)[0]
    assert (first.begins, first.within, first.roles) == ((0, 1), (0, 1), ("object", "subject"))


def test_evidence_before_the_body_is_shown_too() -> None:
    assert cut(TEXT, [Marks(find("title: x"))], BODY)[0].text == "title: x"


def test_a_text_without_statements_is_one_piece() -> None:
    assert cut(TEXT, [], BODY) == [Piece(TEXT[10:], (), (), ())]


def test_no_text_has_no_pieces() -> None:
    assert cut("", [], Span(0, 0)) == []
    assert cut("", [FUNDS], Span(0, 0)) == []
