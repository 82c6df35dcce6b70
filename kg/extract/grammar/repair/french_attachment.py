"""Corrects the attachment of French words, by agreement and the ontology's nouns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from kg.extract.grammar.lexicon import Lexicon
from kg.extract.grammar.parsing.lemmas import french_lemma
from kg.extract.grammar.repair.fronted_phrases import (
    each_word,
    hang_gerunds,
    hang_opening_noun,
    hang_opening_participle,
)
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.text.folding import fold

__all__ = ["regroup"]

_ONE = frozenset({"un", "une"})
# Adjectives with a complement of their own: "une ville proche de Lyon".
_COMPLETED = frozenset(
    "proche voisin originaire issu distinct différent indépendant dépendant digne natif riche plein fier".split()
)
_GENDERS = {"feminine": "Gender=Fem", "masculine": "Gender=Masc"}


def regroup(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return a French sentence with words attached to the heads that agreement or the lexicon requires."""
    if sentence.language != "fr":
        return sentence
    steps: tuple[Callable[[Sentence], tuple[Word, ...]], ...] = (
        partial(_partitives, lexicon),
        _subjects_below_verbs,
        partial(_lost_subjects, lexicon),
        _complements_of_nouns,
        _possessions,
        _names_together,
        _verbs_with_subjects,
        hang_opening_participle,
        partial(hang_opening_noun, lexicon),
        hang_gerunds,
        _counted_objects,
        partial(_agreeing, lexicon),
    )
    for step in steps:
        sentence = sentence.with_words(step(sentence))
    return sentence


