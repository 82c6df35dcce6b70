"""Whatever the parser gives, a repair leaves a tree: no word is its own ancestor."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.grammar.object_control import mark_control
from kg.extract.grammar.parsing.unit_merging import Reading, join_units
from kg.extract.grammar.repair.french_attachment import regroup
from kg.extract.grammar.repair.main_verb import mend_main_clause
from kg.extract.grammar.repair.relative_clauses import hang_relatives
from kg.extract.grammar.repair.word_classes import mend_headline, mend_nouns
from kg.extract.grammar.syntax import Function, Sentence, Word, find_unrooted, without_circles
from kg.extract.grammar.tokens import Token, Unit
from kg.extract.resources import Resources
from kg.model import Span

# Words that repairs look for, and others.
FORMS = {
    "en": "Nordalia Kerlan , , which that in near of to by campus plant rival owner Leeds is founded buy based the a ."
    " company subsidiary customer and own",
    "fr": "Nordalia Kerlan , , qui que à dans de d' pour en campus usine filiale PDG cofondateur client société un une"
    " la des et est a détenue fondé créant compte finance rachète Lyon solaire canadien .",
}
CASES = ("", "", "", "de", "à", "in", "of", "pour", "par")
FEATURES = ("VerbForm=Fin", "VerbForm=Part", "VerbForm=Inf", "Tense=Past", "Number=Sing", "Number=Plur", "Gender=Fem")
POS = ("NOUN", "NOUN", "PROPN", "VERB", "AUX", "ADJ", "PRON", "DET", "ADP", "PUNCT", "NUM")


@st.composite
def heads(draw: st.DrawFn, *, most: int = 12) -> list[int]:
    """Return the heads of one tree or several: each word hangs on one that comes before it in some order."""
    order = draw(st.permutations(range(draw(st.integers(1, most)))))
    above = [order[draw(st.integers(0, place))] for place in range(len(order))]
    return [above[order.index(index)] for index in range(len(order))]


@st.composite
def sentences(draw: st.DrawFn, language: str) -> Sentence:
    """Return a sentence of random words that form trees."""
    found = [draw(words(language, index, head)) for index, head in enumerate(draw(heads()))]
    return Sentence.from_words(Span(0, 20 * len(found)), language, tuple(found))


@st.composite
def words(draw: st.DrawFn, language: str, index: int, head: int) -> Word:
    text = draw(st.sampled_from(FORMS[language].split()))
    span = Span(20 * index, 20 * index + len(text))
    kind = draw(st.sampled_from(("", "", "name", "noun", "quantity")))
    return Word(
        index=index,
        span=span,
        text=text,
        lemma=text,
        pos="PUNCT" if text in {",", "."} else draw(st.sampled_from(POS)),
        function=Function.ROOT if head == index else draw(st.sampled_from(sorted(Function))),
        head=head,
        case=draw(st.sampled_from(CASES)),
        features=draw(st.frozensets(st.sampled_from(FEATURES), max_size=3)),
        unit=Unit(span, text, kind) if kind else None,
    )


def repaired(sentence: Sentence, language: Resources) -> list[Sentence]:
    """Return the sentence after each of its repairs, in their order."""
    steps = [mend_headline(sentence)]
    steps.append(mend_nouns(steps[-1], language.lexicon, demonyms=language.names.terms))
    steps.append(regroup(steps[-1], language.lexicon))
    steps.append(hang_relatives(steps[-1], language.lexicon))
    steps.append(mend_main_clause(steps[-1]))
    return [*steps, mark_control(steps[-1], language.cues, language.lexicon)]


@pytest.mark.parametrize("language", ["en", "fr"])
@given(data=st.data())
@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_tree_stays_a_tree_through_all_repairs(
    data: st.DataObject, language: str, english: Resources, french: Resources
) -> None:
    sentence = data.draw(sentences(language))
    steps = repaired(sentence, english if language == "en" else french)
    assert [find_unrooted(step.words) for step in steps] == [()] * len(steps)
    assert {tuple(word.index for word in step.words) for step in steps} == {tuple(range(len(sentence.words)))}


@given(st.lists(st.integers(0, 7), min_size=8, max_size=8))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_words_without_circles_form_trees_and_the_heads_outside_of_circles_stay(given_heads: list[int]) -> None:
    given_words = tuple(bare(index, head) for index, head in enumerate(given_heads))
    found = without_circles(given_words)
    assert find_unrooted(found) == ()
    changed = [index for index, head in enumerate(given_heads) if found[index].head != head]
    assert all(found[index].function is Function.ROOT and found[index].head == index for index in changed)
    assert bool(changed) == bool(find_unrooted(given_words))


@given(heads(), st.data())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_joined_units_form_trees_once_their_circles_are_undone(tree: list[int], data: st.DataObject) -> None:
    joins = data.draw(st.lists(st.booleans(), min_size=len(tree), max_size=len(tree)))
    tokens, unit = [], None
    for index, resolution in enumerate(joins):
        unit = unit if resolution and index else Unit(Span(index, index + 1), "", "quantity")
        tokens.append(Token(Span(index, index + 1), "x", unit))
    readings = [Reading("x", "NOUN", Function.OBJECT, head, "", frozenset()) for head in tree]
    found = join_units("x" * len(tree), tokens, readings)
    assert len(found) == 1 + sum(a.unit is not b.unit for a, b in pairwise(tokens))
    assert find_unrooted(without_circles(found)) == ()


def bare(index: int, head: int) -> Word:
    return Word(index, Span(index, index + 1), "x", "x", "NOUN", Function.OBJECT, head, "", frozenset())
