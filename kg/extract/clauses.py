"""Who does what in a sentence: the roles around a verb or noun, the same in active, passive, relative and participle.

One table of roles serves all frames. For a verb: `subject` (who does it), `object` (what it is done to), and each
preposition by its words; in the passive the agent is the `subject`. For a noun: `self` (what the noun denotes),
`possessor`, `modifier`, its prepositions, and from a support verb ("signer un bail avec") the verb's `subject`
and prepositions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from kg.extract.cues import Cues
from kg.extract.syntax import Function, Sentence, Word

__all__ = ["Roles", "antecedent", "is_passive", "noun_roles", "subjects", "verb_roles"]

Roles: TypeAlias = Mapping[str, tuple[Word, ...]]

_AGENT = {"fr": frozenset({"par"}), "en": frozenset({"by"})}
_RELATIVE_PRONOUNS = frozenset({"qui", "que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles", "who", "which", "that", "whom"})
_OF_WHICH = frozenset({"dont"})
_SHARING = frozenset({Function.OPEN_CLAUSE, Function.CONJUNCT, Function.ADVERBIAL_CLAUSE})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def is_passive(sentence: Sentence, verb: Word) -> bool:
    """Return whether a verb's surface subject is what it is done to."""
    if sentence.child(verb, Function.PASSIVE_AUXILIARY, Function.PASSIVE_SUBJECT):
        return True
    if sentence.child(verb, Function.AUXILIARY, Function.SUBJECT):
        return False
    participle = (verb.has("VerbForm=Part") and verb.has("Tense=Past")) or (verb.pos == "ADJ" and not verb.has("VerbForm=Inf"))
    if verb.function is Function.CONJUNCT and (head := sentence.head(verb)):
        return participle and is_passive(sentence, head)
    return participle


def subjects(sentence: Sentence, verb: Word, *, depth: int = 0) -> tuple[Word, ...]:
    """Return the surface subjects of a verb: its own, its antecedent, or those of the clause that governs it."""
    own = tuple(sentence.children(verb, Function.SUBJECT, Function.PASSIVE_SUBJECT))
    if own:
        return tuple(antecedent(sentence, word, verb) for word in own)
    head = sentence.head(verb)
    if head is None or depth > 6:
        return ()
    if verb.function is Function.PARTICIPLE or (verb.function is Function.RELATIVE and is_passive(sentence, verb)):
        return (head,)
    if verb.function is Function.OPEN_CLAUSE and head.pos in _NOMINAL:
        return _noun_subjects(sentence, head, depth=depth + 1)
    amount = sentence.words[verb.index - 2] if verb.index > 2 and sentence.words[verb.index - 1].text == "," else None
    if verb.function is Function.ADVERBIAL_CLAUSE and verb.has("VerbForm=Part") and amount is not None:
        # "réunir 30 millions, apportés par X": what was given is the amount before the comma.
        if amount.unit is not None and amount.unit.kind == "quantity":
            return (amount,)
    if verb.function in _SHARING:
        return subjects(sentence, head, depth=depth + 1)
    return ()


def _noun_subjects(sentence: Sentence, noun: Word, *, depth: int) -> tuple[Word, ...]:
    """Return who does what a noun governs: "its plan to build", "X signed a deal to supply"."""
    own = tuple(sentence.children(noun, Function.SUBJECT))
    if own:
        return own
    possessors = tuple(sentence.children(noun, Function.POSSESSOR))
    head = sentence.head(noun)
    if possessors or head is None:
        return possessors
    if noun.function in {Function.OBJECT, Function.OBLIQUE, Function.ATTRIBUTE} and head.pos in {"VERB", "AUX"}:
        return subjects(sentence, head, depth=depth)
    return (noun,) if noun.unit is not None else ()


def antecedent(sentence: Sentence, pronoun: Word, verb: Word) -> Word:
    """Return the noun that a relative pronoun stands for; any other word stands for itself."""
    if pronoun.text.lower().replace("’", "'") not in _RELATIVE_PRONOUNS | _OF_WHICH or pronoun.pos == "DET":
        return pronoun
    head = sentence.head(verb)
    if verb.function is Function.RELATIVE and head is not None and head.index < pronoun.index and head.pos in _NOMINAL:
        return head
    for index in range(pronoun.index - 1, -1, -1):
        word = sentence.words[index]
        if word.pos in {"NOUN", "PROPN"} and word.function is not Function.PUNCTUATION:
            return word
    return pronoun


