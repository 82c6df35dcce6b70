"""How a store holds the graph, so that a question finds its default graph ready and an article can be taken out whole.

Every quad stands in its graph, as in a TriG file. Beside that, what a question sees whatever modalities it asks for
stands once more in two graphs: `ENTITIES`, all that articles share, and `PROOFS`, what each has for itself. A default
graph is the union of these and of the modalities' edges: of a handful of graphs, where that of all articles would be
slow.
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
"""What the store knows of its articles: see `updating.py`."""
REVISION = KG + "revision"
"""What tells one state of a store on another server from the next: see `remote_store.py`."""

_MARK = "-shown"


def default_graphs(shown: Iterable[str]) -> tuple[str, ...]:
    """Return the graphs whose union a question sees, which shows these modalities."""
    return (ENTITIES, PROOFS, *(graph for iri in shown for graph in (iri, iri + _MARK)))


def mark_quads(modalities: Iterable[str]) -> Iterator[Quad]:
    """Return what says of each modality that it is one, each in a graph that is seen when the modality is."""
    return (Quad(iri, RDF + "type", KG + "Modality", iri + _MARK) for iri in modalities)


def twin(quad: Quad, graph: str) -> Quad:
    """Return the same triple in another graph."""
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def is_own(graph: str) -> bool:
    """Return whether a graph is the store's own and no part of the graph that it holds."""
    return graph in {ENTITIES, PROOFS, RECORDS, REVISION} or graph.endswith(_MARK)


def record_quads(iri: str, properties: dict[str, str]) -> Iterator[Quad]:
    """Return a record of the store, in its graph of records."""
    return (Quad(iri, KG + name, Literal(text), RECORDS) for name, text in properties.items())
