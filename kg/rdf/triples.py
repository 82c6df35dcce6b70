"""Resolved statements as RDF: direct edges by modality, statements by article, entities in the default graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Article, Entity, Reference, Statement, Value
from kg.ontology.schema import Ontology
from kg.rdf.namespaces import KG, OWL, PROV, RDF, RDFS, SKOS, XSD
from kg.rdf.provenance import Provenance, article_quads, document_names, reference_quads, values_of
from kg.rdf.quads import Literal, Node, Quad, describe, word
from kg.rdf.rounds import Round, find_rounds
from kg.rdf.values import date_literal, value_node, value_quads
from kg.resolve.canonical_entities import article_slugs
from kg.resolve.iris import Minter, digest
from kg.resolve.resolution import Resolution

__all__ = ["ArticlePart", "article_iris", "article_parts", "edge_quads", "entity_quads", "graph_quads"]


def article_iris(resolution: Resolution) -> dict[str, str]:
    """Return by document the IRI of each article, which also names its graph."""
    minter = Minter(resolution.base)
    slugs = article_slugs(article.document for article in resolution.articles)
    return {document: minter.iri("article", name) for document, name in slugs.items()}


def graph_quads(resolution: Resolution, ontology: Ontology) -> Iterator[Quad]:
    """Return the whole graph, in the order of the input; a quad may occur twice.

    Four named graphs, one per modality, hold the direct edges. The graph of each article holds its description,
    statements, evidence and funding rounds. The default graph holds entities, values, and the labels of classes and
    relations in use.
    """
    yield from entity_quads(resolution, ontology)
    yield from edge_quads(resolution, ontology)
    for part in article_parts(resolution, ontology):
        yield from part.quads()


def entity_quads(resolution: Resolution, ontology: Ontology) -> Iterator[Quad]:
    """Return the default graph: entities, values, and the labels of classes and relations in use."""
    minter = Minter(resolution.base)
    known = {minter.known(name.iri): name.labels for name in ontology.names}
    for entity in resolution.entities:
        yield from _entity_quads(entity, known.get(entity.iri, {}), ontology)
    yield from value_quads(_surfaces(resolution.statements), minter, ontology)
    yield from _term_quads(resolution, ontology)


def edge_quads(resolution: Resolution, ontology: Ontology) -> Iterator[Quad]:
    """Return the direct edges, each in the graph of its modality; one stated by two statements occurs twice."""
    provenance = _provenance(resolution, ontology)
    return (_edge(statement, provenance) for statement in resolution.statements)


def article_parts(resolution: Resolution, ontology: Ontology) -> Iterator[ArticlePart]:
    """Return the content of each article's graph, in the order of the articles."""
    provenance, iris = _provenance(resolution, ontology), article_iris(resolution)
    stated: dict[str, list[Statement]] = defaultdict(list)
    for statement in resolution.statements:
        stated[statement.document].append(statement)
    referred: dict[str, list[Reference]] = defaultdict(list)
    for reference in resolution.references:
        referred[reference.document].append(reference)
    for article in resolution.articles:
        document = article.document
        yield ArticlePart(article, iris[document], tuple(stated[document]), tuple(referred[document]), provenance)


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """The content of an article's graph: the article, its resolved statements, and the mentions of their entities.

    Attributes:
        iri: the IRI of the article and of its graph.
    """

    article: Article
    iri: str
    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]
    provenance: Provenance

    def quads(self) -> Iterator[Quad]:
        """Return the whole part."""
        yield from self.proof_quads()
        yield from self.shared_quads()

    def proof_quads(self) -> Iterator[Quad]:
        """Return what only this graph holds: the description of the article, its mentions, statements and evidence."""
        yield from article_quads(self.article, self.iri)
        for reference in self.references:
            yield from reference_quads(reference, self.article, self.iri)
        for statement in self.statements:
            yield from self.provenance.quads(statement, self.article, self.iri)

    def shared_quads(self) -> Iterator[Quad]:
        """Return its sources and funding rounds, which the graphs of other articles may hold too."""
        for statement in self.statements:
            yield from self.provenance.speaker_quads(statement.attribution, self.iri)
        for found in find_rounds(self.statements, self.provenance.ontology):
            yield from _round_quads(found, self.provenance, self.iri)


