"""Updates a stored graph: articles are added, replaced and forgotten, each change in one transaction.

The store keeps the extraction of each article. Each change resolves the entities of all extractions again and applies
the difference to the store. So it always holds what one build of all its articles would give, whatever their order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import OutputError, UsageError
from kg.model import Article, Cause, Entity, Extraction, Statement, Term
from kg.ontology.schema import Ontology
from kg.rdf.namespaces import KG
from kg.rdf.quads import DEFAULT_GRAPH, Literal, Quad
from kg.rdf.triples import ArticlePart, article_parts, edge_quads, entity_quads
from kg.resolve.constraints import decisions_digest
from kg.resolve.decisions import Decision
from kg.resolve.iris import Minter, digest
from kg.resolve.resolution import Resolution, resolve
from kg.store.extraction_records import read_extraction, write_extraction
from kg.store.graph_layout import ENTITIES, PROOFS, RECORDS, mark_quads, record_quads, twin
from kg.store.opening import open_store
from kg.store.protocol import TripleStore, Writer

__all__ = [
    "ArticleRecord",
    "StoreUpdater",
    "article_records",
    "read_article_record",
    "stored_article",
    "stored_articles",
]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article of a store.

    Attributes:
        document: the name it was built under.
        sha256: the hash of its text.
        rules: a digest of the ontology and the version of kg it was read with.
        graph: the named graph of its statements.
        shape: a digest of the content of that graph.
        extraction: its extraction, as written by `write_extraction`.
        decided: a digest of the decisions on names used for resolution; empty for none.
        failure: why its last reading failed; the extraction is then an earlier one. Empty if it did not fail.
    """

    document: str
    sha256: str
    rules: str
    graph: str
    shape: str
    extraction: str
    decided: str = ""
    failure: str = ""


class StoreUpdater:
    """Updates a store of articles; there must be only one per store at a time.

    Attributes:
        rules: a digest of the rules that articles are currently read by.

    Raises:
        UsageError: the store was resolved with decisions on names, and `decisions` is `None` (rather than empty).
    """

    def __init__(
        self,
        store: TripleStore,
        ontology: Ontology,
        *,
        base: str,
        rules: str = "",
        decisions: Sequence[Decision] | None = None,
    ) -> None:
        self._store, self._ontology, self._minter, self.rules = store, ontology, Minter(base), rules
        self._kept = {one.document: one for one in article_records(store)}
        self._read: dict[str, Extraction] = {}
        self._decisions = tuple(decisions or ())
        self._decided = decisions_digest(self._decisions)
        if decisions is None and any(one.decided for one in self._kept.values()):
            # Otherwise a run from another folder would drop them silently.
            raise UsageError(
                "the store was joined by decisions on names, and none are given now",
                where="--names",
                advice="name their file with --names or KG_NAMES; an empty file undoes them",
            )

    @property
    def kept(self) -> Mapping[str, ArticleRecord]:
        """The articles of the store by document, sorted."""
        return dict(sorted(self._kept.items()))

    def extraction(self, document: str) -> Extraction | None:
        """Return the extraction of an article; `None` when the store has no such article."""
        kept = self._kept.get(document)
        return self._extraction(kept) if kept is not None else None

    def extractions(self) -> Iterator[Extraction]:
        """Return the extractions of all articles in the store, sorted by document."""
        return (self._extraction(one) for one in self.kept.values())

    def resolution(self) -> Resolution:
        """Return the resolved statements of all articles."""
        return self._join(self.extractions())

    def settle(self) -> Resolution:
        """Return the resolution; the store is updated first if it was resolved with other decisions."""
        settled = all(one.decided == self._decided for one in self._kept.values())
        return self.resolution() if settled else self.change()

    def change(self, added: Iterable[Extraction] = (), forgotten: Collection[str] = ()) -> Resolution:
        """Add or replace articles and remove others, in one transaction; return the new resolution.

        Forgetting an unknown document is not an error.
        """
        new = {extraction.article.document: extraction for extraction in added}
        extractions = {extraction.article.document: extraction for extraction in self.extractions()}
        extractions = {doc: one for doc, one in (extractions | new).items() if doc not in forgotten}
        resolution = self._join(extractions.values())
        parts = {part.article.document: part for part in article_parts(resolution, self._ontology)}
        kept = {doc: self._keep(part, new.get(doc)) for doc, part in parts.items()}
        with self._store.writer() as writer:
            self._exchange_shared(writer, resolution, parts.values())
            for document in sorted({*self._kept, *kept}):
                self._exchange(writer, self._kept.get(document), (kept.get(document), parts.get(document)))
        self._kept, self._read = kept, extractions
        return resolution

    def _join(self, extractions: Iterable[Extraction]) -> Resolution:
        return resolve(extractions, self._ontology, base=self._minter.base, decisions=self._decisions)

    def _extraction(self, kept: ArticleRecord) -> Extraction:
        if kept.document not in self._read:
            self._read[kept.document] = read_extraction(kept.extraction)
        return self._read[kept.document]

    def _keep(self, part: ArticlePart, new: Extraction | None) -> ArticleRecord:
        """Return the record of an article after the change."""
        shape = _shape(part)
        if new is None:
            return replace(self._kept[part.article.document], graph=part.iri, shape=shape, decided=self._decided)
        sha256, document = new.article.sha256, new.article.document
        failure = next((one.reason for one in new.skipped if one.cause is Cause.FAILED), "")
        return ArticleRecord(
            document, sha256, self.rules, part.iri, shape, write_extraction(new), self._decided, failure
        )

    def _exchange(
        self, writer: Writer, old: ArticleRecord | None, new: tuple[ArticleRecord | None, ArticlePart | None]
    ) -> None:
        """Replace the graph and record of one article, if they differ."""
        kept, part = new
        if old == kept:
            return
        before = set(self._store.find(old.graph)) if old else set()
        after = set(part.quads()) if part else set()
        shared = {twin(quad, ENTITIES) for quad in part.shared_quads()} if part else set()
        _exchange(writer, before, after)
        # What articles share is duplicated in `ENTITIES`; removing it from `PROOFS` too does no harm.
        _exchange(
            writer,
            {twin(q, PROOFS) for q in before},
            {twin(q, PROOFS) for q in after if twin(q, ENTITIES) not in shared},
        )
        _exchange(writer, set(self._record(old)), set(self._record(kept)))

    def _exchange_shared(self, writer: Writer, resolution: Resolution, parts: Iterable[ArticlePart]) -> None:
        """Replace what articles share: entities, edges, sources and rounds."""
        store = self._store
        entities = set(entity_quads(resolution, self._ontology))
        shared = {twin(quad, ENTITIES) for part in parts for quad in part.shared_quads()}
        _exchange(writer, set(store.find(DEFAULT_GRAPH)), entities)
        _exchange(writer, set(store.find(ENTITIES)), shared | {twin(quad, ENTITIES) for quad in entities})
        edges = set(edge_quads(resolution, self._ontology))
        modalities = [style.iri for style in self._ontology.modalities.values()]
        _exchange(writer, {quad for iri in modalities for quad in store.find(iri)}, edges)
        writer.add(mark_quads(modalities))

    def _record(self, kept: ArticleRecord | None) -> Iterator[Quad]:
        if kept is None:
            return iter(())
        fields = {name: getattr(kept, name) for name in ArticleRecord.__slots__ if name != "document"}
        # A path may contain characters that no literal can, hence the escaping.
        return record_quads(_record_iri(self._minter, kept.document), {**fields, "document": _escaped(kept.document)})


