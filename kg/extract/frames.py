"""Matching frames against the clauses of a sentence: which words state which relation between whom.

A frame names the roles that fill its two ends, best first; the grammar finds the roles, the ontology says which classes
may stand there. An end that nothing fills makes no statement but a line that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.arguments import Arguments, Filler
from kg.extract.attribution import Attributor, phrase
from kg.extract.factuality import Factuality, find_factuality, is_aim, weakest
from kg.extract.grammar import Grammar
from kg.extract.nouns import noun_roles
from kg.extract.reader import ReadSentence
from kg.extract.roles import Roles
from kg.extract.syntax import Function, Sentence, Word
from kg.extract.verbs import verb_roles
from kg.model import Mention, Modality, Span
from kg.ontology.schema import Frame, Trigger

__all__ = ["Candidate", "FrameIndex", "Matcher", "Miss"]

_ANY = "*"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement in the making: its ends are fillers, not yet entities with names."""

    frame: Frame
    sentence: ReadSentence
    subject: Filler
    object: Filler
    qualifiers: Mapping[str, Filler]
    modality: Modality
    attribution: str | None
    trigger: Word
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """A trigger that made no statement, and why; `progress` counts the ends that were found."""

    sentence: ReadSentence
    trigger: Word
    reason: str
    progress: int


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """The frames of one language by category and lemma."""

    by_trigger: Mapping[tuple[str, str], tuple[tuple[Frame, Trigger], ...]]

    @classmethod
    def from_frames(cls, frames: tuple[Frame, ...], language: str) -> FrameIndex:
        """Return the index of a language's frames; those of one lemma stay in the order of the file."""
        found: dict[tuple[str, str], list[tuple[Frame, Trigger]]] = {}
        for frame in frames:
            if frame.language == language:
                for trigger in frame.triggers:
                    found.setdefault((trigger.category, trigger.lemma), []).append((frame, trigger))
        return cls({key: tuple(pairs) for key, pairs in found.items()})

    def of(self, word: Word) -> Iterator[tuple[Frame, Trigger]]:
        """Return the frames that a word may trigger."""
        for category in _categories(word):
            yield from self.by_trigger.get((category, word.lemma.lower()), ())
            if category == "noun":
                yield from self.by_trigger.get((category, _ANY), ())


def _categories(word: Word) -> tuple[str, ...]:
    if word.unit is not None and word.unit.kind != "noun":
        return ("noun",) if word.unit.kind == "name" else ()
    if word.pos in {"VERB", "AUX"}:
        return ("verb",)
    if word.pos == "ADJ":
        return (
            ("verb", "adjective")
            if word.function is Function.PARTICIPLE or word.has("VerbForm=Part")
            else ("adjective",)
        )
    return ("noun",) if word.pos in {"NOUN", "PROPN"} else ()


