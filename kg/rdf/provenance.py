"""The provenance of each edge in RDF: the article, the statement, and its evidence.

Evidence is described with W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/#selectors): one node
quotes the words and gives their offsets; its IRI is the article's with an RFC 5147 text fragment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Article, Entity, Qualifiers, Reference, Span, Statement, Step, Term, Value
from kg.ontology.schema import Ontology
from kg.rdf.namespaces import DCTERMS, KG, OA, PROV, RDF, RDFS, SCHEMA, XSD
from kg.rdf.quads import Literal, Node, Quad, describe, word
from kg.rdf.values import date_literal, is_literal, value_node
from kg.resolve.iris import Minter, clean_text, slug

__all__ = ["Provenance", "article_quads", "document_names", "reference_quads", "terms_of", "values_of"]

CONTEXT = 32
"""Characters of context kept before and after a quotation, to find it again."""


def article_quads(article: Article, iri: str) -> Iterator[Quad]:
    """Return the description of an article, in the graph named by its own IRI."""
    day = Literal(article.date.isoformat(), XSD + "date") if article.date else None
    yield from describe(
        iri,
        iri,
        (KG + "Article", SCHEMA + "NewsArticle", PROV + "Entity"),
        {
            SCHEMA + "headline": word(article.title, article.language) if article.title else None,
            RDFS + "label": word(article.title or article.document),
            SCHEMA + "inLanguage": Literal(article.language),
            SCHEMA + "datePublished": day,
            SCHEMA + "sha256": Literal(article.sha256),
            SCHEMA + "url": article.url or None,
            SCHEMA + "publisher": word(article.publisher) if article.publisher else None,
            KG + "reader": Literal(article.reader) if article.reader else None,
            DCTERMS + "identifier": word(article.document),
        },
    )
    for author in article.authors:
        yield Quad(iri, SCHEMA + "author", word(author), iri)


def document_names(entities: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Return the IRI for each name that only one entity has; entities are given as IRI and names."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for iri, names in entities:
        for name in names:
            shared |= {name} if found.setdefault(name, iri) != iri else set()
    return {name: iri for name, iri in found.items() if name not in shared}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Describes statements in RDF.

    Attributes:
        minter: mints the IRIs.
        ontology: has the IRIs of relations, classes and modalities.
        speakers: IRIs by name, of the entities that statements are attributed to.
    """

    minter: Minter
    ontology: Ontology
    speakers: Mapping[str, str]

    def statement_iri(self, statement: Statement) -> str:
        """Return the IRI of a statement, made from its id."""
        return self.minter.iri("statement", statement.id)

    def object_of(self, statement: Statement) -> Node:
        """Return the object of the statement's edge."""
        return self._node(statement.object, statement.language)

    def quads(self, statement: Statement, article: Article, graph: str) -> Iterator[Quad]:
        """Return the description of a statement and its evidence, in the graph of its article."""
        iri, places = self.statement_iri(statement), self._places(statement, graph)
        edge: dict[str, Node | None] = {
            RDF + "subject": self._node(statement.subject, statement.language),
            RDF + "predicate": self.ontology.relations[statement.relation].iri,
            RDF + "object": self.object_of(statement),
            KG + "objectClass": self.ontology.classes[statement.object.cls].iri,
            **self._limits(statement.object.target),
            KG + "modality": self.ontology.modalities[statement.modality].iri,
            KG + "confidence": Literal.of_decimal(f"{statement.confidence:.4f}"),
            KG + "frame": word(statement.frame),
            PROV + "wasDerivedFrom": graph,
        }
        said = self._attribution(statement)
        qualifiers = self._qualifiers(statement.qualifiers, statement.language)
        types = (KG + "Statement", RDF + "Statement", PROV + "Entity")
        yield from describe(iri, graph, types, {**edge, **said, **qualifiers, **{p: n for p, (n, _) in places.items()}})
        yield from _steps(iri, statement.steps, (article, graph))
        yield from self._readings(iri, statement, graph)
        for node, span in places.values():
            yield from _selector(node, span, article.text, graph)

    def _node(self, term: Term, language: str) -> Node:
        return self._value(term.target, language) if isinstance(term.target, Value) else term.target.iri

    def _value(self, value: Value, language: str) -> Node:
        return value_node(value, language, minter=self.minter, ontology=self.ontology)

    def _limits(self, target: Entity | Value) -> dict[str, Node | None]:
        """Return what a literal cannot express about its value: the bound (about, at least, at most), the upper end."""
        if isinstance(target, Entity) or not is_literal(target, self.ontology):
            return {}
        return {
            KG + "bound": Literal(target.bound) if target.bound != "exact" else None,
            KG + "upper": Literal.of_decimal(target.upper) if target.upper else None,
        }

    def _places(self, statement: Statement, graph: str) -> dict[str, tuple[str, Span]]:
        """Return node and span of the evidence, the trigger and the mention of each end, by property."""
        spans = {KG + "evidence": statement.evidence.span, KG + "trigger": statement.trigger}
        spans |= {KG + f"{end}Mention": term.mention.span for end, term in terms_of(statement).items()}
        return {p: (_place(graph, span), span) for p, span in spans.items()}

    def _readings(self, iri: str, statement: Statement, graph: str) -> Iterator[Quad]:
        """Return how this article's words for each value of the statement were read, as a node each.

        The amount node shared by statements cannot hold this: others word it differently, and may name their currency.
        """
        for end, value in values_of(statement):
            node = f"{iri}#{end}"
            parts = {
                KG + "number": value.number if value.number != value.label else "",
                KG + "unit": value.unit,
                KG + "bound": value.bound if value.bound != "exact" else "",
                KG + "upper": value.upper,
                KG + "per": value.per,
                KG + "inferred": value.inferred,
            }
            read: dict[str, Node | None] = {
                KG + "about": Literal(end),
                KG + "valueClass": self.ontology.classes[value.cls].iri,
                KG + "surface": word(value.label, statement.language),
                **{p: word(text) if text else None for p, text in parts.items()},
            }
            yield Quad(iri, KG + "reading", node, graph)
            yield from describe(node, graph, (), read)

    def _attribution(self, statement: Statement) -> dict[str, Node | None]:
        name = statement.attribution
        if name is None:
            return {}
        return {PROV + "wasAttributedTo": self._speaker_iri(name), KG + "attribution": word(name)}

    def _speaker_iri(self, name: str) -> str:
        return self.speakers.get(name) or self.minter.iri("source", slug(name))

    def speaker_quads(self, name: str | None, graph: str) -> Iterator[Quad]:
        """Return the description of a source that is not an entity of the graph; an entity has its own description."""
        if name is not None and name not in self.speakers:
            yield from describe(self._speaker_iri(name), graph, (PROV + "Agent",), {RDFS + "label": word(name)})

    def _qualifiers(self, qualifiers: Qualifiers, language: str) -> dict[str, Node | None]:
        ends = {KG + "asset": qualifiers.asset, KG + "organization": qualifiers.organization}
        return {
            KG + "date": date_literal(qualifiers.date),
            KG + "horizon": date_literal(qualifiers.horizon),
            KG + "purpose": word(qualifiers.purpose, language) if qualifiers.purpose else None,
            KG + "amount": self._value(qualifiers.amount, language) if qualifiers.amount else None,
            **{p: self._node(term, language) for p, term in ends.items() if term},
        }


