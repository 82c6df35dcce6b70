"""The roles around a noun: its own complements, and those of a verb or noun that governs it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.extract.frames.roles.verb_roles import shifted_objects, verb_roles
from kg.extract.grammar.clauses import OF_WHICH, antecedent, bearer, controllers, owner
from kg.extract.grammar.cues import Cues, around
from kg.extract.grammar.phrases import possessors
from kg.extract.grammar.roles import OF, Roles, RoleTable
from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount

__all__ = ["noun_roles"]

_VERBAL = frozenset({"VERB", "AUX"})
_DOERS = ("possessor", "subject")
_OWN = frozenset({"self", "modifier"})


def noun_roles(sentence: Sentence, noun: Word, cues: Cues) -> Roles:
    """Return the roles around a noun, by name: its own first, then those of the word that governs it."""
    table = RoleTable(sentence)
    table.add("self", [noun])
    for word in sentence.children(noun):
        _add_complement(noun, word, table, cues)
    for word in tuple(sentence.children(noun, Function.OBLIQUE)):
        # "the construction of a site by X", "a deal for chips with X": the rest may be attached to the second noun.
        # "filiale à 60 % de X": an amount has no complements of its own.
        inner = sentence.children(word, Function.OBLIQUE)
        table.add_by_case(part for part in inner if part.case not in OF or (is_amount(word) and word.case not in OF))
    for word in sentence.children(noun, Function.CONJUNCT):
        # "le fondateur et PDG de X": complements of a conjunct, except amounts, are shared by those that have none of
        # their own.
        own = {part.case for part in sentence.children(noun, Function.OBLIQUE)}
        parts = sentence.children(word, Function.OBLIQUE)
        table.add_by_case(part for part in parts if part.case not in own and not is_amount(part))
    named = bearer(sentence, noun)
    if named != noun:
        # "its rival Kerlan": the parser attaches the possessor to the name.
        owners = (word for word in possessors(sentence, named) if word.index < noun.index)
        table.add("possessor", (owner(sentence, word) for word in owners))
    for place in dict.fromkeys((noun, named)):
        governor = _governor(sentence, place)
        if governor is not None:
            _add_from_governor(place, governor, table, cues)
    doers = controllers(sentence, noun)
    # "charge X with the construction of a site": who is charged builds it, and nobody else.
    roles = {**table.finished(), "subject": doers} if doers else table.finished()
    return _between_members(sentence, noun, roles)


def _between_members(sentence: Sentence, noun: Word, roles: Roles) -> Roles:
    """Return the roles without the complements of other members of a list: "a plant in X and a store in Y"."""
    members = sorted({noun.index, *(word.index for word in _members(sentence, noun))})
    if len(members) == 1:
        return roles
    last = next((index for index in members if index > noun.index), len(sentence.words))

    def own(role: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
        inside = tuple(word for word in words if noun.index < word.index < last)
        return inside if inside and all(word.case == role for word in words) else words

    return MappingProxyType({role: own(role, words) for role, words in roles.items()})


def _members(sentence: Sentence, noun: Word) -> Iterator[Word]:
    head = sentence.head(noun)
    first = head if noun.function is Function.CONJUNCT and head is not None else noun
    waiting = [first]
    while waiting:
        word = waiting.pop()
        yield word
        waiting += [w for w in sentence.children(word, Function.CONJUNCT) if w.pos in {"NOUN", "PROPN"}]


def _add_complement(noun: Word, word: Word, table: RoleTable, cues: Cues) -> None:
    if word.function is Function.OPEN_CLAUSE:
        table.add("infinitive", [word])
    elif word.text.lower() in OF_WHICH:
        table.add("de", [antecedent(table.sentence, word, noun)])
    elif word.function is Function.OBLIQUE:
        table.add_by_case([word])
    elif word.function is Function.POSSESSOR or word.has("Poss=Yes"):
        table.add("possessor", [owner(table.sentence, word)])
    elif word.function is Function.SUBJECT:
        table.add("copula-subject", [antecedent(table.sentence, word, noun)])
    elif word.function in {Function.MODIFIER, Function.PARTICIPLE}:
        if word.function is Function.MODIFIER:
            table.add("modifier", [word])
        _add_from_modifier(noun, word, table, cues)


def _add_from_modifier(noun: Word, word: Word, table: RoleTable, cues: Cues) -> None:
    """Add the complements of an adjective or participle that belong to the noun it modifies."""
    lent = cues.has("support", word.lemma)
    # "un tour de table record de 30 millions": the parser attaches the amount to the adjective.
    # "un partenariat noué avec X": the complements of a support verb's participle belong to the noun.
    # "une offre amicale de X": so does a name attached to the adjective.
    # "a deal worth roughly $3 billion": so does an amount below an adjective.
    table.add("modifier", (part for part in table.sentence.children(word, Function.MODIFIER) if is_amount(part)))
    parts = tuple(table.sentence.children(word, Function.OBLIQUE))
    for part in parts:
        kind = part.unit.kind if part.unit is not None else ""
        described = word.pos == "ADJ" and word.index > noun.index and kind == "name"
        if lent or kind == "quantity" or (described and not table.get(part.case)):
            table.add_by_case([part])
    if lent:
        # "l'OPA lancée sur son rival X par Y"
        inner = (deep for part in parts for deep in table.sentence.children(part, Function.OBLIQUE))
        table.add_by_case(deep for deep in inner if deep.case and deep.case not in OF)


def _governor(sentence: Sentence, noun: Word) -> Word | None:
    """Return a noun's head; for a heavy object that is parsed as an apposition of a place, its verb."""
    head = sentence.head(noun)
    if noun.function is Function.APPOSITION and head is not None and head.case:
        # The last of the verbs it may belong to: the infinitive rather than its governor.
        for verb in reversed(sentence.words):
            shifted = verb.pos == "VERB" and noun in shifted_objects(sentence, verb)
            if shifted and not sentence.child(verb, Function.OBJECT):
                return verb
    return head


