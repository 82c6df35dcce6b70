"""The modality of a clause: asserted, planned, possible or denied.

A clause starts as asserted. From its trigger up to the root, each governor (`scope.py`) adds its signs
(`modality_signs.py`), and the lattice (`modality_lattice.py`) combines them; after Saurí and Pustejovsky, "FactBank"
(2009), reduced to the four values of the graph. The cue words are data (`cues.LANGUAGE.ttl`), tense and mood are
grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kg.extract.factuality.misreporting import find_error, find_withdrawal
from kg.extract.factuality.modality_lattice import report
from kg.extract.factuality.modality_signs import Sign, find_light_signs, find_signs, find_verbal_signs, is_aim
from kg.extract.factuality.scope import HEDGES, NO_DENIAL, TENSE, Link, find_link
from kg.extract.grammar.clauses import is_infinitive
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.model import Modality, Step

__all__ = ["Factuality", "find_factuality", "find_own_factuality", "form_of"]

_VERBAL = frozenset({"VERB", "AUX"})
_PAST = frozenset({"Tense=Past", "Tense=Imp"})


@dataclass(frozen=True, slots=True)
class Factuality:
    """A modality and the steps that led to it, one per cue."""

    modality: Modality = Modality.ASSERTED
    steps: tuple[Step, ...] = ()


def find_factuality(
    sentence: Sentence, trigger: Word, cues: Cues, *, oblique: bool = False, titled: bool = False
) -> Factuality:
    """Return the factuality of the clause of a trigger, a verb or noun.

    A noun after a preposition is independent of its governor ("thanks to a partnership"), unless `oblique` says that
    it shares the governor's modality ("invest in a data center"). A trigger that is `titled` names a position; its own
    adjectives, such as "former" or "future", do not count.
    """
    own = find_verbal_signs(sentence, trigger, cues, titled=True) if titled else find_signs(sentence, trigger, cues)
    withdrawal = find_withdrawal(sentence, trigger, cues)
    taken_back = (Sign(Modality.DENIED, f"“{word.text}” by somebody", word=word.index) for word in [withdrawal] if word)
    return _summed(sentence, chain(own, _signs_above(sentence, trigger, cues, oblique=oblique), taken_back))


def find_own_factuality(sentence: Sentence, word: Word, cues: Cues) -> Factuality:
    """Return the factuality from a word's own adjectives and adverbs, whatever its governor: "the planned site"."""
    return _summed(sentence, find_light_signs(sentence, word, cues))


def _summed(sentence: Sentence, signs: Iterator[Sign]) -> Factuality:
    modality = Modality.ASSERTED
    steps: dict[Step, None] = {}
    negators: set[int] = set()
    for sign in signs:
        if sign.modality is Modality.DENIED and sign.word in negators:
            continue  # "aucun" in "n'a aucun projet" is found both at the noun and at the verb
        negators.add(sign.word)
        modality = sign.apply(modality)
        steps[Step("modality", f"{sign.why} → {sign.modality}", sentence.words[sign.word].span)] = None
    return Factuality(modality, tuple(steps))


def _signs_above(
    sentence: Sentence, trigger: Word, cues: Cues, *, oblique: bool = False, below: frozenset[int] = frozenset()
) -> Iterator[Sign]:
    """Return the signs of a clause's governors; the words `below` are not visited again."""
    word, seen = trigger, {trigger.index, *below}
    while (link := find_link(sentence, word, cues, oblique=oblique)) is not None and link.governor.index not in seen:
        governed, word = word, link.governor
        seen.add(word.index)
        if link.reported:
            if (error := find_error(sentence, word, governed, cues)) is not None:
                yield Sign(Modality.DENIED, f"reported by “{word.text}” in error", word=error)
                return
            above = _signs_above(sentence, word, cues, below=frozenset(seen))
            speech = _summed(sentence, chain(find_signs(sentence, word, cues), above))
            yield Sign(
                report(Modality.ASSERTED, speech.modality), f"reported by “{word.text}”", hedge=True, word=word.index
            )
            return
        yield from _lexical(sentence, link)
        if link.cue is None and sentence.language == "en" and is_infinitive(sentence, governed) and word.pos in _VERBAL:
            # "chose a partner to build": in English, "to" marks what is not yet done.
            yield Sign(Modality.PLANNED, f"infinitive after “{word.text}”", word=word.index)
        yield from (sign for sign in find_signs(sentence, word, cues) if _reaches(sign, link))


def _reaches(sign: Sign, link: Link) -> bool:
    """Return whether a sign of a governor applies to its dependent."""
    if link.shares == HEDGES:
        return sign.hedge
    if link.shares == TENSE:
        return sign.modality is Modality.PLANNED
    return link.shares != NO_DENIAL or sign.modality is not Modality.DENIED


def _lexical(sentence: Sentence, link: Link) -> Iterator[Sign]:
    """Return the sign of a governing word; an intention in the pluperfect may have lapsed."""
    cue = link.cue.cue if link.cue is not None else None
    if cue is None or cue.modality is None:
        return
    governor = link.governor
    why = f"governed by “{governor.text}”"
    yield Sign(cue.modality, why, hedge=cue.kind == "hearsay", word=governor.index)
    helpers = sentence.children(governor, Function.AUXILIARY)
    if cue.kind == "intent" and any(w.lemma in {"have", "avoir"} and w.features & _PAST for w in helpers):
        yield Sign(Modality.POSSIBLE, f"“{governor.text}” in the pluperfect", word=governor.index)


def form_of(sentence: Sentence, word: Word) -> str:
    """Return the form of a trigger: `aim` (see `is_aim`), `attributive` before or after a noun, or `finite`."""
    if is_aim(sentence, word):
        return "aim"
    apart = word.function is Function.ADVERBIAL_CLAUSE and word.has("VerbForm=Part") and word.has("Tense=Past")
    return "attributive" if apart or word.function in {Function.PARTICIPLE, Function.MODIFIER} else "finite"
