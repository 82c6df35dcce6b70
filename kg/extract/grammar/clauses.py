"""Clauses: the subject of a verb, its voice, and the antecedent of a relative pronoun."""

from __future__ import annotations

from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount

__all__ = [
    "AMBIGUOUS_CONTROL",
    "CONTROLLED",
    "OF_WHICH",
    "antecedent",
    "bearer",
    "controlled_by",
    "controllers",
    "is_finite",
    "is_infinitive",
    "is_nested",
    "is_passive",
    "later_owners",
    "named_beside",
    "owner",
    "subjects",
]

CONTROLLED = "Control=Object"
"""The feature of an infinitive whose subject is the object of its governing verb."""

OF_WHICH = frozenset({"dont"})
"""Relative pronouns that mean "of which"."""

AMBIGUOUS_CONTROL = "Control=Ambiguous"
"""The feature of an infinitive whose subject may be the object or the subject of its governing verb."""

_CONTROLLER = "Controller="
_DEEPEST = 6
_WHERE = frozenset({"in", "near", "outside", "à", "en", "près de"})
_OWNING = frozenset({"whose"})
_RELATIVE_PRONOUNS = frozenset(
    {"qui", "que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles", "who", "which", "that", "whom"}
)
_SHARING = frozenset({Function.OPEN_CLAUSE, Function.CONJUNCT, Function.ADVERBIAL_CLAUSE})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def is_passive(sentence: Sentence, verb: Word) -> bool:
    """Return whether a verb is passive."""
    if sentence.child(verb, Function.PASSIVE_AUXILIARY, Function.PASSIVE_SUBJECT):
        return True
    if _is_headline_passive(sentence, verb):
        return True
    if sentence.child(verb, Function.AUXILIARY, Function.SUBJECT):
        return False
    reduced = verb.function is Function.PARTICIPLE
    participle = (verb.has("Tense=Past") and (reduced or verb.has("VerbForm=Part"))) or (
        verb.pos == "ADJ" and not verb.has("VerbForm=Inf")
    )
    if verb.function is Function.CONJUNCT and (head := sentence.head(verb)):
        # "is a firm based in X and owned by Y": the copula is also the auxiliary of the participle.
        copula = sentence.child(head, Function.COPULA) and not sentence.child(verb, Function.OBJECT)
        return participle and bool(copula or is_passive(sentence, head))
    return participle


def _is_headline_passive(sentence: Sentence, verb: Word) -> bool:
    """Return whether an English past tense without an object has a named agent: "Kerlan bought by Nordalia"."""
    if sentence.language != "en" or not verb.has("Tense=Past") or not verb.has("VerbForm=Fin"):
        return False
    agents = (w for w in sentence.children(verb, Function.OBLIQUE) if w.case == "by" and w.unit is not None)
    named = any(agent.unit is not None and agent.unit.kind == "name" for agent in agents)
    return named and not sentence.child(verb, Function.OBJECT, Function.AUXILIARY)


def is_finite(sentence: Sentence, verb: Word) -> bool:
    """Return whether a verb or its auxiliary is finite."""
    parts = (verb, *sentence.children(verb, Function.AUXILIARY, Function.PASSIVE_AUXILIARY, Function.COPULA))
    return any(part.has("VerbForm=Fin") for part in parts)


def is_infinitive(sentence: Sentence, word: Word) -> bool:
    """Return whether a verb is an infinitive, in English with "to", in French without an auxiliary."""
    if sentence.language == "fr":
        return word.has("VerbForm=Inf") and not sentence.child(word, Function.AUXILIARY)
    return any(child.text.lower() == "to" for child in sentence.children(word, Function.AUXILIARY))


