"""Replaces verbs that the French parser does not recognize, which would ruin the parse of their sentence.

It knows "augmentera" but takes "doublera" for a preposition. If a word is a verb form by its ending and the word list,
but tagged as something else, the sentence is parsed again with a known verb of the same form in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.grammar.parsing.french_tense import french_tense
from kg.extract.grammar.parsing.lemmas import french_lemma
from kg.extract.grammar.tokens import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Parsed

__all__ = ["plainer_verbs"]

_VERBAL = frozenset({"VERB", "AUX"})
_FUTURES = {"a": "augmentera", "ont": "augmenteront", "ait": "augmenterait", "aient": "augmenteraient"}
_FUTURE = re.compile(r"(?<=r)(?:a|ont|ait|aient)$")
_PRESENTS = {"e": "donne", "ent": "donnent"}
_PRESENT = re.compile(r"(?<=[^\W\d_]{3})(?:e|ent)$")


def plainer_verbs(tokens: Sequence[Token], doc: Doc) -> list[Token] | None:
    """Return the tokens with unrecognized verbs replaced; `None` when there are none."""
    verbless = not any(_is_main_verb(parsed) for parsed in doc)
    plainer = [
        replace(token, form=form)
        if token.unit is None and (form := _future(token.form, parsed) or (_present(token.form, parsed) * verbless))
        else token
        for token, parsed in zip(tokens, doc, strict=True)
    ]
    return plainer if plainer != list(tokens) else None


def _is_main_verb(parsed: Parsed) -> bool:
    verbal = parsed.pos_ in _VERBAL or any(child.pos_ in _VERBAL and child.dep_ == "cop" for child in parsed.children)
    return parsed.dep_ == "ROOT" and verbal


def _future(form: str, parsed: Parsed) -> str:
    """Return the replacement for a future or conditional that was not tagged as a verb."""
    word = form.lower()
    match = _FUTURE.search(word) if parsed.pos_ not in _VERBAL else None
    return _FUTURES[match[0]] if match and french_tense(word, french_lemma(word, "VERB")) else ""


def _present(form: str, parsed: Parsed) -> str:
    """Return the replacement for a present that was not tagged as a verb: after a noun, and not itself a noun."""
    match = _PRESENT.search(form) if parsed.pos_ not in _VERBAL and form.islower() and parsed.i else None
    if match is None or parsed.nbor(-1).pos_ not in {"NOUN", "PROPN"}:
        return ""
    lemma = french_lemma(form, "NOUN")
    return _PRESENTS[match[0]] if lemma != form and lemma.endswith("er") else ""
