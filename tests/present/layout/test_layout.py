from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, pairwise

import pytest

from kg.present.layout.layout import Box, Link, Placement, place


def box(name: str) -> Box:
    return Box(name, 50, 20, 40)


def star(count: int) -> tuple[list[Box], list[Link]]:
    leaves = [f"leaf {number:02}" for number in range(count)]
    return [box("hub"), *map(box, leaves)], [Link("hub", leaf, 60) for leaf in leaves]


def rectangles(
    boxes: list[Box], links: list[Link], placement: Placement
) -> dict[str, tuple[float, float, float, float]]:
    """Return what boxes and labels of straight links cover: left, top, right, bottom."""
    places = placement.positions
    found = {
        one.id: (
            places[one.id][0] - one.half,
            places[one.id][1] - one.above,
            places[one.id][0] + one.half,
            places[one.id][1] + one.below,
        )
        for one in boxes
    }
    for link in links:
        x = (places[link.source][0] + places[link.target][0]) / 2
        y = (places[link.source][1] + places[link.target][1]) / 2
        found[f"{link.source} to {link.target}"] = (x - link.width / 2, y - 8, x + link.width / 2, y + 8)
    return found


def covered(found: dict[str, tuple[float, float, float, float]]) -> list[tuple[str, str]]:
    return [
        (first, second)
        for (first, a), (second, b) in combinations(found.items(), 2)
        if min(a[2], b[2]) > max(a[0], b[0]) + 1 and min(a[3], b[3]) > max(a[1], b[1]) + 1
    ]


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_no_label_covers_another_in_a_star(count: int) -> None:
    boxes, links = star(count)
    assert covered(rectangles(boxes, links, place(boxes, links))) == []


def test_no_label_covers_another_in_a_chain() -> None:
    boxes = [box(name) for name in "abcdefgh"]
    links = [Link(one.id, other.id, 90) for one, other in pairwise(boxes)]
    assert covered(rectangles(boxes, links, place(boxes, links))) == []


def test_boxes_without_links_do_not_cover_each_other() -> None:
    boxes = [box(f"{number:03}") for number in range(100)]
    assert covered(rectangles(boxes, [], place(boxes, []))) == []


def test_groups_stand_apart() -> None:
    boxes = [box(name) for name in "abcd"]
    links = [Link("a", "b", 60), Link("c", "d", 60)]
    assert covered(rectangles(boxes, links, place(boxes, links))) == []


def test_no_label_covers_another_in_many_small_groups() -> None:
    boxes = [box(f"{number:03}") for number in range(330)]
    links = [Link(f"{number:03}", f"{number + 1:03}", 60 + number) for number in range(0, 330, 2)]
    assert covered(rectangles(boxes, links, place(boxes, links))) == []


def test_no_box_covers_another_in_a_large_group() -> None:
    boxes, links = star(320)
    placement = place(boxes, links)
    assert covered(rectangles(boxes, [], placement)) == []


def test_a_pair_reads_from_left_to_right() -> None:
    places = place([box("a"), box("b")], [Link("b", "a", 60)]).positions
    assert places["b"][0] < places["a"][0]


def test_links_of_the_same_two_boxes_bend_apart() -> None:
    bends = place([box("a"), box("b")], [Link("a", "b", 60), Link("b", "a", 60)]).bends
    # To the same hand of who walks there and of who walks back: on either side of the straight line.
    assert bends[0] * bends[1] > 0


def test_a_single_link_is_straight() -> None:
    assert place([box("a"), box("b")], [Link("a", "b", 60)]).bends == (0.0,)


def test_the_same_input_gives_the_same_places() -> None:
    assert place(*star(9)) == place(*star(9))


@pytest.mark.process
def test_every_processor_gives_the_same_places() -> None:
    # The library for linear algebra adds in another order on another processor, and can be told to. In a star no
    # direction is the widest, so that the least difference would turn it.
    program = """if True:
        from tests.present.layout.test_layout import place, star
        print(place(*star(12)))
    """
    processors = [{}, {"OPENBLAS_CORETYPE": "Nehalem"}]
    told = [
        subprocess.run([sys.executable, "-c", program], env=os.environ | one, capture_output=True, check=True).stdout
        for one in processors
    ]
    assert told[0] == told[1]


def test_nothing_has_no_places() -> None:
    assert place([], []) == Placement({}, ())


def test_a_link_from_a_box_to_itself_is_borne() -> None:
    assert place([box("a")], [Link("a", "a", 60)]).positions.keys() == {"a"}