def reference_quads(reference: Reference, article: Article, graph: str) -> Iterator[Quad]:
    """Return a mention, its referent, and the reason, in the graph of the article."""
    node = _place(graph, reference.mention.span)
    yield from _selector(node, reference.mention.span, article.text, graph)
    yield from describe(node, graph, (), {KG + "refersTo": reference.iri, KG + "reason": word(reference.reason)})


def terms_of(statement: Statement) -> dict[str, Term]:
    """Return the terms of a statement by name: subject, object, and the qualifiers that have a mention."""
    qualifiers = statement.qualifiers
    ends = {"subject": statement.subject, "object": statement.object}
    further = {"asset": qualifiers.asset, "organization": qualifiers.organization}
    return ends | {name: term for name, term in further.items() if term is not None}


def values_of(statement: Statement) -> Iterator[tuple[str, Value]]:
    """Return each value of a statement with the name of its end; `amount` is the amount of a deal."""
    for end, term in terms_of(statement).items():
        if isinstance(term.target, Value):
            yield end, term.target
    if statement.qualifiers.amount is not None:
        yield "amount", statement.qualifiers.amount


def _steps(statement: str, steps: Iterable[Step], place: tuple[Article, str]) -> Iterator[Quad]:
    """Return the steps of a statement as numbered nodes, each with its cue in the text."""
    article, graph = place
    for number, step in enumerate(steps, start=1):
        node = f"{statement}#step-{number}"
        properties: dict[str, Node | None] = {
            KG + "order": Literal.of_integer(number),
            KG + "about": word(step.about),
            RDFS + "label": word(step.text),
            KG + "cue": _place(graph, step.cue) if step.cue else None,
        }
        yield Quad(statement, KG + "step", node, graph)
        yield from describe(node, graph, (), properties)
        if step.cue:
            yield from _selector(_place(graph, step.cue), step.cue, article.text, graph)


def _place(graph: str, span: Span) -> str:
    """Return the IRI of a span of an article; `graph` is the article's IRI."""
    return f"{graph}#char={span.start},{span.end}"


def _selector(node: str, span: Span, text: str, graph: str) -> Iterator[Quad]:
    quoted = {
        OA + "exact": Literal(clean_text(span.of(text))),
        OA + "prefix": Literal(clean_text(text[max(0, span.start - CONTEXT) : span.start])),
        OA + "suffix": Literal(clean_text(text[span.end : span.end + CONTEXT])),
        OA + "start": Literal.of_integer(span.start),
        OA + "end": Literal.of_integer(span.end),
    }
    yield from describe(node, graph, (OA + "TextQuoteSelector", OA + "TextPositionSelector"), {**quoted})
