"""Sentences with words dropped, doubled, swapped or cut, and marks thrown in: they are read, and quotes match."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Extraction
from tests.contrast.sentences import read_sentences

Extract = Callable[[str, str], Extraction]

MARKS = (*",;:.?()“”«»’'-–%$&/…3\n", "\n\n")
LANGUAGES = ("en", "fr")
SENTENCES = {language: [one.text for one in read_sentences(language)] for language in LANGUAGES}


@st.composite
def mutated(draw: st.DrawFn, language: str) -> str:
    """Return two sentences of the contrast set, changed at up to eight places."""
    words = " ".join(draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=2))).split(" ")
    for _ in range(draw(st.integers(1, 8))):
        place, other = (draw(st.integers(0, len(words) - 1)) for _ in range(2))
        change = draw(st.sampled_from(("drop", "double", "swap", "cut", "capitals", "mark", "glue")))
        if change == "drop" and len(words) > 1:
            del words[place]
        elif change == "double":
            words.insert(other, words[place])
        elif change == "swap":
            words[place], words[other] = words[other], words[place]
        elif change == "cut":
            words[place] = words[place][: draw(st.integers(1, 4))]
        elif change == "capitals":
            words[place] = words[place].swapcase()
        elif change == "glue":
            words[place] += words[other]
        else:
            words.insert(place, draw(st.sampled_from(MARKS)))
    return " ".join(words)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_mutated_sentence_is_quoted_as_it_stands(extract: Extract, language: str, data: st.DataObject) -> None:
    text = data.draw(mutated(language))
    for statement in extract(text, language).statements:
        for mention in (statement.evidence, statement.subject.mention, statement.object.mention):
            assert mention.span.of(text) == mention.text
