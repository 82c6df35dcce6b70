"""Corrects the main verb of a sentence, where a participle, an infinitive or a relative clause obscures it.

"Fondée en 2015 par X, Y recrute": the parser makes the participle the root. "Y, acquired last year by X, makes chips":
it makes the participle the verb of "Y".
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.grammar.clauses import is_finite
from kg.extract.grammar.syntax import Function, Sentence, Word

__all__ = ["mend_main_clause"]

_SUBJECTS = (Function.SUBJECT, Function.PASSIVE_SUBJECT)
# How many words may precede the verb that opens a sentence: "Pour construire", "Après avoir racheté".
_LEAD = 3
_RELATIVES = frozenset({"qui", "que", "qu'", "qu’", "dont", "which", "who", "that"})


def mend_main_clause(sentence: Sentence) -> Sentence:
    """Return the sentence with its main verb as the root; unchanged when nothing obscures it."""
    root = next((w for w in sentence.words if w.function is Function.ROOT and w.pos == "VERB"), None)
    if root is None:
        return sentence
    changed = _opened(sentence, root) or _interposed(sentence, root)
    if not changed:
        return sentence
    words = tuple(changed.get(word.index, word) for word in sentence.words)
    return sentence.with_words(words)


def _opened(sentence: Sentence, root: Word) -> dict[int, Word]:
    """Return the changes for an initial participle or infinitive followed by a clause with a subject."""
    if root.index > _LEAD or is_finite(sentence, root) or sentence.child(root, *_SUBJECTS):
        return {}
    commas = [word.index for word in sentence.words if word.text == "," and word.index > root.index]
    for verb in sentence.words[root.index + 1 :]:
        subject = sentence.child(verb, *_SUBJECTS)
        if subject is None or not commas or subject.index < commas[0] or not is_finite(sentence, verb):
            continue
        relative = any(word.text.lower() in _RELATIVES for word in sentence.subtree(subject))
        if verb.pos in {"VERB", "AUX"} and not relative:
            return {
                verb.index: replace(verb, function=Function.ROOT, head=verb.index),
                root.index: replace(root, function=Function.ADVERBIAL_CLAUSE, head=verb.index),
            }
    return {}


def _interposed(sentence: Sentence, root: Word) -> dict[int, Word]:
    """Return the changes for a clause between commas that took the subject of the verb after it."""
    found = _holder(sentence, root)
    if found is None:
        return {}
    holder, function = found
    for verb in sentence.children(root):
        closed = any(word.text == "," for word in sentence.words[root.index : verb.index])
        if closed and verb.pos == "VERB" and is_finite(sentence, verb) and not sentence.child(verb, *_SUBJECTS):
            return {
                verb.index: replace(verb, function=Function.ROOT, head=verb.index),
                root.index: replace(root, function=function, head=holder.index),
                holder.index: replace(holder, function=Function.SUBJECT, head=verb.index, case=""),
            }
    return {}


def _holder(sentence: Sentence, root: Word) -> tuple[Word, Function] | None:
    """Return the noun that the root's clause modifies, and the clause's function; `None` if it modifies none."""
    for comma in sentence.words[1 : root.index]:
        if comma.text != ",":
            continue
        holder, opening = sentence.words[comma.index - 1], sentence.words[comma.index + 1]
        if opening.text.lower() in _RELATIVES and sentence.head(opening) == root and holder.pos in {"NOUN", "PROPN"}:
            return holder, Function.RELATIVE
        if holder.head == root.index and holder.function in _SUBJECTS:
            if opening.text.lower() in _RELATIVES:
                return holder, Function.RELATIVE
            return (holder, Function.PARTICIPLE) if opening == root and not is_finite(sentence, root) else None
    return None