def _exchange(writer: Writer, before: set[Quad], after: set[Quad]) -> None:
    writer.remove(before - after)
    writer.add(after - before)


def article_records(store: TripleStore) -> Iterator[ArticleRecord]:
    """Return a store's records of its articles, in no particular order.

    Raises:
        OutputError: the store holds something else, or records by a version of kg with another format.
    """
    return _read_records(store.find(RECORDS))


def read_article_record(store: TripleStore, document: str, *, base: str) -> ArticleRecord | None:
    """Return a store's record of one article; `None` when it has no such article.

    Raises:
        OutputError: the record is invalid, or was written by a version of kg with another format.
    """
    return next(_read_records(store.find(RECORDS, _record_iri(Minter(base), document))), None)


def _read_records(quads: Iterable[Quad]) -> Iterator[ArticleRecord]:
    found: dict[str, dict[str, str]] = {}
    for quad in quads:
        if isinstance(quad.object, Literal):
            found.setdefault(quad.subject, {})[quad.predicate.removeprefix(KG)] = quad.object.text
    for record in found.values():
        try:
            yield ArticleRecord(**{**record, "document": _unescaped(record["document"])})
        except (KeyError, TypeError, ValueError) as error:
            raise OutputError("an article in the store cannot be read", advice="build its articles again") from error


def _record_iri(minter: Minter, document: str) -> str:
    return minter.iri("record", digest(document))


def _escaped(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")


def _unescaped(text: str) -> str:
    return text.encode("ascii").decode("unicode_escape")


def _shape(part: ArticlePart) -> str:
    """Return a digest of the content of an article's graph; labels and descriptions of entities do not count."""
    said = [_named_by_iri(statement) for statement in part.statements]
    spoken = [part.provenance.speakers.get(one.attribution or "") for one in part.statements]
    return digest(part.iri, part.article.sha256, repr(said), repr(spoken), repr(part.references), repr(part.article))


def _named_by_iri(statement: Statement) -> Statement:
    def bare(term: Term | None) -> Term | None:
        if term is None or not isinstance(term.target, Entity):
            return term
        return replace(term, target=Entity(term.target.iri, "", term.target.cls))

    asset, organization = statement.qualifiers.asset, statement.qualifiers.organization
    qualifiers = replace(statement.qualifiers, asset=bare(asset), organization=bare(organization))
    subject, obj = bare(statement.subject) or statement.subject, bare(statement.object) or statement.object
    return replace(statement, subject=subject, object=obj, qualifiers=qualifiers)


def stored_articles(place: Path) -> dict[str, Article]:
    """Return the articles in a store, with their texts, by document.

    Raises:
        OutputError: there is no store, or it cannot be read.
    """
    with open_store(place) as store:
        found = [read_extraction(kept.extraction).article for kept in article_records(store)]
    return {article.document: article for article in found}


def stored_article(place: Path, document: str, *, base: str) -> Article | None:
    """Return one article in a store, with its text; `None` when there is none.

    Raises:
        OutputError: there is no store, or it cannot be read.
    """
    with open_store(place) as store:
        found = read_article_record(store, document, base=base)
    return None if found is None else read_extraction(found.extraction).article
