"""Grows the graph in a store: new articles are read and added, those already there are left alone."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from kg.articles.article_files import DEFAULT_OPTIONS, SourceOptions
from kg.config import Settings
from kg.errors import ArticleError, UsageError
from kg.extract.extractor import FrameExtractor
from kg.extract.isolation import Failure
from kg.model import Article, Extraction
from kg.ontology import read_ontology
from kg.pipeline import extract, read_sources
from kg.resolve.constraints import check_decisions
from kg.resolve.decisions import Decision, read_decisions
from kg.resolve.resolution import Resolution
from kg.store.opening import open_store, open_to_write
from kg.store.updating import ArticleRecord, StoreUpdater
from kg.wording import counted

__all__ = ["Growth", "forget", "grow", "rules_digest"]

_PAUSE = 2.0
"""Seconds of reading after which a batch is put into the store."""
_SHARE = 3.0
"""Reading time before the next change of the store, as a multiple of the time the last change took."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What became of the named articles.

    Attributes:
        joined: the statements of all articles of the store.
        added, replaced, unchanged: documents; an article that the store has under another name is unchanged.
        renewed: documents of the store that were read again because the ontology or kg has changed.
        errors: articles that could not be read, and those whose reading failed; they are in none of the others.
    """

    resolution: Resolution
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    unchanged: tuple[str, ...]
    renewed: tuple[str, ...]
    errors: tuple[ArticleError, ...]


def grow(
    sources: Sequence[str | Path],
    *,
    store: Path,
    settings: Settings,
    options: SourceOptions = DEFAULT_OPTIONS,
    report: Callable[[str], object] = lambda _: None,
) -> Growth:
    """Add the articles of `sources` to a store, and return what became of each.

    An article in the store is read again only if the ontology or kg has changed since; an article with the same name
    and another text replaces it. If reading an article fails, the store keeps what it had; the article is read again
    when it is named again, and when the ontology or kg has changed. Every few seconds the articles that are ready are
    put into the store, in one transaction. `report` is called with the name of each article before it is read, and
    after each transaction with the number of articles in the store.

    Raises:
        ArticleError: no article could be read.
        OntologyError: the ontology is broken, or the file of decisions on names.
        OutputError: the store cannot be written, or another process is writing it.
        UsageError: decisions contradict each other, or the store was resolved with decisions and none are given.
    """
    ontology, decisions = read_ontology(settings.ontology), _decisions(settings)
    rules = rules_digest(settings.ontology)
    articles, errors = read_sources(sources, options)
    with open_to_write(store, f"kg build {' '.join(map(str, sources))}"[:80]) as opened:
        keeper = StoreUpdater(opened, ontology, base=settings.base, rules=rules, decisions=decisions)
        work = _Work.of(articles, keeper)
        failed: dict[str, ArticleError] = {}
        found = extract(work.to_read, FrameExtractor(ontology), report, seconds=settings.seconds)
        for batch in _batches(found):
            failed |= _put(batch, keeper)
            report(f"{counted(len(keeper.kept), 'article')} in the store")
        return work.as_done(keeper.settle(), errors, failed)


def forget(documents: Collection[str], *, store: Path, settings: Settings) -> tuple[str, ...]:
    """Remove articles, and all that only they state, from a store; return their documents, sorted.

    An article is named by its document, or by the last part of the path where that is unambiguous.

    Raises:
        UsageError: the store has no such article, or several.
        OutputError: there is no store, or another process is writing it.
    """
    with open_store(store):
        pass  # a folder without a store is an error: do not create one
    ontology, decisions, rules = read_ontology(settings.ontology), _decisions(settings), rules_digest(settings.ontology)
    with open_to_write(store, "kg forget") as opened:
        keeper = StoreUpdater(opened, ontology, base=settings.base, rules=rules, decisions=decisions)
        found = tuple(sorted({_find(name, keeper.kept) for name in documents}))
        keeper.change(forgotten=found)
        return found


def _put(batch: Iterable[Extraction | Failure], keeper: StoreUpdater) -> dict[str, ArticleError]:
    """Put extractions into the store, and return the errors of articles whose reading failed, by document."""
    failed: dict[str, ArticleError] = {}
    added: list[Extraction] = []
    for one in batch:
        if isinstance(one, Failure):
            before = keeper.extraction(one.article.document)
            failed[one.article.document] = one.as_error(kept=before is not None and bool(before.statements))
            added.append(one.as_extraction(before))
        else:
            added.append(one)
    keeper.change(added)
    return failed


def rules_digest(ontology: Path) -> str:
    """Return a digest of the rules that articles are read by: the files of the ontology, and the version of kg."""
    parts = [_version().encode()]
    for path in sorted(ontology.rglob("*.ttl")):
        parts += [path.relative_to(ontology).as_posix().encode(), path.read_bytes()]
    return hashlib.sha256(b"\x00".join(parts)).hexdigest()[:20]


def _decisions(settings: Settings) -> tuple[Decision, ...] | None:
    """Return the decisions on names; `None` where no file of decisions is given."""
    decisions = read_decisions(settings.names)
    check_decisions(decisions, settings.base)
    return None if settings.names is None else decisions


def _version() -> str:
    try:
        return metadata.version("kg")
    except metadata.PackageNotFoundError:
        return ""


@dataclass(frozen=True, slots=True)
class _Work:
    """The work on the named articles and on those in the store.

    Attributes:
        articles: the named articles.
        known: documents in the store.
        fresh: named articles whose text is not in the store, or only under a name that now has another text.
        outdated: articles in the store that were read by other rules than the current ones.
    """

    articles: Sequence[Article]
    known: frozenset[str]
    fresh: Sequence[Article]
    outdated: Sequence[Article]

    @classmethod
    def of(cls, articles: Sequence[Article], keeper: StoreUpdater) -> _Work:
        """Return the work on these articles and those in the store."""
        kept = keeper.kept
        outdated = [one.article for one in keeper.extractions() if kept[one.article.document].rules != keeper.rules]
        return cls(articles, frozenset(kept), _fresh(articles, kept), outdated)

    @property
    def to_read(self) -> list[Article]:
        """The articles to read, each document once."""
        return list({article.document: article for article in (*self.outdated, *self.fresh)}.values())

    def as_done(
        self, resolution: Resolution, errors: tuple[ArticleError, ...], failed: Mapping[str, ArticleError]
    ) -> Growth:
        """Return what became of the articles."""
        fresh, named = ({article.document for article in some} for some in (self.fresh, self.articles))
        renewed = {article.document for article in self.outdated} - fresh
        return Growth(
            resolution,
            added=tuple(sorted(fresh - self.known - failed.keys())),
            replaced=tuple(sorted(fresh & self.known - failed.keys())),
            unchanged=tuple(sorted(named - fresh - failed.keys())),
            renewed=tuple(sorted(renewed - failed.keys())),
            errors=(*errors, *failed.values()),
        )


def _fresh(articles: Iterable[Article], known: Mapping[str, ArticleRecord]) -> list[Article]:
    """Return the articles missing from the store: a known document with another text, an unknown one with a new text.

    An article that the store knows only as failed counts as missing.
    """
    named = {article.document: article.sha256 for article in articles}
    read = {document: kept for document, kept in known.items() if not kept.failure}
    texts = {kept.sha256 for kept in read.values() if named.get(kept.document, kept.sha256) == kept.sha256}
    fresh = []
    for article in articles:
        kept = read.get(article.document)
        unknown = article.document in known or article.sha256 not in texts
        if kept.sha256 != article.sha256 if kept else unknown:
            fresh.append(article)
            texts.add(article.sha256)
    return fresh


def _batches(extractions: Iterable[Extraction | Failure]) -> Iterator[list[Extraction | Failure]]:
    """Return extractions in batches that take a while to read, so that changing the store takes little of the time.

    The final contents of the store do not depend on where batches end.
    """
    batch: list[Extraction | Failure] = []
    began, pause = time.monotonic(), _PAUSE
    for extraction in extractions:
        batch.append(extraction)
        if time.monotonic() - began > pause:
            handed = time.monotonic()
            yield batch
            began = time.monotonic()
            batch, pause = [], max(_PAUSE, _SHARE * (began - handed))
    if batch:
        yield batch


def _find(name: str, kept: Mapping[str, ArticleRecord]) -> str:
    if name in kept:
        return name
    found = [document for document in kept if document.rpartition("/")[2] == name]
    if len(found) == 1:
        return found[0]
    what = f"is the name of {len(found)} articles" if found else "is no article of the store"
    raise UsageError(what, where=name, advice="name it as `kg status` does")
