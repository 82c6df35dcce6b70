"""An article with its statements in the graph: its text, if unchanged, and the spans of the statements in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.config import DEFAULT_BASE
from kg.errors import UsageError
from kg.inquiry.lookup import local_name, text_of
from kg.inquiry.sources import reread
from kg.model import Article, Span
from kg.rdf.quads import Node
from kg.store.opening import is_store
from kg.store.protocol import View
from kg.store.updating import stored_article

__all__ = ["ArticleAccount", "ArticleEntry", "StatedAccount", "list_articles", "read_article"]

ARTICLE = """
SELECT ?article ?document ?title ?language ?date ?publisher ?url ?hash {
  ?article a kg:Article ; dcterms:identifier ?document ; rdfs:label ?title ; schema:inLanguage ?language ;
    schema:sha256 ?hash .
  OPTIONAL { ?article schema:datePublished ?date } OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:url ?url }
} ORDER BY ?document
"""
COUNTS = """
SELECT ?article (COUNT(?statement) AS ?count) {
  ?statement a kg:Statement ; prov:wasDerivedFrom ?article
} GROUP BY ?article
"""
STATEMENTS = """
SELECT ?article ?statement ?subject ?from ?relation ?object ?to ?modality ?who ?part ?exact ?start ?end {
  ?statement prov:wasDerivedFrom ?article ; a kg:Statement ; rdf:subject ?subject ; rdf:predicate ?relation ;
    rdf:object ?object ; kg:modality ?modality ; ?part ?selector .
  ?selector oa:exact ?exact ; oa:start ?start ; oa:end ?end . ?subject rdfs:label ?from .
  OPTIONAL { ?object rdfs:label ?to } OPTIONAL { ?statement kg:attribution ?who }
} ORDER BY ?statement ?part
"""
_PARTS = ("evidence", "subject", "trigger", "object")


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article of a list; `date`, `publisher` and `url` are empty where they are not known."""

    iri: str
    document: str
    title: str
    language: str
    date: str
    publisher: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class StatedAccount:
    """A statement of an article, in brief.

    Attributes:
        subject, object: the labels; an object that is a value has no IRI.
        who: to whom it is attributed, if anybody.
        evidence: the words that state it.
        places: the spans of `evidence`, `subject`, `trigger` and `object` in the text.
    """

    id: str
    subject: str
    subject_iri: str
    relation: str
    object: str
    object_iri: str
    modality: str
    who: str
    evidence: str
    places: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class ArticleAccount:
    """An article with its statements, in the order of the text; `text` is empty when it is missing or has changed."""

    entry: ArticleEntry
    text: str
    body: Span
    statements: tuple[StatedAccount, ...]


def list_articles(view: View) -> tuple[ArticleEntry, ...]:
    """Return the articles of the graph, sorted by document."""
    counts = {article: int(count) for article, count in _rows(view, COUNTS, {})}
    return tuple(_entry(row, counts.get(row[0], 0)) for row in _rows(view, ARTICLE, {}))


def read_article(view: View, iri: str, *, place: Path | None = None, base: str = DEFAULT_BASE) -> ArticleAccount:
    """Return an article with its statements in the graph, and its text from the store `place` or its original file.

    Raises:
        UsageError: there is no such article.
    """
    rows = _rows(view, ARTICLE, {"article": iri})
    if not rows:
        raise UsageError("no such article", where=iri[:200], advice="choose one of the list")
    statements = _statements(view, iri)
    entry, sha256 = _entry(rows[0], len(statements)), rows[0][-1]
    kept = place if place is not None and is_store(place) else None
    found = _reread(entry) if kept is None else stored_article(kept, entry.document, base=base)
    is_same = found is not None and found.sha256 == sha256
    text, body = (found.text, found.body) if found is not None and is_same else ("", Span(0, 0))
    return ArticleAccount(entry, text, body, statements)


def _reread(entry: ArticleEntry) -> Article | None:
    return reread({entry.document: entry.language}).get(entry.document)


def _entry(row: list[str], count: int) -> ArticleEntry:
    iri, document, title, language, date, publisher, url, _ = row
    return ArticleEntry(iri, document, title or Path(document).name, language, date, publisher, url, count)


def _statements(view: View, iri: str) -> tuple[StatedAccount, ...]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for row in _rows(view, STATEMENTS, {"article": iri}):
        found[row[1]].append(row)
    accounts = [_stated(rows) for rows in found.values()]
    return tuple(sorted(accounts, key=lambda one: (one.places["evidence"], one.places["trigger"], one.id)))


def _stated(rows: list[list[str]]) -> StatedAccount:
    _, statement, subject, source, relation, obj, target, modality, who, *_ = rows[0]
    words = {local_name(row[9]).removesuffix("Mention"): (row[10], Span(int(row[11]), int(row[12]))) for row in rows}
    return StatedAccount(
        id=local_name(statement),
        subject=source,
        subject_iri=subject,
        relation=local_name(relation),
        object=target or obj,
        object_iri=obj if target else "",
        modality=local_name(modality),
        who=who,
        evidence=words["evidence"][0],
        places={part: words[part][1] for part in _PARTS},
    )


def _rows(view: View, question: str, bindings: Mapping[str, Node]) -> list[list[str]]:
    return [[text_of(node) for node in row] for row in view.ask(question, bindings).rows]
