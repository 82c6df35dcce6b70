"""How fast text becomes statements on one core once all is loaded, beside spaCy alone on the same text in one run.

    python -m benchmarks.extract [ARTICLE]...

By default our sample articles and those in benchmarks/texts/ are read. Figures are processor time, the best of several
runs. spaCy's is that of the official pipeline with all it has (tokenizer, tagger, parser, lemmatizer, names), of which
we use the tagger, the parser and for English the lemmatizer. A token is one of spaCy's, for both.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language

    from kg.extract.extractor import FrameExtractor
    from kg.model import Article

__all__ = ["main"]

HERE = Path(__file__).resolve().parent
RUNS = 7
ARTICLE = 500
"""How many words an article is said to have."""

# What each stage consists of: where the function stands that does it.
STAGES = (
    ("blocks", "kg.extract.reading.find_blocks"),
    ("sentences", "kg.extract.reading.split_sentences"),
    ("amounts", "kg.extract.reading.find_quantities"),
    ("dates", "kg.extract.reading.find_dates"),
    ("names", "kg.extract.names.finder.NameFinder.find"),
    ("tokens", "kg.extract.reading.tokenize"),
    ("parse", "kg.extract.grammar.parsing.parser.Parser.parse"),
    ("mentions", "kg.extract.reading.find_mentions"),
    ("reference", "kg.extract.extractor._discourse"),
    ("quotations", "kg.extract.extractor.find_quotations"),
    ("frames", "kg.extract.frames.matching.Matcher.match"),
)


class Stopwatch:
    """Adds up the processor time of each stage; what runs within a stage belongs to it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def watch(self, stage: str, place: str) -> Any:
        """Return a patch that times the function at `place`; what it yields is worked out at once."""
        owner, _, name = place.rpartition(".")
        work = getattr(_find(owner), name)

        def timed(*arguments: Any, **options: Any) -> Any:
            start = time.process_time()
            result = work(*arguments, **options)
            # A generator works when it is asked, which would count for whoever asks.
            result = list(result) if hasattr(result, "__next__") else result
            self.seconds[stage] += time.process_time() - start
            return result

        return patch(place, timed)


def main() -> None:
    """Print the figures of each language as a table."""
    _use_one_core()
    from kg.articles.article_files import read_articles  # noqa: PLC0415
    from kg.config import find_ontology  # noqa: PLC0415 - after the libraries were told to use one core
    from kg.extract.extractor import FrameExtractor  # noqa: PLC0415
    from kg.model import Article  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415

    sources = sys.argv[1:] or [str(HERE.parent / "seeds"), str(HERE / "texts")]
    found = [article for article in read_articles(sources) if isinstance(article, Article)]
    extractor = FrameExtractor(read_ontology(find_ontology()))
    for language in sorted({article.language for article in found}):
        _report(language, [article for article in found if article.language == language], extractor)


def _report(language: str, articles: Sequence[Article], extractor: FrameExtractor) -> None:
    texts = [article.text for article in articles]
    spacy_alone = _load(language)
    tokens = sum(len(doc) for doc in spacy_alone.pipe(texts))
    words = sum(len(text.split()) for text in texts)
    ours = _best(lambda: [extractor.extract(article) for article in articles])
    theirs = _best(lambda: list(spacy_alone.pipe(texts)))
    print(f"{language}: {len(texts)} articles, {words} words, {tokens} tokens")
    print(f"  kg            {tokens / ours:7.0f} tokens/s  {ours * ARTICLE / words:6.3f} s for {ARTICLE} words")
    print(f"  spaCy alone   {tokens / theirs:7.0f} tokens/s  {theirs * ARTICLE / words:6.3f} s for {ARTICLE} words")
    print(f"  kg takes {ours / theirs:.2f} times as long as spaCy alone; of its time:")
    for stage, share in _shares(articles, extractor):
        print(f"    {stage:<12} {share:4.0%}")


def _shares(articles: Sequence[Article], extractor: FrameExtractor) -> Iterator[tuple[str, float]]:
    watch = Stopwatch()
    with ExitStack() as stack:
        for stage, place in STAGES:
            stack.enter_context(watch.watch(stage, place))
        start = time.process_time()
        for _ in range(RUNS):
            for article in articles:
                extractor.extract(article)
        total = time.process_time() - start
    for stage, _ in STAGES:
        yield stage, watch.seconds[stage] / total
    yield "all else", 1 - sum(watch.seconds.values()) / total


def _best(work: Callable[[], object]) -> float:
    """Return the least processor time of several runs, after one that warms up."""
    work()
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def _find(place: str) -> Any:
    """Return the module or class of a dotted name."""
    from importlib import import_module  # noqa: PLC0415 - only here

    try:
        return import_module(place)
    except ModuleNotFoundError:
        module, _, name = place.rpartition(".")
        return getattr(import_module(module), name)


def _load(language: str) -> Language:
    import spacy  # noqa: PLC0415 - after the libraries were told to use one core

    from kg.extract.grammar.parsing.parser import PIPELINES  # noqa: PLC0415

    return spacy.load(PIPELINES[language])


def _use_one_core() -> None:
    for library in ("OMP", "OPENBLAS", "MKL", "BLIS"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    main()
