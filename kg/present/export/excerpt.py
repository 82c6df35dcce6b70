"""Excerpts of the graph: some statements with everything that belongs to them, and nothing about others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kg.ontology.schema import Ontology
from kg.rdf.namespaces import KG, PROV, RDF
from kg.rdf.quads import Node, Quad

__all__ = ["excerpt"]

_BySubject: TypeAlias = Mapping[str, Sequence[Quad]]
"""The quads of each subject that are not direct edges."""


def excerpt(quads: Iterable[Quad], statements: Collection[str], ontology: Ontology) -> list[Quad]:
    """Return the quads of the statements with these ids, in the order given.

    Included are their edges, entities, values, articles, quotations and steps, the labels of their classes and
    relations, the mentions of their entities in their articles, and the funding rounds derived only from them.
    """
    given = list(quads)
    modalities = {style.iri for style in ontology.modalities.values()}
    by_subject: dict[str, list[Quad]] = defaultdict(list)
    for quad in given:
        if quad.graph not in modalities:
            by_subject[quad.subject].append(quad)
    kept = [iri for iri in _of_class(by_subject, "Statement") if iri.rpartition("/")[2] in statements]
    nodes = _reached(kept, by_subject)
    edges = {_edge(iri, by_subject) for iri in kept}
    rounds = {quad for iri in _of_class(by_subject, "FundingRound") for quad in _rounds(by_subject[iri], set(kept))}
    mentions = {quad for iri in by_subject for quad in _mention(by_subject[iri], nodes)}
    return [
        quad
        for quad in given
        if quad in edges
        or quad in rounds
        or quad in mentions
        or (quad.graph not in modalities and quad.subject in nodes and not _is_reference(quad))
    ]


def _of_class(by_subject: _BySubject, name: str) -> list[str]:
    return [
        iri
        for iri, quads in by_subject.items()
        if any(q.predicate == RDF + "type" and q.object == KG + name for q in quads)
    ]


def _reached(kept: Iterable[str], by_subject: _BySubject) -> set[str]:
    """Return the statements and all nodes reachable from them."""
    found = set(kept)
    waiting = list(found)
    while waiting:
        further = {quad.object for quad in by_subject.get(waiting.pop(), ()) if not _is_reference(quad)}
        new = {node for node in further if isinstance(node, str) and node in by_subject and node not in found}
        found |= new
        waiting += new
    return found


def _edge(iri: str, by_subject: _BySubject) -> Quad:
    """Return the direct edge of a statement."""
    parts: dict[str, Node] = {quad.predicate: quad.object for quad in by_subject[iri]}
    subject, relation, modality = (str(parts.get(p, "")) for p in (RDF + "subject", RDF + "predicate", KG + "modality"))
    return Quad(subject, relation, parts.get(RDF + "object", ""), modality)


def _rounds(quads: Iterable[Quad], kept: Collection[str]) -> Iterator[Quad]:
    """Return the quads of a funding round from articles whose statements on it are all kept."""
    by_article: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        by_article[quad.graph].append(quad)
    for of_article in by_article.values():
        if all(quad.object in kept for quad in of_article if quad.predicate == PROV + "wasDerivedFrom"):
            yield from of_article


def _mention(quads: Sequence[Quad], nodes: Collection[str]) -> Iterator[Quad]:
    """Return the mention of a kept entity in a kept article, without any other referents of the same words."""
    means = [q for q in quads if q.predicate == KG + "refersTo" and q.graph in nodes and q.object in nodes]
    if means:
        yield from means
        yield from (quad for quad in quads if quad.predicate != KG + "refersTo")


def _is_reference(quad: Quad) -> bool:
    """Return whether the quad gives the referent of a mention, or the reason for it, and must not be followed.

    Other words of the evidence may refer to other entities. The reason is on the same node as the referent; an entity's
    own reasons are in the default graph.
    """
    return quad.predicate == KG + "refersTo" or (quad.predicate == KG + "reason" and bool(quad.graph))