@dataclass(frozen=True, slots=True)
class Matcher:
    """Matches the frames of one language in one article."""

    grammar: Grammar
    index: FrameIndex
    arguments: Arguments
    attributor: Attributor

    def match(self, sentence: ReadSentence) -> Iterator[Candidate | Miss]:
        """Return the statements of a sentence, and for each trigger that made none the likeliest reason."""
        for word in sentence.sentence.words:
            misses: list[Miss] = []
            matched = False
            for frame, trigger in self.index.of(word):
                fixed = _fixed(sentence, word, trigger)
                if fixed is None:
                    continue
                for found in self._apply(frame, sentence, word, fixed):
                    if isinstance(found, Candidate):
                        matched = True
                        yield found
                    elif trigger.lemma != _ANY:
                        misses.append(found)
            if misses and not matched:
                yield max(misses, key=lambda miss: miss.progress)

    def _apply(
        self, frame: Frame, sentence: ReadSentence, word: Word, fixed: tuple[Word, ...]
    ) -> Iterator[Candidate | Miss]:
        roles = self._roles(sentence, word, fixed)
        relation = self.grammar.ontology.relations[frame.relation]
        subjects = self._end(frame.roles["subject"], roles, sentence, word, relation.sources)
        objects = self._end(frame.roles["object"], roles, sentence, word, relation.targets)
        if not subjects and "topic" in frame.roles["subject"]:
            subjects = self.arguments.topic(sentence, word, relation.sources, other=objects)
        if not objects and "topic" in frame.roles["object"]:
            objects = self.arguments.topic(sentence, word, relation.targets, other=subjects)
        if not subjects or not objects:
            missing = " and ".join(end for end, found in (("subject", subjects), ("object", objects)) if not found)
            reason = f"{frame.id}: no {missing} is known for “{word.text}”"
            yield Miss(sentence, word, reason, len(subjects) + len(objects))
            return
        facts = find_factuality(sentence.sentence, word, self.grammar.cues)
        modality = weakest(facts.modality, frame.modality)
        form = "aim" if is_aim(sentence.sentence, word) else "finite"
        unmet = _unmet(frame, roles, {"modality": modality.value, "form": form}, sentence.sentence)
        if unmet:
            yield Miss(sentence, word, f"{frame.id}: {unmet}", 1)
            return
        for subject in subjects:
            for obj in objects:
                doubt = self._doubt(subject, obj)
                if doubt:
                    yield Miss(sentence, word, f"{frame.id}: {doubt}", 2)
                else:
                    yield self._candidate(frame, sentence, word, roles, (subject, obj), facts, modality)

    def _doubt(self, subject: Filler, obj: Filler) -> str:
        """Return why two ends make no statement: one thing, or a company or person whose name nothing tells."""
        if subject.target == obj.target:
            return f"both ends are “{subject.mention.text}”"
        discourse = self.arguments.discourse
        for filler in (subject, obj):
            if isinstance(filler.target, int) and not discourse.may_be_unnamed(filler.target):
                return f"no name is known for “{filler.mention.text}”"
        return ""

    def _candidate(
        self,
        frame: Frame,
        sentence: ReadSentence,
        word: Word,
        roles: Roles,
        ends: tuple[Filler, Filler],
        facts: Factuality,
        modality: Modality,
    ) -> Candidate:
        subject, obj = ends
        own = (f"“{word.text}” ({frame.modality})",) if frame.modality else ()
        return Candidate(
            frame,
            sentence,
            subject,
            obj,
            self._qualifiers(frame, roles, sentence),
            modality,
            self.attributor.find(sentence, word),
            word,
            (f"subject: {subject.step}", f"object: {obj.step}", *own, *facts.steps),
        )

    def _roles(self, sentence: ReadSentence, word: Word, fixed: tuple[Word, ...]) -> Roles:
        grammar = sentence.sentence
        if _categories(word)[0] == "noun":
            return noun_roles(grammar, word, self.grammar.cues)
        roles = dict(verb_roles(grammar, word))
        for noun in fixed:
            for role, words in noun_roles(grammar, noun, self.grammar.cues).items():
                if role not in {"self", "subject", "object"} and not role.startswith("clause-"):
                    roles[role] = (*roles.get(role, ()), *(w for w in words if w not in roles.get(role, ())))
        return roles

    def _end(
        self, names: tuple[str, ...], roles: Roles, sentence: ReadSentence, word: Word, classes: tuple[str, ...]
    ) -> tuple[Filler, ...]:
        """Return the fillers of the first role that has any of the classes."""
        for name in names:
            found: tuple[Filler, ...]
            if name == "clause":
                found = self.arguments.clause(sentence, word, classes)
            elif name == "title":
                found = self._title(sentence, word)
            else:
                found = tuple(f for w in roles.get(name, ()) for f in self.arguments.fill(sentence, w, classes))
            if found:
                return found
        return ()

    def _title(self, sentence: ReadSentence, word: Word) -> tuple[Filler, ...]:
        label = phrase(sentence.sentence, word)
        key = self.arguments.discourse.role(label)
        return (Filler(key, Mention(word.text, word.span), "name", f"the title “{label}”"),)

    def _qualifiers(self, frame: Frame, roles: Roles, sentence: ReadSentence) -> dict[str, Filler]:
        ontology = self.grammar.ontology
        money = tuple(name for name, cls in ontology.classes.items() if cls.kind == "money")
        things = tuple(name for name, cls in ontology.classes.items() if not cls.kind)
        found: dict[str, Filler] = {}
        for key, names in frame.roles.items():
            if key in {"subject", "object"}:
                continue
            for name in names:
                words = roles.get(name, ())
                amounts = list(self.arguments.amounts(sentence, words, money)) if key == "amount" else []
                fillers = amounts or (
                    [f for w in words for f in self.arguments.fill(sentence, w, things)] if key != "amount" else []
                )
                if fillers and key not in found:
                    found[key] = fillers[0]
        return found


def _fixed(sentence: ReadSentence, word: Word, trigger: Trigger) -> tuple[Word, ...] | None:
    """Return the nouns fixed to a verb ("mettre à *disposition*"); nothing when the trigger's words are not all there."""
    if not trigger.fixed:
        return ()
    near = sentence.sentence.words[max(0, word.index - 6) : word.index + 7]
    dependents = {w.index for w in sentence.sentence.subtree(word)}
    nouns = []
    for form in trigger.fixed:
        held = [w for w in near if form in {w.lemma, w.text.lower().replace("’", "'")} and w is not word]
        held = [w for w in held if w.index in dependents or w.pos in {"ADP", "DET"}]
        if not held:
            return None
        nouns += [w for w in held if w.pos in {"NOUN", "ADJ"}][:1]
    return tuple(nouns)


def _held(sentence: Sentence, words: tuple[Word, ...]) -> set[str]:
    """Return the lemmas of words, and `own` when one is the possession of something in the text ("ses usines")."""
    own = any(
        child.has("Poss=Yes") or (child.function is Function.POSSESSOR and child.pos == "PRON")
        for word in words
        for child in sentence.children(word)
    )
    return {word.lemma.lower() for word in words} | ({"own"} if own else set())


def _unmet(frame: Frame, roles: Roles, clause: Mapping[str, str], sentence: Sentence) -> str:
    """Return what keeps a frame from applying, in words; empty when nothing does.

    `clause` holds what is true of the clause as a whole, which conditions ask for as they do for roles.
    """
    held = {role: {value} for role, value in clause.items()}
    for role, lemmas in frame.conditions.items():
        if not held.get(role, _held(sentence, roles.get(role, ()))) & set(lemmas):
            return f"needs {role} = {', '.join(lemmas)}"
    for role, lemmas in frame.exclusions.items():
        unwanted = held.get(role, _held(sentence, roles.get(role, ()))) & set(lemmas)
        if unwanted:
            return f"not with {role} = {', '.join(sorted(unwanted))}"
    return ""


def quotation_frame(index: FrameIndex) -> Frame | None:
    """Return the frame for words in quotation marks, if the ontology has one."""
    return next((frame for frame, _ in index.by_trigger.get(("quotation", _ANY), ())), None)


def span_of(candidate: Candidate) -> Span:
    """Return the sentence that states a candidate."""
    return candidate.sentence.sentence.span
