from __future__ import annotations

import re

import pytest

from kg.errors import UsageError
from kg.extract.grammar.parsing import parser
from kg.extract.grammar.tokens import Unit, tokenize
from kg.extract.resources import Resources
from kg.model import Span


@pytest.mark.parametrize("text", ["Kerlan pays.", "🚀 \ufffd שלום", "NORDALIA RAISED", "?", "a " * 300])
def test_a_parse_has_one_word_for_each_token(english: Resources, text: str) -> None:
    span = Span(0, len(text))
    tokens = tokenize(text, span, "en", [])
    (sentence,) = english.parser.parse(text, [(span, tokens)])
    assert [word.span for word in sentence.words] == [token.span for token in tokens]


def test_a_unit_is_one_word_with_the_words_of_the_article(english: Resources) -> None:
    text, span = "Kerlan Capital pays.", Span(0, 20)
    unit = Unit(Span(0, 14), "Microsoft", "name")
    (sentence,) = english.parser.parse(text, [(span, tokenize(text, span, "en", [unit]))])
    assert (sentence.words[0].text, sentence.words[0].unit) == ("Kerlan Capital", unit)


def test_an_empty_sentence_has_no_words(english: Resources) -> None:
    (sentence,) = english.parser.parse("", [(Span(0, 0), ())])
    assert sentence.words == ()


@pytest.mark.parametrize("name", ["english", "french"])
def test_sentences_are_parsed_together_as_they_are_alone(name: str, request: pytest.FixtureRequest) -> None:
    resources: Resources = request.getfixturevalue(name)
    text = "\n".join(
        f"{'Kerlan builds a plant for Bravane, which ' * n}it pays in 20{n:02}.\n\n" for n in range(0, 90, 4)
    )
    spans = [Span(*match.span()) for match in re.finditer(".*\n", text)]
    sentences = [(span, tokenize(text, span, resources.language, [])) for span in spans]
    alone = [parsed for sentence in sentences for parsed in resources.parser.parse(text, [sentence])]
    assert list(resources.parser.parse(text, sentences)) == alone


def test_a_missing_pipeline_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(parser.PIPELINES, "en", "no_such_pipeline")
    with pytest.raises(UsageError, match="the pipeline no_such_pipeline is not installed; install kg again"):
        parser.Parser("en")
