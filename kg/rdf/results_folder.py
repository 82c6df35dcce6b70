"""Writes a folder of results: its files are replaced together, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.atomic_files import write_texts
from kg.model import Modality
from kg.ontology.schema import Ontology
from kg.rdf.namespaces import KG, RDF
from kg.rdf.quads import DEFAULT_GRAPH, Quad
from kg.rdf.records import skipped_lines, statement_lines
from kg.rdf.triples import graph_quads
from kg.rdf.turtle_writer import write_trig, write_turtle
from kg.resolve.iris import Minter
from kg.resolve.resolution import Resolution

__all__ = ["SEEN", "view", "write_results"]

SEEN = (Modality.ASSERTED, Modality.PLANNED)
"""The modalities whose edges a query sees by default."""


def write_results(
    resolution: Resolution, ontology: Ontology, out: Path, *, further: Mapping[str, str] = MappingProxyType({})
) -> tuple[Path, ...]:
    """Write statements.jsonl, skipped.jsonl, graph.trig, graph.ttl and `further` into `out`, and return their paths.

    `out` is created if missing. The same input gives the same bytes.

    Raises:
        OutputError: a file cannot be written; the old files are then intact.
    """
    quads = list(dict.fromkeys(graph_quads(resolution, ontology)))
    texts = {
        "statements.jsonl": statement_lines(resolution.statements, Minter(resolution.base), ontology),
        "skipped.jsonl": skipped_lines(resolution.skipped),
        "graph.trig": write_trig(quads, resolution.base),
        "graph.ttl": write_turtle(view(quads, ontology, SEEN), resolution.base),
    }
    return write_texts({out / name: text for name, text in {**texts, **further}.items()})


def view(quads: Iterable[Quad], ontology: Ontology, modalities: Iterable[Modality]) -> list[Quad]:
    """Return the default graph of a query: the edges of the modalities, and everything that is not an edge.

    The view states that its modalities are of class kg:Modality, so that a query can ask for them.
    """
    seen = {ontology.modalities[modality].iri for modality in modalities}
    hidden = {style.iri for style in ontology.modalities.values()} - seen
    marks = [Quad(iri, RDF + "type", KG + "Modality") for iri in sorted(seen)]
    kept = [Quad(q.subject, q.predicate, q.object, DEFAULT_GRAPH) for q in quads if q.graph not in hidden]
    return [*marks, *kept]
