"""Computes positions whose distances on the plane follow the distances in the graph.

The method is stress majorization (Gansner, Koren and North, 2005), initialized by pivot MDS (Brandes and Pich, 2007);
above `PIVOTS` nodes only the distances to pivots and neighbours count (Ortmann, Klimenta and Brandes, 2017).
"""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
from numpy.typing import NDArray

__all__ = ["PIVOTS", "Floats", "relax", "rotate"]

Floats = NDArray[np.float64]

PIVOTS = 150
"""Up to this many nodes all distances count; above, this many pivots represent all nodes."""

_SWEEPS = 60
_POWERS = 200
_SETTLED = 1e-10
_GOLDEN_ANGLE = 2.399963229728653


def relax(graph: nx.Graph, *, sweeps: int = _SWEEPS) -> Floats:
    """Return a position for each node of a connected graph with nodes 0 … n-1.

    Edges have the wanted distance as `length`. The result is deterministic.
    """
    count = graph.number_of_nodes()
    if count == 1:
        return np.zeros((1, 2))
    pivots, lengths = _distances(graph, min(count, PIVOTS))
    positions = _start(lengths)
    terms = [_terms(graph, node, (pivots, lengths)) for node in range(count)]
    for _ in range(sweeps if count <= 2 * PIVOTS else sweeps // 3):
        for node, (others, wanted, weights) in enumerate(terms):
            apart = positions[node] - positions[others]
            found = np.sqrt((apart**2).sum(axis=1)) + 1e-9
            goal = positions[others] + apart * (wanted / found)[:, None]
            positions[node] = (goal * weights[:, None]).sum(axis=0)
    return positions


def rotate(positions: Floats, angle: float) -> Floats:
    """Return the positions rotated around the origin, identical to the last digit on every machine."""
    across, along = round(math.sin(angle), 9), round(math.cos(angle), 9)
    x, y = positions[:, 0], positions[:, 1]
    # No matrix product: processors differ in the order of additions.
    return np.column_stack((x * along + y * across, y * along - x * across))


def _distances(graph: nx.Graph, count: int) -> tuple[list[int], Floats]:
    """Return the pivots, each the farthest from the previous ones, and the distances from each to every node."""
    pivot = min(graph.nodes, key=lambda node: (-graph.degree[node], node))
    pivots: list[int] = []
    rows: list[Floats] = []
    nearest = np.full(graph.number_of_nodes(), np.inf)
    while len(pivots) < count:
        found = nx.single_source_dijkstra_path_length(graph, pivot, weight="length")
        row = np.array([found[node] for node in range(graph.number_of_nodes())], dtype=np.float64)
        pivots.append(pivot)
        rows.append(row)
        nearest = np.minimum(nearest, row)
        pivot = int(np.argmax(nearest))
    return pivots, np.vstack(rows)


def _start(lengths: Floats) -> Floats:
    """Return the plane that best shows the distances to the pivots, with coinciding nodes moved slightly apart."""
    squares = lengths.T**2
    centred = -0.5 * (
        squares - squares.mean(axis=0, keepdims=True) - squares.mean(axis=1, keepdims=True) + squares.mean()
    )
    plane = _widest(centred)
    # The sign of an axis is arbitrary: fix it, so that the result is not mirrored at random.
    strongest = plane[np.abs(plane).argmax(axis=0), range(2)]
    plane = plane * np.where(strongest < 0, -1.0, 1.0)
    size = np.abs(plane).max() or 1.0
    plane = plane * (lengths.max() / 2 / size)
    turns = np.arange(len(plane)) * _GOLDEN_ANGLE
    jitter: Floats = np.round(np.column_stack((np.cos(turns), np.sin(turns))), 9) * 8.0
    started: Floats = plane + jitter
    return started


def _widest(rows: Floats) -> Floats:
    """Return the rows projected on the two directions in which they differ most, widest first.

    Power iteration, with sums in the same order on every machine: linear algebra routines depend on the processor, and
    where two directions are equally wide, the results differ.
    """
    found: list[Floats] = []
    left = rows
    for number in range(2):
        direction = np.round(np.cos(np.arange(rows.shape[1]) * (number + 1.0)), 9)
        for _ in range(_POWERS):
            onto = (left * direction).sum(axis=1)
            ahead = (left * onto[:, None]).sum(axis=0)
            ahead /= np.sqrt((ahead**2).sum()) or 1.0
            moved, direction = np.abs(ahead - direction).max(), ahead
            if moved < _SETTLED:
                break
        onto = (left * direction).sum(axis=1)
        found.append(onto)
        left = left - onto[:, None] * direction
    plane: Floats = np.column_stack(found)
    return plane


def _terms(graph: nx.Graph, node: int, known: tuple[list[int], Floats]) -> tuple[NDArray[np.intp], Floats, Floats]:
    """Return the nodes whose distance to `node` counts, the wanted distances, and weights that sum to 1."""
    pivots, lengths = known
    wanted = {pivot: float(row[node]) for pivot, row in zip(pivots, lengths, strict=True) if pivot != node}
    wanted |= {other: float(graph.edges[node, other]["length"]) for other in graph[node] if other != node}
    others = np.array(sorted(wanted), dtype=np.intp)
    distances = np.array([wanted[int(other)] for other in others])
    # Neighbours count more than in the theory: short links are worth some distortion of large distances.
    weights = np.where([int(other) in graph[node] for other in others], 3.0, 1.0) / distances**2
    return others, distances, weights / weights.sum()
