"""Files become articles: their text, and what is known of them.

Files, folders and standard input come in; `Article` values, or an `ArticleError` in the place of what cannot be read,
go out. Which reader reads which kind of file is a table: `file_kinds.py`.

May use: kg.model, kg.errors, kg.extract.text, kg.articles.formats.
"""
