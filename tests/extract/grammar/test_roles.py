from __future__ import annotations

import pytest

from kg.extract.grammar.roles import RoleTable
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.model import Span


def a_word(index: int, text: str, case: str = "") -> Word:
    return Word(index, Span(index, index + 1), text, text, "NOUN", Function.OBLIQUE, 0, case, frozenset())


WORDS = (a_word(0, "a", "to"), a_word(1, "b", "by"), a_word(2, "c", "to"))


@pytest.fixture(name="table")
def _table() -> RoleTable:
    return RoleTable(Sentence.from_words(Span(0, 3), "en", WORDS))


def test_words_keep_the_order_in_which_they_are_added_once(table: RoleTable) -> None:
    table.add("object", [WORDS[2], WORDS[0], WORDS[2]])
    table.add("object", [WORDS[0], WORDS[1]])
    assert [word.text for word in table.get("object")] == ["c", "a", "b"]


def test_each_preposition_is_a_role(table: RoleTable) -> None:
    table.add_by_case(WORDS)
    assert {role: [w.text for w in words] for role, words in table.finished().items()} == {
        "to": ["a", "c"],
        "by": ["b"],
    }


def test_a_role_without_words_is_none(table: RoleTable) -> None:
    table.add("object", [])
    assert ("object" in table.finished(), table.get("object")) == (False, ())
