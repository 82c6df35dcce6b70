"""Files become articles: their text, title, date and language.

Files, folders, web pages, JSON Lines and standard input come in; `Article` values, or an `ArticleError` in the place of
what cannot be read, go out.

May use: kg.model, kg.errors, kg.extract.text.
"""