def _partitives(lexicon: Lexicon, sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with the noun as head of "l'un de": "X, l'un des clients de Y"."""
    heads = {
        one.index: noun.index
        for one in sentence.words
        for noun in sentence.children(one, Function.OBLIQUE)
        if one.text.lower() in _ONE and noun.case == "de" and fold(noun.text) in lexicon.parties
    }

    def mend(word: Word) -> Word:
        if word.index in heads:
            return replace(word, function=Function.DETERMINER, head=heads[word.index], pos="DET")
        if word.head not in heads:
            return word
        one, noun = sentence.words[word.head], heads[word.head]
        if word.index == noun:
            return replace(word, function=one.function, head=noun if one.head == one.index else one.head, case=one.case)
        return word if word.text.lower() == "l'" else replace(word, head=noun)

    def mend_article(word: Word) -> Word:
        of = word.text.lower() in {"des", "de"} and word.function is Function.CASE and word.head in heads.values()
        return replace(mend(word), pos="DET", function=Function.DETERMINER) if of else mend(word)

    return each_word(sentence, mend_article) if heads else sentence.words


def _lost_subjects(lexicon: Lexicon, sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with an entity left without a function as its verb's subject: "X, qui recrute, emploie …"."""

    def mend(word: Word) -> Word:
        verb = sentence.head(word)
        loose = word.function in {Function.OBLIQUE, Function.OTHER} and not word.case
        if verb is None or not loose or word.index > verb.index:
            return word
        described = lexicon.noun_of(word)
        named = (word.unit is not None and word.unit.kind == "name") or (described is not None and described.cls)
        helped = sentence.child(verb, Function.AUXILIARY, Function.COPULA) is not None
        finite = helped or (verb.pos == "VERB" and verb.has("VerbForm=Fin"))
        free = sentence.child(verb, Function.SUBJECT, Function.PASSIVE_SUBJECT) is None
        return replace(word, function=Function.SUBJECT) if named and finite and free else word

    return each_word(sentence, mend)


def _complements_of_nouns(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with a name after "de" attached to the noun, not its adjective: "une offre amicale de X"."""

    def mend(word: Word) -> Word:
        adjective = sentence.head(word)
        named = word.case == "de" and word.unit is not None and word.unit.kind == "name"
        if not named or adjective is None or adjective.pos != "ADJ" or adjective.function is not Function.MODIFIER:
            return word
        return word if adjective.lemma in _COMPLETED else replace(word, head=adjective.head)

    return each_word(sentence, mend)


def _counted_objects(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with a counted noun after a verb without an object as its object: "X compte 60 salariés"."""

    def mend(word: Word) -> Word:
        verb = sentence.head(word)
        if verb is None or verb.pos != "VERB" or word.function is not Function.OBLIQUE or word.case:
            return word
        counted = any(child.lemma == "#count" for child in sentence.children(word))
        free = sentence.child(verb, Function.OBJECT) is None and word.index > verb.index and word.pos == "NOUN"
        return replace(word, function=Function.OBJECT) if counted and free else word

    return each_word(sentence, mend)


def _subjects_below_verbs(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with an auxiliary's subject attached to its verb: "X a lui-même racheté Y"."""

    def mend(word: Word) -> Word:
        if word.function is Function.PASSIVE_AUXILIARY and word.pos == "PRON":
            return replace(word, function=Function.ADVERB)
        auxiliary = sentence.head(word)
        if word.function is not Function.SUBJECT or auxiliary is None or not _is_auxiliary(sentence, auxiliary):
            return word
        return replace(word, head=auxiliary.head)

    return each_word(sentence, mend)


def _is_auxiliary(sentence: Sentence, word: Word) -> bool:
    """Return whether a word is the auxiliary of a verb without a subject of its own."""
    verb = sentence.head(word)
    helps = word.function is Function.AUXILIARY and word.lemma in {"avoir", "être"} and verb is not None
    return helps and verb is not None and sentence.child(verb, Function.SUBJECT, Function.PASSIVE_SUBJECT) is None


def _possessions(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with "avoir" as the verb instead of its complement: "X a pour clients Y et Z"."""
    found: dict[int, int] = {}
    for word in sentence.words:
        auxiliary = sentence.child(word, Function.AUXILIARY)
        if word.pos == "NOUN" and word.case and auxiliary is not None and auxiliary.lemma == "avoir":
            found[word.index] = auxiliary.index

    def mend(word: Word) -> Word:
        if word.index in found:
            return replace(word, function=Function.OBLIQUE, head=found[word.index])
        noun = sentence.words[word.head]
        verb = found.get(word.head)
        if word.index == verb:
            root = noun.head == noun.index
            return replace(word, function=noun.function, head=word.index if root else noun.head)
        return replace(word, head=verb) if verb is not None and word.function is Function.SUBJECT else word

    return each_word(sentence, mend) if found else sentence.words


def _names_together(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with names joined to names, and descriptions to their names: "X, PDG de Y, et Z, DG de W"."""
    hosts = {word.index: host for word in sentence.words if (host := _host(sentence, word)) is not None}

    def mend(word: Word) -> Word:
        host = hosts.get(word.index)
        if host is not None and word.function is Function.APPOSITION and word.head != host.index:
            return replace(word, head=host.index)
        noun = sentence.head(word)
        above = hosts.get(noun.index) if noun is not None else None
        named = word.unit is not None and word.unit.kind == "name"
        joint = sentence.child(word, Function.COORDINATOR)
        closed = joint is not None and joint.index > 0 and sentence.words[joint.index - 1].text == ","
        joined = word.function is Function.CONJUNCT and named and closed and above is not None and above != word
        return replace(word, head=above.index) if joined and above is not None else word

    return each_word(sentence, mend)


def _host(sentence: Sentence, noun: Word) -> Word | None:
    """Return the name before the comma that precedes a noun's phrase."""
    index = noun.index - 1
    while index > 1 and sentence.words[index].pos in {"DET", "ADJ"} and sentence.words[index].head == noun.index:
        index -= 1
    if noun.pos != "NOUN" or index < 1 or sentence.words[index].text != ",":
        return None
    name = sentence.words[index - 1]
    inside = noun in sentence.ancestors(name) and name.function is not Function.CONJUNCT
    return name if name.unit is not None and name.unit.kind == "name" and not inside else None


def _verbs_with_subjects(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with a noun that has a subject but no copula turned into a verb: "X compte Y"."""
    found = {w.index for w in sentence.words if _is_verb(sentence, w)}

    def mend(word: Word) -> Word:
        if word.index in found:
            features = frozenset({"VerbForm=Fin", "Tense=Pres"})
            return replace(word, pos="VERB", lemma=french_lemma(word.text, "VERB"), features=features)
        lost = word.head in found and word.function in {Function.OBLIQUE, Function.MODIFIER, Function.APPOSITION}
        bare = not word.case and word.index > word.head and word.pos in {"NOUN", "PROPN"}
        return replace(word, function=Function.OBJECT) if lost and bare else word

    return each_word(sentence, mend) if found else sentence.words


def _is_verb(sentence: Sentence, word: Word) -> bool:
    subject = sentence.child(word, Function.SUBJECT)
    if word.pos != "NOUN" or word.unit is not None or subject is None or subject.index != word.index - 1:
        return False
    bare = sentence.child(word, Function.COPULA, Function.DETERMINER, Function.CASE, Function.AUXILIARY) is None
    verb = french_lemma(word.text, "VERB")
    return (
        bare and subject.pos == "PROPN" and verb.endswith(("er", "ir", "re")) and word.text.endswith(("e", "t", "ent"))
    )


def _agreeing(lexicon: Lexicon, sentence: Sentence) -> tuple[Word, ...]:
    """Return the words with each participle and relative clause attached to a noun that it can modify.

    "Un éditeur de logiciels fondé par X": "logiciels" neither agrees nor can be founded.
    """

    def mend(word: Word) -> Word:
        noun = sentence.head(word)
        if word.function not in {Function.PARTICIPLE, Function.RELATIVE} or noun is None or word.index < noun.index:
            return word
        before = (w for w in reversed(sentence.subtree(noun)) if noun.index < w.index < word.index)
        within = (w for w in before if word not in sentence.ancestors(w))
        around = noun
        if not _may_be_about(word, noun, lexicon):
            # "la création de la société X, détenue par Y"
            around = next((w for w in within if w.case and _may_be_about(word, w, lexicon)), noun)
        known = next((w for w in _phrases_around(sentence, around) if _may_be_about(word, w, lexicon)), None)
        return word if known is None else replace(word, head=known.index)

    return each_word(sentence, mend)


def _phrases_around(sentence: Sentence, noun: Word) -> Iterator[Word]:
    """Return a noun and the nouns whose phrases contain it, nearest first."""
    yield noun
    inner = noun
    for above in sentence.ancestors(noun):
        inside = inner.function in {Function.OBLIQUE, Function.APPOSITION, Function.MODIFIER}
        if not inside or above.pos not in {"NOUN", "PROPN"}:
            return
        yield above
        inner = above


def _may_be_about(word: Word, noun: Word, lexicon: Lexicon) -> bool:
    """Return whether a noun is a name, or a known noun that does not disagree with a participle or verb."""
    if noun.unit is not None and noun.unit.kind == "name":
        return True
    described = lexicon.noun_of(noun)
    if described is None or not described.cls:
        return False
    shown = {f for f in noun.features if f.startswith("Number=")} | {_GENDERS.get(described.gender, "")}
    return not any(
        feature.startswith(key) and other.startswith(key) and feature != other
        for key in ("Number=", "Gender=")
        for feature in word.features
        for other in shown
    )
