"""Refusing queries that would do more than read the graph: other servers, updates, and texts made to break a parser.

pyoxigraph performs SERVICE by itself and cannot be told not to; deep nesting ends the process. So the query is cut
into tokens first, by the terminals of https://www.w3.org/TR/sparql11-query/#sparqlGrammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.errors import QueryError

__all__ = ["check_question"]

LONGEST = 100_000
DEEPEST = 60

# The escapes are those of the grammar alone: a string with another one is none to a parser, which then reads on inside.
TOKEN = re.compile(
    r"""
      (?P<string> \"{3}(?:\"{0,2}(?:[^"\\]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}))*\"{3}
                | '{3}(?:'{0,2}(?:[^'\\]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}))*'{3}
                | "(?:[^"\\\n\r]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*"
                | '(?:[^'\\\n\r]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*' )
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
    tokens = [(match.lastgroup or "", match[0]) for match in TOKEN.finditer(question)]
    _check_depth(tokens)
    words = [text.upper() for kind, text in tokens if kind == "word"]
    first = next((word for word in words if word in READS | CHANGES), "")
    if first in CHANGES:
        raise QueryError(
            f"{first} would change the graph", advice="only questions are answered: SELECT, ASK, CONSTRUCT"
        )
    if ("other", "\\") in tokens:  # which may spell any letter: a parser reads such escapes before it looks for words
        raise QueryError(
            "a backslash outside of strings and names could spell SERVICE", advice="write the letter that it spells"
        )
    if _asks_elsewhere(tokens):
        raise QueryError("SERVICE asks another server", advice="only this graph is asked: leave SERVICE out")


def _asks_elsewhere(tokens: Sequence[tuple[str, str]]) -> bool:
    """Return whether the parser could find SERVICE in some way of cutting the query into words.

    It needs no space between words, so that "SERVICEkg:x" and "trueSERVICE" are two to it. A name with SERVICE in its
    prefix is a name only where no group follows, or after GRAPH.
    """
    told = [token for token in tokens if token[0] not in {"string", "comment"}]
    following = [*told[1:], ("", "")]
    before = [("", ""), *told]
    return any(
        _hides_service(kind, text.lower(), is_graph_name=last.upper() == "GRAPH", opens=then == "{")
        for (kind, text), (_, then), (_, last) in zip(told, following, before, strict=False)
    )


def _hides_service(kind: str, text: str, *, is_graph_name: bool, opens: bool) -> bool:
    """Return whether a token could be read otherwise, with SERVICE as a word of its own.

    A parser may end a prefixed name before its dot, and may take `<` for "less than" where an IRI would fit.
    """
    if kind == "iri":
        return "service" in text.partition(")")[2]
    if kind == "name" and text[0] not in "?$@":
        return ".service" in text or (opens and not is_graph_name and "service" in text.partition(":")[0])
    return kind == "word" and "service" in text


def _check_depth(tokens: Iterable[tuple[str, str]]) -> None:
    depth = 0
    for kind, _ in tokens:
        depth += {"open": 1, "close": -1}.get(kind, 0)
        if depth > DEEPEST:
            raise QueryError(f"brackets are nested more than {DEEPEST} deep", advice="simplify the query")
