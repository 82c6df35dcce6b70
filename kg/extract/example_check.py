"""Checks an ontology: the examples of frames and cues must yield the statements they list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.extractor import FrameExtractor
from kg.extract.text.folding import fold
from kg.model import Article, Extraction, Span, Statement
from kg.ontology.schema import Cue, Example, Frame, Ontology

__all__ = ["Failure", "check_examples"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not yield what it lists.

    Attributes:
        id: the frame or cue.
        place: its file and line.
        text: the example's sentence.
        missing: the statement that is listed but not found; empty when an unwanted one was found.
        found: the statements found, one line each.
    """

    id: str
    place: str
    text: str
    missing: str
    found: tuple[str, ...]


def check_examples(ontology: Ontology) -> tuple[Failure, ...]:
    """Return the examples of frames and cues that fail, in the order of the files; empty when all pass.

    An example that lists statements must yield each of them, found by its own frame; one that lists none must yield no
    statement of the frame's relation.
    """
    extractor = FrameExtractor(ontology)
    return tuple(
        failure
        for owner in _owners(ontology)
        for example in owner.examples
        for failure in _check(owner, example, extractor)
    )


def _owners(ontology: Ontology) -> tuple[Frame | Cue, ...]:
    return (*ontology.frames, *ontology.cues)


def _check(owner: Frame | Cue, example: Example, extractor: FrameExtractor) -> Iterator[Failure]:
    extraction = _extract(example.text, owner.language, extractor)
    found = tuple(f"{describe(s)} ({s.frame})" for s in extraction.statements)
    own = [s for s in extraction.statements if not isinstance(owner, Frame) or s.frame == owner.id]
    for expected in example.gives:
        if not any(_agrees(statement, expected) for statement in own):
            yield Failure(owner.id, owner.place, example.text, expected, found)
    if not example.gives and (
        wrong := [s for s in own if not isinstance(owner, Frame) or s.relation == owner.relation]
    ):
        yield Failure(owner.id, owner.place, example.text, "", tuple(describe(s) for s in wrong))


def _extract(text: str, language: str, extractor: FrameExtractor) -> Extraction:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return extractor.extract(Article("example", language, "", None, text, Span(0, len(text)), sha256))


def describe(statement: Statement) -> str:
    """Return a statement in the format of examples: `subject | relation | object | modality`, then any source."""
    source = (statement.attribution,) if statement.attribution else ()
    parts = (statement.subject.label, statement.relation, statement.object.label, statement.modality, *source)
    return " | ".join(parts)


def _agrees(statement: Statement, expected: str) -> bool:
    parts = [part.strip() for part in expected.split(" | ")]
    if len(parts) not in {4, 5}:
        return False
    subject, relation, obj, modality, *source = parts
    return (
        (statement.relation, statement.modality.value) == (relation, modality)
        and (not source or [statement.attribution] == source)
        and _is_named(statement, "subject", subject)
        and _is_named(statement, "object", obj)
    )


def _is_named(statement: Statement, end: str, name: str) -> bool:
    term = statement.subject if end == "subject" else statement.object
    names = {term.label, term.mention.text, *getattr(term.target, "names", ())}
    if getattr(term.target, "number", None) == name:
        return True
    return fold(name) in {fold(n) for n in names}
