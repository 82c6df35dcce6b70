"""Analyses and rewrites queries for other servers: the query form, and bindings put into the query text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.errors import QueryError
from kg.rdf.namespaces import PREFIXES

__all__ = ["asks_graphs", "form_of", "names_graphs", "planned", "with_prologue", "with_values", "wrong_sparql"]

_PART = re.compile(
    r"""
      (?: \"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
        | <[^<>"{}|^`\\\x00-\x20]*> | \#[^\n\r]* | [?$]\w+ | [\w.-]*:(?:[\w.:%-]|\\\S)* )
    | (?P<word> (?<!@)[^\W\d]\w* )
    | (?P<mark> [{}()] )
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def form_of(question: str) -> str:
    r"""Return the query form, `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; empty when there is none.

    >>> form_of("# ASK\nPREFIX ask: <https://kg.example/ask> select * { ?s ?p 'ask' }")
    'SELECT'
    """
    return next((word for _, word in _parts(question) if word in _FORMS), "")


def asks_graphs(question: str) -> bool:
    """Return whether a query uses `GRAPH`."""
    return any(word == "GRAPH" for _, word in _parts(question))


def names_graphs(question: str) -> bool:
    """Return whether a query names its dataset with `FROM`."""
    return any(word == "FROM" for _, word in _parts(question))


def with_prologue(question: str, base: str) -> str:
    """Return a query preceded by one line with the base IRI and the predeclared prefixes."""
    return f"BASE <{base}> " + " ".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n" + question


def with_values(question: str, values: Mapping[str, str]) -> str:
    """Return a query whose pattern begins with `VALUES` for these bindings, given in SPARQL syntax.

    This way a filter beside the pattern sees the values, unlike with `VALUES` after the query. A filter inside nested
    braces does not see them; in this respect another server differs from a local store.

    Raises:
        QueryError: the query has no pattern to put them into.
    """
    depth, templates = 0, int(form_of(question) == "CONSTRUCT")
    for at, part in _parts(question):
        if part == "{" and depth == 0 and not templates:
            names = " ".join(f"?{name}" for name in values)
            return f"{question[: at + 1]} VALUES ({names}) {{ ({' '.join(values.values())}) }}{question[at + 1 :]}"
        templates -= part == "{" and depth == 0
        depth += (part in {"{", "("}) - (part in {"}", ")"})
    raise QueryError("the query has no place for the values of variables", advice="write WHERE { … }")


def planned(question: str, values: Mapping[str, object]) -> str:
    """Return a query that begins with its bindings, since the library substitutes them only after planning.

    On a large graph, matching all quotations takes thousands of times as long as matching those of one statement. The
    result of `MINUS` depends on the variables bound before it, so a query with it is left unchanged.
    """
    if any(word == "MINUS" for _, word in _parts(question)):
        return question
    try:
        return with_values(question, {name: str(term) for name, term in values.items()}) if values else question
    except QueryError:
        return question


def _parts(question: str) -> Iterator[tuple[int, str]]:
    """Return the words (in capitals) and brackets of a query with their offsets, without strings and names."""
    for match in _PART.finditer(question):
        if match.lastgroup:
            yield match.start(), match[0].upper()


def wrong_sparql(question: str, complaint: str) -> str:
    """Return a parser's message in readable form: after which words, and the reason where it gives one.

    The parser says "error at LINE:COLUMN: expected", then lists every character class that could follow.
    """
    found = re.match(r"error at (\d+):(\d+): ", complaint)
    if not found:
        return f"wrong SPARQL: {complaint}"
    line, column, lines = int(found[1]), int(found[2]), question.split("\n")
    before = "\n".join([*lines[: line - 1], *(last[: column - 1] for last in lines[line - 1 : line])])
    reasons = re.findall(r"(?:of|expected|,) ([A-Z]\w*(?: \w+)+)(?=,|$)", complaint)
    return f"wrong SPARQL at {line}:{column}, after “{before[-30:].strip()}”" + "".join(f": {r}" for r in reasons[:1])
