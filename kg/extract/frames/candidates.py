"""The outcome of an evoked frame: a candidate statement, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.frames.arguments import Filler
from kg.extract.grammar.syntax import Word
from kg.extract.reference.parsed_article import ReadSentence
from kg.model import Cause, Modality, Step
from kg.ontology.schema import Frame

__all__ = ["Candidate", "Miss"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate statement: its arguments are fillers, not yet entities."""

    frame: Frame
    sentence: ReadSentence
    trigger: Word
    subject: Filler
    object: Filler
    qualifiers: Mapping[str, Filler]
    modality: Modality
    attribution: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """A trigger without a statement, and why; `progress` is how close the frame came."""

    sentence: ReadSentence
    trigger: Word
    frame: Frame
    cause: Cause
    reason: str
    progress: float = 0
