"""The kinds of files that articles come in, a reader a file.

A `Source`, bytes with a name, comes in; its articles, or an `ArticleError` in the place of one that cannot be read, go
out.

May use: kg.model, kg.errors, kg.articles.metadata, kg.articles.html.
"""
