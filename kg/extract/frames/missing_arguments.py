"""Why an argument of a frame is missing: no word is there, or one of another class or without a referent."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.frames.arguments import Arguments
from kg.extract.frames.roles.role_paths import describe_role
from kg.extract.grammar.roles import Roles
from kg.extract.grammar.syntax import Word, is_amount
from kg.extract.reference.parsed_article import ReadSentence
from kg.model import Cause
from kg.ontology.schema import Frame

__all__ = ["Gap", "find_gap"]

_POINTING = frozenset({"PRON", "DET"})
# The causes that mean a near miss: some word was there, though none that fits.
_NEAR = frozenset({Cause.CLASS, Cause.UNRESOLVED})


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing argument: the cause, and the reason in words."""

    cause: Cause
    reason: str

    @property
    def is_near(self) -> bool:
        """Whether there were words in the role, though none that fit."""
        return self.cause in _NEAR


@dataclass(frozen=True, slots=True)
class _Open:
    """A missing argument and its context."""

    frame: Frame
    sentence: ReadSentence
    trigger: Word
    roles: Roles
    arguments: Arguments


def find_gap(frame: Frame, place: tuple[ReadSentence, Word], roles: Roles, arguments: Arguments, *, end: str) -> Gap:
    """Return why no word fills `end`, `subject` or `object`, of a frame evoked at `place`.

    The reason given is for the first role that has a word, else for the first role of the frame.
    """
    found = _Open(frame, *place, roles, arguments)
    relation = arguments.discourse.drafts.ontology.relations[frame.relation]
    classes = relation.sources if end == "subject" else relation.targets
    for role in frame.roles[end]:
        for word in roles.get(role, ()):
            if word != found.trigger:
                return _unfit(found, word, classes)
    return _empty(found, end, classes)


def _unfit(gap: _Open, word: Word, classes: tuple[str, ...]) -> Gap:
    """Return why a word in the role does not fill it."""
    discourse = gap.arguments.discourse
    wanted = _class_words(gap.arguments, classes)
    referent = discourse.at(gap.sentence.number, word.index)
    if referent is not None:
        cls = discourse.drafts.class_of(discourse.drafts[referent.key])
        own = _class_words(gap.arguments, (cls,))
        label = discourse.drafts[referent.key].label
        shown = f"“{word.text}”" + (f" ({label})" if label != word.text else "")
        return Gap(Cause.CLASS, f"{shown} is taken for: {own}; wanted there: {wanted}")
    described = any(mention.word.index == word.index for mention in gap.sentence.mentions)
    if described or (word.pos in _POINTING and word.unit is None):
        return Gap(Cause.UNRESOLVED, f"“{word.text}” refers to nothing that is known there")
    if is_amount(word):
        return Gap(Cause.CLASS, f"“{word.text}” is an amount of another kind than {wanted}")
    return Gap(Cause.CLASS, f"“{word.text}” is not known to be: {wanted}")


def _empty(gap: _Open, end: str, classes: tuple[str, ...]) -> Gap:
    """Return that there is no word in the first role of an argument."""
    kinds = gap.arguments.discourse.drafts.ontology.classes
    role = describe_role(gap.frame.roles[end][0], gap.trigger.text)
    if all(kinds[cls].kind for cls in classes):
        wanted = _class_words(gap.arguments, classes)
        return Gap(Cause.NO_AMOUNT, f"nothing stands there as {role} that is: {wanted}")
    return Gap(Cause.NO_SUBJECT if end == "subject" else Cause.NO_OBJECT, f"nothing stands there as {role}")


def _class_words(arguments: Arguments, classes: tuple[str, ...]) -> str:
    known = arguments.discourse.drafts.ontology.classes
    return " or ".join(known[cls].labels.get("en", cls) for cls in classes)
