"""Labels of positions that people hold: "chief executive of Nordalia"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.grammar.phrases import phrase
from kg.extract.grammar.syntax import Function, Word
from kg.extract.reference.coreference import Discourse
from kg.extract.reference.parsed_article import ReadSentence
from kg.extract.text.folding import fold

__all__ = ["position"]

_OF = {"en": "of ", "fr": "de "}
_VOWELS = frozenset("aeiouhy")


def position(place: tuple[ReadSentence, Word], around: Sequence[Word], discourse: Discourse) -> str:
    """Return the label of the position that a title names, with its organisation where the words do not name it.

    The organisation is the first one among the words `around` the title. The holder's name is left out ("named Anna
    Kerlan chief executive").
    """
    sentence, title = place
    parse = sentence.sentence
    bearer = discourse.at(sentence.number, title.index)
    held = [
        word
        for word in parse.children(title)
        if bearer is not None
        and word.pos == "PROPN"
        and (other := discourse.at(sentence.number, word.index)) is not None
        and other.key == bearer.key
    ]
    label = phrase(parse, title, without=held)
    drafts = discourse.drafts
    for owner in around:
        referent = discourse.at(sentence.number, owner.index)
        if referent is None or not drafts.fits(drafts[referent.key], drafts.ontology.class_of_trait("organization")):
            continue
        if owner not in parse.subtree(title) or owner.pos in {"PRON", "DET"}:
            # "son PDG", "whose founder": the antecedent of the pronoun is the organisation.
            return f"{label} {_of(drafts[referent.key].label, parse.language)}"
        described = owner.unit is None or owner.unit.kind != "name"
        if owner.function is Function.POSSESSOR and described and drafts[referent.key].named:
            # "the company's chief executive"
            label = phrase(parse, title, without=[*held, owner])
            return f"{label} {_of(drafts[referent.key].label, parse.language)}"
        return label
    return label


def _of(name: str, language: str) -> str:
    elided = language == "fr" and fold(name)[:1] in _VOWELS
    return f"d'{name}" if elided else _OF[language] + name