def _provenance(resolution: Resolution, ontology: Ontology) -> Provenance:
    speakers = document_names(
        (entity.iri, (entity.label, *entity.names)) for entity in resolution.entities if entity.named
    )
    return Provenance(Minter(resolution.base), ontology, speakers)


def _edge(statement: Statement, provenance: Provenance) -> Quad:
    """Return the direct edge of a statement, in the graph of its modality."""
    ontology, subject = provenance.ontology, statement.subject.target
    graph = ontology.modalities[statement.modality].iri
    obj = provenance.object_of(statement)
    return Quad(getattr(subject, "iri", ""), ontology.relations[statement.relation].iri, obj, graph)


def _entity_quads(entity: Entity, known: Mapping[str, str], ontology: Ontology) -> Iterator[Quad]:
    """Return the description of an entity; a known name has a preferred label per language, others have one."""
    yield from describe(
        entity.iri,
        "",
        (ontology.classes[entity.cls].iri,),
        {
            RDFS + "label": word(entity.label),
            KG + "named": Literal(str(entity.named).lower(), XSD + "boolean"),
            KG + "classReason": word(entity.class_reason) if entity.class_reason else None,
        },
    )
    for language, label in known.items() or [("", entity.label)]:
        yield Quad(entity.iri, SKOS + "prefLabel", word(label, language))
    for name in entity.names:
        yield Quad(entity.iri, SKOS + "altLabel", word(name))
    for same in entity.same_as:
        yield Quad(entity.iri, OWL + "sameAs", same)
    for reason in entity.reasons:
        yield Quad(entity.iri, KG + "reason", word(reason))


def _surfaces(statements: Iterable[Statement]) -> Iterator[tuple[Value, str]]:
    """Return every value in the statements, with the language of its words."""
    for statement in statements:
        for _, value in values_of(statement):
            yield value, statement.language


def _term_quads(resolution: Resolution, ontology: Ontology) -> Iterator[Quad]:
    """Return the labels of relations and classes in use, their superclasses, and the labels of modalities."""
    relations = {statement.relation for statement in resolution.statements}
    classes = {entity.cls for entity in resolution.entities} | {
        v.cls for s in resolution.statements for _, v in values_of(s)
    }
    above = {name for cls in classes for name in ontology.classes[cls].ancestors}
    for name in sorted(relations):
        relation = ontology.relations[name]
        yield Quad(relation.iri, RDF + "type", KG + "Relation")
        yield from _labels(relation.iri, relation.labels)
    for name in sorted(above):
        cls = ontology.classes[name]
        yield from _labels(cls.iri, cls.labels)
        for ancestor in cls.ancestors[1:]:
            yield Quad(cls.iri, RDFS + "subClassOf", ontology.classes[ancestor].iri)
    for style in ontology.modalities.values():
        yield from _labels(style.iri, style.labels)


def _labels(iri: str, labels: Mapping[str, str]) -> Iterator[Quad]:
    for language, label in sorted(labels.items()):
        yield Quad(iri, RDFS + "label", Literal(label, language=language))


def _round_quads(found: Round, provenance: Provenance, graph: str) -> Iterator[Quad]:
    """Return a round; its IRI is derived from recipient, amount and modality, so articles can share a round."""
    minter, ontology = provenance.minter, provenance.ontology
    language = found.statements[0].language
    amount = value_node(found.amount, language, minter=minter, ontology=ontology)
    modality = ontology.modalities[found.modality].iri
    iri = minter.iri("round", digest(found.recipient.iri, str(amount), modality))
    single: dict[str, Node | None] = {
        KG + "recipient": found.recipient.iri,
        KG + "amount": amount,
        KG + "modality": modality,
        RDFS + "label": word(f"{found.recipient.label}: {found.amount.label}"),
    }
    yield from describe(iri, graph, (KG + "FundingRound",), single)
    for investor in found.investors:
        yield Quad(iri, KG + "investor", investor.iri, graph)
    for date in found.dates:
        yield from describe(iri, graph, (), {KG + "date": date_literal(date)})
    for purpose in found.purposes:
        yield Quad(iri, KG + "purpose", word(purpose, language), graph)
    for statement in found.statements:
        yield Quad(iri, PROV + "wasDerivedFrom", provenance.statement_iri(statement), graph)
