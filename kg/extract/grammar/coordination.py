"""Lists of names, grouped by surface patterns, as parsers err most on coordination."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kg.extract.grammar.cues import Cues
from kg.extract.grammar.roles import OF
from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount

__all__ = ["coordinated", "examples", "listed_before"]

_AND = frozenset({"et", "ou", "and", "or", "&", "ainsi", "well"})
# "ainsi que" and "as well as" are several words.
_AND_REST = frozenset({"que", "as"})
_BE = frozenset({"be", "être"})
_AMONG = frozenset({"among"})
_BRACKETS = frozenset({"(", ")"})
_BETWEEN = frozenset({"DET", "ADJ", "ADP"})


def coordinated(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Word]:
    """Return a word and those coordinated with it, in order.

    Names are grouped by surface patterns ("A, B et C", with a conjunction before the last); other words by the parse.
    """
    if word.unit is not None and word.unit.kind == "name":
        yield from _parted(sentence, word, list(_name_list(sentence, word)))
        return
    yield word
    for child in sentence.children(word, Function.CONJUNCT):
        if child.pos in {"NOUN", "PROPN", "NUM", "PRON"} and (not child.case or child.case == word.case):
            yield from coordinated(sentence, child, cues)


def _parted(sentence: Sentence, word: Word, names: list[Word]) -> list[Word]:
    """Return the sublist of names that a word belongs to: in "the founders of X, A and B, met", X is apart."""
    noun = sentence.head(names[0])
    plural = noun is not None and noun.pos == "NOUN" and noun.index < names[0].index and noun.text.endswith(("s", "x"))
    if not names[0].case or not plural or noun is None:
        return names
    apposed = list(_apposed_list(sentence, noun, names[0].index + 1))
    if not apposed:
        return names
    return apposed if word in apposed else [names[0]]


def examples(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Word]:
    """Return the names that a noun introduces: "des clients comme A, B ou C", "ses rivaux A et B".

    Also those that a verb lists as such: "its customers include A and B", "its founders are A and B", "counts A and B
    among its customers". None for other words, and for a noun without such names.
    """
    if word.pos != "NOUN" and not (word.unit is not None and word.unit.kind == "noun"):
        return
    listed = _listed(sentence, word, cues) or _said_of(sentence, word)
    if listed is not None:
        yield from _name_list(sentence, listed, backward=listed.index < word.index)
    else:
        yield from _following(sentence, word, cues)


def _following(sentence: Sentence, word: Word, cues: Cues) -> Iterator[Word]:
    """Return the names that follow a noun: directly, after a comma, or after words that introduce examples."""
    limit = min(len(sentence.words), word.index + 8)
    several = word.text.endswith(("s", "x")) and not word.has("Number=Sing")
    beside = several
    near = True
    for index in range(word.index + 1, limit):
        here = sentence.words[index]
        marker = _marker(sentence, index, cues)
        # "un éditeur comme X", but not "un rival de Y, tout comme X"
        if marker and not several and not near:
            return
        if marker:
            yield from _names_from(sentence, index + marker)
            return
        after = list(_apposed_list(sentence, word, index)) if several else []
        if after:
            yield from after
            return
        is_name = here.unit is not None and here.unit.kind == "name"
        if is_name and beside:
            names = list(_name_list(sentence, here, backward=False))
            apposed = sentence.words[index - 1].text == ","
            yield from names if not apposed or _is_closed(sentence, names) else ()
        if here.pos == "VERB" or (is_name and not (here.case in OF and here.head == word.index)):
            return
        # "trois constructeurs français, X, Y et Z"
        beside = beside and (here.pos == "ADJ" or here.text == ",")
        near = near and here.pos == "ADJ"


def _is_closed(sentence: Sentence, names: list[Word]) -> bool:
    """Return whether a list after a comma is closed by punctuation, so that it is an apposition, not a subject."""
    after = sentence.words[names[-1].index + 1 : names[-1].index + 2]
    return len(names) > 1 and all(word.pos == "PUNCT" for word in after)


def listed_before(sentence: Sentence, word: Word) -> tuple[Word, ...]:
    """Return the names of a list described by a plural noun after it: "X et Y, les fondateurs de Z"."""
    index = word.index - 1
    while index > 0 and sentence.words[index].pos in {"DET", "ADJ"} and sentence.words[index].text != ",":
        index -= 1
    if word.pos != "NOUN" or not word.text.endswith(("s", "x")) or index < 3 or sentence.words[index].text != ",":
        return ()
    last = sentence.words[index - 1]
    names = tuple(_name_list(sentence, last)) if last.unit is not None and last.unit.kind == "name" else ()
    return names if len(names) > 1 and names[-1] == last else ()


def _apposed_list(sentence: Sentence, noun: Word, comma: int) -> Iterator[Word]:
    """Return the names after the comma that are in apposition to a plural noun: "its two subsidiaries, A and B".

    If there is a name before the comma, another comma must close the list ("the founders of X, A and B, met"), since X,
    A and B may be one list.
    """
    mark, first = (*sentence.words[comma : comma + 2], None, None)[:2]
    if mark is None or mark.text != ",":
        return
    if first is None or first.case or first.unit is None or first.unit.kind != "name":
        return
    names = list(_name_list(sentence, first, backward=False))
    closed = [w.text for w in sentence.words[names[-1].index + 1 : names[-1].index + 2]] == [","]
    inside = any(w.unit is not None and w.unit.kind == "name" for w in sentence.words[noun.index : comma])
    if len(names) > 1 and (closed or not inside):
        yield from names


def _listed(sentence: Sentence, noun: Word, cues: Cues) -> Word | None:
    """Return the first name that the verb of a noun's clause lists as such, if any."""
    verb = sentence.head(noun)
    if verb is None:
        return None
    found: Iterator[Word] = iter(())
    if noun.function is Function.SUBJECT and cues.has("listing", verb.lemma):
        found = sentence.children(verb, Function.OBJECT, Function.ATTRIBUTE)
    elif noun.function is Function.SUBJECT and noun.has("Number=Plur") and sentence.child(verb, Function.COPULA):
        found = iter((verb,))
    elif noun.case in OF and verb.text.lower() == "one":
        # "Anna Kerlan, one of its founders", "Anna Kerlan is one of its founders"
        found = iter((sentence.words[verb.head],) if verb.function is Function.APPOSITION else ())
        found = chain(found, sentence.children(verb, Function.SUBJECT))
    elif noun.case in _AMONG:
        listed = sentence.children(verb, Function.OBJECT, Function.ATTRIBUTE, Function.PASSIVE_SUBJECT)
        found = chain(listed, sentence.children(verb, Function.SUBJECT) if verb.lemma in _BE else ())
    names = (word for word in found if word.unit is not None and word.unit.kind == "name")
    return next(names, None)


