"""Renders the page with the graph: one self-contained HTML file that makes no network requests."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from pyvis.network import Network

from kg.atomic_files import write_text
from kg.model import Article, Statement
from kg.ontology.schema import Ontology
from kg.present.layout.layout import place
from kg.present.page.content import PageRows
from kg.present.page.drawing import draw
from kg.present.page.fact_tables import Plain, tables
from kg.present.page.limit import limit

__all__ = ["render", "write_page"]

_SCRIPTS = (
    "facts",
    "elements",
    "focus",
    "words",
    "colours",
    "signs",
    "filters",
    "timeline",
    "passage",
    "list",
    "panel",
    "entity",
    "search",
    "path",
    "table",
    "facets",
    "looks",
    "culling",
    "canvas",
    "keys",
    "picture",
    "csv",
    "save",
    "address",
    "start",
)
_HALVES = re.compile("[\ud800-\udfff]")
_STYLES = ("palette", "page", "filters", "panel")


def render(statements: Sequence[Statement], articles: Sequence[Article], ontology: Ontology) -> str:
    """Return the page as one HTML document; the same statements give the same bytes, whatever their order.

    If the graph is too large, only the entities with the most links are shown, and the page says what is left out. No
    text of an article becomes markup: it is embedded as JSON in a data block and shown as text.
    """
    unique = {statement.id: statement for statement in statements}
    ordered = sorted(unique.values(), key=_place)
    limited = limit(ordered, ontology)
    drawing = draw(limited.statements, ontology)
    placement = place(drawing.boxes(), drawing.links(ontology))
    rows = PageRows(limited.statements, articles, ontology, drawing=drawing)
    page = _Page()
    # Appended directly: `add_edge` searches all edges each time.
    page.nodes.extend(rows.nodes(placement))
    page.edges.extend(rows.edges(placement))
    page.facts.update(rows.facts() | {"left_out": asdict(limited.left_out) if limited.left_out else None})
    return page.generate_html()


def _place(statement: Statement) -> tuple[object, ...]:
    return (
        statement.document,
        statement.evidence.span,
        statement.trigger,
        statement.subject.mention.span,
        statement.id,
    )


def write_page(path: Path, html: str) -> None:
    """Write the page in UTF-8, atomically.

    Raises:
        OutputError: the file cannot be written.
    """
    write_text(path, html)


class _Page(Network):  # type: ignore[misc]  # pyvis ships no types
    """A pyvis network with kg's template; pyvis's own writes a folder, makes network requests and runs titles."""

    def __init__(self) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.facts: Plain = {}
        self.templateEnv = Environment(
            loader=PackageLoader("kg.present.page"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self.templateEnv.policies["json.dumps_function"] = _dump
        self.templateEnv.policies["json.dumps_kwargs"] = {}

    def generate_html(self) -> str:
        """Return the page with the nodes and edges of the network."""
        nodes, edges, *_ = self.get_network_data()
        template = files("kg.present.page") / "templates"
        words = json.loads((template / "words.json").read_text("utf-8"))
        script = _script()
        style = "\n".join((template / "css" / f"{name}.css").read_text("utf-8") for name in _STYLES)
        vis = _vis_network()
        return self.templateEnv.get_template("page.html").render(
            title=_sound(str(self.facts["title"])),
            facts=tables({**self.facts, "nodes": nodes, "edges": edges}),
            words=words,
            vis=vis,
            script=script,
            style=style,
            policy=_policy((vis, script), style),
        )


def _script() -> str:
    """Return the page's scripts as one, so that they share a scope of their own."""
    folder = files("kg.present.page") / "templates" / "js"
    parts = [(folder / f"{name}.js").read_text("utf-8") for name in _SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();\n"


def _vis_network() -> str:
    """Return the vis-network library bundled with pyvis, without its reference to a source map."""
    text = (files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text("utf-8")
    return text.partition("//# sourceMappingURL=")[0]


def _policy(scripts: Sequence[str], style: str) -> str:
    """Return a Content-Security-Policy that allows exactly these scripts and this style, and no requests.

    See https://www.w3.org/TR/CSP3/ for the directives; the icon is an empty data URI.
    """
    allowed = " ".join(_fingerprint(script) for script in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {allowed}",
            f"style-src {_fingerprint(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _fingerprint(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _dump(value: object) -> str:
    """Return the value as JSON without ASCII escapes, half the size; Jinja escapes characters special in HTML."""
    return _sound(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _sound(text: str) -> str:
    r"""Return the text with each lone surrogate, which cannot be encoded, replaced by U+FFFD.

    >>> ascii(_sound("a\ud83d"))
    "'a\\ufffd'"
    """
    return _HALVES.sub("\ufffd", text)
