"""Places districts side by side like stones of a mosaic: each at a free position that keeps its links short.

Free positions are found on a grid of cells, for all positions at once, by convolution of the taken cells with the shape
of the district (after Freivalds, Dogrusoz and Kikusts, 2002).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.present.layout.stress import Floats, rotate

__all__ = ["join"]

Ints = NDArray[np.intp]
Grid = NDArray[np.bool_]

_CELLS = 192
_ROOM = 3.0
_GROWTH = 1.5
_STREET = 130.0
_TURNS = 12
_PULL = 0.5


@dataclass(frozen=True, slots=True)
class _District:
    """Nodes, their positions around the centre of the district, and their radii."""

    nodes: Ints
    places: Floats
    radii: Floats


def join(
    positions: Floats, districts: Sequence[Sequence[int]], known: tuple[Floats, Ints], *, aspect: float = 1.0
) -> None:
    """Move and rotate the districts, in place, so that they do not overlap; they start centred on the origin.

    The first stays in the centre. `known` is the radius of each node, and the links as pairs of nodes; `aspect` is the
    wanted ratio of width to height.
    """
    radii, links = known
    whole = [_District(np.array(nodes, dtype=np.intp), positions[nodes], radii[nodes]) for nodes in districts]
    extent = _ROOM * float(np.sqrt(sum(((2 * one.radii + _STREET) ** 2).sum() for one in whole)))
    while not _settle(positions, whole, (links, extent / _CELLS, aspect)):
        extent *= _GROWTH


def _settle(positions: Floats, districts: Sequence[_District], known: tuple[Ints, float, float]) -> bool:
    """Place the districts on a grid of cells; return whether there was room for all."""
    links, cell, aspect = known
    taken = np.zeros((_CELLS, _CELLS), dtype=bool)
    settled = np.zeros(len(positions), dtype=bool)
    both = np.vstack((links, links[:, ::-1]))
    for district in districts:
        mine = both[np.isin(both[:, 0], district.nodes) & settled[both[:, 1]]]
        inner = np.searchsorted(district.nodes, mine[:, 0])
        found = _best_place(district, (taken, cell, aspect), (inner, positions[mine[:, 1]]))
        if found is None:
            return False
        places, shape = found
        positions[district.nodes] = places
        settled[district.nodes] = True
        taken |= shape
    return True


def _best_place(
    district: _District, grid: tuple[Grid, float, float], links: tuple[Ints, Floats]
) -> tuple[Floats, Grid] | None:
    """Return the free positions that make the links shortest, and the cells they take; `None` when none is free.

    The links go from nodes of the district, by their number in it, to positions already settled.
    """
    taken, cell, aspect = grid
    inner, outer = links
    around = np.fft.rfft2(taken.astype(np.float64))
    goal = outer.mean(axis=0) * (1 - _PULL) if len(outer) else np.zeros(2)
    best: tuple[float, Floats, Grid] | None = None
    for turn in range(_TURNS if len(outer) and len(district.nodes) > 1 else 1):
        turned = rotate(district.places, 2 * math.pi * turn / _TURNS)
        shape = _shape(turned, district.radii, cell)
        shift = None if shape is None else _nearest_free((around, shape), goal / cell, aspect)
        if shape is None or shift is None:
            continue
        places = turned + shift * cell
        score = float(np.sqrt(((places[inner] - outer) ** 2).sum(axis=1)).sum()) if len(outer) else 0.0
        if best is None or score < best[0] - 1e-6:
            best = score, places, np.roll(shape, (int(shift[0]), int(shift[1])), axis=(0, 1))
    return None if best is None else best[1:]


def _shape(places: Floats, radii: Floats, cell: float) -> Grid | None:
    """Return the cells that discs around these positions take, origin centred; `None` when the grid is too small."""
    if (np.abs(places).max(axis=1) + radii + _STREET).max() / cell > _CELLS // 2 - 1:
        return None
    shape = np.zeros((_CELLS, _CELLS), dtype=bool)
    for (x, y), radius in zip(places / cell + _CELLS // 2, (radii + _STREET) / cell, strict=True):
        low = np.maximum(np.floor([x - radius, y - radius]), 0).astype(int)
        high = np.minimum(np.ceil([x + radius, y + radius]) + 1, _CELLS).astype(int)
        across, down = np.ogrid[low[0] : high[0], low[1] : high[1]]
        shape[low[0] : high[0], low[1] : high[1]] |= (across - x) ** 2 + (down - y) ** 2 <= (radius + 0.5) ** 2
    return shape


def _nearest_free(grids: tuple[NDArray[np.complex128], Grid], goal: Floats, aspect: float) -> Ints | None:
    """Return the shift, in cells, nearest to the goal where the shape overlaps nothing and stays on the grid.

    Horizontal distance counts less than vertical when the whole should be wide.
    """
    around, shape = grids
    overlap = np.fft.irfft2(around * np.conj(np.fft.rfft2(shape.astype(np.float64))), s=shape.shape)
    across, down = np.nonzero(shape)
    shifts = np.arange(_CELLS) - _CELLS // 2
    inside_x = (shifts + across.min() >= 0) & (shifts + across.max() < _CELLS)
    inside_y = (shifts + down.min() >= 0) & (shifts + down.max() < _CELLS)
    free = (np.roll(overlap, (_CELLS // 2, _CELLS // 2), axis=(0, 1)) < 0.5) & inside_x[:, None] & inside_y[None, :]
    if not free.any():
        return None
    distance = np.sqrt(((shifts[:, None] - goal[0]) / aspect) ** 2 + (shifts[None, :] - goal[1]) ** 2)
    chosen = np.unravel_index(np.argmin(np.where(free, np.round(distance, 6), np.inf)), distance.shape)
    return np.array([shifts[chosen[0]], shifts[chosen[1]]], dtype=np.intp)
