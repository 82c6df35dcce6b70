"""Matches frames against the clauses of a sentence: which words state which relation between which arguments.

A frame lists the roles that fill its two arguments, best first; the ontology gives the allowed classes. A missing
argument yields a `Miss` with the reason instead of a statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kg.extract.factuality.attribution import Attributor
from kg.extract.factuality.modality import Factuality, find_factuality, find_own_factuality, form_of
from kg.extract.factuality.modality_lattice import weakest
from kg.extract.factuality.scope import is_created, is_given, is_presupposed
from kg.extract.frames.arguments import Arguments, Filler
from kg.extract.frames.candidates import Candidate, Miss
from kg.extract.frames.confidence import explain_confidence, steps_of
from kg.extract.frames.frame_index import CLASS, FrameIndex, find_fixed, find_unmet, roles_at, with_steps, word_facts
from kg.extract.frames.job_titles import position
from kg.extract.frames.missing_arguments import find_gap
from kg.extract.frames.near_misses import Lookalike, TriggerIndex
from kg.extract.frames.pairing import pair
from kg.extract.frames.roles.gapping import find_gapped
from kg.extract.frames.roles.role_paths import describe_path
from kg.extract.grammar.clauses import bearer, is_passive, named_beside
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.roles import Roles
from kg.extract.grammar.syntax import Function, Word
from kg.extract.reference.parsed_article import ReadSentence
from kg.model import Cause, Mention, Modality, Step
from kg.ontology.schema import Frame, Ontology

__all__ = ["Matcher"]


_NUMBERS = {"Sing": "singular", "Plur": "plural"}
_ENDS = ("subject", "object")


@dataclass(frozen=True, slots=True)
class _Call:
    """A frame evoked by a word, with the roles around it; `by_class` if it is evoked by the class of the word."""

    frame: Frame
    sentence: ReadSentence
    trigger: Word
    roles: Roles
    by_class: bool

    def miss(self, cause: Cause, reason: str, progress: float) -> Miss:
        return Miss(self.sentence, self.trigger, self.frame, cause, reason, progress)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Matches the frames of one language in one article."""

    ontology: Ontology
    cues: Cues
    index: FrameIndex
    arguments: Arguments
    attributor: Attributor
    lookalikes: TriggerIndex

    def match(self, sentence: ReadSentence) -> Iterator[Candidate | Miss]:
        """Return the candidates of a sentence, and for each trigger without any the likeliest reason."""
        for word in sentence.sentence.words:
            calls = list(self._calls(sentence, word))
            found = [(call, result) for call in calls for result in self._apply(call)]
            candidates = [result for _, result in found if isinstance(result, Candidate)]
            # A word that merely mentions an entity of a class does not look like a statement.
            misses = [result for call, result in found if isinstance(result, Miss) and not call.by_class]
            yield from candidates
            if misses and not candidates:
                yield max(misses, key=lambda miss: miss.progress)
            elif not candidates and (like := self._lookalike(sentence, word)):
                yield Miss(sentence, word, like.frame, like.cause, like.reason)

    def _lookalike(self, sentence: ReadSentence, word: Word) -> Lookalike | None:
        """Return the frame that a word would evoke if parsed differently; "the site" is clearly a noun."""
        described = self.arguments.discourse.at(sentence.number, word.index) is not None
        determined = word.case or sentence.sentence.child(word, Function.DETERMINER, Function.POSSESSOR)
        return None if described and determined else self.lookalikes.at(sentence.sentence, word)

    def _calls(self, sentence: ReadSentence, word: Word) -> Iterator[_Call]:
        parse, cues = sentence.sentence, self.cues
        for frame, trigger in self.index.at(word, self._classes(sentence, word)):
            fixed = find_fixed(parse, word, trigger)
            if fixed is not None:
                by_class = trigger.lemma.startswith(CLASS)
                around = roles_at(parse, word, fixed, cues)
                for each in (around, *find_gapped(parse, word, around)):
                    yield _Call(frame, sentence, word, with_steps(each, frame, parse, cues=cues), by_class)

    def _classes(self, sentence: ReadSentence, word: Word) -> tuple[str, ...]:
        """Return the class of a word's referent and its superclasses, nearest first."""
        drafts = self.arguments.discourse.drafts
        referent = self.arguments.discourse.at(sentence.number, word.index)
        if referent is None or word.pos not in {"NOUN", "PROPN"}:
            return ()
        draft = drafts[referent.key]
        nouns = (mention.noun for mention in sentence.mentions if mention.word == word and not draft.named)
        # "Its wind farm project" is a wind farm, but not yet one that it owns.
        planned = next((noun.cls for noun in nouns if noun and drafts.ontology.trait_of(noun.cls) == "project"), "")
        return drafts.ontology.classes[planned or drafts.class_of(draft)].ancestors

    def _apply(self, call: _Call) -> Iterator[Candidate | Miss]:
        subjects, objects = self._ends(call)
        if not subjects or not objects:
            if call.by_class:
                return
            missing = tuple(end for end, found in zip(_ENDS, (subjects, objects), strict=True) if not found)
            yield self._open(call, missing)
            return
        facts = self._factuality(call)
        modality = weakest(facts.modality, call.frame.modality)
        clause = self._clause(call, modality)
        unmet = find_unmet((call.frame, call.trigger), call.roles, clause, partial(self._facts, call.sentence))
        if unmet:
            yield call.miss(Cause.CONDITION, unmet, 1)
            return
        relation = self.ontology.relations[call.frame.relation]
        for subject, obj in pair(subjects, objects, symmetric=relation.symmetric):
            doubt = self._doubt(subject, obj, symmetric=relation.symmetric)
            yield call.miss(*doubt, 2) if doubt else self._candidate(call, (subject, obj), modality, facts.steps)

    def _clause(self, call: _Call, modality: Modality) -> dict[str, str]:
        """Return the properties of the whole clause, which conditions can test."""
        parse = call.sentence.sentence
        place = bearer(parse, call.trigger)
        return {
            "modality": modality.value,
            "form": form_of(parse, call.trigger),
            "governor": getattr(parse.head(place), "lemma", ""),
            "number": next((_NUMBERS.get(m.number, "") for m in call.sentence.mentions if m.word == call.trigger), ""),
            "figure": "yes" if self.arguments.has_figure(call.sentence, call.trigger) else "no",
            "dated": "yes" if self.arguments.is_dated(call.sentence, call.trigger) else "no",
            "case": place.case,
            "voice": "passive" if is_passive(parse, call.trigger) else "active",
        }

    def _open(self, call: _Call, ends: tuple[str, ...]) -> Miss:
        """Return the miss of a call whose `ends` are not filled; the reason prefers an end with a word in its role."""
        place = (call.sentence, call.trigger)
        gaps = [find_gap(call.frame, place, call.roles, self.arguments, end=end) for end in ends]
        near = next((gap for gap in gaps if gap.is_near), None)
        progress = len(_ENDS) - len(ends) + (0.5 if near else 0)
        if near is None and len(gaps) > 1:
            both = "; ".join(f"{end}: {gap.reason}" for end, gap in zip(ends, gaps, strict=True))
            return call.miss(Cause.NO_ENDS, both, progress)
        chosen = near or gaps[0]
        return call.miss(chosen.cause, chosen.reason, progress)

    def _facts(self, sentence: ReadSentence, word: Word) -> frozenset[str]:
        """Return what conditions can test of a word: lemma, words of a name, classes, whether it is owned."""
        classes = self._classes(sentence, named_beside(sentence.sentence, word) or word)
        return word_facts(sentence.sentence, word) | {f"{CLASS}{cls.lower()}" for cls in classes}

    def _factuality(self, call: _Call) -> Factuality:
        """Return the factuality of a call; a noun with a condition on its governor shares the governor's.

        Presupposed content has the factuality of its own words, unless the clause brings it about.
        """
        parse, cues = call.sentence.sentence, self.cues
        if call.by_class and is_given(parse, call.trigger, cues):
            return find_own_factuality(parse, call.trigger, cues)
        if self._only_refers(call) and not is_created(parse, call.trigger, cues):
            return Factuality()
        shared = call.by_class or any(role == "governor" for role, _ in call.frame.conditions)
        titled = "title" in call.frame.roles["object"]
        return find_factuality(parse, call.trigger, cues, oblique=shared, titled=titled)

    def _only_refers(self, call: _Call) -> bool:
        """Return whether a noun that fills an argument itself merely refers to somebody: "X's CEO will speak"."""
        parse, word = call.sentence.sentence, call.trigger
        if "self" not in {*call.frame.roles["subject"], *call.frame.roles["object"]} or "self" not in call.roles:
            return False
        said = word.function is Function.ATTRIBUTE or parse.child(word, Function.COPULA) is not None
        return not said and (word.function is Function.SUBJECT or is_presupposed(parse, word))

    def _ends(self, call: _Call) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
        """Return the fillers of subject and object; the topic fills an argument that grammar leaves open."""
        relation = self.ontology.relations[call.frame.relation]
        subjects = self._end(call, "subject", relation.sources)
        objects = self._end(call, "object", relation.targets)
        if not subjects and "topic" in call.frame.roles["subject"] and self._leaves_open(call):
            acting = self._acting(call)
            subjects = self.arguments.topic(call.sentence, call.trigger, relation.sources, other=objects, acting=acting)
        if not objects and "topic" in call.frame.roles["object"]:
            objects = self.arguments.topic(call.sentence, call.trigger, relation.targets, other=subjects)
        return subjects, objects

    def _acting(self, call: _Call) -> frozenset[int]:
        """Return the entities that act on a frame's noun without being its arguments: "X led a round" of another."""
        has_governor = any(role == "governor" for role, _ in call.frame.conditions)
        roles = {"subject", "clause-subject"} - {*call.frame.roles["subject"]} if has_governor else set[str]()
        words = (word for role in sorted(roles) for word in call.roles.get(role, ()))
        found = (self.arguments.discourse.at(call.sentence.number, word.index) for word in words)
        return frozenset(referent.key for referent in found if referent is not None)

    def _leaves_open(self, call: _Call) -> bool:
        """Return whether the clause lets the text's topic fill an argument.

        Not with a noun whose clause has an unresolved subject: "the report mentions a deal with X".
        """
        if "self" not in call.roles:
            return True
        subjects = (*call.roles.get("subject", ()), *call.roles.get("clause-subject", ()))
        return all(self.arguments.discourse.at(call.sentence.number, word.index) for word in subjects)

    def _end(self, call: _Call, end: str, classes: tuple[str, ...]) -> tuple[Filler, ...]:
        """Return the fillers of an argument, from the first of its roles with any of the classes."""
        for name in call.frame.roles[end]:
            if name == "clause":
                found = self.arguments.clause(call.sentence, call.trigger, classes)
            elif name == "title":
                found = self._title(call)
            else:
                words = call.roles.get(name, ())
                found = tuple(f for word in words for f in self._fill(call, word, name, classes))
            if found:
                return found
        return ()

    def _fill(self, call: _Call, word: Word, role: str, classes: tuple[str, ...]) -> Iterator[Filler]:
        """Return the fillers of a word in a role, with the grammatical path to it."""
        fillers = self.arguments.fill(call.sentence, word, classes, alone=call.by_class and role == "self")
        path = describe_path(call.sentence.sentence, call.trigger, word, role) if fillers else ""
        for filler in fillers:
            listed = "" if filler.mention.span.overlaps(word.span) else f", beside or below “{word.text}”"
            draft = self.arguments.discourse.drafts[filler.target] if isinstance(filler.target, int) else None
            unclassified = draft is not None and not draft.known and not draft.votes
            yield replace(filler, path=path + listed, far=role.startswith("clause-"), untold=unclassified)

    def _title(self, call: _Call) -> tuple[Filler, ...]:
        """Return the position that a title names: "directrice financière de X"."""
        owners = [word for role in call.frame.roles.get("organization", ()) for word in call.roles.get(role, ())]
        label = position((call.sentence, call.trigger), owners, self.arguments.discourse)
        key = self.arguments.discourse.drafts.role(label)
        return (Filler(key, Mention(call.trigger.text, call.trigger.span), "name", f"the title “{label}”"),)

    def _doubt(self, subject: Filler, obj: Filler, *, symmetric: bool) -> tuple[Cause, str] | None:
        """Return why two fillers make no statement: they are one entity, or one is an unnamed company or person.

        In a symmetric relation a state is no match for a company: "our partnership with the US".
        """
        if subject.target == obj.target:
            return Cause.SAME_ENTITY, f"both ends are “{subject.mention.text}”"
        discourse = self.arguments.discourse
        for filler in (subject, obj):
            if isinstance(filler.target, int) and not discourse.drafts.may_be_unnamed(filler.target):
                return Cause.UNNAMED, f"“{filler.mention.text}” means nothing named before: no antecedent is known"
        keys = [filler.target for filler in (subject, obj) if isinstance(filler.target, int)]
        places = [key for key in keys if discourse.drafts.trait_of(discourse.drafts[key]) == "place"]
        if symmetric and len(places) == 1:
            return Cause.CLASS, f"“{discourse.drafts[places[0]].label}” is a place, and the other end is none"
        return None

    def _candidate(
        self, call: _Call, ends: tuple[Filler, Filler], modality: Modality, steps: tuple[Step, ...]
    ) -> Candidate:
        frame, (subject, obj) = call.frame, ends
        own = (Step("modality", f"“{call.trigger.text}” → {frame.modality}", call.trigger.span),)
        source = self.attributor.find(call.sentence, call.trigger)
        qualifiers = dict(self._qualifiers(call))
        return Candidate(
            frame=frame,
            sentence=call.sentence,
            trigger=call.trigger,
            subject=subject,
            object=obj,
            qualifiers=qualifiers,
            modality=modality,
            attribution=source.label if source else None,
            steps=(
                *steps_of({"subject": subject, "object": obj, **qualifiers}),
                *(own if frame.modality else ()),
                *steps,
                *([source.step] if source else ()),
                explain_confidence(subject, obj),
            ),
        )

    def _qualifiers(self, call: _Call) -> Iterator[tuple[str, Filler]]:
        """Return the first filler of each qualifier of the frame: an amount of money, or an entity."""
        classes = self.ontology.classes
        money = tuple(name for name, cls in classes.items() if cls.kind == "money")
        entities = tuple(name for name, cls in classes.items() if not cls.kind)
        for key in sorted(call.frame.roles.keys() - {"subject", "object"}):
            words = [word for role in call.frame.roles[key] for word in call.roles.get(role, ())]
            if key == "amount":
                fillers = list(self.arguments.amounts(call.sentence, tuple(words), money))
            else:
                fillers = [f for word in words for f in self.arguments.fill(call.sentence, word, entities)]
            yield from ((key, filler) for filler in fillers[:1])
