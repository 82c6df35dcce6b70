"""Statements for programs that draw and measure networks, such as Gephi: GEXF and GraphML, as networkx writes them.

https://gexf.net/ and http://graphml.graphdrawing.org/
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import networkx as nx

from kg.model import Article, Entity, Statement
from kg.ontology.schema import Ontology
from kg.present.export.rows import Cell, Row, entity_row, statement_row, value_row
from kg.present.layout.layout import Box, Link, place
from kg.resolve.iris import digest

__all__ = ["make_network", "write_gexf", "write_graphml"]

_GREY = "#888888"


def make_network(statements: Sequence[Statement], articles: Sequence[Article], ontology: Ontology) -> nx.MultiDiGraph:
    """Return a network with one edge a statement, whose key is the statement's id, and all that is known as attributes.

    Entities are nodes under their IRI. A value is a node of its own for each subject and relation. Nodes have `degree`,
    `size`, `colour` and a place, `x` and `y`, where y grows upwards; edges have the `colour` of their relation and the
    `line` of their modality. What is not known is no attribute.
    """
    by_document = {article.document: article for article in articles}
    network = nx.MultiDiGraph()
    for statement in statements:
        ends = (_node(statement, "subject"), _node(statement, "object"))
        for key, row in ends:
            if key not in network:
                network.add_node(key, **_told(row))
        row = statement_row(statement, by_document.get(statement.document), ontology)
        label = row.get("relation_en") or statement.relation
        told = {name: cell for name, cell in row.items() if name != "id"} | _drawn(statement, ontology)
        network.add_edge(ends[0][0], ends[1][0], key=statement.id, label=label, statement=statement.id, **_told(told))
    _show(network, ontology)
    return network


def write_graphml(network: nx.MultiDiGraph) -> str:
    """Return the network as GraphML; Gephi reads size, colour and place from attributes of these names."""
    flat = network.copy()
    for told in (*flat.nodes.values(), *flat.edges.values()):
        red, green, blue = _channels(told.pop("colour"))
        told.update(r=red, g=green, b=blue)
    written = io.BytesIO()
    nx.write_graphml_xml(flat, written, named_key_ids=False)
    return _sound(written)


def write_gexf(network: nx.MultiDiGraph) -> str:
    """Return the network as GEXF 1.2, with colour, size and place in its own words for them."""
    shown = network.copy()
    for told in shown.nodes.values():
        point = {"x": told.pop("x"), "y": told.pop("y"), "z": 0.0}
        told["viz"] = {**_coloured(told), "size": told.pop("size"), "position": point}
    for told in shown.edges.values():
        told["id"] = told.pop("statement")
        # GEXF knows solid, dotted, dashed and double lines.
        told["viz"] = {**_coloured(told), "shape": "double" if told["line"] == "struck" else told["line"]}
    written = io.BytesIO()
    nx.write_gexf(shown, written, version="1.2draft")
    return _own(_sound(written))


def _own(gexf: str) -> str:
    """Return GEXF without what networkx adds: the day and its version, a name that no schema knows, and its own word.

    The day would make other bytes of the same graph. Its "key" of an edge is the id of our statement.
    """
    meta, graph = r'<meta lastmodifieddate="[\d-]+">(\s*)<creator>[^<]*</creator>', r'(<graph [^>]*) name="">'
    text = re.sub(meta, r"<meta>\1<creator>kg</creator>", gexf, count=1)
    return re.sub(graph, r"\1>", text, count=1).replace('title="networkx_key"', 'title="statement"')


def _sound(written: io.BytesIO) -> str:
    """Return XML whose carriage returns a reader keeps: https://www.w3.org/TR/xml/#sec-line-ends."""
    return written.getvalue().decode("utf-8").replace("\r", "&#xD;") + "\n"


def _node(statement: Statement, end: str) -> tuple[str, Row]:
    """Return key and attributes of the node at an end: an entity, or a value that belongs to the subject."""
    target = (statement.subject if end == "subject" else statement.object).target
    if isinstance(target, Entity):
        return target.iri, entity_row(target)
    owner = statement.subject.target
    whose = owner.iri if isinstance(owner, Entity) else owner.label
    parts = (target.cls, target.number, target.unit, target.bound, target.upper, target.per)
    return "value:" + digest(whose, statement.relation, *parts), value_row(target)


def _told(row: Row) -> dict[str, str | int | float]:
    return {name: _plain(cell) for name, cell in row.items() if cell is not None}


def _plain(cell: Cell) -> str | int | float:
    return float(cell) if isinstance(cell, Decimal) else "" if cell is None else cell


def _show(network: nx.MultiDiGraph, ontology: Ontology) -> None:
    """Give each node its degree, size, colour and place."""
    degrees = dict(network.degree())
    boxes = [Box(key, 4.0 + 4 * len(str(network.nodes[key]["label"])), 20.0, 20.0) for key in sorted(network)]
    ends = sorted({(source, target) for source, target, _ in network.edges(keys=True)})
    positions = place(boxes, [Link(source, target, 60.0) for source, target in ends]).positions if boxes else {}
    for key, told in network.nodes(data=True):
        style = ontology.classes.get(str(told["class"]))
        labels: Mapping[str, str] = style.labels if style else {}
        told.update({f"class_{language}": label for language, label in sorted(labels.items())})
        told["degree"] = degrees[key]
        told["size"] = round(10 + 4 * math.sqrt(degrees[key]), 1)
        told["colour"] = (style.colour if style else "") or _GREY
        told["x"], told["y"] = float(positions[key][0]), float(-positions[key][1])


def _drawn(statement: Statement, ontology: Ontology) -> Row:
    """Return how the edge of a statement is drawn."""
    relation, style = ontology.relations.get(statement.relation), ontology.modalities.get(statement.modality)
    return {"colour": (relation.colour if relation else "") or _GREY, "line": style.line if style else "solid"}


def _coloured(told: dict[str, Any]) -> dict[str, Any]:
    """Take the colour out of the attributes, and return it as GEXF has it."""
    red, green, blue = _channels(told.pop("colour"))
    return {"color": {"r": red, "g": green, "b": blue, "a": 1.0}}


def _channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of a colour such as `#1a2b3c`."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue
