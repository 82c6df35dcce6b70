"""Where everything stands on the page, worked out here so that the browser has nothing to compute."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.present.districts import chart
from kg.present.packing import ASPECT, outline, pack
from kg.present.spacing import Scene, label_offsets, separate
from kg.present.stress import Floats, relax, rotate

__all__ = ["Box", "Link", "Placement", "place"]

_TURNS = 36
_LARGE = 300
"""Groups of more nodes are laid out as a map: labels of all links would not find room anyway."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node and the room it takes, in pixels: `half` to either side, `above` and `below` its centre."""

    id: str
    half: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two boxes with a label `width` pixels wide; `flows` when it reads from source to target."""

    source: str
    target: str
    width: float
    flows: bool = True


@dataclass(frozen=True, slots=True)
class Placement:
    """The place of each box, in whole pixels, and the bend of each link in the order given.

    A bend is the distance of the link's middle from the straight line, as a share of its length; positive when it
    lies to the right of someone who walks from source to target on the page (where y grows downwards).
    """

    positions: Mapping[str, tuple[int, int]]
    bends: tuple[float, ...]


def place(boxes: Sequence[Box], links: Sequence[Link]) -> Placement:
    """Return a place for each box: joined ones near, unjoined groups apart, no label over another.

    Groups are laid out by themselves, turned so that most links read from left to right, and set side by side, the
    largest first. The same input gives the same result.
    """
    index = {box.id: number for number, box in enumerate(boxes)}
    scene = _scene(boxes, links, index)
    graph = _graph(scene)
    positions = np.zeros((len(boxes), 2))
    outlines = []
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda group: (-len(group), group))
    flows = np.array([link.flows for link in links], dtype=bool)
    for group in groups:
        local = nx.convert_node_labels_to_integers(graph.subgraph(group), ordering="sorted")
        part, kept = _part(scene, group)
        if len(group) > _LARGE:
            positions[group] = chart(part, local)
        else:
            positions[group] = separate(part, _turn(relax(local), part, flows[kept]))
        outlines.append(outline(part, positions[group]))
    for group, shift in zip(groups, pack(outlines), strict=True):
        positions[group] += shift
    positions = np.round(positions)
    return Placement(
        {box.id: (int(x), int(y)) for box, (x, y) in zip(boxes, positions, strict=True)},
        _bends(scene, positions),
    )


def _scene(boxes: Sequence[Box], links: Sequence[Link], index: Mapping[str, int]) -> Scene:
    pairs = [tuple(sorted((index[link.source], index[link.target]))) for link in links]
    total = Counter(pairs)
    seen: defaultdict[tuple[int, ...], int] = defaultdict(int)
    slots = []
    for pair in pairs:
        slots.append(seen[pair] - (total[pair] - 1) / 2)
        seen[pair] += 1
    return Scene(
        half=np.array([box.half for box in boxes], dtype=np.float64),
        above=np.array([box.above for box in boxes], dtype=np.float64),
        below=np.array([box.below for box in boxes], dtype=np.float64),
        sources=np.array([index[link.source] for link in links], dtype=np.intp),
        targets=np.array([index[link.target] for link in links], dtype=np.intp),
        widths=np.array([link.width for link in links], dtype=np.float64),
        slots=np.array(slots, dtype=np.float64),
    )


def _graph(scene: Scene) -> nx.Graph:
    """Return the graph of the boxes with the length that each link wants: room for its label and its ends."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(scene.half)))
    for source, target, width in zip(scene.sources.tolist(), scene.targets.tolist(), scene.widths, strict=True):
        ends = min(scene.half[source], 50) + min(scene.half[target], 50)
        known = graph.edges[source, target]["length"] if graph.has_edge(source, target) else 0.0
        graph.add_edge(source, target, length=max(known, 30.0 + float(width) * 0.8 + float(ends)))
    return graph


def _part(scene: Scene, group: Sequence[int]) -> tuple[Scene, list[int]]:
    """Return the scene of one group, and which links it has."""
    local = {node: number for number, node in enumerate(group)}
    kept = [number for number, source in enumerate(scene.sources.tolist()) if source in local]
    nodes = list(group)
    return (
        Scene(
            half=scene.half[nodes],
            above=scene.above[nodes],
            below=scene.below[nodes],
            sources=np.array([local[int(scene.sources[number])] for number in kept], dtype=np.intp),
            targets=np.array([local[int(scene.targets[number])] for number in kept], dtype=np.intp),
            widths=scene.widths[kept],
            slots=scene.slots[kept],
        ),
        kept,
    )


def _turn(positions: Floats, scene: Scene, flows: NDArray[np.bool_]) -> Floats:
    """Return the positions turned or mirrored so that the group is wide and its links read from left to right."""
    best, best_score = positions, -math.inf
    for step in range(_TURNS):
        turned = rotate(positions, 2 * math.pi * step / _TURNS)
        width, height = np.ptp(turned, axis=0) + 100.0
        along = (turned[scene.targets] - turned[scene.sources])[flows]
        length = np.sqrt((along**2).sum(axis=1)) + 1e-9
        rightness = float((along[:, 0] / length).mean()) if len(along) else 0.0
        # A handful of nodes reads best as one line; more of them should fill the page.
        shape = 2 * math.log(width / height) if len(positions) < 5 else -abs(math.log(width / height / ASPECT))
        score = rightness + 0.9 * shape
        if score > best_score + 1e-6:
            best, best_score = turned, score
    return best


def _bends(scene: Scene, positions: Floats) -> tuple[float, ...]:
    along = positions[scene.targets] - positions[scene.sources]
    length = np.sqrt((along**2).sum(axis=1)) + 1e-9
    _, offsets = label_offsets(scene, positions)
    return tuple(round(float(bend), 3) + 0.0 for bend in offsets / length)
