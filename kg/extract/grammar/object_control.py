"""Object control: who does what an infinitive says, when it is not the subject of the verb above it.

The object does it after some verbs whatever it is ("charger X de construire", "keep X from building"), after others
only when it is an organisation and what is to be done is work that one has done ("picked Kerlan to build", not "picked
Lille to build").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.grammar.clauses import (
    AMBIGUOUS_CONTROL,
    CONTROLLED,
    antecedent,
    controlled_by,
    is_infinitive,
    is_passive,
)
from kg.extract.grammar.cues import Cues, around
from kg.extract.grammar.lexicon import Lexicon
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.text.folding import fold

__all__ = ["mark_control"]

_RECEIVING = frozenset({"", "à", "to"})
_TASKS = frozenset({"of", "with", "for", "de", "pour"})
_KINDS = ("choice", "commission")
_WHERE = frozenset({"in", "at", "near", "outside", "à", "en", "dans", "près de", "chez"})
_VERBAL = frozenset({"VERB", "AUX"})
_PRONOUNS = frozenset({"it", "them", "him", "her", "le", "la", "les", "l'", "lui", "leur", "elle", "elles", "eux"})


def mark_control(sentence: Sentence, cues: Cues, lexicon: Lexicon) -> Sentence:
    """Return the sentence with the feature `CONTROLLED` on what an object above does: infinitives, gerunds, nouns.

    Where the governing verb does not show which of its objects that is, another feature names the word.
    """
    return sentence.with_words(tuple(_marked(sentence, word, cues, lexicon) for word in sentence.words))


def _marked(sentence: Sentence, word: Word, cues: Cues, lexicon: Lexicon) -> Word:
    doers = tuple(_commissioned(sentence, word, cues, lexicon)) or tuple(_persuaded(sentence, word, cues, lexicon))
    if any(_may_be_place(sentence, doer, word, cues) for doer in doers):
        return replace(word, features=word.features | {AMBIGUOUS_CONTROL})
    if doers:
        return replace(word, features=word.features | {CONTROLLED, *(controlled_by(doer) for doer in doers)})
    if word.pos in _VERBAL and _is_controlled(sentence, word, cues, lexicon):
        return replace(word, features=word.features | {CONTROLLED})
    return word


def _is_controlled(sentence: Sentence, word: Word, cues: Cues, lexicon: Lexicon) -> bool:
    gerund = word.function is Function.ADVERBIAL_CLAUSE and word.case == "from"
    infinitive = word.function is Function.CLAUSE and is_infinitive(sentence, word)
    head = sentence.head(word) if word.function is Function.OPEN_CLAUSE or gerund or infinitive else None
    if head is None or not cues.governing(("object-control",), head, frozenset(around(sentence, head, word))):
        return False
    chosen = any(cues.has(kind, head.lemma) for kind in _KINDS) and not is_passive(sentence, head)
    # "picked Lille to build": who picks a place builds there.
    return not chosen or any(_is_organization(sentence, each, lexicon) for each in _objects(sentence, head))


def _persuaded(sentence: Sentence, word: Word, cues: Cues, lexicon: Lexicon) -> Iterator[Word]:
    """Return the object of an object-control verb, below which the parser has hung the infinitive."""
    head = sentence.head(word) if word.function is Function.OPEN_CLAUSE and is_infinitive(sentence, word) else None
    verb = sentence.head(head) if head is not None and head.function is Function.OBJECT else None
    if head is None or verb is None or not cues.has("object-control", verb.lemma):
        return
    if _is_organization(sentence, head, lexicon) or fold(head.lemma) in lexicon.parties:
        yield head


def _commissioned(sentence: Sentence, word: Word, cues: Cues, lexicon: Lexicon) -> Iterator[Word]:
    """Return who is asked, paid or chosen to do the work that an infinitive or a gerund says."""
    task = cues.has("service", word.lemma) and _is_task(sentence, word)
    verb = _governing_verb(sentence, word, lexicon) if task else None
    if verb is None:
        return
    # "give up" is another verb than "give".
    phrase = cues.governing((*_KINDS, "matrix"), verb, frozenset(around(sentence, verb, word)))
    if phrase is None or phrase.cue.kind not in _KINDS:
        return
    last = phrase.words[-1] if len(phrase.words) > 1 else ""
    after = [w for w in _complements(sentence, verb) if last and last in (*w.case.split(), _above(sentence, w))]
    for doer in after or _objects(sentence, verb):
        if (doer.index < word.index or is_passive(sentence, verb)) and _is_organization(sentence, doer, lexicon):
            yield doer


def _may_be_place(sentence: Sentence, doer: Word, task: Word, cues: Cues) -> bool:
    """Return whether a chosen name of which nothing is known may be where the work is done: "picked X to build a site".

    Not when the work is done in another place: "picked X to build a site in Lille".
    """
    verb = sentence.head(doer)
    chosen = verb is not None and cues.governing(("choice",), verb, frozenset(around(sentence, verb, task)))
    named = doer.unit is not None and doer.unit.kind == "name" and not doer.unit.is_classified
    described = any(sentence.children(doer, Function.MODIFIER, Function.APPOSITION, Function.CONJUNCT))
    placed = any(w.case in _WHERE and w.pos == "PROPN" for w in sentence.subtree(task))
    return bool(chosen) and named and not described and not placed


def _is_task(sentence: Sentence, word: Word) -> bool:
    """Return whether a word names a task: an infinitive, a gerund, a noun ("the job of building", "for the supply")."""
    if word.pos == "NOUN":
        return word.function is Function.OBJECT or (word.function is Function.OBLIQUE and word.case in _TASKS)
    gerund = word.function is Function.ADVERBIAL_CLAUSE and word.case in _TASKS
    return word.pos in _VERBAL and (gerund or is_infinitive(sentence, word))


def _governing_verb(sentence: Sentence, word: Word, lexicon: Lexicon) -> Word | None:
    """Return the verb above a task; beyond a noun right below that verb: "award X the *contract* to build"."""
    above = sentence.head(word) if word.function not in {Function.CONJUNCT, Function.SUBJECT} else None
    if above is not None and not _is_clausal(sentence, above):
        given = above.function in {Function.OBJECT, Function.PASSIVE_SUBJECT}
        asked = above.function is Function.OBLIQUE and _is_organization(sentence, above, lexicon)
        above = sentence.head(above) if given or asked else None
    return above if above is not None and _is_clausal(sentence, above) else None


def _is_clausal(sentence: Sentence, word: Word) -> bool:
    """Return whether a word is a verb, or a noun that the parser takes for one: "a recours à X"."""
    return word.pos in _VERBAL or sentence.child(word, Function.AUXILIARY) is not None


def _objects(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the objects and receivers of a verb; those of a passive are its receivers alone."""
    passive = is_passive(sentence, verb)
    for word in (*sentence.children(verb, Function.OBJECT), *_complements(sentence, verb)):
        given = word.function is Function.OBLIQUE and word.case in _RECEIVING and (word.case or not passive)
        if given or (word.function is Function.OBJECT and not passive):
            yield antecedent(sentence, word, verb)


def _complements(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return what stands after prepositions at a verb, and at its objects: "prêter 30 millions à X"."""
    yield from sentence.children(verb, Function.OBLIQUE)
    for word in sentence.children(verb, Function.OBJECT, Function.PASSIVE_SUBJECT):
        yield from sentence.children(word, Function.OBLIQUE)


def _above(sentence: Sentence, word: Word) -> str:
    head = sentence.head(word)
    return head.lemma if head is not None else ""


def _is_organization(sentence: Sentence, word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word stands for an organisation, itself or by the name beside it.

    A French name of one word that has an article is a place: "choisir le Québec".
    """
    if sentence.language == "fr" and word.pos == "PROPN" and word.text.isalpha():
        return lexicon.is_organization(word) and sentence.child(word, Function.DETERMINER) is None
    beside = sentence.children(word, Function.APPOSITION)
    pronoun = word.pos == "PRON" and word.text.lower().replace("’", "'") in _PRONOUNS
    return pronoun or lexicon.is_organization(word) or any(lexicon.is_organization(name) for name in beside)
