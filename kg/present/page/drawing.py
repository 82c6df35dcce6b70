"""The drawing: nodes, and edges that bundle equivalent statements."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Modality, Statement, Value
from kg.ontology.schema import Ontology
from kg.present.layout.layout import Box, Link

__all__ = ["Drawing", "Edge", "Node", "draw", "node_of", "shape_of"]

_LINE = 20
_LINES = 3
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_INSIDE = frozenset({"box", "ellipse", "circle", "text", "database"})
_BESIDE = frozenset({"dot", "star", "square", "diamond", "hexagon", "triangle", "triangleDown"})


@dataclass(frozen=True, slots=True)
class Node:
    """A drawn entity or value: `value` is `None` for entities; `lines` is the label, broken into lines."""

    id: str
    cls: str
    shape: str
    lines: tuple[str, ...]
    size: int
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """All statements with the same relation and modality between the same two nodes.

    Attributes:
        amount: the money involved, if all its statements with an amount agree.
    """

    source: str
    target: str
    relation: str
    modality: Modality
    statements: tuple[str, ...]
    amount: Value | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes sorted by id, and edges sorted by ends, relation and modality."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def boxes(self) -> tuple[Box, ...]:
        """Return the box of each node."""
        return tuple(_box(node) for node in self.nodes)

    def links(self, ontology: Ontology) -> tuple[Link, ...]:
        """Return the link of each edge, with the width of its label in the widest language."""
        values = {node.id for node in self.nodes if node.value is not None}
        return tuple(
            Link(edge.source, edge.target, _label_width(edge, ontology), edge.target not in values)
            for edge in self.edges
        )


def draw(statements: Sequence[Statement], ontology: Ontology) -> Drawing:
    """Return the nodes and edges for the statements.

    Entities are nodes. A value is a small node beside its subject, one for each relation and amount. Values whose class
    is drawn as `text` (quotations, forecasts) would cover the page: they have no node, and are shown with their
    subject; an entity with only such values has no node either.
    """
    bundles: dict[tuple[str, str, str, Modality], list[Statement]] = {}
    found: dict[str, Entity | tuple[Value, str]] = {}
    for statement in statements:
        source, target = node_of(statement, "subject", ontology), node_of(statement, "object", ontology)
        if target:
            found.setdefault(source, _drawn(statement, "subject"))
            found.setdefault(target, _drawn(statement, "object"))
            relation = ontology.relations.get(statement.relation)
            if relation is not None and relation.symmetric and target < source:
                source, target = target, source
            bundles.setdefault((source, target, statement.relation, statement.modality), []).append(statement)
    edges = tuple(_edge(key, bundles[key]) for key in sorted(bundles))
    degrees = Counter(end for edge in edges for end in {edge.source, edge.target})
    nodes = tuple(_node(key, found[key], (degrees[key], ontology)) for key in sorted(found))
    return Drawing(nodes, edges)


def node_of(statement: Statement, end: str, ontology: Ontology) -> str:
    """Return the id of the node of the statement's `subject` or `object`; empty when it has none."""
    target = (statement.subject if end == "subject" else statement.object).target
    if isinstance(target, Entity):
        return target.iri
    cls = ontology.classes.get(target.cls)
    if cls is None or cls.shape in {"", "text"}:
        return ""
    parts = (statement.subject.target, statement.relation)
    owner = parts[0].iri if isinstance(parts[0], Entity) else parts[0].label
    key = (owner, parts[1], target.cls, target.number, target.unit, target.bound, target.upper, target.per)
    return "value:" + hashlib.sha256("\n".join(key).encode("utf-8", "replace")).hexdigest()[:16]


def _drawn(statement: Statement, end: str) -> Entity | tuple[Value, str]:
    target = (statement.subject if end == "subject" else statement.object).target
    return target if isinstance(target, Entity) else (target, statement.relation)


def _edge(key: tuple[str, str, str, Modality], bundle: Sequence[Statement]) -> Edge:
    amounts = {_sum(statement.qualifiers.amount): statement.qualifiers.amount for statement in bundle}
    amounts.pop(None, None)
    amount = next(iter(amounts.values())) if len(amounts) == 1 else None
    return Edge(*key, tuple(statement.id for statement in bundle), amount)


def _sum(value: Value | None) -> tuple[str, ...] | None:
    return None if value is None else (value.number, value.unit, value.bound, value.upper, value.per)


def _node(key: str, what: Entity | tuple[Value, str], known: tuple[int, Ontology]) -> Node:
    degree, ontology = known
    cls = what.cls if isinstance(what, Entity) else what[0].cls
    shape = shape_of(cls, ontology)
    if isinstance(what, Entity):
        return Node(key, cls, shape, _break(what.label), round(11 + 4 * math.sqrt(min(degree, 25))))
    return Node(key, cls, shape, _break(what[0].label), 10, what[0])


def shape_of(cls: str, ontology: Ontology) -> str:
    """Return the shape of a class; a dot when it has none that the page supports."""
    style = ontology.classes.get(cls)
    return style.shape if style is not None and style.shape in _INSIDE | _BESIDE else "dot"


def _break(label: str) -> tuple[str, ...]:
    """Return the label in at most three short lines, without direction marks and invisible characters."""
    words = [piece for word in _INVISIBLE.sub("", label).split() for piece in _pieces(word)]
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= _LINE:
            lines[-1] += " " + word
        else:
            lines.append(word)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1][: _LINE - 1] + "…"]
    return tuple(lines) or ("–",)


def _pieces(word: str) -> Iterable[str]:
    return (word[start : start + _LINE] for start in range(0, len(word), _LINE))


def _width(text: str, pixels: float) -> float:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return (len(text) + wide) * pixels


def _box(node: Node) -> Box:
    if node.value is not None:
        # The page shortens a number to a few digits and a unit; other values may be shorter still.
        return Box(node.id, 12 + min(_width(node.lines[0], 7.0), 98.0) / 2, 14.0, 14.0)
    text = max(_width(line, 7.9) for line in node.lines) / 2
    high = 18.0 * len(node.lines)
    if node.shape in _INSIDE:
        return Box(node.id, text + 14, high / 2 + 8, high / 2 + 8)
    return Box(node.id, max(text, node.size), float(node.size) + 2, node.size + 6 + high)


def _label_width(edge: Edge, ontology: Ontology) -> float:
    relation = ontology.relations.get(edge.relation)
    labels: Mapping[str, str] = relation.labels if relation is not None else {}
    # The page shortens longer labels.
    text = max((_width(label[:60], 6.9) for label in labels.values()), default=_width(edge.relation[:60], 6.9))
    extra = (62.0 if edge.amount is not None else 0.0) + (24.0 if len(edge.statements) > 1 else 0.0)
    # A denied edge has a cross before its label.
    return text + extra + (16.0 if edge.modality is Modality.DENIED else 0.0)
