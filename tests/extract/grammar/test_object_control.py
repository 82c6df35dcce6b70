from __future__ import annotations

import pytest

from kg.extract.grammar.clauses import CONTROLLED
from kg.extract.grammar.cues import Cues, Phrase
from kg.extract.grammar.lexicon import Lexicon
from kg.extract.grammar.object_control import mark_control
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.model import Span
from kg.ontology.schema import Cue

CUE = Cue("en/hire", "en", "object-control", ("hire",))
HIRE = Cues({CUE.kind: {"hire": CUE}}, {(CUE.kind, "hire"): (Phrase(("hire",), CUE),)})


def hired_to_build(lemma: str) -> Sentence:
    """Return two words: a verb, and an infinitive that it governs."""
    verb = Word(0, Span(0, 4), lemma, lemma, "VERB", Function.ROOT, 0, "", frozenset())
    build = Word(1, Span(8, 13), "build", "build", "VERB", Function.OPEN_CLAUSE, 0, "", frozenset())
    return Sentence.from_words(Span(0, 13), "en", (verb, build))


@pytest.mark.parametrize(("lemma", "controlled"), [("hire", True), ("plan", False)])
def test_only_the_infinitive_of_an_object_control_verb_is_marked(lemma: str, controlled: bool) -> None:
    assert mark_control(hired_to_build(lemma), HIRE, Lexicon({})).words[1].has(CONTROLLED) is controlled