def verb_roles(sentence: Sentence, verb: Word) -> Roles:
    """Return the roles around a verb, by name; words in the order of the sentence."""
    roles: dict[str, tuple[Word, ...]] = {}
    passive = is_passive(sentence, verb)
    agents = _AGENT[sentence.language] if passive else frozenset()
    for word in sentence.children(verb, Function.OBLIQUE):
        _add(roles, "subject" if word.case in agents else word.case, antecedent(sentence, word, verb))
    for word in sentence.children(verb, Function.ATTRIBUTE):
        _add(roles, "attribute", word)
    for word in _mistaken_relative(sentence, verb):
        _add(roles, "object", word)
    for word in sentence.children(verb, Function.OBJECT):
        _add(roles, "object", antecedent(sentence, word, verb))
    for word in _seen_given(sentence, verb):
        _add(roles, "à", word)
    _add_shifted(sentence, verb, roles)
    surface = () if _seen_given(sentence, verb) else subjects(sentence, verb)
    for word in surface:
        _add(roles, "object" if passive else "subject", word)
    for word in _gap(sentence, verb, roles):
        _add(roles, "object", word)
    for pronoun in sentence.children(verb):
        if pronoun.text.lower() in _OF_WHICH:
            _add(roles, "de", antecedent(sentence, pronoun, verb))
    return MappingProxyType(roles)


def _gap(sentence: Sentence, verb: Word, roles: Mapping[str, tuple[Word, ...]]) -> Iterator[Word]:
    """Return the noun that a relative clause without a pronoun is about: "the site Oracle leases"."""
    head = sentence.head(verb)
    own_subject = sentence.child(verb, Function.SUBJECT)
    bare = own_subject is not None and antecedent(sentence, own_subject, verb) == own_subject
    if verb.function is Function.RELATIVE and bare and head is not None and "object" not in roles:
        yield head


