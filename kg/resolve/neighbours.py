"""Joins unnamed entities by their neighbours: two campuses in one town, by one builder, are one campus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.model import Entity, Extraction, Modality
from kg.ontology.schema import Ontology
from kg.resolve.clusters import Appearance, Cluster, Clusters, Key

__all__ = ["join_by_neighbours"]

Trait = tuple[str, str, Key]
"""A relation, the entity's end of it (subject or object), and the key of the neighbour's cluster."""

Fits = Mapping[Key, Mapping[Key, set[Trait]]]
"""For each entity its candidates, with the traits they share; symmetric."""


def join_by_neighbours(clusters: Clusters, extractions: Iterable[Extraction], ontology: Ontology) -> None:
    """Join entities of different articles that share two neighbours through two relations.

    Only identifying relations count, and of two entities at most one may be named. An entity with two candidates in
    one article, or two named candidates, is not joined.
    """
    fits = _fits(clusters, _traits(clusters, extractions, ontology))
    clear = {key for key, others in fits.items() if _is_clear(others, clusters)}
    for key in (key for key in fits if key in clear and not clusters.of(key).named):
        for other in sorted(fits[key].keys() & clear):
            here, there = clusters.of(key), clusters.of(other)
            # Checked again: after earlier joins, both clusters may have a name or an article in common.
            if _may_be_one(clusters, here, there):
                clusters.unite(there, here, _reason(_member(here, key), _member(there, other), fits[key][other]))


def _fits(clusters: Clusters, traits_of: Mapping[Key, set[Trait]]) -> Fits:
    """Return the candidates of each unnamed entity, in both directions, even when there are several."""
    # Entities with only one such relation cannot share two; in a long article that is nearly all of them.
    found = {key: traits for key, traits in traits_of.items() if len({relation for relation, _, _ in traits}) > 1}
    holders: dict[Trait, list[Key]] = defaultdict(list)
    for key, traits in found.items():
        for trait in traits:
            holders[trait].append(key)
    fits: dict[Key, dict[Key, set[Trait]]] = defaultdict(dict)
    for key in (key for key in found if not clusters.of(key).named):
        for other in {other: None for trait in sorted(found[key]) for other in holders[trait]}:
            shared = found[key] & found[other]
            if _identify(shared) and _may_be_one(clusters, clusters.of(key), clusters.of(other)):
                fits[key][other] = fits[other][key] = shared
    return fits


def _identify(shared: set[Trait]) -> bool:
    """Return whether shared traits identify two entities: at least two relations and two neighbours."""
    return len({relation for relation, _, _ in shared}) > 1 and len({neighbour for _, _, neighbour in shared}) > 1


def _may_be_one(clusters: Clusters, one: Cluster, other: Cluster) -> bool:
    both_named = one.named and other.named
    return clusters.may_unite(one, other) and not both_named and not one.documents & other.documents


def _is_clear(others: Iterable[Key], clusters: Clusters) -> bool:
    """Return whether no two candidates share an article and at most one is named."""
    there = [clusters.of(key) for key in others]
    documents = Counter(document for cluster in there for document in cluster.documents)
    return max(documents.values(), default=1) == 1 and sum(cluster.named for cluster in there) < 2


def _member(cluster: Cluster, key: Key) -> Appearance:
    return next(member for member in cluster.members if member.key == key)


def _reason(here: Appearance, there: Appearance, shared: set[Trait]) -> str:
    relations = " and ".join(sorted({relation for relation, _, _ in shared}))
    where = there.document or "the names"
    return f'{here.quoted} is "{there.entity.label}" of {where}: the same neighbours by {relations}'


def _traits(clusters: Clusters, extractions: Iterable[Extraction], ontology: Ontology) -> dict[Key, set[Trait]]:
    """Return the traits of each cluster from identifying relations that are not denied, by the cluster's key."""
    found: dict[Key, set[Trait]] = defaultdict(set)
    for extraction in extractions:
        for statement in extraction.statements:
            if not ontology.relations[statement.relation].identifying or statement.modality is Modality.DENIED:
                continue
            subject, obj = statement.subject.target, statement.object.target
            if isinstance(subject, Entity) and isinstance(obj, Entity):
                one = clusters.of((extraction.article.document, subject.iri))
                other = clusters.of((extraction.article.document, obj.iri))
                if other.named:
                    found[one.key].add((statement.relation, "subject", other.key))
                if one.named:
                    found[other.key].add((statement.relation, "object", one.key))
    return found
