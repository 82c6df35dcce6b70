from __future__ import annotations

import numpy as np

from kg.present.layout.mosaic import join
from kg.present.layout.stress import Floats


def squares(count: int) -> tuple[Floats, list[list[int]]]:
    """Return districts of four nodes each, all around the same place."""
    corners = np.array([(-200.0, -200.0), (200.0, -200.0), (200.0, 200.0), (-200.0, 200.0)])
    return np.tile(corners, (count, 1)), [[4 * one, 4 * one + 1, 4 * one + 2, 4 * one + 3] for one in range(count)]


def resolution(count: int, links: list[tuple[int, int]]) -> Floats:
    positions, districts = squares(count)
    join(positions, districts, (np.full(4 * count, 100.0), np.array(links, dtype=np.intp).reshape(-1, 2)))
    return positions


def test_nodes_of_different_districts_do_not_cover_each_other() -> None:
    positions = resolution(9, [])
    apart = np.hypot(*(positions[:, None, :] - positions[None, :, :]).transpose(2, 0, 1))
    own = np.arange(36) // 4
    assert apart[own[:, None] != own[None, :]].min() > 200


def test_districts_keep_their_form() -> None:
    positions = resolution(3, [(0, 5), (1, 9)])
    assert np.allclose(np.hypot(*(positions[4::4] - positions[5::4]).T), 400)


def test_a_district_stands_near_the_one_it_is_linked_to() -> None:
    middles = resolution(7, [(4 * 5, 4 * 6)]).reshape(7, 4, 2).mean(axis=1)
    apart = np.hypot(*(middles[:6] - middles[6]).T)
    assert apart.argmin() == 5


def test_a_district_turns_towards_what_it_is_linked_to() -> None:
    positions = resolution(2, [(0, 6)])
    distances = np.hypot(*(positions[4:] - positions[0]).T)
    assert distances.argmin() == 2


def test_long_districts_find_room() -> None:
    count = 40
    positions = np.tile(np.column_stack((np.linspace(-4000, 4000, 20), np.zeros(20))), (count, 1))
    districts = [list(range(20 * one, 20 * one + 20)) for one in range(count)]
    join(positions, districts, (np.full(20 * count, 60.0), np.zeros((0, 2), dtype=np.intp)))
    apart = np.hypot(*(positions[:, None, :] - positions[None, :, :]).transpose(2, 0, 1))
    own = np.arange(20 * count) // 20
    assert apart[own[:, None] != own[None, :]].min() > 120
