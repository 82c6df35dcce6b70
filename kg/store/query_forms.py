"""A question as another server is to be asked: its form, and the values that its variables are given from outside."""

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
    r"""Return which of `SELECT`, `ASK`, `CONSTRUCT` and `DESCRIBE` a question is; empty when it is none.

    >>> form_of("# ASK\nPREFIX ask: <https://kg.example/ask> select * { ?s ?p 'ask' }")
    'SELECT'
    """
    return next((word for _, word in _parts(question) if word in _FORMS), "")


def asks_graphs(question: str) -> bool:
    """Return whether a question asks for named graphs."""
    return any(word == "GRAPH" for _, word in _parts(question))


def names_graphs(question: str) -> bool:
    """Return whether a question says by `FROM` which graphs it is about."""
    return any(word == "FROM" for _, word in _parts(question))


def with_prologue(question: str, base: str) -> str:
    """Return a question after a line with the base of relative IRIs and the prefixes that need no declaration."""
    return f"BASE <{base}> " + " ".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n" + question


def with_values(question: str, values: Mapping[str, str]) -> str:
    """Return a question whose pattern begins with these values of variables, each written as SPARQL has it.

    So a filter beside the pattern sees the values, which it does not when they stand behind the question. One inside
    braces of its own does not see them, which is how another server differs from a store of ours.

    Raises:
        QueryError: the question has no pattern to put them into.
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
    """Return a question that begins with the values it is given: the library sets them after it has chosen its way.

    On a large graph, the way to all quotations is thousands of times as long as the one to those of a statement. What
    `MINUS` takes away depends on the variables before it, so a question with it stays as it is.
    """
    if any(word == "MINUS" for _, word in _parts(question)):
        return question
    try:
        return with_values(question, {name: str(term) for name, term in values.items()}) if values else question
    except QueryError:
        return question


def _parts(question: str) -> Iterator[tuple[int, str]]:
    """Return the words, in capitals, and the brackets of a question with their places; strings and names are none."""
    for match in _PART.finditer(question):
        if match.lastgroup:
            yield match.start(), match[0].upper()


def wrong_sparql(question: str, complaint: str) -> str:
    """Return a parser's complaint as a reader wants it: after which words, and why where it says so in words.

    The parser says "error at LINE:COLUMN: expected", then everything that could stand there, set of characters by set.
    """
    found = re.match(r"error at (\d+):(\d+): ", complaint)
    if not found:
        return f"wrong SPARQL: {complaint}"
    line, column, lines = int(found[1]), int(found[2]), question.split("\n")
    before = "\n".join([*lines[: line - 1], *(last[: column - 1] for last in lines[line - 1 : line])])
    reasons = re.findall(r"(?:of|expected|,) ([A-Z]\w*(?: \w+)+)(?=,|$)", complaint)
    return f"wrong SPARQL at {line}:{column}, after “{before[-30:].strip()}”" + "".join(f": {r}" for r in reasons[:1])
