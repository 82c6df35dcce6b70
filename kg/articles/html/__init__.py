"""Web pages: the text of the article, what is known of it, and what was left out.

The characters of a page come in; the article's text, in the form that `kg.extract.text.blocks` reads, `Metadata`, and
a remark for each block that was left out go out.

May use: kg.model, kg.articles.metadata.
"""