def _add_from_governor(noun: Word, governor: Word, table: RoleTable, cues: Cues) -> None:
    sentence = table.sentence
    if noun.function is Function.SUBJECT and sentence.child(governor, Function.COPULA):
        table.add("predicate", [governor])
        table.add_by_case([governor] if governor.case else [])
    elif noun.function is Function.SUBJECT and governor.lemma == "être":
        # "Les clients de X sont Y et Z": the parser makes the verb the head of the names.
        table.add("predicate", sentence.children(governor, Function.OBJECT, Function.ATTRIBUTE))
    if governor.pos in _VERBAL:
        _add_from_verb(noun, governor, table, cues)
    elif noun.function in {Function.OBLIQUE, Function.MODIFIER, Function.APPOSITION}:
        table.add("head", [governor])
        _add_from_light_noun(noun, governor, table, cues)
        # "la construction d'un campus à Lille": the place may be attached to the first noun.
        beside = sentence.children(governor, Function.OBLIQUE)
        table.add_by_case(
            word
            for word in beside
            if word.case != noun.case and (word.index > noun.index or _is_inserted(sentence, word, noun))
        )
        if noun.case in OF and cues.has("noun", governor.lemma):
            # "son projet de rachat": the owner of the plan is the agent.
            around = noun_roles(sentence, governor, cues)
            for role in _DOERS:
                table.add(role, around.get(role, ()))
    if noun.function is Function.CONJUNCT:
        for role, words in noun_roles(sentence, governor, cues).items():
            if role not in _OWN and not table.get(role):
                table.add(role, words)


def _add_from_light_noun(noun: Word, governor: Word, table: RoleTable, cues: Cues) -> None:
    """Add the roles of a nominalized support verb: "annoncer la signature d'un accord avec X"."""
    if cues.has("support", governor.lemma) and noun.case in OF:
        for role, words in noun_roles(table.sentence, governor, cues).items():
            if role not in _OWN and role not in OF:
                table.add(role, words)


def _is_inserted(sentence: Sentence, word: Word, noun: Word) -> bool:
    """Return whether a phrase between commas comes right before an apposition: "X, until 2024, president of Y"."""
    last = sentence.subtree(word)[-1].index
    between = [w.text for w in sentence.words[last + 1 : noun.index]]
    return noun.function is Function.APPOSITION and between == [","]


def _add_from_verb(noun: Word, verb: Word, table: RoleTable, cues: Cues) -> None:
    around = verb_roles(table.sentence, verb)
    supported = _is_supported(table.sentence, noun, verb, cues)
    for role, words in around.items():
        lent = role == "subject" and supported
        name = role if lent or role not in {"subject", "object"} else f"clause-{role}"
        table.add(name, (word for word in words if word != noun))


def _is_supported(sentence: Sentence, noun: Word, verb: Word, cues: Cues) -> bool:
    """Return whether a verb is the support verb of a noun: by its lemma, a particle or the noun's preposition."""
    cue = cues.governing(("support",), verb, frozenset(around(sentence, verb, noun)))
    if cue is None or noun.case:
        return cue is not None and len(cue.words) > 1 and cue.words[-1] in noun.case.split()
    return noun in (*verb_roles(sentence, verb).get("object", ()), *sentence.children(verb, Function.OBJECT))
