"""The governor of a clause: the word whose modality it shares, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.grammar.clauses import is_infinitive
from kg.extract.grammar.copulas import is_borne
from kg.extract.grammar.cues import Cues, Phrase, around, plain
from kg.extract.grammar.roles import OF
from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount

__all__ = [
    "ALL",
    "HEDGES",
    "NO_DENIAL",
    "TENSE",
    "Link",
    "find_link",
    "is_claim",
    "is_created",
    "is_given",
    "is_presupposed",
    "leftmost",
]

ALL, NO_DENIAL, HEDGES, TENSE = "all", "no denial", "hedges", "tense"
"""Which of its governor's own signs a clause shares: all, all but negation, only hedges, only the future."""

_DEFINITE = frozenset({"le", "la", "les", "l'", "ce", "cet", "cette", "ces", "the", "this", "that", "these", "those"})
_CORE = frozenset(
    {Function.OBJECT, Function.PASSIVE_SUBJECT, Function.SUBJECT, Function.ATTRIBUTE, Function.OPEN_CLAUSE}
)
_VERBAL = frozenset({"VERB", "AUX"})
_WITHIN = frozenset({"in", "lors de"})
_BUT = frozenset({"but", "mais"})


@dataclass(frozen=True, slots=True)
class Link:
    """A clause's governor, and the cue by which it governs.

    Attributes:
        governor: the verb, adjective or noun.
        cue: the governing cue; `None` when the clause only shares the tense and mood of its governor.
        shares: which of the governor's own signs apply to the clause.
        reported: whether the governor reports the clause as somebody's words.
    """

    governor: Word
    cue: Phrase | None = None
    shares: str = ALL
    reported: bool = False


def find_link(sentence: Sentence, word: Word, cues: Cues, *, oblique: bool = False) -> Link | None:
    """Return the governor of a clause, or of a noun that denotes an event; `None` when it is independent.

    A noun after a preposition is independent, unless `oblique` says that it shares its governor's modality.
    """
    head = sentence.head(word)
    noun = _noun_before(sentence, word, cues)
    if noun is not None:
        return Link(noun, _cue(sentence, (noun, word), ("noun",), cues))
    if head is None or word.function is Function.APPOSITION:
        return None
    if head.pos in {"ADV", "ADP"} and (above := sentence.head(head)) is not None and above.pos in _VERBAL:
        head = above
    if word.pos in _VERBAL:
        return _of_verb(sentence, word, head, cues)
    return _of_noun(sentence, word, head, cues=cues, oblique=oblique)


def _of_verb(sentence: Sentence, word: Word, head: Word, cues: Cues) -> Link | None:
    function = word.function
    if function in {Function.RELATIVE, Function.PARTICIPLE}:
        return _of_modifier(sentence, word, head, cues)
    if function is Function.CONJUNCT:
        return _of_conjunct(sentence, word, head)
    # "Racheté en 2018, X compte recruter": the participle is a fact.
    done = word.has("VerbForm=Part") and word.has("Tense=Past")
    adverbial = function is Function.ADVERBIAL_CLAUSE and not done and not _has_subject(sentence, word)
    if function not in {Function.OPEN_CLAUSE, Function.CLAUSE} and not adverbial:
        return None
    cue = _cue(sentence, (head, word), _kinds(sentence, head, word), cues)
    if cue is None and function is Function.CLAUSE and cues.has("speech", head.lemma):
        return Link(head, reported=True)
    return Link(head, cue, NO_DENIAL if cue is None and adverbial else ALL)


def _of_modifier(sentence: Sentence, word: Word, head: Word, cues: Cues) -> Link | None:
    """Return the link of a clause attached to a noun: "rumours that X did", "a site powered by" under "build"."""
    complete = _has_subject(sentence, word) and sentence.child(word, Function.OBJECT, Function.PASSIVE_SUBJECT)
    claimed = is_claim(head, cues) and _has_subject(sentence, word) and _is_introduced(sentence, word)
    if _is_infinitival(sentence, word) or complete or claimed:
        cue = _cue(sentence, (head, word), ("noun", "claim"), cues)
        return Link(head, cue) if cue is not None else None
    created = word.function is Function.PARTICIPLE and is_created(sentence, head, cues)
    shared = created or cues.has("settled", head.lemma)
    return Link(head) if shared and not is_presupposed(sentence, head) else None


