"""Finds names, and classifies them.

Takes a text and the names and words of the ontology; returns `Name` values with their spans.

May use: kg.model, kg.ontology, kg.extract.text.
"""
