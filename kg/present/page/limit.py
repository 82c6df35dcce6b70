"""What a page shows of a graph too large for it: the entities with most links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Statement
from kg.ontology.schema import Ontology
from kg.present.page.drawing import Drawing, draw, node_of

__all__ = ["MOST_NODES", "LeftOut", "Limited", "limit"]

MOST_NODES = 5000
"""With so many nodes a page still opens within seconds and follows the mouse on a laptop of two cores."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much is not shown."""

    entities: int
    values: int
    edges: int
    statements: int


@dataclass(frozen=True, slots=True)
class Limited:
    """The statements that are shown, in the order given, and what was left out, or `None` when nothing was."""

    statements: tuple[Statement, ...]
    left_out: LeftOut | None


def limit(statements: Sequence[Statement], ontology: Ontology, *, most: int = MOST_NODES) -> Limited:
    """Return the statements whose nodes are among the `most` that have most links.

    Entities are left out from those with fewest links on, ties by id from the last; values go with their entity.
    A statement is shown when both its ends are. So an entity all of whose neighbours are left out is left out as well,
    and there may be fewer nodes than `most`.
    """
    drawing = draw(statements, ontology)
    if len(drawing.nodes) <= most:
        return Limited(tuple(statements), None)
    kept = frozenset(_by_links(drawing)[: max(most, 0)])
    shown = tuple(one for one in statements if _nodes(one, ontology) <= kept)
    return Limited(shown, _left_out(drawing, draw(shown, ontology), statements=len(statements) - len(shown)))


def _by_links(drawing: Drawing) -> list[str]:
    """Return the ids of the nodes, the most linked entities first and each entity followed by its values."""
    degrees = Counter(end for edge in drawing.edges for end in {edge.source, edge.target})
    values = {node.id for node in drawing.nodes if node.value is not None}
    owners = {edge.target: edge.source for edge in drawing.edges if edge.target in values}

    def rank(node: str) -> tuple[int, str, bool, str]:
        owner = owners.get(node, node)
        return -degrees[owner], owner, node in values, node

    return sorted((node.id for node in drawing.nodes), key=rank)


def _nodes(statement: Statement, ontology: Ontology) -> set[str]:
    """Return the nodes of the statement's ends; words that are not drawn have none."""
    return {node_of(statement, "subject", ontology), node_of(statement, "object", ontology)} - {""}


def _left_out(whole: Drawing, shown: Drawing, *, statements: int) -> LeftOut:
    entities, values = (_count(whole)[kind] - _count(shown)[kind] for kind in (False, True))
    return LeftOut(entities, values, len(whole.edges) - len(shown.edges), statements)


def _count(drawing: Drawing) -> Counter[bool]:
    """Return how many nodes are entities (`False`) and values (`True`)."""
    return Counter(node.value is not None for node in drawing.nodes)
