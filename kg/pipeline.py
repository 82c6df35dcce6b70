"""The pipeline: read articles, extract statements, resolve entities, write graph and page.

A build that is killed leaves the old files whole: `kg/atomic_files.py`. One into a store: `kg/growing.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.articles.article_files import DEFAULT_OPTIONS, SourceOptions, read_articles
from kg.config import Settings
from kg.errors import ArticleError
from kg.extract.extractor import Extractor, FrameExtractor
from kg.extract.isolation import Failure, extract_safely
from kg.model import Article, Cause, Extraction, Skipped, Span
from kg.ontology import Ontology, read_ontology
from kg.rdf.results_folder import write_results
from kg.resolve.constraints import check_decisions
from kg.resolve.decisions import read_decisions
from kg.resolve.resolution import Resolution, resolve

__all__ = ["PAGE", "Built", "build", "extract", "read_sources", "write"]

PAGE = "graph.html"


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build: resolved statements, files, and articles that could not be read or failed."""

    resolution: Resolution
    paths: tuple[Path, ...]
    errors: tuple[ArticleError, ...]


def build(
    sources: Sequence[str | Path],
    *,
    out: Path,
    settings: Settings,
    options: SourceOptions = DEFAULT_OPTIONS,
    report: Callable[[str], object] = lambda _: None,
) -> Built:
    """Build the graph of all articles of `sources` into the folder `out`, and return what was built.

    An article that cannot be read, or whose reading fails, is listed under the errors; the others are built. `report`
    is called with the name of each article before it is read.

    Raises:
        ArticleError: no article could be read.
        OntologyError: the ontology is broken, or the file of decisions on names.
        OutputError: a file cannot be written; the old files are then intact.
        UsageError: decisions contradict each other.
    """
    ontology, decisions = read_ontology(settings.ontology), read_decisions(settings.names)
    check_decisions(decisions, settings.base)
    articles, errors = read_sources(sources, options)
    found = list(extract(articles, FrameExtractor(ontology), report, seconds=settings.seconds))
    extracted = [one.as_extraction() if isinstance(one, Failure) else one for one in found]
    refused = map(_refused, errors)
    resolution = resolve(extracted, ontology, base=settings.base, refused=refused, decisions=decisions)
    failed = tuple(one.as_error() for one in found if isinstance(one, Failure))
    return Built(resolution, write(resolution, ontology, out), (*errors, *failed))


def read_sources(
    sources: Sequence[str | Path], options: SourceOptions
) -> tuple[list[Article], tuple[ArticleError, ...]]:
    """Return the articles of the sources, and the errors of those that cannot be read.

    Raises:
        ArticleError: no article could be read.
    """
    found = list(read_articles(sources, language=options.language, fields=options.fields, kind=options.kind))
    errors = tuple(item for item in found if isinstance(item, ArticleError))
    articles = [item for item in found if isinstance(item, Article)]
    if not articles:
        raise errors[0] if errors else ArticleError("no articles were named", advice="name a file or folder")
    return articles, errors


def extract(
    articles: Iterable[Article], extractor: Extractor, report: Callable[[str], object], *, seconds: float
) -> Iterator[Extraction | Failure]:
    """Return the extraction of each article in turn; `report` is called with its name before it is read.

    `seconds` is the time limit for a short article; longer ones get more.
    """
    for article in articles:
        report(article.document)
        yield extract_safely(article, extractor, seconds=seconds)


def _refused(error: ArticleError) -> Skipped:
    advice = f"; {error.advice}" if error.advice else ""
    return Skipped(error.where, Span(0, 0), "", Cause.REFUSED, error.what + advice)


def write(resolution: Resolution, ontology: Ontology, out: Path) -> tuple[Path, ...]:
    """Write the files of a folder of results, and return their paths.

    Raises:
        OutputError: a file cannot be written; the old files are then intact.
    """
    # pyvis imports IPython: half a second that a library user who wants no page need not spend.
    from kg.present.page.render import render  # noqa: PLC0415

    page = render(resolution.statements, resolution.articles, ontology)
    return write_results(resolution, ontology, out, further={PAGE: page})
