"""Packs connected components side by side, without wasting space."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.present.layout.spacing import Scene, label_offsets
from kg.present.layout.stress import Floats

__all__ = ["ASPECT", "outline", "pack"]

ASPECT = 1.1
"""The ratio of the page's width to its height."""

_GAP = 46.0
_NESTED = 40
_CANDIDATES = 64
_DETAILED = 1500


def outline(scene: Scene, positions: Floats) -> Floats:
    """Return the rectangles that a group covers, one per row: left, top, right, bottom.

    They are its boxes, its labels, and small squares along its links.
    """
    boxes = np.column_stack(
        (
            positions[:, 0] - scene.half,
            positions[:, 1] - scene.above,
            positions[:, 0] + scene.half,
            positions[:, 1] + scene.below,
        )
    )
    middles, _ = label_offsets(scene, positions)
    half = scene.widths / 2
    labels = np.column_stack((middles[:, 0] - half, middles[:, 1] - 8, middles[:, 0] + half, middles[:, 1] + 8))
    shares = np.linspace(0.1, 0.9, 9)[:, None, None]
    points = (positions[scene.sources] * (1 - shares) + positions[scene.targets] * shares).reshape(-1, 2)
    return np.vstack((boxes, labels, np.hstack((points - 6, points + 6))))


def pack(outlines: Sequence[Floats]) -> list[tuple[float, float]]:
    """Return the shift of each group; the first stays where it is.

    The next ones go where the page grows least, into a gap between earlier ones if they fit; the remaining small groups
    are placed in rows below.
    """
    shifts: list[tuple[float, float]] = []
    taken = np.zeros((0, 4))
    for covered in outlines[:_NESTED]:
        shift = _best_place(taken, _frame(covered)) if len(taken) else (0.0, 0.0)
        shifts.append(shift)
        # For a large group only its frame counts: searching for a gap in it would be slow.
        shape = covered if len(covered) <= _DETAILED else _frame(covered)[None, :]
        taken = np.vstack((taken, shape + np.array(shift * 2)))
    return shifts + _rows(taken, [_frame(covered) for covered in outlines[_NESTED:]])


def _frame(covered: Floats) -> Floats:
    return np.concatenate((covered[:, :2].min(axis=0), covered[:, 2:].max(axis=0)))


def _best_place(taken: Floats, frame: Floats) -> tuple[float, float]:
    """Return the shift of `frame` to a free position near the centre that makes the page grow least."""
    page = _frame(taken)
    size = frame[2:] - frame[:2]
    corners = _corners(page, size)
    free = ~_collides(taken, corners, size)
    corners = corners[free]
    low = np.minimum(corners, page[:2])
    high = np.maximum(corners + size, page[2:])
    extent = high - low
    needed = np.maximum(extent[:, 0], extent[:, 1] * ASPECT)
    off = np.sqrt(((corners + size / 2 - (page[:2] + page[2:]) / 2) ** 2).sum(axis=1))
    best = int(np.argmin(np.round(needed + 0.15 * off, 3)))
    x, y = corners[best] - frame[:2]
    return float(x), float(y)


def _corners(page: Floats, size: Floats) -> Floats:
    """Return the candidate positions of the upper left corner: a grid over the page and a margin around it."""
    start, end = page[:2] - size - _GAP, page[2:] + _GAP
    across, down = (np.linspace(start[axis], end[axis], _CANDIDATES) for axis in (0, 1))
    return np.column_stack([side.ravel() for side in np.meshgrid(across, down)])


def _collides(taken: Floats, corners: Floats, size: Floats) -> NDArray[np.bool_]:
    near, far = corners - _GAP, corners + size + _GAP
    beside = (taken[None, :, 2] <= near[:, 0, None]) | (taken[None, :, 0] >= far[:, 0, None])
    apart = (taken[None, :, 3] <= near[:, 1, None]) | (taken[None, :, 1] >= far[:, 1, None])
    return np.asarray(np.any(~(beside | apart), axis=1), dtype=np.bool_)


def _rows(taken: Floats, frames: Sequence[Floats]) -> list[tuple[float, float]]:
    if not frames:
        return []
    page = _frame(taken)
    area = sum(float(np.prod(frame[2:] - frame[:2] + _GAP)) for frame in frames)
    limit = max(float(page[2] - page[0]), math.sqrt(area * ASPECT))
    x, y, height = float(page[0]), float(page[3]) + _GAP, 0.0
    shifts = []
    for frame in frames:
        wide, high = frame[2:] - frame[:2]
        if x > page[0] and x + wide > page[0] + limit:
            x, y, height = float(page[0]), y + height + _GAP, 0.0
        shifts.append((x - float(frame[0]), y - float(frame[1])))
        x, height = x + float(wide) + _GAP, max(height, float(high))
    return shifts
