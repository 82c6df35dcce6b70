"""The page with the graph: one self-contained HTML file that makes no network requests.

Takes statements and articles; returns the text of the page. Its scripts and styles are in `templates/`.

May use: kg.model, kg.atomic_files, kg.ontology, kg.present.layout, kg.present.export.
"""
