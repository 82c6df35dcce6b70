"""Lays out a large group as a map of districts: communities of nodes, with leaves around their hubs.

With hundreds of entities, distances on the plane cannot follow those in the graph: every node is about three links
from any other, which gives one ball. So entities with only one link are placed on a spiral around their neighbour
(like the florets of a sunflower: Vogel, 1979), the others are divided into districts (Blondel and others, 2008), each
district is laid out separately, and the districts are placed side by side, those with many links between them next to
each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import networkx as nx
import numpy as np

from kg.present.layout.mosaic import join
from kg.present.layout.packing import ASPECT
from kg.present.layout.spacing import Scene, push_boxes
from kg.present.layout.stress import Floats, relax

__all__ = ["chart"]

_STRETCH = 1.2
"""The factor by which the layout is stretched horizontally and compressed vertically: labels are wide."""

_GOLDEN_ANGLE = 2.399963229728653
_FIRST = 90.0
_AIR = 1.4
_GAP = 40.0
_PUSHES = 60
_FLOWER = 5
_SWEEPS = 30


def chart(scene: Scene, graph: nx.Graph) -> Floats:
    """Return a position for each node of a connected graph of more than two nodes, numbered 0 … n-1.

    Boxes of the scene do not overlap. The result is deterministic.
    """
    leaves = _leaves(graph)
    spacings, radii = _room(scene, leaves)
    core = graph.subgraph(set(graph) - {leaf for several in leaves.values() for leaf in several}).copy()
    for source, target, known in core.edges(data=True):
        known["length"] = radii[source] + radii[target] + _GAP
    districts = _districts(core, [hub for hub, several in leaves.items() if len(several) >= _FLOWER])
    positions = np.zeros((len(graph), 2))
    for district in districts:
        positions[district] = _lay_out(core.subgraph(district), radii[district])
    links = np.array(core.edges, dtype=np.intp).reshape(-1, 2)
    join(positions, districts, (radii, links), aspect=ASPECT / _STRETCH**2)
    for hub, several in leaves.items():
        positions[several] = positions[hub] + _spiral(len(several), spacings[hub])
    return _make_room(scene, positions * (_STRETCH, 1 / _STRETCH))


def _leaves(graph: nx.Graph) -> dict[int, list[int]]:
    """Return the nodes with exactly one neighbour, by that neighbour, in the order of nodes."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for node in sorted(graph):
        others = [other for other in graph[node] if other != node]
        if len(others) == 1:
            found[others[0]].append(node)
    return dict(found)


def _room(scene: Scene, leaves: Mapping[int, Sequence[int]]) -> tuple[Floats, Floats]:
    """Return the spacing of each node's leaves, and the radius that each node takes with its leaves."""
    sides = np.sqrt((2 * scene.half + 8) * (scene.above + scene.below + 8))
    spacings, radii = sides.copy(), sides / 2
    for hub, several in leaves.items():
        spacings[hub] = _AIR * sides[several].mean()
        radii[hub] = np.abs(_spiral(len(several), spacings[hub])).max() + sides[several].max() / 2
    return spacings, radii


def _spiral(count: int, spacing: float) -> Floats:
    """Return evenly spread positions around the origin, none nearer than the length of a label."""
    each = spacing / np.sqrt(np.pi)
    turns = (_FIRST / each) ** 2 + np.arange(count)
    angles = np.arange(count) * _GOLDEN_ANGLE
    places: Floats = each * np.sqrt(turns)[:, None] * np.round(np.column_stack((np.cos(angles), np.sin(angles))), 9)
    return places


def _districts(core: nx.Graph, flowers: Sequence[int]) -> list[list[int]]:
    """Return the nodes of each district, which is connected, largest district first.

    A hub with many leaves and one other link is a district of its own, as it fits better into gaps between districts.
    """
    alone = [node for node in flowers if len(core[node]) == 1]
    inner = core.subgraph(set(core) - set(alone))
    parts = nx.community.louvain_communities(inner, weight=None, seed=1)
    whole = [sorted(group) for part in parts for group in nx.connected_components(inner.subgraph(part))]
    return sorted([*whole, *([node] for node in alone)], key=lambda group: (-len(group), group))


def _lay_out(part: nx.Graph, radii: Floats) -> Floats:
    """Return the positions of a district's nodes around their centre, without overlap."""
    positions = relax(nx.convert_node_labels_to_integers(part, ordering="sorted"), sweeps=_SWEEPS)
    return _part_discs(positions * 0.4, radii + _GAP / 2)


def _part_discs(positions: Floats, radii: Floats) -> Floats:
    """Return positions near the given ones where discs do not overlap, centred on the origin."""
    placed = positions - positions.mean(axis=0)
    for _ in range(_PUSHES):
        apart = placed[:, None, :] - placed[None, :, :]
        distance = np.sqrt((apart**2).sum(axis=2)) + 1e-9
        lacking = np.maximum(radii[:, None] + radii[None, :] - distance, 0.0)
        np.fill_diagonal(lacking, 0.0)
        if lacking.max(initial=0.0) < 1.0:
            break
        move = (apart / distance[:, :, None] * lacking[:, :, None]).sum(axis=1) * 0.35
        # Otherwise nodes in a crowd would be thrown across the page.
        placed += np.clip(move, -radii[:, None], radii[:, None])
    middle: Floats = placed - placed.mean(axis=0)
    return middle


def _make_room(scene: Scene, positions: Floats) -> Floats:
    """Return positions near the given ones where boxes do not overlap; labels of links are ignored."""
    none = np.zeros(0, dtype=np.intp)
    boxes = replace(scene, sources=none, targets=none, widths=np.zeros(0), slots=np.zeros(0))
    placed = positions.copy()
    for _ in range(_PUSHES):
        move = push_boxes(boxes, placed)
        if np.abs(move).max(initial=0.0) < 0.5:
            break
        placed += np.clip(move * 0.6, -24.0, 24.0)
    return placed
