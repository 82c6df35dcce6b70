"""Limits a page for a graph that is too large: it shows the entities with the most links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Statement
from kg.ontology.schema import Ontology
from kg.present.page.drawing import Drawing, draw, node_of

__all__ = ["MOST_NODES", "LeftOut", "Limited", "limit"]

MOST_NODES = 5000
"""With this many nodes a page still opens within seconds and is responsive on a laptop with two cores."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The numbers of what is not shown."""

    entities: int
    values: int
    edges: int
    statements: int


@dataclass(frozen=True, slots=True)
class Limited:
    """The statements shown, in the order given, and what was left out, or `None` if nothing was."""

    statements: tuple[Statement, ...]
    left_out: LeftOut | None


def limit(statements: Sequence[Statement], ontology: Ontology, *, most: int = MOST_NODES) -> Limited:
    """Return the statements whose nodes are among the `most` nodes with the most links.

    Entities with the fewest links are left out first, ties from the last id; values are left out with their entity. A
    statement is shown if both its ends are. So an entity whose neighbours are all left out is left out too, and there
    may be fewer nodes than `most`.
    """
    drawing = draw(statements, ontology)
    if len(drawing.nodes) <= most:
        return Limited(tuple(statements), None)
    kept = frozenset(_by_links(drawing)[: max(most, 0)])
    shown = tuple(one for one in statements if _nodes(one, ontology) <= kept)
    return Limited(shown, _left_out(drawing, draw(shown, ontology), statements=len(statements) - len(shown)))


def _by_links(drawing: Drawing) -> list[str]:
    """Return the ids of the nodes, entities with the most links first, each followed by its values."""
    degrees = Counter(end for edge in drawing.edges for end in {edge.source, edge.target})
    values = {node.id for node in drawing.nodes if node.value is not None}
    owners = {edge.target: edge.source for edge in drawing.edges if edge.target in values}

    def rank(node: str) -> tuple[int, str, bool, str]:
        owner = owners.get(node, node)
        return -degrees[owner], owner, node in values, node

    return sorted((node.id for node in drawing.nodes), key=rank)


def _nodes(statement: Statement, ontology: Ontology) -> set[str]:
    """Return the nodes of the statement's ends; values that are not drawn have none."""
    return {node_of(statement, "subject", ontology), node_of(statement, "object", ontology)} - {""}


def _left_out(whole: Drawing, shown: Drawing, *, statements: int) -> LeftOut:
    entities, values = (_count(whole)[kind] - _count(shown)[kind] for kind in (False, True))
    return LeftOut(entities, values, len(whole.edges) - len(shown.edges), statements)


def _count(drawing: Drawing) -> Counter[bool]:
    """Return the numbers of entities (`False`) and values (`True`)."""
    return Counter(node.value is not None for node in drawing.nodes)
