"""Describes roles, conditions and grammatical paths to the arguments of a frame in words."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.grammar.clauses import is_passive
from kg.extract.grammar.roles import STEP
from kg.extract.grammar.syntax import Function, Sentence, Word

__all__ = ["describe_condition", "describe_path", "describe_role"]

# Descriptions of roles whose name is not self-explanatory.
_ROLES = {
    "subject": "a subject of {}",
    "object": "an object of {}",
    "surface-subject": "a grammatical subject of {}",
    "attribute": "what {} says of its subject",
    "infinitive": "an infinitive below {}",
    "self": "{} itself",
    "possessor": "whose {} it is",
    "modifier": "a word that belongs to {}",
    "copula-subject": "what is said to be {}",
    "predicate": "what {} is said to be",
    "head": "the noun that {} depends on",
    "clause-subject": "a subject of the verb around {}",
    "clause-object": "an object of the verb around {}",
    "topic": "what the text is about at {}",
    "clause": "the words of the clause from {} on",
    "title": "the position that {} and its complements name",
    "speaker": "who speaks",
    "words": "the words in quotation marks",
    "-": "the word before the hyphen of {}",
}
_CLAUSE = {
    "modality": "in a clause that is {}",
    "form": "as {}",
    "governor": "below {}",
    "case": "after {}",
    "voice": "in the {}",
    "number": "in the {}",
}
_FORMS = {"finite": "a verb of its own clause", "aim": "an aim", "attributive": "a participle that describes a noun"}
_SUBJECTS = frozenset({Function.SUBJECT, Function.PASSIVE_SUBJECT})
_MOST = 5


def describe_role(role: str, trigger: str) -> str:
    """Return a description of a role around a trigger.

    >>> describe_role("object", "leases"), describe_role("à", "loue")
    ('an object of “leases”', 'words with “à” after “loue”')
    >>> describe_role("à > de", "entre")
    'words with “de” on words with “à” after “entre”'
    """
    around, _, last = role.rpartition(STEP)
    if around:
        return f"words with “{last}” on {describe_role(around, trigger)}"
    return _ROLES.get(role, f"words with “{role}” after {{}}").format(f"“{trigger}”")


def describe_path(sentence: Sentence, trigger: Word, filler: Word, role: str) -> str:
    """Return how a word fills a role around a trigger: "subject of the passive “leased”"."""
    verb = f"“{trigger.text}”"
    above = sentence.head(trigger)
    if role == "subject" and trigger.pos == "NOUN" and above is not None and above.pos in {"VERB", "AUX"}:
        return f"subject of “{above.text}”, which lends it to {verb}"
    if role not in {"subject", "object"} or trigger.pos not in {"VERB", "AUX", "ADJ"}:
        return describe_role(role, trigger.text)
    if filler.head == trigger.index and filler.function in _SUBJECTS | {Function.OBJECT, Function.OBLIQUE}:
        return _beside(sentence, trigger, filler)
    if trigger.head == filler.index and trigger.function is Function.RELATIVE:
        return f"{role} of {verb}: the noun before its relative clause"
    if trigger.head == filler.index and trigger.function is Function.PARTICIPLE:
        return f"{role} of {verb}: the noun that the participle describes"
    above = sentence.head(filler)
    if above is not None and above in sentence.ancestors(trigger) and filler.function in _SUBJECTS:
        return f"{role} of {verb}: the subject of “{above.text}”, which it depends on"
    return f"{role} of {verb}"


def _beside(sentence: Sentence, trigger: Word, filler: Word) -> str:
    """Return the grammatical function of a verb's own dependent; a passive swaps subject and object."""
    verb = f"“{trigger.text}”"
    if filler.function is Function.OBJECT:
        return f"object of {verb}"
    if filler.function is Function.OBLIQUE:
        return f"after “{filler.case}”, the agent of the passive {verb}" if filler.case else f"object of {verb}"
    return f"subject of the passive {verb}" if is_passive(sentence, trigger) else f"subject of {verb}"


def describe_condition(role: str, lemmas: Sequence[str], trigger: str) -> str:
    """Return the condition that a role contains one of the lemmas, in words that follow "only" or "not".

    >>> describe_condition("infinitive", ["*"], "plans"), describe_condition("voice", ["active"], "runs")
    ('with an infinitive below “plans”', 'in the active')
    """
    shown = " or ".join(f"“{lemma}”" for lemma in lemmas[:_MOST]) + (" …" if len(lemmas) > _MOST else "")
    if role == "dated":
        return "with a date" if "yes" in lemmas else "without a date"
    if role in _CLAUSE:
        words = " or ".join(_FORMS.get(lemma, lemma) for lemma in lemmas)
        return _CLAUSE[role].format(shown if role in {"governor", "case"} else words)
    place = " or ".join(describe_role(name.strip(), trigger) for name in role.split("|"))
    if "#name" in lemmas:
        return f"with a name as {place}"
    if "*" in lemmas:
        return f"with {place}"
    if "own" in lemmas:
        return f"with a possession as {place}"
    return f"with {shown} as {place}"
