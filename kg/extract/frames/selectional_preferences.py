"""Selectional preferences: the classes that a verb's or noun's frames expect around it.

"Elle a fondé la société" is about a person, "it raised $30 million" about a company: the relations that a word may
state restrict the classes of their arguments. The idea is from Resnik, "Selection and Information" (1993); here the
preferences come from the ontology, not from counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.frames.frame_index import FrameIndex, find_fixed, roles_at
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.syntax import Sentence
from kg.ontology.schema import Frame, Ontology

__all__ = ["FramePreferences"]


@dataclass(frozen=True, slots=True)
class FramePreferences:
    """The selectional preferences of the frames of one language."""

    ontology: Ontology
    index: FrameIndex
    cues: Cues

    def of(self, sentence: Sentence) -> dict[int, frozenset[str]]:
        """Return by word the classes that the frames of the sentence allow there; words without a role are left out.

        As in matching, a frame fills an argument from the first of its roles that has words.
        """
        found: dict[int, frozenset[str]] = {}
        for word in sentence.words:
            for frame, trigger in self.index.at(word):
                fixed = find_fixed(sentence, word, trigger)
                roles = roles_at(sentence, word, fixed, self.cues) if fixed is not None else {}
                for end, classes in self._ends(frame):
                    held = next((roles[role] for role in frame.roles[end] if roles.get(role)), ())
                    for filler in held:
                        found[filler.index] = found.get(filler.index, frozenset()) | classes
        return found

    def _ends(self, frame: Frame) -> Iterator[tuple[str, frozenset[str]]]:
        relation = self.ontology.relations[frame.relation]
        yield "subject", frozenset(relation.sources)
        yield "object", frozenset(relation.targets)
