"""Which names are short forms of a longer one: without a legal form, a kind of company, or a given name.

"Blue Owl" is Blue Owl Capital and "Lochmiller" Chase Lochmiller, but Google is not Google Cloud, nor is "Airlines" any
airline: a word that is left out must say nothing that tells one entity from another, and what stays must.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.names.dictionary import is_word
from kg.extract.names.name_words import OPENERS
from kg.extract.text.folding import fold
from kg.ontology.schema import Ontology

__all__ = ["ShortForms", "initials", "is_acronym"]

# The maximal length of a short form, in words.
_LONGEST = 8
_SHORT = 2


@dataclass(frozen=True, slots=True)
class ShortForms:
    """Tells them; built once for an ontology. All words are folded.

    Attributes:
        left_out: words that a short form leaves out: "Inc", "Group", "Capital", "Campus".
        common: words that name nothing by themselves: "Bank", "European".
        given: given names, which open a person's name.
    """

    language: str
    left_out: frozenset[str]
    common: frozenset[str]
    given: frozenset[str]

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> ShortForms:
        """Return the short forms that the ontology's words for names and its nouns allow in texts of a language."""
        left_out = {fold(form) for word in ontology.name_words for form in word.left_out}
        kinds = {fold(form) for word in ontology.name_words if not word.first for form in (*word.forms, *word.opens)}
        nouns = {fold(form) for noun in ontology.nouns for form in noun.forms}
        nations = {fold(word) for name in ontology.names for word in name.adjectives}
        given = {fold(form) for word in ontology.name_words if word.first for form in word.forms}
        return cls(language, frozenset(left_out), OPENERS.union(left_out, kinds, nouns, nations), frozenset(given))

    def of(self, name: str) -> Iterator[tuple[str, str]]:
        """Return the short forms of a name, folded, each with the words that it leaves out at the start."""
        words = _words(name)
        for count in range(1, min(len(words), _LONGEST + 1)):
            if self._says_nothing(words[count:]) and self._tells(words[:count]):
                yield " ".join(words[:count]), ""
            kept, left = words[-count:], words[:-count]
            may_be_person = self._is_given(words[0]) or (count == len(left) == 1 and self._may_be_surname(kept[0]))
            if (may_be_person or all(word in self.left_out for word in left)) and self._tells(kept):
                yield " ".join(kept), " ".join(left)
        if words and self._is_given(words[0]):
            plain = [words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]]
            if len(words) > len(plain) > 1:
                yield " ".join(plain), ""

    def agree(self, name: str, other: str) -> bool:
        """Return whether two names may be of one entity: the same but for words left out, or one short for the other.

        Both may be longer than a third name: "Kerlan Group" and "Kerlan Renewable Power" are two.
        """
        one, two = " ".join(_words(name)), " ".join(_words(other))
        if one == two or is_acronym(one, [other]) or is_acronym(two, [name]):
            return True
        return any(short == two for short, _ in self.of(name)) or any(short == one for short, _ in self.of(other))

    def _says_nothing(self, words: Sequence[str]) -> bool:
        """Return whether a short form may lack these words at its end; a number alone counts sites and phases."""
        return (len(words) == 1 and words[0].isdecimal()) or all(word in self.left_out for word in words)

    def _tells(self, words: Sequence[str]) -> bool:
        """Return whether words name an entity by themselves: not all of them say of what kind it is."""
        return not all(word in self.common or word.isdecimal() or len(word) == 1 for word in words)

    def _is_given(self, word: str) -> bool:
        return word in self.given or word.split(maxsplit=1)[0] in self.given

    def _may_be_surname(self, word: str) -> bool:
        return word.isalpha() and not is_word(word, self.language)


def _words(name: str) -> list[str]:
    """Return the folded words of a name; what a hyphen joins is one: "Jean-Paul"."""
    return [word for part in name.split() if (word := fold(part))]


def is_acronym(word: str, names: Iterable[str]) -> bool:
    """Return whether a word consists of the initials of one of the names.

    >>> is_acronym("TG", ["Tessaly Grid"]), is_acronym("SNE", ["Société nationale d'électricité"])
    (True, True)
    """
    return len(word) > 1 and fold(word) in map(initials, names)


def initials(name: str) -> str:
    """Return the initials of the words of a name that say something, folded.

    >>> initials("Oil and Natural Gas Corporation")
    'ongc'
    """
    return "".join(part[0] for part in fold(name).split() if len(part) > _SHORT and part not in OPENERS)