def is_claim(noun: Word, cues: Cues) -> bool:
    """Return whether a noun stands for words that are true or not: "the claim that …"."""
    return noun.pos == "NOUN" and (cues.has("claim", noun.lemma) or cues.has("claim", plain(noun)))


def _is_introduced(sentence: Sentence, word: Word) -> bool:
    """Return whether a clause is the content of its noun: "the claim *that* …", "la rumeur *selon laquelle* …"."""
    by_source = any(child.case == "selon" for child in sentence.children(word, Function.OBLIQUE))
    return by_source or sentence.child(word, Function.MARKER) is not None


def _of_conjunct(sentence: Sentence, word: Word, head: Word) -> Link | None:
    """Return the link of a coordinated verb; one with its own tense shares only hedges and what governs the first."""
    if _has_subject(sentence, word):
        return None
    helped = sentence.child(word, Function.AUXILIARY, Function.PASSIVE_AUXILIARY) is not None
    alike = {f for f in word.features if f.startswith("VerbForm=")} == {
        f for f in head.features if f.startswith("VerbForm=")
    }
    # "will build, own and operate": the parser takes a bare form for a present tense.
    modal = sentence.child(head, Function.AUXILIARY) is not None or head.function is Function.CONJUNCT
    bare = sentence.language == "en" and word.text.lower() == word.lemma and modal and not helped
    if not bare and (helped or not alike or word.has("VerbForm=Fin")):
        return Link(head, shares=HEDGES)
    but = any(plain(child) in _BUT for child in (*sentence.children(head), *sentence.children(word)))
    return Link(head, shares=NO_DENIAL if but else ALL)


def _of_noun(sentence: Sentence, word: Word, head: Word, *, cues: Cues, oblique: bool) -> Link | None:
    clausal = head.pos in _VERBAL or sentence.child(head, Function.COPULA) is not None
    if clausal and (word.function in _CORE or is_borne(sentence, word, cues)):
        return _of_argument(sentence, word, head, cues)
    cue = _cue(sentence, (head, word), ("noun",), cues)
    listed = word.function is Function.CONJUNCT and head.pos == "NOUN"
    part = word.function is Function.OBLIQUE and head.pos == "NOUN" and is_created(sentence, head, cues)
    if cue is not None or listed or part:
        return Link(head, cue)
    if word.function is not Function.OBLIQUE:
        return None
    verb = sentence.head(head) if is_amount(head) and oblique else head
    if verb is None or verb.pos not in _VERBAL:
        return None
    cue = _cue(sentence, (verb, word), ("matrix", "intent"), cues)
    by_case = cue is not None and len(cue.words) > 1 and cue.words[-1] in word.case.split()
    # "merge in a deal": the deal is the merger; unlike "in a deal signed with X".
    open_deal = cues.has("settled", word.lemma) and not sentence.child(word, Function.PARTICIPLE)
    same = word.case in _WITHIN and open_deal and not is_presupposed(sentence, word)
    lent = head.pos == "VERB" and bool(word.case) and cues.has("support", f"{head.lemma} {word.case}")
    return Link(verb, cue if by_case else None) if by_case or oblique or same or lent else None


def _of_argument(sentence: Sentence, word: Word, head: Word, cues: Cues) -> Link | None:
    """Return the link of a noun at a verb: what its subject does tells little of it, what is done to it tells much."""
    claim = is_claim(word, cues)
    for said in (head, *sentence.children(head, Function.ATTRIBUTE, Function.OPEN_CLAUSE)):
        outcome = _cue(sentence, (said, word), ("verdict", "outcome") if claim else ("outcome",), cues)
        # "the deal is expected" tells what becomes of it; "the deal expects both to share patents" what is in it.
        tells = outcome is not None and (len(outcome.words) > 1 or not sentence.child(said, Function.OBJECT))
        if tells and word.function is not Function.OBJECT:
            return Link(said if said.function is Function.OPEN_CLAUSE else head, outcome)
    # "the news that X did it will surprise": only a verdict on a claim affects its modality.
    settled = claim or (cues.has("settled", word.lemma) and is_presupposed(sentence, word))
    if word.function is Function.SUBJECT:
        return None if settled else Link(head, shares=TENSE)
    cue = _cue(sentence, (head, word), ("matrix", "intent"), cues)
    if word.function is Function.OBJECT and cues.has("speech", head.lemma):
        return Link(head, cue, reported=cue is None)
    if settled and cue is None and not cues.has("support", head.lemma):
        return None
    return Link(head, cue)


