from __future__ import annotations

import networkx as nx
import numpy as np

from kg.present.layout.districts import chart
from kg.present.layout.spacing import Scene
from kg.present.layout.stress import Floats


def scene(graph: nx.Graph) -> Scene:
    """Every box is a hundred wide and fifty high."""
    count = len(graph)
    ends = np.array(graph.edges, dtype=np.intp).reshape(-1, 2)
    return Scene(
        half=np.full(count, 50.0),
        above=np.full(count, 20.0),
        below=np.full(count, 30.0),
        sources=ends[:, 0],
        targets=ends[:, 1],
        widths=np.full(len(ends), 60.0),
        slots=np.zeros(len(ends)),
    )


def placed(graph: nx.Graph) -> Floats:
    return chart(scene(graph), graph)


def covered(positions: Floats) -> int:
    """Return how many pairs of boxes cover each other."""
    apart = np.abs(positions[:, None, :] - positions[None, :, :])
    both = (apart[:, :, 0] < 99) & (apart[:, :, 1] < 49)
    return int(both.sum() - len(positions)) // 2


def two_hubs(leaves: int) -> nx.Graph:
    """Nodes 0 and 1 are linked, and each has leaves of its own, the even and the odd ones."""
    graph = nx.Graph([(0, 1)])
    graph.add_edges_from((node % 2, node) for node in range(2, 2 + 2 * leaves))
    return graph


def rings(count: int, size: int) -> nx.Graph:
    """Complete groups of nodes, each linked to the next by one link."""
    return nx.ring_of_cliques(count, size)


def test_no_box_covers_another_around_a_hub() -> None:
    assert covered(placed(nx.star_graph(400))) == 0


def test_no_box_covers_another_in_a_chain() -> None:
    assert covered(placed(nx.path_graph(400))) == 0


def test_no_box_covers_another_where_all_are_linked_to_all() -> None:
    assert covered(placed(nx.complete_graph(60))) == 0


def test_all_linked_to_all_stay_close() -> None:
    assert np.ptp(placed(nx.complete_graph(100)), axis=0).max() < 3000


def test_leaves_stand_around_their_own_hub() -> None:
    positions = placed(two_hubs(60))
    own = np.hypot(*(positions[2::2] - positions[0]).T)
    other = np.hypot(*(positions[2::2] - positions[1]).T)
    assert (own < other).all()


def test_what_is_linked_among_itself_stands_together() -> None:
    positions = placed(rings(6, 10)).reshape(6, 10, 2)
    middles = positions.mean(axis=1)
    reach = np.hypot(*(positions - middles[:, None, :]).reshape(-1, 2).T)
    apart = [np.hypot(*(one - other)) for number, one in enumerate(middles) for other in middles[:number]]
    assert np.median(reach) < min(apart) / 2


def test_a_link_from_a_node_to_itself_is_borne() -> None:
    graph = nx.path_graph(5)
    graph.add_edge(2, 2)
    assert np.isfinite(placed(graph)).all()


def test_the_same_graph_has_the_same_places() -> None:
    assert (placed(rings(4, 8)) == placed(rings(4, 8))).all()
