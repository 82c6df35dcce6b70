"""Verbs of being, becoming and naming: "X became its CEO", "Y named X CEO", "a project dubbed X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.grammar.clauses import is_passive, subjects
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.roles import AGENT
from kg.extract.grammar.syntax import Function, Sentence, Word

__all__ = ["find_bearers", "find_named", "is_borne"]

_AS = frozenset({"as", "comme", "en tant que"})
_WITH = frozenset({"with", "avec"})
# The functions that parsers give to a predicate without a preposition.
_SAID = frozenset({Function.ATTRIBUTE, Function.OBJECT, Function.OPEN_CLAUSE, Function.OBLIQUE})


def find_bearers(sentence: Sentence, title: Word, cues: Cues) -> Iterator[Word]:
    """Return the holders of `title` according to its governing verb; none when there is no such verb.

    The object of an active verb that gives the title ("named X as its CEO"), else the verb's subject; the agent of a
    verb of holding ("leads Y as CEO", "was succeeded by X as CEO"). Without a verb: "with X as CEO".
    """
    verb = sentence.head(title)
    beside = sentence.words[title.index - 2] if title.index > 1 and title.case in _AS else None
    if beside is not None and beside.case in _WITH and beside.pos == "PROPN":
        yield beside
    if verb is None or not is_borne(sentence, title, cues):
        return
    if cues.has("holding", verb.lemma):
        agents = [word for word in sentence.children(verb, Function.OBLIQUE) if word.case in AGENT[sentence.language]]
        yield from agents if is_passive(sentence, verb) else subjects(sentence, verb)
        return
    given = [word for word in sentence.children(verb, Function.OBJECT) if word != title]
    # "appointed Anna Kerlan CEO": the parser takes the name for part of the title.
    given += [word for word in sentence.children(title, Function.MODIFIER) if word.index == title.index - 1]
    active = not is_passive(sentence, verb)
    if given and active:
        yield from given
    elif title.function is not Function.OBJECT or not active:
        yield from subjects(sentence, verb)


def is_borne(sentence: Sentence, title: Word, cues: Cues) -> bool:
    """Return whether a noun is the predicate of a verb of becoming or holding."""
    verb = sentence.head(title)
    if verb is None:
        return False
    after_as = title.function is Function.OBLIQUE and title.case in _AS
    becomes = ((title.function in _SAID and not title.case) or after_as) and cues.has("becoming", verb.lemma)
    return becomes or (after_as and cues.has("holding", verb.lemma))


def find_named(sentence: Sentence, name: Word, cues: Cues) -> Iterator[Word]:
    """Return the noun that is given a name by a verb of naming right before it; none when there is no such verb."""
    verb = sentence.words[name.index - 1] if name.index else None
    if verb is None or not cues.has("naming", verb.lemma):
        return
    if verb.function in {Function.PARTICIPLE, Function.RELATIVE}:
        yield sentence.words[verb.head]
    else:
        yield from subjects(sentence, verb)[:1]
