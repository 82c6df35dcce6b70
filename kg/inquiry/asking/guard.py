"""Rejects queries that would do more than read the graph: other servers, updates, and texts made to crash a parser.

pyoxigraph executes SERVICE, which cannot be disabled, and deep nesting crashes the process. So the query is tokenized
first, by the terminals of https://www.w3.org/TR/sparql11-query/#sparqlGrammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.errors import QueryError

__all__ = ["check_question"]

LONGEST = 100_000
DEEPEST = 60

# Only the escapes of the grammar: a string with any other is not a string to a parser, which then continues inside it.
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
    """Check that a query only reads this graph and is within the limits of a parser.

    Raises:
        QueryError: it is an update, queries another server, is too long, or is nested too deeply.
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
    if ("other", "\\") in tokens:  # may spell any letter: a parser decodes such escapes before tokenizing
        raise QueryError(
            "a backslash outside of strings and names could spell SERVICE", advice="write the letter that it spells"
        )
    if _asks_elsewhere(tokens):
        raise QueryError("SERVICE asks another server", advice="only this graph is asked: leave SERVICE out")


def _asks_elsewhere(tokens: Sequence[tuple[str, str]]) -> bool:
    """Return whether a parser could find SERVICE in some tokenization of the query.

    It needs no space between words, so "SERVICEkg:x" and "trueSERVICE" are two each. A name with SERVICE in its prefix
    is safe only where no group follows, or after GRAPH.
    """
    kept = [token for token in tokens if token[0] not in {"string", "comment"}]
    following = [*kept[1:], ("", "")]
    before = [("", ""), *kept]
    return any(
        _hides_service(kind, text.lower(), is_graph_name=last.upper() == "GRAPH", opens=then == "{")
        for (kind, text), (_, then), (_, last) in zip(kept, following, before, strict=False)
    )


def _hides_service(kind: str, text: str, *, is_graph_name: bool, opens: bool) -> bool:
    """Return whether a token could be read differently, with SERVICE as a separate word.

    A parser may end a prefixed name before its dot, and may take `<` for "less than" where an IRI would be possible.
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
