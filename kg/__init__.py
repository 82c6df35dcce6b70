"""kg turns news articles about deals into an RDF graph whose every edge carries the words that state it."""

__all__: list[str] = []
