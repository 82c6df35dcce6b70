"""Read-only questions to a folder of results: query, verify, validate, evaluate."""

__all__: list[str] = []
