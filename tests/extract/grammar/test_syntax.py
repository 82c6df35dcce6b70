from __future__ import annotations

from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.model import Span


def a_word(index: int, head: int, function: Function = Function.OBJECT) -> Word:
    return Word(index, Span(index, index + 1), "abcd"[index], "", "NOUN", function, head, "", frozenset({"Tense=Fut"}))


def tree(*heads: int) -> Sentence:
    words = tuple(a_word(index, head) for index, head in enumerate(heads))
    return Sentence.from_words(Span(0, len(heads)), "en", words)


def test_children_come_in_order() -> None:
    sentence = tree(1, 1, 1, 2)
    assert [child.text for child in sentence.children(sentence.words[1])] == ["a", "c"]


def test_children_of_a_function_alone() -> None:
    sentence = tree(0, 0)
    assert sentence.child(sentence.words[0], Function.SUBJECT) is None
    assert sentence.child(sentence.words[0], Function.SUBJECT, Function.OBJECT) is sentence.words[1]


def test_a_root_has_no_head() -> None:
    sentence = tree(0, 0)
    assert (sentence.head(sentence.words[0]), sentence.head(sentence.words[1])) == (None, sentence.words[0])


def test_ancestors_come_nearest_first() -> None:
    sentence = tree(0, 0, 1)
    assert [above.text for above in sentence.ancestors(sentence.words[2])] == ["b", "a"]


def test_a_subtree_is_in_the_order_of_the_sentence() -> None:
    sentence = tree(2, 1, 1, 2)
    assert [found.text for found in sentence.subtree(sentence.words[2])] == ["a", "c", "d"]


def test_a_circle_ends() -> None:
    sentence = tree(1, 0)
    assert [above.text for above in sentence.ancestors(sentence.words[0])] == ["b"]
    assert len(sentence.subtree(sentence.words[0])) == 2


def test_a_word_knows_its_features() -> None:
    assert (a_word(0, 0).has("Tense=Fut"), a_word(0, 0).has("Tense=Past")) == (True, False)
