"""Queries a graph in SPARQL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kg.config import DEFAULT_BASE
from kg.errors import UsageError
from kg.inquiry.asking.guard import check_question
from kg.inquiry.asking.sandbox import shut_doors
from kg.inquiry.asking.worker import run_apart
from kg.model import Modality
from kg.ontology.schema import ModalityStyle
from kg.rdf.quads import Literal, Node
from kg.rdf.results_folder import SEEN
from kg.store.opening import open_graph
from kg.store.protocol import Answer

__all__ = ["FORMATS", "Request", "answer", "answer_as", "read_bindings", "read_modalities"]

IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]*>")
"""An absolute IRI in SPARQL syntax, https://www.w3.org/TR/sparql11-query/#rIRIREF."""

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


@dataclass(frozen=True, slots=True)
class Request:
    """A query and the graph to be queried.

    Attributes:
        graph: a folder of results, its TriG file, or the folder of a store.
        question: the query, in SPARQL.
        hidden: IRIs of the named graphs that the default graph leaves out.
        shown: IRIs of the modalities that the default graph includes.
        bindings: values of variables, set from outside.
        timeout: time limit in seconds; `None` for no limit.
        base: the IRI against which relative IRIs of the query are resolved.
    """

    graph: Path
    question: str
    hidden: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    bindings: Mapping[str, Node] = field(default_factory=dict)
    timeout: float | None = 30.0
    base: str = DEFAULT_BASE

    @classmethod
    def of(
        cls,
        graph: Path,
        question: str,
        *,
        styles: Mapping[Modality, ModalityStyle],
        modalities: Iterable[Modality] = SEEN,
    ) -> Request:
        """Return a request whose default graph holds the edges of `modalities` and everything that is not an edge."""
        wanted = set(modalities)
        return cls(
            graph,
            question,
            hidden=tuple(style.iri for modality, style in styles.items() if modality not in wanted),
            shown=tuple(style.iri for modality, style in styles.items() if modality in wanted),
        )


def answer(request: Request) -> Answer:
    """Return the answer as rows.

    Raises:
        QueryError: the query is refused, wrong, or took too long.
        OutputError: there is no graph.
    """
    check_question(request.question)
    return run_apart(partial(_ask, request), timeout=request.timeout)


def answer_as(request: Request, form: str) -> str:
    """Return the answer in a standard format: `csv`, `tsv`, `json`, `xml`, or `turtle` for triples.

    Raises:
        QueryError: as in `answer`; or the format does not fit the kind of query.
        OutputError: there is no graph.
    """
    check_question(request.question)
    return run_apart(partial(_write, request, form), timeout=request.timeout)


def read_modalities(words: Iterable[str]) -> tuple[Modality, ...]:
    """Return the named modalities, `all` or comma-separated lists allowed; `SEEN` when none is named.

    Raises:
        UsageError: a word is not a modality.
    """
    named = [part.strip() for word in words for part in word.split(",") if part.strip()]
    for name in named:
        if name not in {*Modality, "all"}:
            raise UsageError("no such modality", where=name, advice="use " + ", ".join(Modality) + " or all")
    if not named:
        return SEEN
    return tuple(modality for modality in Modality if modality in named or "all" in named)


def read_bindings(settings: Iterable[str]) -> dict[str, Node]:
    """Return the bindings for settings of the form `variable=value`; a value in angle brackets is an IRI.

    Raises:
        UsageError: a setting lacks a variable or `=`, or has an invalid IRI.
    """
    found: dict[str, Node] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name.strip("?").isidentifier():
            raise UsageError("is not of the form variable=value", where=setting, advice="write --set source=IDC")
        is_iri = value.startswith("<") and value.endswith(">")
        if is_iri and not IRI.fullmatch(value):
            raise UsageError("is no IRI", where=value, advice="write it whole, as <https://kg.example/id/oracle>")
        found[name.strip("?")] = value[1:-1] if is_iri else Literal(value)
    return found


def _ask(request: Request) -> Answer:
    with open_graph(request.graph, hidden=request.hidden, shown=request.shown, base=request.base) as view:
        shut_doors(request.graph)
        return view.ask(request.question, request.bindings)


def _write(request: Request, form: str) -> str:
    with open_graph(request.graph, hidden=request.hidden, shown=request.shown, base=request.base) as view:
        shut_doors(request.graph)
        return view.write(request.question, request.bindings, form)
