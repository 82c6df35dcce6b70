"""The mentions of a parsed sentence: names, descriptions and pronouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.extract.grammar.lexicon import Lexicon, is_plural
from kg.extract.grammar.phrases import short_phrase
from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount
from kg.extract.names.finder import Name
from kg.extract.text.folding import fold
from kg.model import Span
from kg.ontology.schema import Noun

__all__ = ["MentionKind", "WordMention", "find_mentions", "heads_first"]


class MentionKind(StrEnum):
    """The kind of a mention."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class WordMention:
    """A mention and its head word.

    Attributes:
        word: the head.
        kind: name, noun or pronoun.
        cls: the class its words indicate, else empty.
        name: for a name, the `Name` found.
        noun: for a description, its lexicon entry.
        gender, number: `Fem`/`Masc`, `Sing`/`Plur`, where the words show them.
        definite: whether a description is definite or demonstrative ("the", "ce").
        anaphoric: whether it is demonstrative ("ce", "this").
        described_as: a description with its adjectives.
        epithets: the distinctive modifiers of a description's noun, folded: "Oslo-based", "suédoise".
    """

    word: Word
    kind: MentionKind
    cls: str = ""
    name: Name | None = None
    noun: Noun | None = None
    gender: str = ""
    number: str = ""
    definite: bool = False
    anaphoric: bool = False
    described_as: str = ""
    epithets: frozenset[str] = frozenset()


_PRONOUNS = {
    "fr": {
        "il": "Masc Sing", "elle": "Fem Sing", "ils": "Masc Plur", "elles": "Fem Plur", "le": "Masc Sing",
        "la": "Fem Sing", "l'": " Sing", "lui": " Sing", "celui-ci": "Masc Sing", "celle-ci": "Fem Sing",
        "y": " Sing",
    },
    "en": {"it": " Sing", "he": "Masc Sing", "she": "Fem Sing", "they": " Plur", "him": "Masc Sing", "them": " Plur"},
}  # fmt: skip
_POSSESSIVES = {
    "fr": {"son": " Sing", "sa": " Sing", "ses": " Sing", "leur": " Plur", "leurs": " Plur"},
    "en": {"its": " Sing", "his": "Masc Sing", "her": "Fem Sing", "their": " Plur"},
}
_ONE = frozenset({"un", "une", "one"})
# "Pour y parvenir": the antecedent of "y" with these verbs is a clause.
_OF_CLAUSES = frozenset("parvenir arriver remédier croire songer penser réfléchir veiller".split())
_THERE_IS = frozenset({"a", "avait", "aura", "aurait", "ait", "eut"})
_POINTING = frozenset({"ce", "cet", "cette", "ces", "this", "that", "these", "those"})
_DEFINITE = frozenset({"le", "la", "les", "l'", "the"}) | _POINTING
_CONTRACTED = {"du": "le", "au": "le", "des": "les", "aux": "les"}
# "La PDG": the article gives the gender that the noun leaves open.
_GENDERS = {"la": "Fem", "une": "Fem", "cette": "Fem", "le": "Masc", "un": "Masc", "ce": "Masc", "cet": "Masc"}


def find_mentions(sentence: Sentence, names: Mapping[Span, Name], lexicon: Lexicon) -> tuple[WordMention, ...]:
    """Return the mentions of a sentence in the order of their words; possessive determiners count as pronouns."""
    return tuple(m for word in sentence.words if (m := _mention(sentence, word, names, lexicon)))


def heads_first(mentions: tuple[WordMention, ...]) -> tuple[WordMention, ...]:
    """Return the mentions in order, but a noun that modifies another after its head: "a data center campus"."""

    def place(mention: WordMention) -> tuple[int, int]:
        word = mention.word
        inner = mention.kind is MentionKind.NOUN and word.function is Function.MODIFIER and word.head > word.index
        return (word.head, 1) if inner else (word.index, 0)

    return tuple(sorted(mentions, key=place))


def _mention(sentence: Sentence, word: Word, names: Mapping[Span, Name], lexicon: Lexicon) -> WordMention | None:
    if word.unit and word.unit.kind == "name":
        return WordMention(word, MentionKind.NAME, name=names[word.span], number="Sing")
    noun = lexicon.noun_of(word)
    if noun and noun.cls:
        return None if _specifies_kind(sentence, word, lexicon) else _description(sentence, word, noun)
    form = word.text.lower().replace("’", "'")
    tables = _PRONOUNS if word.function is not Function.DETERMINER else _POSSESSIVES
    known = tables[sentence.language].get(form) or _POSSESSIVES[sentence.language].get(form)
    if known is None or word.pos not in {"PRON", "DET"} or (form in {"le", "la", "l'"} and word.pos == "DET"):
        return None
    if sentence.language == "fr" and _stands_for_nothing(sentence, word, form):
        return None
    gender, number = known.split(" ")
    return WordMention(word, MentionKind.PRONOUN, gender=gender, number=number, definite=True)


def _stands_for_nothing(sentence: Sentence, word: Word, form: str) -> bool:
    """Return whether "y" or "il" is not referential: "pour y parvenir", "il y a", "y compris"."""
    after = [other.text.lower() for other in sentence.words[word.index + 1 : word.index + 3]]
    if form == "il":
        return after[:1] == ["y"] and bool(_THERE_IS & set(after[1:]))
    before = sentence.words[word.index - 1].text.lower() if word.index else ""
    there = before == "il" and bool(_THERE_IS & set(after[:1]))
    head = sentence.head(word)
    return form == "y" and (there or after[:1] == ["compris"] or (head is not None and head.lemma in _OF_CLAUSES))


def _specifies_kind(sentence: Sentence, word: Word, lexicon: Lexicon) -> bool:
    """Return whether a noun only specifies the kind of the next one: "a data center developer".

    "A data center project" introduces a data center, which later mentions may refer to.
    """
    head = sentence.words[word.head]
    before = word.function is Function.MODIFIER and head.index > word.index and head.pos == "NOUN"
    return before and not is_amount(head) and not {fold(head.text), fold(head.lemma)} & lexicon.sites


def _description(sentence: Sentence, word: Word, noun: Noun) -> WordMention:
    form = _article(sentence, word)
    gender = _GENDERS.get(form) or {"feminine": "Fem", "masculine": "Masc"}.get(noun.gender, "")
    return WordMention(
        word,
        MentionKind.NOUN,
        cls=noun.cls,
        noun=noun,
        gender=gender,
        number="Plur" if is_plural(word.text, noun) and form not in _ONE else "Sing",
        definite=form in _DEFINITE,
        anaphoric=form in _POINTING,
        described_as=short_phrase(sentence, word),
        epithets=_epithets(sentence, word),
    )


def _article(sentence: Sentence, word: Word) -> str:
    """Return the article or demonstrative of a noun, even if contracted with a preposition: "du site"."""
    determiner = sentence.child(word, Function.DETERMINER)
    if determiner is not None:
        return determiner.text.lower().replace("’", "'")
    cases = (case for case in sentence.children(word, Function.CASE) if case.has("Definite=Def"))
    return next((_CONTRACTED.get(case.text.lower(), "") for case in cases), "")


def _epithets(sentence: Sentence, word: Word) -> frozenset[str]:
    modifiers = [child for child in sentence.children(word, Function.MODIFIER) if not is_amount(child)]
    inside = (w for child in modifiers for w in sentence.subtree(child) if w.pos in {"NOUN", "PROPN", "ADJ"})
    return frozenset(fold(w.lemma or w.text) for w in inside)
