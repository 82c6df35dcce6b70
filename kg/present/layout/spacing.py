"""Removes overlaps: boxes and labels are pushed apart until they are all free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.present.layout.stress import Floats

__all__ = ["Scene", "label_offsets", "push_boxes", "separate", "separate_all"]

Ints = NDArray[np.intp]

_LABEL_HEIGHT = 20.0
_MARGIN = 8.0
_MOST_STEPS = 300
_FEWEST_STEPS = 15
_WORK = 90_000
_CROWD = 60_000
_AIR = 3.0
_STEPS_FOR_ALL = 60
_APART = 3000.0


@dataclass(frozen=True, slots=True)
class Scene:
    """The boxes and labels to be placed, as arrays in the order of nodes and links.

    Attributes:
        half, above, below: how far the box of a node extends from its position, in pixels.
        sources, targets: the nodes that a link connects.
        widths: the widths of link labels, in pixels.
        slots: the rank of a link among those between the same two nodes; 0 is straight.
    """

    half: Floats
    above: Floats
    below: Floats
    sources: Ints
    targets: Ints
    widths: Floats
    slots: Floats


def separate(scene: Scene, positions: Floats) -> Floats:
    """Return positions near the given ones where boxes and labels do not overlap, as far as possible."""
    crowded = len(scene.half) * max(len(scene.sources), 1) > _CROWD
    steps = min(_MOST_STEPS, max(_FEWEST_STEPS, _WORK // (len(positions) + len(scene.sources))))
    return _push_apart(scene, positions * _spread(scene, positions), steps, crowded=crowded)


def separate_all(parts: Sequence[tuple[Scene, Floats]]) -> list[Floats]:
    """Return the same for many small groups, all at once to save time; the groups do not affect each other."""
    starts, right = [], 0.0
    for scene, positions in parts:
        spread = positions * _spread(scene, positions)
        starts.append(spread - (spread[:, 0].min() - right, 0.0))
        right = float(starts[-1][:, 0].max()) + _APART
    if not starts:
        return []
    sizes = [len(start) for start in starts]
    whole = _merge([scene for scene, _ in parts], np.cumsum([0, *sizes[:-1]]))
    placed = _push_apart(whole, np.vstack(starts), _STEPS_FOR_ALL, crowded=True)
    return np.split(placed, np.cumsum(sizes)[:-1])


def _merge(scenes: Sequence[Scene], offsets: Ints) -> Scene:
    """Return all scenes as one; the nodes of each are numbered from its offset."""
    each = list(zip(scenes, offsets, strict=True))
    return Scene(
        half=np.concatenate([scene.half for scene in scenes]),
        above=np.concatenate([scene.above for scene in scenes]),
        below=np.concatenate([scene.below for scene in scenes]),
        sources=np.concatenate([scene.sources + offset for scene, offset in each]),
        targets=np.concatenate([scene.targets + offset for scene, offset in each]),
        widths=np.concatenate([scene.widths for scene in scenes]),
        slots=np.concatenate([scene.slots for scene in scenes]),
    )


def _push_apart(scene: Scene, start: Floats, steps: int, *, crowded: bool) -> Floats:
    """Return the positions after `steps`, or once nothing moves any more; if crowded, links may cross boxes."""
    placed = start.copy()
    for step in range(steps):
        # Links contract first; the last steps are only for the labels, since a line under a box is less harmful than
        # a covered word.
        slack = 0.0 if crowded else max(0.0, 0.2 * (1 - step / (steps * 0.6)))
        move = push_boxes(scene, placed) + _stretch_links(scene, placed, slack)
        if not crowded and step < steps * 0.93:
            move += _clear_links(scene, placed)
        if slack == 0.0 and np.abs(move).max(initial=0.0) < 0.05:
            break
        placed += np.clip(move * 0.6, -24.0, 24.0)
    return placed


def _spread(scene: Scene, positions: Floats) -> float:
    """Return the factor by which the page must grow to hold all boxes and labels; at least 1."""
    boxes = float((2 * scene.half * (scene.above + scene.below)).sum())
    labels = float(scene.widths.sum()) * _LABEL_HEIGHT
    page = float(np.prod(np.ptp(positions, axis=0))) if len(positions) else 0.0
    return max(1.0, float(np.sqrt(_AIR * (boxes + labels) / page))) if page else 1.0


def label_offsets(scene: Scene, positions: Floats) -> tuple[Floats, Floats]:
    """Return the position of each link's label, and its offset from the straight line between the ends.

    Links between the same two nodes bend away from each other as far as their labels need: little for a horizontal
    link, more for a vertical one.
    """
    start, end = positions[scene.sources], positions[scene.targets]
    along = end - start
    length = np.sqrt((along**2).sum(axis=1)) + 1e-9
    # One normal for both directions, so that the slots of a link and its reverse do not swap.
    flip = np.where(scene.sources <= scene.targets, 1.0, -1.0)
    normal = np.column_stack((-along[:, 1], along[:, 0])) * (flip / length)[:, None]
    needed = np.minimum(
        (scene.widths + 6) / np.maximum(np.abs(normal[:, 0]), 1e-6),
        _LABEL_HEIGHT / np.maximum(np.abs(normal[:, 1]), 1e-6),
    )
    offsets = np.clip(scene.slots * needed, -0.4 * length, 0.4 * length)
    # In vis-network, the middle of a curve is a little nearer to its target.
    forward = 0.5 + np.minimum(0.38 * np.abs(offsets) / length, 0.035)
    return start + along * forward[:, None] + normal * offsets[:, None], offsets * flip


def push_boxes(scene: Scene, positions: Floats) -> Floats:
    """Return the move of each node that resolves the overlaps of boxes and labels."""
    nodes = len(positions)
    middles, _ = label_offsets(scene, positions)
    low = np.vstack((positions - np.column_stack((scene.half, scene.above)), middles - _half_labels(scene)))
    high = np.vstack((positions + np.column_stack((scene.half, scene.below)), middles + _half_labels(scene)))
    low, high = low - _MARGIN / 2, high + _MARGIN / 2
    first, second = _close_pairs(low[:, 0], high[:, 0])
    first, second = _without_kin(scene, first, second)
    overlap = np.minimum(high[first], high[second]) - np.maximum(low[first], low[second])
    touching = (overlap > 0).all(axis=1)
    first, second, overlap = first[touching], second[touching], overlap[touching]
    centres = (low + high) / 2
    way = np.where(centres[first] <= centres[second], -1.0, 1.0)
    across = overlap[:, 0] <= overlap[:, 1]
    push = np.where(np.column_stack((across, ~across)), overlap, 0.0) * way / 2
    boxes = np.zeros_like(low)
    np.add.at(boxes, first, push)
    np.add.at(boxes, second, -push)
    move: Floats = boxes[:nodes]
    np.add.at(move, scene.sources, boxes[nodes:])
    np.add.at(move, scene.targets, boxes[nodes:])
    return move


def _half_labels(scene: Scene) -> Floats:
    return np.column_stack((scene.widths / 2, np.full(len(scene.widths), _LABEL_HEIGHT / 2)))


def _close_pairs(left: Floats, right: Floats) -> tuple[Ints, Ints]:
    """Return the pairs of boxes that overlap horizontally."""
    order = np.argsort(left, kind="stable")
    ends = np.searchsorted(left[order], right[order])
    counts = np.maximum(ends - np.arange(len(order)) - 1, 0)
    rank = np.repeat(np.arange(len(order)), counts)
    within = np.arange(len(rank)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[rank], order[rank + 1 + within]


def _without_kin(scene: Scene, first: Ints, second: Ints) -> tuple[Ints, Ints]:
    """Return the pairs, except a label with its own ends, and labels between the same two nodes."""
    nodes = len(scene.half)
    itself = np.arange(nodes)
    ends = np.column_stack((scene.sources, scene.targets))
    low = np.concatenate((itself, ends.min(axis=1, initial=nodes)))
    high = np.concatenate((itself, ends.max(axis=1, initial=-1)))
    is_label = np.concatenate((np.zeros(nodes, dtype=bool), np.ones(len(ends), dtype=bool)))
    same = (low[first] == low[second]) & (high[first] == high[second])
    touches = (low[first] == low[second]) | (high[first] == high[second])
    touches |= (low[first] == high[second]) | (high[first] == low[second])
    kin = same | (touches & (is_label[first] != is_label[second]))
    return first[~kin], second[~kin]


def _stretch_links(scene: Scene, positions: Floats, slack: float) -> Floats:
    """Return the move that makes a link long enough for its label, or shortens its excess by the share `slack`."""
    along = positions[scene.targets] - positions[scene.sources]
    length = np.sqrt((along**2).sum(axis=1)) + 1e-9
    slope = np.abs(along) / length[:, None]
    wide = 2 * np.maximum(scene.half[scene.sources], scene.half[scene.targets]) + scene.widths + 12
    down = along[:, 1] > 0
    upper = np.where(down, scene.below[scene.sources], scene.below[scene.targets])
    lower = np.where(down, scene.above[scene.targets], scene.above[scene.sources])
    tall = 2 * np.maximum(upper, lower) + _LABEL_HEIGHT + 12
    needed = np.minimum(wide / np.maximum(slope[:, 0], 1e-6), tall / np.maximum(slope[:, 1], 1e-6))
    # An arrow needs some visible line besides the label to show its direction.
    lacking = np.maximum(needed, scene.widths * slope[:, 0] + 64.0) - length
    pull = along / length[:, None] * (np.where(lacking > 0, lacking, lacking * slack) / 2)[:, None]
    move = np.zeros_like(positions)
    np.add.at(move, scene.targets, pull)
    np.add.at(move, scene.sources, -pull)
    return move


def _clear_links(scene: Scene, positions: Floats) -> Floats:
    """Return the move that takes each node off the links it is not an end of."""
    start, end = positions[scene.sources], positions[scene.targets]
    along = end - start
    squared = (along**2).sum(axis=1) + 1e-9
    centre = positions + np.column_stack((np.zeros(len(positions)), (scene.below - scene.above) / 2))
    apart = centre[:, None, :] - start[None, :, :]
    share = np.clip((apart * along[None, :, :]).sum(axis=2) / squared, 0.0, 1.0)
    gap = apart - share[:, :, None] * along[None, :, :]
    distance = np.sqrt((gap**2).sum(axis=2)) + 1e-9
    lean = np.abs(gap[:, :, 0]) / distance
    reach = lean * scene.half[:, None] + (1 - lean) * ((scene.above + scene.below) / 2)[:, None] + _MARGIN
    lacking = np.maximum(reach - distance, 0.0)
    rows = np.arange(len(positions))[:, None]
    lacking[(rows == scene.sources) | (rows == scene.targets)] = 0.0
    push = gap / distance[:, :, None] * lacking[:, :, None] * 0.5
    move: Floats = push.sum(axis=1)
    np.add.at(move, scene.sources, -push.sum(axis=0) / 2)
    np.add.at(move, scene.targets, -push.sum(axis=0) / 2)
    return move
