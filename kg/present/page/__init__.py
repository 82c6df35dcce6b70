"""The page with the graph: one HTML file that carries all it needs and asks nothing of the network.

Statements and articles come in; the text of the page goes out. Its scripts and styles are in `templates/`.

May use: kg.model, kg.atomic_files, kg.ontology, kg.present.layout, kg.present.export.
"""