def _said_of(sentence: Sentence, noun: Word) -> Word | None:
    """Return the first of the names that a plural noun is predicated of: "A and B are the founders of X"."""
    is_predicate = noun.has("Number=Plur") and sentence.child(noun, Function.COPULA) is not None
    subject = sentence.child(noun, Function.SUBJECT) if is_predicate else None
    return subject if subject is not None and subject.unit is not None and subject.unit.kind == "name" else None


def _marker(sentence: Sentence, index: int, cues: Cues) -> int:
    """Return the number of words in a marker of examples at `index`; 0 when there is none."""
    above = sentence.head(sentence.words[index])
    if above is not None and above.function is Function.RELATIVE and sentence.child(above, Function.COPULA):
        # "le campus, dont X est propriétaire"
        return 0
    for form in cues.forms("example"):
        parts = form.split()
        words = [_full(word.text) for word in sentence.words[index : index + len(parts)]]
        if words == parts:
            return len(parts)
    return 0


def _full(form: str) -> str:
    """Return a word in lower case, without elision: "tels qu'" is "tels que"."""
    return "que" if form.lower().replace("’", "'") == "qu'" else form.lower()


def _names_from(sentence: Sentence, index: int) -> Iterator[Word]:
    for word in sentence.words[index : index + 4]:
        if word.unit is not None and word.unit.kind == "name":
            yield from _name_list(sentence, word, backward=False)
            return


def _name_list(sentence: Sentence, word: Word, *, backward: bool = True) -> Iterator[Word]:
    start = word.index
    while backward and (before := _neighbour(sentence, start, -1)) is not None:
        start = before
    members, joined = [start], False
    while (after := _neighbour(sentence, members[-1], 1)) is not None:
        between = {w.text.lower() for w in sentence.words[members[-1] + 1 : after]}
        joined = joined or bool(between & _AND)
        members.append(after)
        if between & _AND:
            break
    inside = joined and word.index in members
    yield from (sentence.words[index] for index in (members if inside else [word.index]))


def _describes_next(sentence: Sentence, noun: Word) -> bool:
    """Return whether a noun is directly followed by a name: "X, Y et la famille Z"."""
    after = sentence.words[noun.index + 1 : noun.index + 2]
    return noun.pos == "NOUN" and any(w.unit is not None and w.unit.kind == "name" and not w.case for w in after)


def _over_brackets(sentence: Sentence, position: int, step: int) -> int | None:
    """Return where the brackets around an amount end: "X (80%) and Y (20%)"; `None` when they hold other words."""
    far = position + 2 * step
    if not 0 <= far < len(sentence.words) or {sentence.words[position].text, sentence.words[far].text} != _BRACKETS:
        return None
    return far if is_amount(sentence.words[position + step]) else None


def _neighbour(sentence: Sentence, index: int, step: int) -> int | None:
    """Return the index of the next name in a list, across a comma or conjunction and words that may precede a name."""
    position, separated = index + step, False
    while 0 <= position < len(sentence.words) and abs(position - index) <= 6:
        word = sentence.words[position]
        if word.unit is not None and word.unit.kind == "name":
            return position if separated else None
        if word.text == "," or word.text.lower() in _AND:
            separated = True
        elif word.text in _BRACKETS and (over := _over_brackets(sentence, position, step)) is not None:
            position = over
        elif (
            word.pos not in _BETWEEN
            and word.text.lower() not in _AND_REST
            and not (step > 0 and _describes_next(sentence, word))
        ):
            return None
        position += step
    return None
