"""What is reported in error: "falsely claims that …", "an earlier version of this article said that …".

And what its own sentence takes back: "X has acquired Y, a claim that has been debunked".
"""

from __future__ import annotations

from kg.extract.factuality.scope import is_claim
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.model import Modality

__all__ = ["find_error", "find_withdrawal"]

_KINDS = ("error", "retraction")


def find_error(sentence: Sentence, verb: Word, reported: Word, cues: Cues) -> int | None:
    """Return the index of the word that marks the report of a clause as an error, or `None`."""
    content = {word.index for word in sentence.subtree(reported)}
    around = (word.index for word in sentence.subtree(verb) if word.index not in content)
    return next((index for index in around for kind in _KINDS if cues.at(kind, sentence.words, index)), None)


def find_withdrawal(sentence: Sentence, trigger: Word, cues: Cues) -> Word | None:
    """Return the word that denies the claim which a clause is called or taken from, or `None`.

    "…, une information démentie par X", "selon une rumeur démentie".
    """
    for noun in sentence.words:
        if not is_claim(noun, cues) or trigger in sentence.subtree(noun):
            continue
        start = sentence.subtree(noun)[0].index
        called = noun.index > trigger.index and not noun.case and sentence.words[start - 1].text == ","
        if called or cues.has("source", noun.case):
            for word in sentence.children(noun, Function.PARTICIPLE, Function.RELATIVE, Function.MODIFIER):
                negated = sentence.child(word, Function.NEGATION) is not None
                if cues.modality("verdict", word.lemma) is Modality.DENIED and not negated:
                    return word
    return None
