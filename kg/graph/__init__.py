"""Statements become RDF, and stay: joining names, minting IRIs, writing files, keeping a store."""

from kg.graph.joining import Joined, join

__all__ = ["Joined", "join"]
