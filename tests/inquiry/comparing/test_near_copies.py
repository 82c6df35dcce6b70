from __future__ import annotations

import pytest

from kg.inquiry.comparing.near_copies import COPIED, containment, families, find_copies, shingles, wordings
from tests.world import article, entity, statement

WIRE = """Nordalia raises 40 million euros.
The Lille start-up Nordalia said on Tuesday that it has raised 40 million euros from Bravane.
The money will pay for a second data center near Dunkirk, to open before the end of next year.
Bravane, which manages two billion euros for pension funds, takes a seat on the board.
Nordalia was founded by two engineers of the port authority and has ninety employees.
It cools its servers with sea water and sells the heat to the town."""
LINES = WIRE.splitlines()
OWN_WORDS = """Sea-cooled servers win over Bravane.
Forty million for a company that sends the heat of its machines into the radiators of Dunkirk: that is what the fund
Bravane has put on the table this week, and Nordalia has accepted.
A new hall is to rise beside the harbour with it.
The two founders, who once kept the locks of the port, now employ ninety people."""


@pytest.mark.parametrize(
    "copy",
    [
        "\n".join(["Cold water, hot money: a northern success", *LINES[1:]]),
        "\n".join(LINES[: len(LINES) * 2 // 3]),
        WIRE + " The regulator declined to comment. Shares of Kerlan fell by two percent in the afternoon.",
        WIRE.upper().replace(".", " –"),
    ],
    ids=["another headline", "cut by a third", "two sentences added", "other typography"],
)
def test_a_wire_story_told_again_is_a_copy(copy: str) -> None:
    assert containment(shingles(WIRE), shingles(copy)) >= COPIED


def test_the_same_event_in_other_words_is_none() -> None:
    assert containment(shingles(WIRE), shingles(OWN_WORDS)) < COPIED / 5


def test_a_quotation_that_two_articles_share_makes_no_copy_of_them() -> None:
    assert 0 < containment(shingles(WIRE), shingles(f"{OWN_WORDS} {LINES[-1]}")) < COPIED


def test_a_text_of_few_words_is_one_run() -> None:
    assert containment(shingles("Kerlan buys Bravane."), shingles("KERLAN BUYS BRAVANE")) == 1
    assert containment(shingles("Kerlan buys Bravane."), shingles("...")) == 0


def test_only_documents_of_one_group_are_compared() -> None:
    texts = {"a": WIRE, "b": WIRE, "c": WIRE}
    assert find_copies([{"a", "b"}, {"c"}], texts) == {("a", "b")}


def test_a_text_that_is_not_known_is_its_quoted_sentences() -> None:
    known = article(WIRE, "known.txt")
    moved = article("", "moved.txt")
    told = article(LINES[1], "moved.txt")
    nordalia, bravane = entity("e1", "Nordalia"), entity("e2", "Bravane")
    statements = [statement(one, bravane, "funds", nordalia) for one in (known, told)]
    found = wordings(statements, [known, moved])
    assert found == {"known.txt": WIRE, "moved.txt": LINES[1]}
    assert find_copies([found], found) == {("known.txt", "moved.txt")}


def test_what_is_tied_by_a_third_is_one_family() -> None:
    assert families(["d", "a", "b", "c"], [("a", "b"), ("b", "c")]) == [["d"], ["a", "b", "c"]]