def subjects(sentence: Sentence, verb: Word, *, depth: int = 0) -> tuple[Word, ...]:
    """Return the surface subjects of a verb: its own, its antecedent, or those of its governing clause."""
    own = tuple(sentence.children(verb, Function.SUBJECT, Function.PASSIVE_SUBJECT))
    if own:
        return tuple(antecedent(sentence, word, verb) for word in own)
    head = sentence.head(verb)
    if head is None or depth > _DEEPEST or verb.has(AMBIGUOUS_CONTROL):
        return ()
    if verb.function is Function.PARTICIPLE and (apposed := _apposition_around(sentence, verb, head)) is not None:
        return (apposed,)
    if verb.function is Function.PARTICIPLE or _is_about_head(sentence, verb, head):
        return (head,)
    if verb.has(CONTROLLED) and (doers := _controllers(sentence, verb, head)):
        return doers
    if verb.function is Function.ADVERBIAL_CLAUSE and verb.case and head.pos in _NOMINAL:
        # "its push into powering X": a gerund's only subject is its noun's owner, except after "of" ("no plan of").
        owners = tuple(sentence.children(head, Function.POSSESSOR))
        return owners or (_noun_subjects(sentence, head, depth=depth + 1) if verb.case == "of" else ())
    below_noun = verb.function in {Function.OPEN_CLAUSE, Function.OTHER} or (
        verb.function is Function.RELATIVE and is_infinitive(sentence, verb)
    )
    if below_noun and head.pos in _NOMINAL:
        return _noun_subjects(sentence, head, depth=depth + 1)
    shared = subjects(sentence, head, depth=depth + 1) if verb.function in _SHARING else ()
    return _given_amount(sentence, verb) or shared


def _is_about_head(sentence: Sentence, verb: Word, head: Word) -> bool:
    """Return whether the subject of a relative clause is the noun it modifies, without a pronoun that says so."""
    return (verb.function is Function.RELATIVE and is_passive(sentence, verb)) or _resumes(sentence, verb, head)


def _resumes(sentence: Sentence, verb: Word, head: Word) -> bool:
    """Return whether a verb goes on after a relative clause, and is taken for another: "X, which owns Y, has bought Z".

    English has no relative clause with neither a pronoun nor a subject of its own.
    """
    relative = verb.function is Function.RELATIVE and sentence.language == "en" and head.pos in _NOMINAL
    helper = sentence.child(verb, Function.AUXILIARY) if relative else None
    if helper is None or is_infinitive(sentence, verb) or sentence.words[helper.index - 1].text != ",":
        return False
    return any(w.function is Function.RELATIVE and w.index < verb.index for w in sentence.children(head))


def owner(sentence: Sentence, possessor: Word) -> Word:
    """Return the antecedent of "whose"; any other possessor unchanged."""
    if possessor.text.lower() not in _OWNING:
        return possessor
    clause = next((w for w in sentence.ancestors(possessor) if w.function is Function.RELATIVE), None)
    head = sentence.head(clause) if clause is not None else None
    return head if head is not None and head.index < possessor.index else possessor


def bearer(sentence: Sentence, title: Word) -> Word:
    """Return the name right after a title, with which it shares its function; else the title."""
    head = sentence.head(title)
    named = head is not None and head.unit is not None and head.unit.kind == "name"
    before = title.function is Function.MODIFIER and title.pos == "NOUN"
    return head if head is not None and named and before and head.index == title.index + 1 else title


def named_beside(sentence: Sentence, noun: Word) -> Word | None:
    """Return the name right after a noun that describes its bearer: "the battery recycler Kerlan"."""
    beside = sentence.children(noun, Function.APPOSITION) if noun.pos == "NOUN" else ()
    return next((name for name in beside if name.index == noun.index + 1 and name.pos == "PROPN"), None)


def later_owners(sentence: Sentence, possessive: Word) -> tuple[Word, ...]:
    """Return the names after a comma that a preceding possessive refers to: "Comme ses rivaux, X recrute"."""
    verb = next((w for w in sentence.ancestors(possessive) if w.pos == "VERB"), None)
    if verb is None or possessive.function not in {Function.DETERMINER, Function.POSSESSOR}:
        return ()
    return tuple(
        name
        for word in sentence.children(verb, Function.SUBJECT, Function.PASSIVE_SUBJECT)
        if word.index > possessive.index and sentence.words[sentence.subtree(word)[0].index - 1].text == ","
        # "Via sa filiale, la société X …"
        for name in (word, *(child for child in sentence.children(word) if not child.case))
        if name.unit is not None and name.unit.kind == "name"
    )


