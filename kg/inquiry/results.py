"""Reads a folder of results back into values: statements, articles with their text, or a selection of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import UsageError
from kg.inquiry.lookup import find_target, local_name, text_of
from kg.inquiry.selection import Focus, Selection, select
from kg.inquiry.sources import reread
from kg.model import Article, Mention, Statement, Term, Value
from kg.ontology.schema import Ontology
from kg.rdf.quads import Quad
from kg.rdf.restoring import restore
from kg.resolve.iris import clean_text
from kg.store.opening import is_store, open_graph
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import View
from kg.store.updating import stored_articles

__all__ = ["Folder", "find_focus", "read_folder"]

SAID = "SELECT ?node ?statement WHERE { ?statement prov:wasAttributedTo ?node }"


@dataclass(frozen=True, slots=True)
class Folder:
    """The contents of a folder of results, or a part of them.

    Attributes:
        quads: the whole graph, as it was written.
        statements: sorted by document and offset.
        articles: sorted by document; without text if the file is gone or has changed.
        is_whole: whether nothing was left out.
    """

    quads: tuple[Quad, ...]
    statements: tuple[Statement, ...]
    articles: tuple[Article, ...]
    is_whole: bool = True

    def view(self) -> View:
        """Return a view of the whole graph, copied into memory, as its store may change in the meantime."""
        store = OxigraphStore.in_memory()
        with store.writer() as writer:
            writer.add(self.quads)
        return store.view()

    @property
    def without_text(self) -> tuple[str, ...]:
        """The documents of which only the quotations in the graph are available."""
        return tuple(article.document for article in self.articles if not article.text)

    def part(self, selection: Selection) -> Folder:
        """Return the selected statements with their articles; all articles when all statements are selected.

        Raises:
            UsageError: no statement is left.
        """
        if selection.is_whole:
            return self
        kept = select(self.statements, selection)
        if not kept:
            raise UsageError("no statement is left", advice="name other relations or modalities, or a larger --depth")
        documents = {statement.document for statement in kept}
        articles = tuple(article for article in self.articles if article.document in documents)
        return replace(self, statements=kept, articles=articles, is_whole=False)


def read_folder(out: Path, ontology: Ontology) -> Folder:
    """Return the contents of graph.trig in the folder `out`, with the texts of articles that still exist.

    For a store, the texts are its own copies.

    Raises:
        OutputError: the folder has no graph, or one from another version of kg or another ontology.
    """
    with open_graph(out) as view:
        quads = tuple(_own_quads(view))
        kept = stored_articles(out) if is_store(out) else None
    restored = restore(quads, ontology)
    found = kept or reread({article.document: article.language for article in restored.articles})
    articles = tuple(_with_text(article, found.get(article.document)) for article in restored.articles)
    odd = {article.document: article.text for article in articles if clean_text(article.text) != article.text}
    statements = (_in_words(one, odd[one.document]) if one.document in odd else one for one in restored.statements)
    return Folder(quads, tuple(statements), articles)


def find_focus(view: View, asked: str, *, base: str) -> Focus:
    """Return the entity, source or statement named by `asked`, as in `kg explain`.

    Raises:
        UsageError: nothing has this name, or several entities do.
    """
    target = find_target(view, asked, base=base)
    if target.is_statement:
        return Focus("", frozenset({local_name(target.iri)}))
    said = view.ask(SAID, {"node": target.iri}).rows
    return Focus(target.iri, frozenset(local_name(text_of(statement)) for _, statement in said))


def _own_quads(view: View) -> Iterator[Quad]:
    """Return the original quads; the default graph of a view also holds copies of the quads in named graphs."""
    quads = list(view.quads())
    copied = {(quad.subject, quad.predicate, quad.object) for quad in quads if quad.graph}
    return (quad for quad in quads if quad.graph or (quad.subject, quad.predicate, quad.object) not in copied)


def _with_text(article: Article, found: Article | None) -> Article:
    """Return the article with what RDF does not preserve, if the file found is still the same."""
    if found is None or found.sha256 != article.sha256:
        return article
    title = found.title if clean_text(found.title) == article.title else article.title
    return replace(
        article,
        title=title,
        authors=found.authors,
        text=found.text,
        body=found.body,
        markdown=found.markdown,
        remarks=found.remarks,
    )


def _in_words(statement: Statement, text: str) -> Statement:
    """Return the statement with the exact words of its article, some of whose characters RDF cannot represent."""

    def mend(mention: Mention) -> Mention:
        words = mention.span.of(text)
        return Mention(words, mention.span) if clean_text(words) == mention.text else mention

    def mend_term(term: Term) -> Term:
        mention, target = mend(term.mention), term.target
        if isinstance(target, Value):
            words = {key: mention.text for key in ("label", "number") if getattr(target, key) == term.mention.text}
            return Term(replace(target, **words), mention)
        return Term(target, mention)

    asset, organization = statement.qualifiers.asset, statement.qualifiers.organization
    return replace(
        statement,
        subject=mend_term(statement.subject),
        object=mend_term(statement.object),
        evidence=mend(statement.evidence),
        qualifiers=replace(
            statement.qualifiers,
            asset=asset and mend_term(asset),
            organization=organization and mend_term(organization),
        ),
    )
