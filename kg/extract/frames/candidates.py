"""What comes of a frame that a word calls: a statement in the making, or the reason why there is none."""

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
    """A statement in the making: its ends are fillers, not yet entities with names."""

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
    """A trigger that made no statement, and why; `progress` tells how near the frame came."""

    sentence: ReadSentence
    trigger: Word
    frame: Frame
    cause: Cause
    reason: str
    progress: float = 0
