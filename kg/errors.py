"""The errors that kg raises: each says what is wrong, where, and what to do."""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "FormatError",
    "KgError",
    "LimitError",
    "NoArticlesError",
    "OntologyError",
    "OutputError",
    "QueryError",
    "UnreadFilesError",
    "UsageError",
]


class KgError(Exception):
    """The base class of all errors of kg; the message is one line that a user can act on.

    Attributes:
        what: what is wrong.
        where: the file, line, or name concerned; empty when there is none.
        advice: what to do next.
    """

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        self.what = what
        self.where = where
        self.advice = advice
        place = f"{where}: " if where else ""
        hint = f"; {advice}" if advice else ""
        super().__init__(" ".join(f"{place}{what}{hint}".split()))


class ArticleError(KgError):
    """An article cannot be read: missing, empty, binary, wrongly encoded, or in an unknown language."""


class NoArticlesError(ArticleError):
    """A file of a kind that may hold anything, such as JSON or XML, holds no articles."""


class UnreadFilesError(ArticleError):
    """A folder holds files of kinds that are not read; said, but nothing is wrong with what was read."""


class OntologyError(KgError):
    """A file of the ontology is broken: its syntax, an unknown key, or an example that fails."""


class OutputError(KgError):
    """A result cannot be written or read back."""


class QueryError(KgError):
    """A SPARQL query is wrong, unknown, refused, or took too long."""


class FormatError(QueryError):
    """An answer cannot be written in any of the requested formats."""


class LimitError(QueryError):
    """A query exceeded its time limit."""


class UsageError(KgError):
    """A command was called with arguments it cannot accept."""
