"""Frames at a word: which ones its lemma evokes, whether their fixed words are present and their conditions hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.extract.frames.roles.noun_roles import noun_roles
from kg.extract.frames.roles.role_paths import describe_condition
from kg.extract.frames.roles.verb_roles import verb_roles
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.phrases import has_possessive
from kg.extract.grammar.roles import STEP, Roles
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.ontology.schema import Frame, Trigger

__all__ = [
    "ANY",
    "CLASS",
    "NAME",
    "FrameIndex",
    "categories",
    "find_fixed",
    "find_unmet",
    "roles_at",
    "with_steps",
    "word_facts",
]

ANY = "*"
"""In a condition, any word; as a trigger, any quotation."""

NAME = "#name"
"""In a condition, any name."""

CLASS = "@"
"""The prefix of a trigger that stands for any noun or name of a class: "@Facility"."""

# The maximal distance of fixed words from their verb: "mettra le nouveau campus à disposition".
_REACH = 6


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """The frames of one language by category and lemma."""

    by_trigger: Mapping[tuple[str, str], tuple[tuple[Frame, Trigger], ...]]

    @classmethod
    def from_frames(cls, frames: tuple[Frame, ...], language: str) -> FrameIndex:
        """Return the index of a language's frames; those with the same lemma keep the order of the file."""
        found: dict[tuple[str, str], list[tuple[Frame, Trigger]]] = {}
        for frame in frames:
            if frame.language == language:
                for trigger in frame.triggers:
                    found.setdefault((trigger.category, trigger.lemma), []).append((frame, trigger))
        return cls({key: tuple(pairs) for key, pairs in found.items()})

    def at(self, word: Word, classes: Iterable[str] = ()) -> Iterator[tuple[Frame, Trigger]]:
        """Return the frames that a word may evoke by its lemma, or by one of the classes of its referent."""
        for category in categories(word):
            yield from self.by_trigger.get((category, word.lemma.lower()), ())
            for cls in classes if category == "noun" else ():
                yield from self.by_trigger.get((category, CLASS + cls.lower()), ())

    def of_quotations(self) -> Frame | None:
        """Return the frame for quotations, if the ontology has one."""
        return next((frame for frame, _ in self.by_trigger.get(("quotation", ANY), ())), None)


def categories(word: Word) -> tuple[str, ...]:
    """Return the trigger categories that fit a word's part of speech; none for amounts and quotations."""
    if word.unit is not None and word.unit.kind not in {"noun", "verb"}:
        return ("noun",) if word.unit.kind == "name" else ()
    if word.pos in {"VERB", "AUX"}:
        return ("verb",)
    if word.pos == "ADJ":
        participle = word.function is Function.PARTICIPLE or word.has("VerbForm=Part")
        return ("verb", "adjective") if participle else ("adjective",)
    return ("noun",) if word.pos in {"NOUN", "PROPN"} else ()


def find_fixed(sentence: Sentence, word: Word, trigger: Trigger) -> tuple[Word, ...] | None:
    """Return the fixed nouns and adjectives of a verb: "mettre à *disposition*".

    `None` unless all of the trigger's words are near the verb and dependent on it.
    """
    near = sentence.words[max(0, word.index - _REACH) : word.index + _REACH + 1]
    dependents = {w.index for w in sentence.subtree(word)} if trigger.fixed else set()
    found: list[Word] = []
    for form in trigger.fixed:
        held = [w for w in near if w != word and form in {w.lemma, w.text.lower().replace("’", "'")}]
        held = [w for w in held if w.index in dependents or w.pos in {"ADP", "DET"}]
        if not held:
            return None
        found += [w for w in held if w.pos in {"NOUN", "ADJ"}][:1]
    return tuple(found)


def roles_at(sentence: Sentence, word: Word, fixed: tuple[Word, ...], cues: Cues) -> Roles:
    """Return the roles around a word; those of a verb's fixed words come after its own."""
    if categories(word)[0] == "noun":
        return noun_roles(sentence, word, cues)
    roles = dict(verb_roles(sentence, word))
    for noun in fixed:
        for role, words in noun_roles(sentence, noun, cues).items():
            if role not in {"self", "subject", "object"} and not role.startswith("clause-"):
                known = roles.get(role, ())
                roles[role] = known + tuple(w for w in words if w not in known)
    return roles


def with_steps(roles: Roles, frame: Frame, sentence: Sentence, *, cues: Cues) -> Roles:
    """Return the roles, with the indirect ones of a frame: `à > de` is the `de` role of what fills the `à` role."""
    asked = (name.strip() for role, _ in (*frame.conditions, *frame.exclusions) for name in role.split("|"))
    names = {*asked, *(name for names in frame.roles.values() for name in names)}
    found = dict(roles)
    for name in sorted(name for name in names if STEP in name):
        first, *steps = name.split(STEP)
        words = roles.get(first, ())
        for step in steps:
            words = tuple(dict.fromkeys(w for noun in words for w in noun_roles(sentence, noun, cues).get(step, ())))
        found[name] = words
    return found


def find_unmet(
    call: tuple[Frame, Word], roles: Roles, clause: Mapping[str, str], facts: Callable[[Word], frozenset[str]]
) -> str:
    """Return in words the condition that keeps a frame from applying at a trigger; empty when none does.

    `clause` holds properties of the whole clause, which conditions can test like roles; `facts` returns the properties
    of a word.
    """
    frame, trigger = call
    for role, lemmas in frame.conditions:
        if not _held(role, roles, clause, facts) & set(lemmas):
            condition = describe_condition(role, lemmas, trigger.text)
            return f"“{trigger.text}” states “{frame.relation}” only {condition}"
    for role, lemmas in frame.exclusions:
        unwanted = _held(role, roles, clause, facts) & set(lemmas)
        if unwanted:
            condition = describe_condition(role, sorted(unwanted), trigger.text)
            return f"“{trigger.text}” does not state “{frame.relation}” {condition}"
    return ""


def _held(
    role: str, roles: Roles, clause: Mapping[str, str], facts: Callable[[Word], frozenset[str]]
) -> frozenset[str]:
    """Return the facts of the words in a role, or in any of several ("in | at"), and `*` if there are any."""
    if role in clause:
        return frozenset({clause[role]})
    words = (word for name in role.split("|") for word in roles.get(name.strip(), ()))
    held = frozenset(fact for word in words for fact in facts(word))
    return held | {ANY} if held else held


def word_facts(sentence: Sentence, word: Word) -> frozenset[str]:
    """Return the facts of a word that conditions can test.

    They are its lemma; `own` for a possession ("ses usines"); and for a name, `#name` and each of its words after `~`.
    """
    own = has_possessive(sentence, word)
    named = word.unit is not None and word.unit.kind == "name"
    parts = [f"~{part}" for part in word.text.lower().split()] if named else []
    return frozenset({word.lemma.lower(), *(["own"] if own else []), *([NAME, *parts] if named else [])})
