"""Exports the graph, or a part of it, in the formats of other programs."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import UsageError
from kg.inquiry.results import Folder
from kg.model import Modality
from kg.ontology.schema import Ontology
from kg.present.export.excerpt import excerpt
from kg.present.export.network import make_network, write_gexf, write_graphml
from kg.present.export.table import write_csv
from kg.rdf.quads import Quad
from kg.rdf.results_folder import SEEN, view
from kg.rdf.serializing import QUAD_FORMATS, write_rdf

__all__ = ["FORMATS", "export", "format_of"]

FORMATS = ("ttl", "nt", "nq", "trig", "jsonld", "rdf", "graphml", "gexf", "csv")


def format_of(name: str, form: str | None = None) -> str:
    """Return the requested format, or else the one indicated by the file extension, ignoring case.

    Raises:
        UsageError: there is no such format, or the file extension does not indicate one.
    """
    if form is not None:
        if form.lower() not in FORMATS:
            raise UsageError("no such format", where=form, advice="use " + ", ".join(FORMATS))
        return form.lower()
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in FORMATS:
        endings = ", ".join(f".{known}" for known in FORMATS)
        raise UsageError("its ending tells no format", where=name, advice=f"use {endings}, or --format")
    return ending


def export(
    folder: Folder, form: str, ontology: Ontology, *, base: str, modalities: Sequence[Modality] | None = None
) -> str:
    """Return the folder, or a part of it, as a text in one of the `FORMATS`.

    Formats with named graphs contain all quads. Triple formats contain the direct edges of `modalities`, by default
    asserted and planned ones, and everything that is not an edge, like graph.ttl.
    """
    if form == "csv":
        return write_csv(folder.statements, folder.articles, ontology)
    if form in {"gexf", "graphml"}:
        network = make_network(folder.statements, folder.articles, ontology)
        return write_gexf(network) if form == "gexf" else write_graphml(network)
    quads = _quads(folder, ontology)
    return write_rdf(quads if form in QUAD_FORMATS else view(quads, ontology, modalities or SEEN), form, base)


def _quads(folder: Folder, ontology: Ontology) -> list[Quad]:
    if folder.is_whole:
        return list(folder.quads)
    return excerpt(folder.quads, {one.id for one in folder.statements}, ontology)