def _apposition_around(sentence: Sentence, participle: Word, head: Word) -> Word | None:
    """Return the noun that a participle after a comma modifies, if not the nearest one.

    "X, filiale de Y, dirigée par Z"; "a firm based in Lille, founded by Z".
    """
    after_comma = participle.index > 0 and sentence.words[participle.index - 1].text == ","
    above = sentence.head(head)
    if after_comma and above is not None and above.function is Function.PARTICIPLE and head.case in _WHERE:
        return sentence.head(above)
    inside = head.function is Function.OBLIQUE and above is not None and above.function is Function.APPOSITION
    return above if after_comma and inside else None


def controlled_by(doer: Word) -> str:
    """Return the feature of an infinitive that says who does it."""
    return f"{_CONTROLLER}{doer.index}"


def controllers(sentence: Sentence, task: Word) -> tuple[Word, ...]:
    """Return those whom the features of an infinitive or a noun name as doing it; mostly none."""
    return tuple(word for word in sentence.words if task.has(controlled_by(word))) if task.has(CONTROLLED) else ()


def _controllers(sentence: Sentence, infinitive: Word, verb: Word) -> tuple[Word, ...]:
    """Return who does what an object-control verb makes possible: "permettre à X de", "ask X to"."""
    named = controllers(sentence, infinitive)
    if named or verb.pos not in {"VERB", "AUX"}:
        return named
    if is_passive(sentence, verb):
        return subjects(sentence, verb)
    receivers = (w for w in sentence.children(verb, Function.OBLIQUE) if w.case in {"à", "to"})
    return tuple(sentence.children(verb, Function.OBJECT)) or tuple(receivers)


def _given_amount(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """Return the amount before the comma that a participle modifies: "réunir 30 millions, apportés par X"."""
    if verb.function is not Function.ADVERBIAL_CLAUSE or not verb.has("VerbForm=Part") or verb.index < 2:
        return ()
    comma, amount = sentence.words[verb.index - 1], sentence.words[verb.index - 2]
    return (amount,) if comma.text == "," and is_amount(amount) else ()


def _noun_subjects(sentence: Sentence, noun: Word, *, depth: int) -> tuple[Word, ...]:
    """Return the subjects of a verb governed by a noun: "its plan to build", "X signed a deal to supply"."""
    own = tuple(sentence.children(noun, Function.SUBJECT))
    if own:
        return own
    possessors = tuple(sentence.children(noun, Function.POSSESSOR))
    head = sentence.head(noun)
    if possessors or head is None:
        # "Nordalia about to buy Kerlan": a headline without a verb.
        named = noun.unit is not None and noun.unit.kind == "name"
        return possessors or ((noun,) if named and head is None else ())
    if noun.function in {Function.OBJECT, Function.OBLIQUE, Function.ATTRIBUTE} and head.pos in {"VERB", "AUX"}:
        return subjects(sentence, head, depth=depth)
    if noun.function is Function.OBLIQUE and head.pos == "NOUN" and noun.unit is None and depth < _DEEPEST:
        # "a letter of intent to buy": the signatory of the letter.
        return _noun_subjects(sentence, head, depth=depth + 1)
    if head.function is Function.ROOT and head.unit is not None and head.unit.kind == "name":
        # "Nordalia in talks to buy Kerlan": a headline without a verb.
        return (head,)
    return (noun,) if noun.unit is not None else ()


def antecedent(sentence: Sentence, pronoun: Word, verb: Word) -> Word:
    """Return the antecedent of a relative pronoun; any other word unchanged."""
    if pronoun.text.lower().replace("’", "'") not in _RELATIVE_PRONOUNS | OF_WHICH or pronoun.pos == "DET":
        return pronoun
    head = sentence.head(verb)
    if verb.function is Function.RELATIVE and head is not None and head.index < pronoun.index and head.pos in _NOMINAL:
        return head
    for index in range(pronoun.index - 1, -1, -1):
        word = sentence.words[index]
        if word.pos in {"NOUN", "PROPN"} and word.function is not Function.PUNCTUATION:
            return word
    return pronoun


def is_nested(sentence: Sentence, word: Word) -> bool:
    """Return whether a word merely modifies another mention: "X's chips", "Y, the unit of X"."""
    above = sentence.ancestors(word)
    return word.function in {Function.POSSESSOR, Function.MODIFIER} or any(
        w.function is Function.APPOSITION for w in above
    )
