"""Whether a clause is about the past or the future, which decides what "in June" means."""

from __future__ import annotations

from kg.extract.grammar.cues import Cues
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.model import Modality, Span

__all__ = ["FUTURE", "PAST", "UNKNOWN", "find_time", "verb_of"]

PAST, UNKNOWN, FUTURE = -1, 0, 1
"""The time of a clause; unknown when its verb does not show it."""

_VERBAL = frozenset({"VERB", "AUX"})
_HELPERS = (Function.AUXILIARY, Function.PASSIVE_AUXILIARY, Function.COPULA)
_PERFECT = frozenset({"have", "avoir"})
_PAST = frozenset({"Tense=Past", "Tense=Imp"})


def find_time(sentence: Sentence, trigger: Word, facts: tuple[Modality, Cues], *, day: bool = False) -> int:
    """Return whether the clause of a trigger is about the past or the future.

    A planned event is in the future; otherwise the nearest verb with a tense, from the trigger up, decides. A `day`
    after "agreed to buy X" may be that of the agreement too: unknown.
    """
    modality, cues = facts
    verb, time = _tensed_verb(sentence, trigger, cues)
    if modality is Modality.PLANNED:
        return UNKNOWN if day and time == PAST and verb != trigger else FUTURE
    return time or (FUTURE if modality is Modality.POSSIBLE else UNKNOWN)


def verb_of(sentence: Sentence, time: Span, trigger: Word) -> Word:
    """Return the verb that a date in a trigger's clause modifies: the nearest above it, or the trigger."""
    word = next((word for word in sentence.words if word.span.overlaps(time)), trigger)
    for above in sentence.ancestors(word):
        if above == trigger or above.pos == "VERB":
            return above
    return trigger


def _tensed_verb(sentence: Sentence, trigger: Word, cues: Cues) -> tuple[Word, int]:
    """Return the nearest verb with a tense, from a trigger upwards, and its time."""
    for word in (trigger, *sentence.ancestors(trigger)):
        if word.pos in _VERBAL or sentence.child(word, *_HELPERS):
            time = _of_verb(sentence, word, cues)
            if time != UNKNOWN or word.has("VerbForm=Fin"):
                return word, time
    return trigger, UNKNOWN


def _of_verb(sentence: Sentence, verb: Word, cues: Cues) -> int:
    helpers = tuple(sentence.children(verb, *_HELPERS))
    perfect = any(word.lemma in _PERFECT for word in helpers)
    to_come = any(cues.has("modal", word.lemma) or cues.has("epistemic", word.lemma) for word in helpers)
    if any(word.has("Tense=Fut") for word in (verb, *helpers)) or (to_come and not perfect):
        return FUTURE
    helped = any(word.features & _PAST and word.lemma != "could" for word in helpers)
    # "est entrée au capital": the helper of a French past is "être" as well.
    entered = any(w.lemma == "être" for w in sentence.children(verb, Function.AUXILIARY))
    if helped or (perfect and verb.features & _PAST) or (entered and verb.features & _PAST):
        return PAST
    if helpers and not perfect and verb.has("Aspect=Prog"):
        return FUTURE  # "is buying X in December"
    return PAST if not helpers and verb.features & _PAST else UNKNOWN
