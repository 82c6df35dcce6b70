"""Joining things without a name: two campuses in one town, of one builder, are one campus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.graph.clusters import Cluster, Clusters, Key
from kg.model import Entity, Extraction, Modality
from kg.ontology.schema import Ontology

__all__ = ["join_by_neighbours"]

Trait = tuple[str, str, Key]
"""A relation, the end at which the thing stands, and the key of the neighbour's cluster."""


def join_by_neighbours(clusters: Clusters, extractions: Iterable[Extraction], ontology: Ontology) -> None:
    """Unite things of two articles, one of them nameless, that share two neighbours by two identifying relations.

    A thing that fits two things of one article joins neither.
    """
    traits_of = _traits(clusters, extractions, ontology)
    # Things with one such relation cannot share two; in a long article they are nearly all.
    found = {key: traits for key, traits in traits_of.items() if len({relation for relation, _, _ in traits}) > 1}
    holders: dict[Trait, list[Key]] = defaultdict(list)
    for key, traits in found.items():
        for trait in traits:
            holders[trait].append(key)
    for key, traits in found.items():
        here = clusters.of(key)
        if not here.named:
            _join_one(clusters, here, _similar(clusters, traits, holders))


def _join_one(clusters: Clusters, here: Cluster, similar: Mapping[Key, tuple[Cluster, set[Trait]]]) -> None:
    fits = [
        (there, shared)
        for there, shared in similar.values()
        if len({relation for relation, _, _ in shared}) >= 2
        and len({neighbour for _, _, neighbour in shared}) >= 2
        and clusters.may_unite(there, here)
        and not there.documents & here.documents
    ]
    if len(fits) == 1:
        there, shared = fits[0]
        relations = " and ".join(sorted({relation for relation, _, _ in shared}))
        one, other = here.members[0], there.members[0]
        reason = f'"{one.entity.label}" of {one.document} is "{other.entity.label}" of {other.document or "the names"}'
        clusters.unite(there, here, f"{reason}: the same neighbours by {relations}")


def _similar(
    clusters: Clusters, traits: set[Trait], holders: Mapping[Trait, list[Key]]
) -> dict[Key, tuple[Cluster, set[Trait]]]:
    """Return the clusters that share a trait, with the traits they share."""
    shared: dict[Key, tuple[Cluster, set[Trait]]] = {}
    for trait in sorted(traits):
        for key in holders[trait]:
            cluster = clusters.of(key)
            shared.setdefault(cluster.key, (cluster, set()))[1].add(trait)
    return shared


def _traits(clusters: Clusters, extractions: Iterable[Extraction], ontology: Ontology) -> dict[Key, set[Trait]]:
    """Return what the identifying relations say of each cluster, by its key, in the order of the text."""
    found: dict[Key, set[Trait]] = defaultdict(set)
    for extraction in extractions:
        for statement in extraction.statements:
            if not ontology.relations[statement.relation].identifying or statement.modality is Modality.DENIED:
                continue
            subject, thing = statement.subject.target, statement.object.target
            if isinstance(subject, Entity) and isinstance(thing, Entity):
                one = clusters.of((extraction.article.document, subject.iri))
                other = clusters.of((extraction.article.document, thing.iri))
                if other.named:
                    found[one.key].add((statement.relation, "subject", other.key))
                if one.named:
                    found[other.key].add((statement.relation, "object", one.key))
    return found
