"""Refusing queries that would do more than read the graph: other servers, updates, and texts made to break a parser.

pyoxigraph performs SERVICE by itself and cannot be told not to; deep nesting ends the process. So the query is cut
into tokens first, by the terminals of https://www.w3.org/TR/sparql11-query/#sparqlGrammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryError

__all__ = ["check_question"]

LONGEST = 100_000
DEEPEST = 60

TOKEN = re.compile(
    r"""
      (?P<string> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<iri>     <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<comment> \#[^\n\r]* )
    | (?P<name>    [?$]\w+ | @[A-Za-z-]+ | [\w.-]*:(?:[\w.:%-]|\\[^uU\s])* )
    | (?P<word>    [^\W\d]\w* )
    | (?P<open>    [({\[] )
    | (?P<close>   [)}\]] )
    | (?P<other>   \S )
    """,
    re.VERBOSE | re.DOTALL,
)
READS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
CHANGES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})


def check_question(question: str) -> None:
    """Return when the query only reads this graph and is of a size that a parser bears.

    Raises:
        QueryError: it is an update, asks another server, is too long, or is nested too deep.
    """
    if len(question) > LONGEST:
        raise QueryError(f"the query has more than {LONGEST} characters", advice="shorten it")
    _check_depth(question)
    words = [text.upper() for kind, text in _tokens(question) if kind == "word"]
    first = next((word for word in words if word in READS | CHANGES), "")
    if first in CHANGES:
        raise QueryError(f"{first} would change the graph", advice="kg query only reads: use SELECT, ASK or CONSTRUCT")
    if "SERVICE" in words or any(_hides_service(kind, text) for kind, text in _tokens(question)):
        raise QueryError("SERVICE asks another server", advice="kg query reads this graph alone: leave SERVICE out")


def _tokens(question: str) -> Iterator[tuple[str, str]]:
    for match in TOKEN.finditer(question):
        yield match.lastgroup or "", match[0]


def _hides_service(kind: str, text: str) -> bool:
    """Return whether a token could be read otherwise, with SERVICE as a word of its own.

    A parser may end a prefixed name before its dot, and may take `<` for "less than" where an IRI would fit; a
    backslash outside strings may spell a letter.
    """
    lowered = text.lower()
    if kind == "iri":
        return "service" in lowered.partition(")")[2]
    return lowered.endswith(".service") if kind == "name" else text == "\\"


def _check_depth(question: str) -> None:
    depth = 0
    for kind, _ in _tokens(question):
        depth += {"open": 1, "close": -1}.get(kind, 0)
        if depth > DEEPEST:
            raise QueryError(f"brackets are nested more than {DEEPEST} deep", advice="simplify the query")
