"""Applies people's decisions to the clusters, as must-link and cannot-link constraints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.resolve.clusters import NOWHERE, Appearance, Cluster, Clusters, Key
from kg.resolve.constraints import Constraints
from kg.resolve.iris import slug
from kg.resolve.spelling import full_key

__all__ = ["ConstrainedClusters"]

_IDS = "/id/"


class ConstrainedClusters:
    """Applies decisions to one partition; lives for one call of `resolve`."""

    def __init__(self, clusters: Clusters, members: Sequence[Appearance], decided: Constraints) -> None:
        self._clusters, self._members, self._decided = clusters, members, decided
        self._nodes: dict[Key, str] = {}

    def keep_apart(self, slugs: Mapping[str, str]) -> None:
        """Forbid later steps to join what is decided to be different; `slugs` are those of the articles."""
        if not self._decided.nodes:
            return
        for member in self._members:
            if node := self._decided.node(_names(member, slugs)):
                self._nodes[member.key] = node
                self._clusters.mark(member.key, self._decided.group(node))
        for (one, other), _ in self._decided.differences():
            self._clusters.oppose(self._decided.group(one), self._decided.group(other))

    def join(self) -> None:
        """Join what is decided to be the same, where classes allow it."""
        groups: dict[str, list[Appearance]] = defaultdict(list)
        for member in self._members:
            if member.key in self._nodes:
                groups[self._decided.group(self._nodes[member.key])].append(member)
        for group in groups.values():
            self._join_group(group)

    def explain(self) -> tuple[str, ...]:
        """Add the reason to clusters that are kept apart; return a line for each decision without effect."""
        present = self._present()
        for (one, other), decision in self._decided.differences():
            for here, there in ((one, other), (other, one)):
                for cluster in present[here] if present[there] else ():
                    name = self._decided.nodes[there]
                    cluster.reasons.append(f'kept apart from "{name}": {decision.told()}')
        return tuple(self._remarks(present))

    def _join_group(self, group: Sequence[Appearance]) -> None:
        """Join what decisions make the same, shortest chain of decisions first, so that reasons are short."""
        # One member per cluster and node is enough: a name may appear in thousands of articles.
        first: dict[tuple[Key, str], Appearance] = {}
        for member in group:
            first.setdefault((self._clusters.of(member.key).key, self._nodes[member.key]), member)
        ways = [
            (way, one, other)
            for one, other in combinations(first.values(), 2)
            if (way := self._decided.way(self._nodes[one.key], self._nodes[other.key]))
        ]
        for way, one, other in sorted(ways, key=lambda found: len(found[0])):
            here, there = self._clusters.of(one.key), self._clusters.of(other.key)
            if self._clusters.may_unite(here, there, decided=True):
                reason = " and ".join(decision.told() for decision in way)
                self._clusters.unite(here, there, f"{other.quoted} is {one.quoted}: {reason}")

    def _present(self) -> Mapping[str, list[Cluster]]:
        """Return the clusters that each node refers to, without those that appear in no article."""
        found: dict[str, dict[Key, Cluster]] = defaultdict(dict)
        for key, node in self._nodes.items():
            cluster = self._clusters.of(key)
            if cluster.documents:
                found[node][cluster.key] = cluster
        return defaultdict(list, {node: list(clusters.values()) for node, clusters in found.items()})

    def _remarks(self, present: Mapping[str, list[Cluster]]) -> Iterator[str]:
        for pair, decision in (*self._decided.sames(), *self._decided.differences()):
            absent = [f'"{end}"' for node, end in zip(pair, decision.ends, strict=True) if not present[node]]
            one, other = present[pair[0]], present[pair[1]]
            if absent:
                yield f"{decision.place}: no statement is about {' or '.join(absent)}"
            elif decision.same and not {c.key for c in one} & {c.key for c in other}:
                classes = f'"{decision.ends[0]}" is of class {one[0].cls}, "{decision.ends[1]}" of {other[0].cls}'
                yield f"{decision.place}: {classes}; they stay apart"


def _names(member: Appearance, slugs: Mapping[str, str]) -> Iterator[str]:
    """Return the names by which a decision may refer to the appearance.

    First its article with its label, then the names of a known name, its own label, other names and other IRIs.
    """
    entity = member.entity
    if member.document != NOWHERE:
        yield f"{slugs[member.document]}/{slug(entity.label)}"
    if member.known:
        yield member.known.iri.rpartition(_IDS)[2]
        yield from map(full_key, member.known.labels.values())
    if member.named:
        yield from (full_key(entity.label), slug(entity.label))
        yield from map(full_key, entity.names)
    yield from entity.same_as