def _kinds(sentence: Sentence, head: Word, word: Word) -> tuple[str, ...]:
    """Return the kinds of cues by which a head may govern a clause."""
    passive = sentence.child(head, Function.PASSIVE_AUXILIARY) is not None
    if not _is_infinitival(sentence, word):
        return ("matrix", "intent", "noun", "outcome", *(() if passive else ("modal",)))
    return ("matrix", "intent", "noun", "infinitive", "hearsay" if passive else "modal")


def _is_infinitival(sentence: Sentence, word: Word) -> bool:
    """Return whether a verb is an infinitive, present or past: "racheter", "avoir racheté"."""
    helpers = sentence.children(word, Function.AUXILIARY, Function.PASSIVE_AUXILIARY)
    return is_infinitive(sentence, word) or any(part.has("VerbForm=Inf") for part in (word, *helpers))


def _cue(sentence: Sentence, pair: tuple[Word, Word], kinds: tuple[str, ...], cues: Cues) -> Phrase | None:
    governor, governed = pair
    # "s'offre X" is not an offer.
    kinds = tuple(kind for kind in kinds if kind != "noun" or governor.pos not in _VERBAL)
    return cues.governing(kinds, governor, frozenset(around(sentence, governor, governed)))


def _noun_before(sentence: Sentence, word: Word, cues: Cues) -> Word | None:
    """Return the noun right before an infinitive that governs it, whatever the parse: "talks to lease"."""
    if word.pos not in _VERBAL or not _is_infinitival(sentence, word):
        return None
    index = min(word.index, *(c.index for c in _markers(sentence, word))) - 1
    while index > 0 and sentence.words[index].pos == "ADJ":
        index -= 1
    noun = sentence.words[index] if 0 <= index < word.index - 1 else None
    known = (
        noun is not None and noun.pos == "NOUN" and (cues.has("noun", noun.lemma) or cues.has("settled", noun.lemma))
    )
    return noun if known else None


def _markers(sentence: Sentence, word: Word) -> Iterator[Word]:
    yield word
    yield from sentence.children(word, Function.MARKER, Function.AUXILIARY, Function.CASE)


def _has_subject(sentence: Sentence, word: Word) -> bool:
    return sentence.child(word, Function.SUBJECT, Function.PASSIVE_SUBJECT) is not None


def is_presupposed(sentence: Sentence, noun: Word) -> bool:
    """Return whether a noun phrase presupposes its referent, whatever is planned: "its site", "the site"."""
    if noun.unit is not None and noun.unit.kind == "name":
        return True
    if sentence.child(noun, Function.POSSESSOR):
        return True
    determiners = [w.text.lower().replace("’", "'") for w in sentence.children(noun, Function.DETERMINER)]
    owned = any(w.has("Poss=Yes") for w in sentence.children(noun))
    return owned or any(form in _DEFINITE for form in determiners)


def is_created(sentence: Sentence, noun: Word, cues: Cues) -> bool:
    """Return whether a noun's governor brings about its referent: "build a site", "construction of the site"."""
    verb = sentence.head(noun)
    if verb is not None and noun.function is Function.OBLIQUE and noun.case in OF:
        return cues.has("creation", verb.lemma)
    made = verb is not None and noun.function in {Function.OBJECT, Function.PASSIVE_SUBJECT}
    return made and verb is not None and cues.has("creation", verb.lemma)


def is_given(sentence: Sentence, noun: Word, cues: Cues) -> bool:
    """Return whether a clause presupposes a noun's referent: "the site", "buy a site"; not "build its site"."""
    head = sentence.head(noun)
    existing = head is not None and noun.function in _CORE and cues.has("existing", head.lemma)
    return existing or (is_presupposed(sentence, noun) and not is_created(sentence, noun, cues))


def leftmost(sentence: Sentence, word: Word) -> int:
    """Return the index of the leftmost word in a word's subtree."""
    index = word.index
    while sentence.dependents[index] and sentence.dependents[index][0] < index:
        index = sentence.dependents[index][0]
    return index
