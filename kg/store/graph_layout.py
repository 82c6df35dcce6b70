"""How a store lays out the graph, so that queries find a ready default graph and articles can be removed.

Every quad is in its own graph, as in a TriG file. In addition, whatever a query sees regardless of modalities is
duplicated in two graphs: `ENTITIES`, all that articles share, and `PROOFS`, what belongs to one article. The default
graph is the union of these two and of the modalities' edges: a handful of graphs, where a union over all articles
would be slow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.rdf.namespaces import KG, RDF
from kg.rdf.quads import Literal, Quad

__all__ = [
    "ENTITIES",
    "PROOFS",
    "RECORDS",
    "REVISION",
    "default_graphs",
    "is_own",
    "mark_quads",
    "record_quads",
    "twin",
]

ENTITIES = KG + "things"
PROOFS = KG + "proofs"
RECORDS = KG + "records"
"""The store's records of its articles: see `updating.py`."""
REVISION = KG + "revision"
"""The revision of a store on another server: see `remote_store.py`."""

_MARK = "-shown"


def default_graphs(shown: Iterable[str]) -> tuple[str, ...]:
    """Return the graphs whose union is the default graph of a query that shows these modalities."""
    return (ENTITIES, PROOFS, *(graph for iri in shown for graph in (iri, iri + _MARK)))


def mark_quads(modalities: Iterable[str]) -> Iterator[Quad]:
    """Return the type of each modality, each in a graph that is visible together with the modality."""
    return (Quad(iri, RDF + "type", KG + "Modality", iri + _MARK) for iri in modalities)


def twin(quad: Quad, graph: str) -> Quad:
    """Return the same triple in another graph."""
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def is_own(graph: str) -> bool:
    """Return whether a named graph is internal to the store, not part of the graph it holds."""
    return graph in {ENTITIES, PROOFS, RECORDS, REVISION} or graph.endswith(_MARK)


def record_quads(iri: str, properties: dict[str, str]) -> Iterator[Quad]:
    """Return a record of the store, in the graph of records."""
    return (Quad(iri, KG + name, Literal(text), RECORDS) for name, text in properties.items())
