"""Exports statements for network programs such as Gephi, as GEXF and GraphML, written by networkx.

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
    """Return a network with one edge per statement, keyed by the statement's id, with everything known as attributes.

    Entities are nodes keyed by IRI. A value is a separate node for each subject and relation. Nodes have `degree`,
    `size`, `colour` and a position, `x` and `y`, where y grows upwards; edges have the `colour` of their relation and
    the `line` of their modality. Unknown attributes are left out.
    """
    by_document = {article.document: article for article in articles}
    network = nx.MultiDiGraph()
    for statement in statements:
        ends = (_node(statement, "subject"), _node(statement, "object"))
        for key, row in ends:
            if key not in network:
                network.add_node(key, **_attributes(row))
        row = statement_row(statement, by_document.get(statement.document), ontology)
        label = row.get("relation_en") or statement.relation
        attributes = {name: cell for name, cell in row.items() if name != "id"} | _drawn(statement, ontology)
        network.add_edge(
            ends[0][0], ends[1][0], key=statement.id, label=label, statement=statement.id, **_attributes(attributes)
        )
    _show(network, ontology)
    return network


def write_graphml(network: nx.MultiDiGraph) -> str:
    """Return the network as GraphML; Gephi reads size, colour and position from attributes with these names."""
    flat = network.copy()
    for attributes in (*flat.nodes.values(), *flat.edges.values()):
        red, green, blue = _channels(attributes.pop("colour"))
        attributes.update(r=red, g=green, b=blue)
    written = io.BytesIO()
    nx.write_graphml_xml(flat, written, named_key_ids=False)
    return _sound(written)


def write_gexf(network: nx.MultiDiGraph) -> str:
    """Return the network as GEXF 1.2, with colour, size and position in GEXF's own elements."""
    shown = network.copy()
    for attributes in shown.nodes.values():
        point = {"x": attributes.pop("x"), "y": attributes.pop("y"), "z": 0.0}
        attributes["viz"] = {**_coloured(attributes), "size": attributes.pop("size"), "position": point}
    for attributes in shown.edges.values():
        attributes["id"] = attributes.pop("statement")
        # GEXF has solid, dotted, dashed and double lines.
        attributes["viz"] = {
            **_coloured(attributes),
            "shape": "double" if attributes["line"] == "struck" else attributes["line"],
        }
    written = io.BytesIO()
    nx.write_gexf(shown, written, version="1.2draft")
    return _own(_sound(written))


def _own(gexf: str) -> str:
    """Return GEXF without networkx's additions: date, version, an attribute that no schema allows, and its key title.

    The date would make the same graph give different bytes. The "key" of an edge is the statement's id.
    """
    meta, graph = r'<meta lastmodifieddate="[\d-]+">(\s*)<creator>[^<]*</creator>', r'(<graph [^>]*) name="">'
    text = re.sub(meta, r"<meta>\1<creator>kg</creator>", gexf, count=1)
    return re.sub(graph, r"\1>", text, count=1).replace('title="networkx_key"', 'title="statement"')


def _sound(written: io.BytesIO) -> str:
    """Return XML with carriage returns escaped, so that parsers keep them: https://www.w3.org/TR/xml/#sec-line-ends."""
    return written.getvalue().decode("utf-8").replace("\r", "&#xD;") + "\n"


def _node(statement: Statement, end: str) -> tuple[str, Row]:
    """Return the key and attributes of the node at an end: an entity, or a value that belongs to the subject."""
    target = (statement.subject if end == "subject" else statement.object).target
    if isinstance(target, Entity):
        return target.iri, entity_row(target)
    owner = statement.subject.target
    whose = owner.iri if isinstance(owner, Entity) else owner.label
    parts = (target.cls, target.number, target.unit, target.bound, target.upper, target.per)
    return "value:" + digest(whose, statement.relation, *parts), value_row(target)


def _attributes(row: Row) -> dict[str, str | int | float]:
    return {name: _plain(cell) for name, cell in row.items() if cell is not None}


def _plain(cell: Cell) -> str | int | float:
    return float(cell) if isinstance(cell, Decimal) else "" if cell is None else cell


def _show(network: nx.MultiDiGraph, ontology: Ontology) -> None:
    """Set the degree, size, colour and position of each node."""
    degrees = dict(network.degree())
    boxes = [Box(key, 4.0 + 4 * len(str(network.nodes[key]["label"])), 20.0, 20.0) for key in sorted(network)]
    ends = sorted({(source, target) for source, target, _ in network.edges(keys=True)})
    positions = place(boxes, [Link(source, target, 60.0) for source, target in ends]).positions if boxes else {}
    for key, attributes in network.nodes(data=True):
        style = ontology.classes.get(str(attributes["class"]))
        labels: Mapping[str, str] = style.labels if style else {}
        attributes.update({f"class_{language}": label for language, label in sorted(labels.items())})
        attributes["degree"] = degrees[key]
        attributes["size"] = round(10 + 4 * math.sqrt(degrees[key]), 1)
        attributes["colour"] = (style.colour if style else "") or _GREY
        attributes["x"], attributes["y"] = float(positions[key][0]), float(-positions[key][1])


def _drawn(statement: Statement, ontology: Ontology) -> Row:
    """Return the drawing attributes of a statement's edge."""
    relation, style = ontology.relations.get(statement.relation), ontology.modalities.get(statement.modality)
    return {"colour": (relation.colour if relation else "") or _GREY, "line": style.line if style else "solid"}


def _coloured(attributes: dict[str, Any]) -> dict[str, Any]:
    """Remove the colour from the attributes, and return it in GEXF form."""
    red, green, blue = _channels(attributes.pop("colour"))
    return {"color": {"r": red, "g": green, "b": blue, "a": 1.0}}


def _channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of a colour such as `#1a2b3c`."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue
