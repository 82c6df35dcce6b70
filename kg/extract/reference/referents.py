"""The referents of the words of an article, as far as it has been read, and in words why each is one."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar.clauses import subjects
from kg.extract.grammar.syntax import Function, Sentence
from kg.extract.names.finder import Name
from kg.extract.reference.draft_entities import Draft
from kg.extract.reference.mentions import WordMention
from kg.model import Mention

__all__ = ["Referent", "Referents", "why_named", "why_one", "why_salient"]

_SIGNS = {"Fem": "feminine", "Masc": "masculine", "Sing": "singular", "Plur": "plural"}


@dataclass(frozen=True, slots=True)
class Referent:
    """The referent of a mention: the entity's key; whether by name, grammar, or salience; the words, and why."""

    key: int
    how: str
    mention: Mention
    step: str = ""


class Referents:
    """The referent of each mention, by sentence and word."""

    def __init__(self) -> None:
        self._referents: dict[tuple[int, int], Referent] = {}

    def at(self, number: int, index: int) -> Referent | None:
        """Return the referent of a word of a sentence, if any."""
        return self._referents.get((number, index))

    def referents(self) -> tuple[Referent, ...]:
        """Return the referents of all mentions, in the order of the text."""
        return tuple(sorted(self._referents.values(), key=lambda referent: referent.mention.span))

    def _key(self, number: int, index: int) -> int | None:
        found = self.at(number, index)
        return found.key if found is not None else None

    def _clause_subjects(self, number: int, mention: WordMention, sentence: Sentence) -> set[int]:
        """Return the subjects of a clause, which its object cannot refer to: "X le loue", "X, qui gère ce fonds"."""
        head = sentence.head(mention.word)
        if mention.word.function not in {Function.OBJECT, Function.OBLIQUE}:
            return set()
        return (
            {found.key for word in subjects(sentence, head) if (found := self.at(number, word.index))}
            if head
            else set()
        )

    def _owned(self, number: int, mention: WordMention) -> set[int]:
        """Return the entity that a possessive modifies, with which it cannot corefer: "sa filiale X"."""
        owned = mention.word.function in {Function.DETERMINER, Function.POSSESSOR}
        head = self.at(number, mention.word.head) if owned else None
        return {head.key} if head is not None else set()

    def _owners(self, number: int, mention: WordMention, sentence: Sentence) -> set[int]:
        """Return the subjects of a possessive's clause, which are likely owners: "X, qui les destine à ses …"."""
        if mention.word.function not in {Function.DETERMINER, Function.POSSESSOR}:
            return set()
        verb = next((w for w in sentence.ancestors(mention.word) if w.pos == "VERB"), None)
        words = subjects(sentence, verb) if verb is not None else ()
        return {found.key for word in words if (found := self.at(number, word.index))}

    def _pronouns_before(self, number: int, index: int) -> frozenset[int]:
        """Return the referents of mentions resolved by salience before a word in its sentence."""
        found = (referent for i in range(index) if (referent := self.at(number, i)))
        return frozenset(referent.key for referent in found if referent.how == "salience")


def why_named(draft: Draft, name: Name) -> str:
    """Return why a name refers to an entity named before."""
    known = name.known is not None and draft.known is name.known
    return "a spelling of the known name" if known else "the same name as before"


def why_one(draft: Draft) -> str:
    """Return the reason that grammar makes a mention and an entity corefer."""
    return f"grammar makes it one with “{draft.label}”"


def why_salient(mention: WordMention, last: str) -> str:
    """Return the features in which a mention agrees, and the last mention of the entity."""
    agreed = [_SIGNS[sign] for sign in (mention.gender, mention.number) if sign]
    agreed += [f"a {mention.noun.forms[0]}"] if mention.noun else []
    return f"the most present that agrees ({', '.join(agreed)}), last mentioned as “{last}”"
