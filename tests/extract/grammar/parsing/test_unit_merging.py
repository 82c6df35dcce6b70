from __future__ import annotations

from kg.extract.grammar.parsing.unit_merging import Reading, join_units
from kg.extract.grammar.syntax import Function
from kg.extract.grammar.tokens import Token, Unit
from kg.model import Span

TEXT = "paid $30 million"
MONEY = Unit(Span(5, 16), "", "quantity", "#money")


def reading(function: Function, head: int, *, pos: str = "NOUN", case: str = "") -> Reading:
    return Reading("lemma", pos, function, head, case, frozenset())


def test_tokens_of_one_unit_become_one_word() -> None:
    tokens = [
        Token(Span(0, 4), "paid"),
        Token(Span(5, 6), "$", MONEY),
        Token(Span(6, 8), "30", MONEY),
        Token(Span(9, 16), "million", MONEY),
    ]
    readings = [
        reading(Function.ROOT, 0, pos="VERB"),
        reading(Function.MODIFIER, 3, pos="SYM"),
        reading(Function.MODIFIER, 3, pos="NUM"),
        reading(Function.OBJECT, 0, pos="NUM"),
    ]
    _, amount = join_units(TEXT, tokens, readings)
    assert (amount.text, amount.span, amount.pos, amount.lemma) == ("$30 million", Span(5, 16), "NOUN", "#money")
    assert (amount.function, amount.head, amount.index) == (Function.OBJECT, 0, 1)


def test_a_unit_that_holds_the_root_is_the_root() -> None:
    tokens = [Token(Span(5, 6), "$", MONEY), Token(Span(6, 16), "30", MONEY)]
    (amount,) = join_units(TEXT, tokens, [reading(Function.MODIFIER, 1), reading(Function.ROOT, 1)])
    assert (amount.function, amount.head) == (Function.ROOT, 0)


def test_a_preposition_of_any_of_its_tokens_is_the_words() -> None:
    tokens = [Token(Span(0, 4), "paid"), Token(Span(5, 6), "$", MONEY), Token(Span(6, 16), "30", MONEY)]
    readings = [
        reading(Function.ROOT, 0),
        reading(Function.MODIFIER, 2, case="with"),
        reading(Function.OBLIQUE, 0),
    ]
    assert join_units(TEXT, tokens, readings)[1].case == "with"


def test_a_name_is_a_proper_noun_whatever_the_parser_said() -> None:
    token = Token(Span(0, 4), "Microsoft", Unit(Span(0, 4), "Microsoft", "name"))
    (name,) = join_units(TEXT, [token], [reading(Function.ROOT, 0, pos="VERB")])
    assert (name.pos, name.text) == ("PROPN", "paid")
