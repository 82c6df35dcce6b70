"""Graph analysis: centrality, connected components, and paths between entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from kg.model import Entity, Modality, Statement, Value
from kg.resolve.clusters import entities_of

__all__ = ["Central", "Leg", "Network", "best_first", "find_central", "find_components", "find_paths", "make_network"]

EXACT = 1_000
"""Up to this many entities, betweenness is exact; for more, it is estimated from `SOURCES` entities."""
SOURCES = 200


@dataclass(frozen=True, slots=True)
class Leg:
    """A step from one entity to another, its best statement, and how many more statements connect the two."""

    start: Entity
    end: Entity
    statement: Statement
    more: int = 0


@dataclass(frozen=True, slots=True)
class Central:
    """An entity and its centrality.

    Attributes:
        neighbours: the number of other entities connected to it by statements.
        statements: the number of statements of which it is subject or object.
        betweenness: the share of shortest paths between others that go through it.
    """

    entity: Entity
    neighbours: int
    statements: int
    betweenness: float


@dataclass(frozen=True, slots=True)
class Network:
    """The entities, numbered in the order of their labels, and the statements between each pair.

    Amounts, years and words are not entities. A statement from an entity to itself, or to a value, connects nothing.
    """

    entities: tuple[Entity, ...]
    between: Mapping[tuple[int, int], tuple[Statement, ...]]
    counts: Mapping[int, int]

    def number_of(self, iri: str) -> int | None:
        """Return the number of an entity, or `None` when no statement is about it."""
        return next((number for number, entity in enumerate(self.entities) if entity.iri == iri), None)


def make_network(statements: Iterable[Statement]) -> Network:
    """Return the undirected network of the statements."""
    given = list(statements)
    found = {entity.iri: entity for one in given for entity in entities_of(one)}
    ends = {one.iri for statement in given for one in _ends(statement)}
    entities = sorted((found[iri] for iri in ends), key=lambda entity: (entity.label, entity.iri))
    number = {entity.iri: place for place, entity in enumerate(entities)}
    between: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    counts: dict[int, int] = defaultdict(int)
    for statement in given:
        places = sorted({number[entity.iri] for entity in _ends(statement)})
        for place in places:
            counts[place] += 1
        if len(places) == 2:
            between[places[0], places[1]].append(statement)
    return Network(tuple(entities), {pair: best_first(several) for pair, several in sorted(between.items())}, counts)


def best_first(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements sorted by modality, most certain first, then those with an amount, then by confidence."""
    order = list(Modality)
    return tuple(
        sorted(
            statements,
            key=lambda one: (
                order.index(one.modality),
                one.qualifiers.amount is None,
                -one.confidence,
                one.document,
                one.evidence.span,
                one.id,
            ),
        )
    )


def find_central(network: Network) -> tuple[Central, ...]:
    """Return all entities, by descending betweenness, then by descending number of neighbours, then by label.

    Betweenness follows Brandes (2001), on the undirected graph; for more than `EXACT` entities it is estimated from
    `SOURCES` of them, always the same (Brandes and Pich 2007).
    """
    graph = _graph(network)
    count = len(network.entities)
    shares = nx.betweenness_centrality(graph, k=SOURCES if count > EXACT else None, seed=0)
    found = [
        Central(entity, graph.degree[place], network.counts[place], round(shares[place], 4))
        for place, entity in enumerate(network.entities)
    ]
    return tuple(sorted(found, key=lambda one: (-one.betweenness, -one.neighbours)))


def find_components(network: Network) -> tuple[tuple[Entity, ...], ...]:
    """Return the connected components, largest first; in each, entities by descending degree."""
    graph = _graph(network)
    groups = [
        sorted(group, key=lambda place: (-graph.degree[place], place)) for group in nx.connected_components(graph)
    ]
    ranked = sorted(groups, key=lambda group: (-len(group), min(group)))
    return tuple(tuple(network.entities[place] for place in group) for group in ranked)


def find_paths(network: Network, start: str, end: str, *, most: int) -> tuple[tuple[Leg, ...], ...]:
    """Return up to `most` shortest paths between the entities of two IRIs, the shortest first (Yen 1971).

    Edges are followed in both directions. There are none when the two are not connected, or are the same entity.
    """
    graph = _graph(network)
    places = network.number_of(start), network.number_of(end)
    if places[0] is None or places[1] is None or places[0] == places[1] or not nx.has_path(graph, *places):
        return ()
    ways = islice(nx.shortest_simple_paths(graph, *places), most)
    return tuple(tuple(_leg(network, one, other) for one, other in pairwise(way)) for way in ways)


def _ends(statement: Statement) -> list[Entity]:
    ends = (statement.subject.target, statement.object.target)
    return [end for end in ends if not isinstance(end, Value)]


def _graph(network: Network) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(len(network.entities)))
    graph.add_edges_from(network.between)
    return graph


def _leg(network: Network, one: int, other: int) -> Leg:
    ranked: Sequence[Statement] = network.between[min(one, other), max(one, other)]
    return Leg(network.entities[one], network.entities[other], ranked[0], len(ranked) - 1)
