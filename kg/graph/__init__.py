"""Statements become RDF, and stay: joining names, minting IRIs, writing files, keeping a store."""
