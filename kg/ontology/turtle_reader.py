"""Reads Turtle files into plain descriptions, with the line of each subject for error messages.

pyoxigraph does the parsing: the ontology is read at the start of every command, and its parser is about twenty times
faster than rdflib's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph

from kg.errors import OntologyError

__all__ = ["KG", "RDF", "Description", "Node", "TurtleFile", "read_turtle"]

KG = "https://kg.example/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

Node: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode
Term: TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal


@dataclass(frozen=True, slots=True)
class Description:
    """All that a file says about one subject.

    Attributes:
        subject: its IRI, or `_:x` for a blank node.
        place: file and line of the subject.
        properties: predicate IRI to terms, in the order of the file.
    """

    subject: str
    place: str
    properties: Mapping[str, tuple[Term, ...]]

    def texts(self, predicate: str) -> tuple[str, ...]:
        """Return the literals of a predicate without their language, in the order of the file."""
        return tuple(t.value for t in self.properties.get(predicate, ()) if isinstance(t, pyoxigraph.Literal))

    def text(self, predicate: str) -> str:
        """Return the first literal of a predicate, or an empty string."""
        return next(iter(self.texts(predicate)), "")

    def by_language(self, predicate: str) -> dict[str, str]:
        """Return the literals of a predicate by language; one without a language has the key `""`."""
        literals = (t for t in self.properties.get(predicate, ()) if isinstance(t, pyoxigraph.Literal))
        return {literal.language or "": literal.value for literal in literals}

    def iris(self, predicate: str) -> tuple[str, ...]:
        """Return the IRIs of a predicate in the order of the file."""
        return tuple(t.value for t in self.properties.get(predicate, ()) if isinstance(t, pyoxigraph.NamedNode))

    def nodes(self, predicate: str) -> tuple[str, ...]:
        """Return the nodes, blank or not, that a predicate points to, in the form of `Description.subject`."""
        return tuple(_key(t) for t in self.properties.get(predicate, ()) if not isinstance(t, pyoxigraph.Literal))

    def is_a(self, cls: str) -> bool:
        """Return whether the subject is stated to be of class `cls`."""
        return cls in self.iris(RDF + "type")

    def chosen(self, key: str, among: Collection[str]) -> str:
        """Return the literal of a `kg:` property, or an empty string when there is none.

        Raises:
            OntologyError: it is not among the known words.
        """
        text = self.text(KG + key)
        if text and text not in among:
            raise OntologyError(f"unknown kg:{key} {text!r}", where=self.place, advice="use " + ", ".join(among))
        return text

    def allow(self, keys: Iterable[str]) -> None:
        """Refuse any `kg:` property that is not among `keys`, given by their local names.

        Raises:
            OntologyError: there is one; the message gives the key, file, line, and what is allowed.
        """
        known = set(keys)
        for predicate in self.properties:
            if predicate.startswith(KG) and predicate.removeprefix(KG) not in known:
                raise OntologyError(
                    f"unknown key kg:{predicate.removeprefix(KG)}",
                    where=self.place,
                    advice="use one of " + ", ".join(f"kg:{key}" for key in sorted(known)),
                )


@dataclass(frozen=True, slots=True)
class TurtleFile:
    """The descriptions of one file, in the order of the file."""

    path: Path
    descriptions: Mapping[str, Description]

    def of_class(self, cls: str) -> Iterator[Description]:
        """Return the descriptions whose subject is of the class, in the order of the file."""
        return (d for d in self.descriptions.values() if d.is_a(cls))

    def all_of_class(self, cls: str) -> Iterator[Description]:
        """Return the descriptions of the class; every subject with an IRI must be of it. In the order of the file.

        Raises:
            OntologyError: one of them is not of the class, perhaps because of a typo.
        """
        for described in self.descriptions.values():
            if described.is_a(cls):
                yield described
            elif not described.subject.startswith("_:"):
                name = f"kg:{cls.removeprefix(KG)}"
                raise OntologyError(f"is no {name}", where=described.place, advice=f"write `a {name}` after its name")


def read_turtle(path: Path) -> TurtleFile:
    """Return the descriptions in the file, by subject.

    Raises:
        OntologyError: the file cannot be read, its Turtle is wrong, or it describes a subject twice: with its line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors write a byte order mark
        quads = list(pyoxigraph.parse(input=text.encode(), format=pyoxigraph.RdfFormat.TURTLE))
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", where=str(path), advice="check the folder") from error
    except UnicodeDecodeError as error:
        raise OntologyError("is not UTF-8", where=str(path), advice="save it as UTF-8") from error
    except SyntaxError as error:
        raise OntologyError(
            f"wrong Turtle: {error.msg}", where=f"{path}:{error.lineno or 1}", advice="mend the line"
        ) from error
    except MemoryError as error:
        raise OntologyError(
            "has a name, text or comment of more than 16 MiB", where=str(path), advice="cut it"
        ) from error
    return TurtleFile(path, _descriptions(quads, _subject_lines(text, path), path))


def _descriptions(quads: Iterable[pyoxigraph.Quad], lines: Mapping[str, int], path: Path) -> dict[str, Description]:
    collected: dict[str, dict[str, list[Term]]] = {}
    for quad in quads:
        properties = collected.setdefault(_key(quad.subject), {})
        if not isinstance(quad.object, pyoxigraph.Triple):  # RDF 1.2, not used here
            properties.setdefault(quad.predicate.value, []).append(quad.object)
    return {
        subject: Description(
            subject,
            f"{path}:{_line_of(subject, lines)}",
            {predicate: tuple(terms) for predicate, terms in properties.items()},
        )
        for subject, properties in collected.items()
    }


def _key(node: object) -> str:
    return f"_:{node.value}" if isinstance(node, pyoxigraph.BlankNode) else getattr(node, "value", "")


def _subject_lines(text: str, path: Path) -> dict[str, int]:
    """Return the line of each prefixed subject: in the ontology, a subject starts at the beginning of a line.

    Raises:
        OntologyError: a subject occurs twice; Turtle would merge the two descriptions.
    """
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        match = re.match(r"([\w-]*:)([\w.%-]+)\s", line)
        if match and match[2] in found:
            what = f"{match[1]}{match[2]} is described on line {found[match[2]]} already"
            raise OntologyError(what, where=f"{path}:{number}", advice="give one of the two another name")
        if match:
            found[match[2]] = number
    return found


def _line_of(subject: str, lines: Mapping[str, int]) -> int:
    return lines.get(re.split(r"[/#]", subject)[-1], 1)
