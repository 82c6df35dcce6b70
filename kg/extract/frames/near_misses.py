"""Words that look like triggers but evoke no frame: another part of speech, or separated from their fixed words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.frames.frame_index import CLASS, FrameIndex, categories
from kg.extract.grammar.parsing.lemmas import possible_lemmas
from kg.extract.grammar.syntax import Sentence, Word
from kg.model import Cause
from kg.ontology.schema import Frame, Trigger

__all__ = ["Lookalike", "TriggerIndex"]

_START = 2
_NAMES = {"NOUN": "a noun", "PROPN": "a name", "VERB": "a verb", "AUX": "an auxiliary", "ADJ": "an adjective",
          "ADV": "an adverb", "ADP": "a preposition"}  # fmt: skip
_ARTICLES = {"noun": "a noun", "verb": "a verb", "adjective": "an adjective"}


@dataclass(frozen=True, slots=True)
class Lookalike:
    """The frame that a word seems to evoke, and why it does not."""

    frame: Frame
    cause: Cause
    reason: str


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """The triggers of one language, by the first letters of their lemma, so that few words need a closer look."""

    language: str
    by_start: Mapping[str, tuple[tuple[Frame, Trigger], ...]]

    @classmethod
    def from_index(cls, index: FrameIndex, language: str) -> TriggerIndex:
        """Return the verb, noun and adjective triggers of an index, without classes."""
        found: dict[str, list[tuple[Frame, Trigger]]] = {}
        for (category, lemma), pairs in index.by_trigger.items():
            if category in _ARTICLES and not lemma.startswith(CLASS):
                found.setdefault(lemma[:_START], []).extend(pairs)
        return cls(language, {start: tuple(pairs) for start, pairs in found.items()})

    def at(self, sentence: Sentence, word: Word) -> Lookalike | None:
        """Return the first frame that a word would evoke if parsed differently; `None` for names and amounts."""
        if word.unit is not None or not word.text[:1].isalpha():
            return None
        return next(self._of(sentence, word), None)

    def _of(self, sentence: Sentence, word: Word) -> Iterator[Lookalike]:
        near = self.by_start.get(word.text.lower()[:_START], ())
        if not near:
            return
        lemmas = possible_lemmas(word.text, self.language) | {word.lemma.lower()}
        for frame, trigger in near:
            if trigger.lemma not in lemmas or not _holds(sentence, trigger):
                continue
            if trigger.category not in categories(word):
                read = _NAMES.get(word.pos, "another word")
                asked = _ARTICLES[trigger.category]
                reason = f"“{word.text}” is read as {read}; only as {asked} does it state “{frame.relation}”"
                yield Lookalike(frame, Cause.PART_OF_SPEECH, reason)
            elif trigger.fixed:
                words = " ".join((word.text, *trigger.fixed))
                yield Lookalike(frame, Cause.APART, f"the words of “{words}” do not belong together here")


def _holds(sentence: Sentence, trigger: Trigger) -> bool:
    """Return whether all fixed words of a trigger occur somewhere in the sentence."""
    if not trigger.fixed:
        return True
    there = {form for word in sentence.words for form in (word.lemma, word.text.lower().replace("’", "'"))}
    return there.issuperset(trigger.fixed)
