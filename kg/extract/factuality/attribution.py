"""Attribution: who is reported to say what a clause states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.factuality.misreporting import find_error
from kg.extract.factuality.reporting_clauses import find_interjection
from kg.extract.grammar.clauses import CONTROLLED, is_passive, subjects
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.phrases import phrase
from kg.extract.grammar.syntax import Function, Word, is_amount
from kg.extract.reference.coreference import Discourse
from kg.extract.reference.parsed_article import ReadSentence
from kg.model import Span, Step

__all__ = ["Attributor", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """A source, and the step that explains the attribution."""

    label: str
    step: Step


@dataclass(frozen=True, slots=True)
class Attributor:
    """Finds sources; `speakers` maps a quotation to the label of its speaker."""

    cues: Cues
    discourse: Discourse
    speakers: Mapping[Span, str]

    def find(self, read: ReadSentence, trigger: Word) -> Source | None:
        """Return the source of a trigger's clause, or `None` when the article itself states it."""
        if read.within is not None and read.within in self.speakers:
            label = self.speakers[read.within]
            return Source(label, Step("attribution", f"“{label}” says the words in quotation marks", read.within))
        return (
            self._by_preposition(read, trigger)
            or self._by_interjection(read, trigger)
            or self._by_speech(read, trigger)
        )

    def _by_interjection(self, read: ReadSentence, trigger: Word) -> Source | None:
        found = find_interjection(read.sentence, self.cues)
        if found is None or found.start <= trigger.index < found.end:
            return None
        return self._source(read, found.speaker, "who is reported to say it in passing", found.speaker)

    def _by_preposition(self, read: ReadSentence, trigger: Word) -> Source | None:
        sentence = read.sentence
        scope = {trigger.index, *(word.index for word in sentence.ancestors(trigger))}
        for word in sentence.words:
            if not word.case or is_amount(word) or (word.head not in scope and word.head != word.index):
                continue  # in "$30 billion per year" there is no source
            names_source = self.cues.has("source", word.case) or self._is_person_after(read, word)
            if names_source and trigger not in sentence.subtree(word):
                return self._source(read, word, f"“{word.case}” names the source", word)
        return None

    def _is_person_after(self, read: ReadSentence, word: Word) -> bool:
        referent = self.discourse.at(read.number, word.index)
        if referent is None or not self.cues.has("personal-source", word.case):
            return False
        cls = self.discourse.drafts.class_of(self.discourse.drafts[referent.key])
        return self.discourse.drafts.ontology.trait_of(cls) == "person"

    def _by_speech(self, read: ReadSentence, trigger: Word) -> Source | None:
        sentence = read.sentence
        word = trigger
        for above in sentence.ancestors(trigger):
            reported = word.function is Function.CLAUSE or (
                word.function is Function.OPEN_CLAUSE and not word.has(CONTROLLED) and not is_passive(sentence, above)
            )
            if self.cues.has("speech", above.lemma) and reported:
                if find_error(sentence, above, word, self.cues) is not None:
                    return None
                speaker = next(iter(subjects(sentence, above)), None)
                return self._spoken(read, speaker, above) if speaker else None
            word = above
        return self._by_closing(read, trigger)

    def _by_closing(self, read: ReadSentence, trigger: Word) -> Source | None:
        """Return the speaker of a final "it says", whose clause the parser may attach to the reported one."""
        sentence = read.sentence
        for word in sentence.children(trigger, Function.CLAUSE):
            if self.cues.has("speech", word.lemma) and word.index > trigger.index:
                speaker = sentence.child(word, Function.SUBJECT)
                return self._spoken(read, speaker, word) if speaker else None
        return None

    def _spoken(self, read: ReadSentence, speaker: Word, verb: Word) -> Source | None:
        return self._source(read, speaker, f"subject of “{verb.text}”, which reports it", verb)

    def _source(self, read: ReadSentence, word: Word, why: str, cue: Word) -> Source | None:
        label = self._label(read, word)
        return Source(label, Step("attribution", f"“{word.text}”: {why}", cue.span)) if label else None

    def _label(self, read: ReadSentence, word: Word) -> str | None:
        referent = self.discourse.at(read.number, word.index)
        if referent is not None:
            return self.discourse.drafts[referent.key].label
        return None if word.pos == "PRON" else phrase(read.sentence, word)