def _mistaken_relative(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the noun before a "que" that the parser took for a conjunction: "ses usines, qu'elle alimente"."""
    for marker in sentence.children(verb, Function.MARKER):
        before = marker.index - 1 if marker.index and sentence.words[marker.index - 1].text != "," else marker.index - 2
        comma = before == marker.index - 2
        relative = marker.text.lower().replace("’", "'") in {"que", "qu'"} and (comma or verb.function is not Function.CLAUSE)
        if relative and before >= 0 and sentence.words[before].pos in {"NOUN", "PROPN"}:
            yield sentence.words[before]


def _add_shifted(sentence: Sentence, verb: Word, roles: dict[str, tuple[Word, ...]]) -> None:
    """Add complements that the parser hangs below another one.

    An amount has no complements of its own, so they are the verb's: "prêter 30 millions à X". A heavy object after
    the place looks like its apposition: "construire à Lille, dans le Nord, une usine".
    """
    for noun in roles.get("object", ()):
        amount = noun.unit is not None and noun.unit.kind == "quantity"
        for word in sentence.children(noun, Function.OBLIQUE):
            # What hangs on the object after it may be the verb's as well: "ouvrir l'accès du site à X".
            if amount or (word.case not in {"de", "of"} and word.index > verb.index):
                _add(roles, word.case, word)
            for inner in sentence.children(word, Function.OBLIQUE) if word.case in {"de", "of"} else ():
                if inner.case not in {"de", "of"}:
                    _add(roles, inner.case, inner)
    if "object" in roles or verb.pos != "VERB":
        return
    for word in sentence.children(verb, Function.OBLIQUE):
        # "fournir de l'électricité": the partitive article looks like a preposition.
        if sentence.language == "fr" and word.case == "de" and 0 < word.index - verb.index <= 3:
            _add(roles, "object", word)
            for part in sentence.children(word, Function.OBLIQUE):
                _add(roles, part.case, part)
    _add(roles, "object", *shifted_objects(sentence, verb))


def shifted_objects(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """Return the indefinite nouns that look like appositions of a verb's places: its heavy objects."""
    head = sentence.head(verb)
    above = sentence.children(head, Function.OBLIQUE) if head is not None and verb.function is Function.OPEN_CLAUSE else ()
    return tuple(
        word
        for host in (*sentence.children(verb, Function.OBLIQUE), *above)
        for word in sentence.children(host, Function.APPOSITION)
        if (determiner := sentence.child(word, Function.DETERMINER)) is not None
        and determiner.text.lower() in {"un", "une", "des", "a", "an"}
    )


def _seen_given(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """Return the receiver in the French passive with "se voir": "X s'est vu accorder un prêt"."""
    head = sentence.head(verb)
    if sentence.language != "fr" or head is None or head.lemma != "voir" or verb.function is not Function.OPEN_CLAUSE:
        return ()
    return subjects(sentence, head)


def noun_roles(sentence: Sentence, noun: Word, cues: Cues) -> Roles:
    """Return the roles around a noun, by name: its own first, then those of the verb that lends it a subject."""
    roles: dict[str, tuple[Word, ...]] = {"self": (noun,)}
    for word in sentence.children(noun):
        if word.function is Function.OBLIQUE:
            _add(roles, word.case, word)
        elif word.function is Function.POSSESSOR or word.has("Poss=Yes"):
            _add(roles, "possessor", word)
        elif word.function is Function.MODIFIER:
            _add(roles, "modifier", word)
            _add_amounts(sentence, word, roles)
        elif word.function is Function.PARTICIPLE:
            _add_amounts(sentence, word, roles)
            # "un partenariat noué avec X": the participle of a support verb lends its complements.
            for part in sentence.children(word, Function.OBLIQUE) if cues.has("support", word.lemma) else ():
                _add(roles, part.case, part)
        elif word.function is Function.SUBJECT:
            _add(roles, "copula-subject", antecedent(sentence, word, noun))
    for word in roles.get("de", ()) + roles.get("of", ()):
        # "the construction of a site by X", "la location du campus à X": the rest may hang on the second noun.
        for part in sentence.children(word, Function.OBLIQUE):
            if part.case not in {"de", "of"}:
                _add(roles, part.case, part)
    head = _governor(sentence, noun)
    if head is not None:
        _from_head(sentence, noun, head, roles, cues)
    return MappingProxyType(roles)


def _governor(sentence: Sentence, noun: Word) -> Word | None:
    """Return a noun's head; for a heavy object that looks like the apposition of a place, its verb."""
    head = sentence.head(noun)
    if noun.function is Function.APPOSITION and head is not None and head.case:
        # The last of the verbs that it may belong to: the infinitive, not what governs it.
        for verb in reversed(sentence.words):
            if verb.pos == "VERB" and noun in shifted_objects(sentence, verb) and not sentence.child(verb, Function.OBJECT):
                return verb
    return head


def _add_amounts(sentence: Sentence, adjective: Word, roles: dict[str, tuple[Word, ...]]) -> None:
    """Add the amounts that a parser hangs below a noun's adjective: "un tour de table record de 30 millions"."""
    for word in sentence.children(adjective, Function.OBLIQUE):
        if word.unit is not None and word.unit.kind == "quantity":
            _add(roles, word.case, word)


def _from_head(sentence: Sentence, noun: Word, head: Word, roles: dict[str, tuple[Word, ...]], cues: Cues) -> None:
    if noun.function is Function.SUBJECT and sentence.child(head, Function.COPULA):
        _add(roles, "predicate", head)
    if head.pos in {"VERB", "AUX"}:
        around = verb_roles(sentence, head)
        supported = cues.has("support", head.lemma) and noun in (*around.get("object", ()), *sentence.children(head, Function.OBJECT))
        for role, words in around.items():
            if role == "subject" and supported:
                _add(roles, "subject", *words)
            elif role in {"subject", "object"}:
                _add(roles, f"clause-{role}", *(w for w in words if w != noun))
            else:
                _add(roles, role, *(w for w in words if w != noun))
    elif noun.function in {Function.OBLIQUE, Function.MODIFIER, Function.APPOSITION}:
        _add(roles, "head", head)
        # "la construction d'un campus à Lille": the place may hang on the first noun.
        for word in sentence.children(head, Function.OBLIQUE):
            if word.index > noun.index and word.case != noun.case:
                _add(roles, word.case, word)
    if noun.function is Function.CONJUNCT:
        for role, words in noun_roles(sentence, head, cues).items():
            if role not in {"self", "modifier"} and role not in roles:
                _add(roles, role, *words)


def _add(roles: dict[str, tuple[Word, ...]], role: str, *words: Word) -> None:
    known = roles.get(role, ())
    roles[role] = known + tuple(word for word in words if word not in known)
