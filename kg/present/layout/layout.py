"""The layout of the page, computed here so that the browser has nothing to compute."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.present.layout.districts import chart
from kg.present.layout.packing import ASPECT, outline, pack
from kg.present.layout.spacing import Scene, label_offsets, separate, separate_all
from kg.present.layout.stress import Floats, relax, rotate

__all__ = ["Box", "Link", "Placement", "place"]

_TURNS = 36
_LARGE = 300
"""Groups of more nodes are laid out as a map: there would not be room for all link labels anyway."""

_MANY, _SMALL = 1500, 40
"""On a page of more than `_MANY` nodes, groups of more than `_SMALL` are maps too."""

_Part: TypeAlias = tuple[Scene, NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class Box:
    """A node and its size in pixels: `half` to either side, `above` and `below` its centre."""

    id: str
    half: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two boxes with a label `width` pixels wide; `flows` if it should read from left to right."""

    source: str
    target: str
    width: float
    flows: bool = True


@dataclass(frozen=True, slots=True)
class Placement:
    """The position of each box, in whole pixels, and the bend of each link in the order given.

    A bend is the distance of the link's middle from the straight line, as a share of its length; positive to the right
    of the direction from source to target on the page (where y grows downwards).
    """

    positions: Mapping[str, tuple[int, int]]
    bends: tuple[float, ...]


def place(boxes: Sequence[Box], links: Sequence[Link]) -> Placement:
    """Return a position for each box: linked ones near each other, components apart, labels without overlap.

    Connected components are laid out separately, rotated so that most links read from left to right, and placed side by
    side, largest first. The same input gives the same result.
    """
    index = {box.id: number for number, box in enumerate(boxes)}
    scene = _scene(boxes, links, index)
    graph = _graph(scene)
    positions = np.zeros((len(boxes), 2))
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda group: (-len(group), group))
    parts = list(_parts(scene, groups, np.array([link.flows for link in links], dtype=bool)))
    laid = _lay_out(graph, groups, parts)
    outlines = [outline(part, places) for (part, _), places in zip(parts, laid, strict=True)]
    for group, places, shift in zip(groups, laid, pack(outlines), strict=True):
        positions[group] = places + shift
    positions = np.round(positions)
    return Placement(
        {box.id: (int(x), int(y)) for box, (x, y) in zip(boxes, positions, strict=True)},
        _bends(scene, positions),
    )


def _lay_out(graph: nx.Graph, groups: Sequence[Sequence[int]], parts: Sequence[_Part]) -> list[Floats]:
    """Return the positions of each group's nodes; in a large graph, small groups are separated all at once."""
    is_large = len(graph) > _LARGE
    laid: list[Floats] = []
    small: list[int] = []
    for group, (part, flows) in zip(groups, parts, strict=True):
        local = nx.convert_node_labels_to_integers(graph.subgraph(group), ordering="sorted")
        if len(group) > (_LARGE if len(graph) <= _MANY else _SMALL):
            laid.append(chart(part, local))
            continue
        turned = _turn(relax(local), part, flows)
        if is_large and len(group) <= _SMALL:
            small.append(len(laid))
        else:
            turned = separate(part, turned)
        laid.append(turned)
    for number, places in zip(small, separate_all([(parts[one][0], laid[one]) for one in small]), strict=True):
        laid[number] = places
    return laid


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
    """Return the graph of the boxes with the wanted length of each link: room for its label and its ends."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(scene.half)))
    for source, target, width in zip(scene.sources.tolist(), scene.targets.tolist(), scene.widths, strict=True):
        ends = min(scene.half[source], 50) + min(scene.half[target], 50)
        known = graph.edges[source, target]["length"] if graph.has_edge(source, target) else 0.0
        graph.add_edge(source, target, length=max(known, 30.0 + float(width) * 0.8 + float(ends)))
    return graph


def _parts(scene: Scene, groups: Sequence[Sequence[int]], flows: NDArray[np.bool_]) -> Iterator[_Part]:
    """Return the scene of each group, and which of its links flow."""
    home = np.zeros(len(scene.half), dtype=np.intp)
    for number, group in enumerate(groups):
        home[group] = number
    order = np.argsort(home[scene.sources], kind="stable")
    borders = np.searchsorted(home[scene.sources][order], np.arange(len(groups) + 1))
    for group, (start, end) in zip(groups, pairwise(borders.tolist()), strict=True):
        nodes, kept = list(group), order[start:end]
        part = Scene(
            half=scene.half[nodes],
            above=scene.above[nodes],
            below=scene.below[nodes],
            sources=np.searchsorted(nodes, scene.sources[kept]),
            targets=np.searchsorted(nodes, scene.targets[kept]),
            widths=scene.widths[kept],
            slots=scene.slots[kept],
        )
        yield part, flows[kept]


def _turn(positions: Floats, scene: Scene, flows: NDArray[np.bool_]) -> Floats:
    """Return the positions rotated so that the group is wide and its links read from left to right."""
    best, best_score = positions, -math.inf
    for step in range(_TURNS):
        turned = rotate(positions, 2 * math.pi * step / _TURNS)
        width, height = np.ptp(turned, axis=0) + 100.0
        along = (turned[scene.targets] - turned[scene.sources])[flows]
        length = np.sqrt((along**2).sum(axis=1)) + 1e-9
        rightness = float((along[:, 0] / length).mean()) if len(along) else 0.0
        # A few nodes read best in one line; more should fill the page.
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
