"""The command line: one command a file, each a thin shell around a function of the library."""

__all__: list[str] = []
