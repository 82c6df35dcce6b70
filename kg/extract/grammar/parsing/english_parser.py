"""Converts English parses, in ClearNLP dependencies, to kg's words.

There, prepositions head their nouns and "is" heads its attribute; both are inverted, as in Universal Dependencies.
Labels: https://github.com/clir/clearnlp-guidelines/blob/master/md/specifications/dependency_labels.md
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.grammar.parsing.unit_merging import Reading, join_units
from kg.extract.grammar.syntax import Function, Word
from kg.extract.grammar.tokens import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Parsed

__all__ = ["read_english"]

_FUNCTIONS = {
    "ROOT": Function.ROOT,
    "nsubj": Function.SUBJECT,
    "csubj": Function.SUBJECT,
    "nsubjpass": Function.PASSIVE_SUBJECT,
    "csubjpass": Function.PASSIVE_SUBJECT,
    "dobj": Function.OBJECT,
    "dative": Function.OBLIQUE,
    "pobj": Function.OBLIQUE,
    "attr": Function.ATTRIBUTE,
    "oprd": Function.ATTRIBUTE,
    "acomp": Function.ATTRIBUTE,
    "appos": Function.APPOSITION,
    "conj": Function.CONJUNCT,
    "relcl": Function.RELATIVE,
    "xcomp": Function.OPEN_CLAUSE,
    "ccomp": Function.CLAUSE,
    "parataxis": Function.CLAUSE,
    "advcl": Function.ADVERBIAL_CLAUSE,
    "pcomp": Function.ADVERBIAL_CLAUSE,
    "poss": Function.POSSESSOR,
    "compound": Function.MODIFIER,
    "nmod": Function.MODIFIER,
    "amod": Function.MODIFIER,
    "nummod": Function.MODIFIER,
    "npadvmod": Function.MODIFIER,
    "det": Function.DETERMINER,
    "aux": Function.AUXILIARY,
    "auxpass": Function.PASSIVE_AUXILIARY,
    "neg": Function.NEGATION,
    "mark": Function.MARKER,
    "prep": Function.CASE,
    "agent": Function.CASE,
    "cc": Function.COORDINATOR,
    "punct": Function.PUNCTUATION,
    "advmod": Function.ADVERB,
    "prt": Function.ADVERB,
}
# Forms that the pipeline lemmatizes wrongly.
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "sited": "site", "siting": "site"}
# Participles of location: these forms have no other use.
_SEATED = frozenset({"based", "located", "headquartered"})
# Nouns that the pipeline tags as adjectives.
_NOUNS = frozenset({"rival"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_GIVING = frozenset({"give", "grant", "award", "pay", "lend", "loan", "guarantee"})
_NEGATIONS = frozenset({"not", "n't", "never", "no"})


def read_english(text: str, tokens: Sequence[Token], doc: Doc) -> tuple[Word, ...]:
    """Return the words of an English parse; `doc` has one parsed token for each of `tokens`."""
    swapped = {attr.head.i: attr.i for attr in doc if _is_attribute(attr)}
    readings = [_reading(text, tokens, parsed, swapped) for parsed in doc]
    return join_units(text, tokens, readings)


def _is_attribute(parsed: Parsed) -> bool:
    """Return whether a word is a predicate of "be": a noun, an adjective, a participle ("is part-owned")."""
    said = parsed.dep_ in {"attr", "acomp"} and parsed.head.lemma_ == "be"
    return said and (parsed.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or _is_past_participle(parsed))


def _is_past_participle(parsed: Parsed) -> bool:
    return parsed.tag_ == "VBN" and parsed.pos_ == "VERB"


def _reading(text: str, tokens: Sequence[Token], parsed: Parsed, swapped: dict[int, int]) -> Reading:
    token = tokens[parsed.i]
    function, head, case = _place(parsed)
    if parsed.i in swapped:
        said = parsed.doc[swapped[parsed.i]]
        function, head = Function.PASSIVE_AUXILIARY if _is_past_participle(said) else Function.COPULA, said.i
    elif parsed.i in swapped.values():
        function, head, case = _place(parsed.head)
        head = parsed.i if parsed.head.dep_ == "ROOT" else swapped.get(head, head)
    else:
        verb = parsed.doc[head]
        # "X is 60% owned": the parser attaches the subject to the auxiliary.
        head = swapped.get(head, verb.head.i if verb.dep_ in {"aux", "auxpass"} else head)
    name = token.unit is not None and token.unit.kind == "name"
    return Reading(
        lemma=token.span.of(text) if name else _LEMMAS.get(parsed.lower_, parsed.lemma_.lower()),
        pos=_pos(parsed),
        function=function,
        head=head,
        case=case,
        features=frozenset(_morphology(parsed).split("|")),
    )


def _pos(parsed: Parsed) -> str:
    """Return the part of speech; "own" in a list of verbs is a verb, and "rival" after "'s" a noun."""
    if parsed.lower_ == "own" and parsed.dep_ == "conj" and parsed.head.pos_ == "VERB":
        return "VERB"
    owned = parsed.pos_ == "ADJ" and parsed.lower_ in _NOUNS and parsed.i > 0 and parsed.nbor(-1).dep_ == "case"
    return "NOUN" if owned else str(parsed.pos_)


def _morphology(parsed: Parsed) -> str:
    seated = parsed.tag_ == "VBD" and parsed.lower_ in _SEATED
    return "Tense=Past|VerbForm=Part" if seated else str(parsed.morph)


def _place(parsed: Parsed) -> tuple[Function, int, str]:
    """Return the function, head and preposition of a token; prepositions become case markers of their nouns."""
    if (
        parsed.dep_ in _PREPOSITIONS
        and parsed.pos_ in {"ADP", "SCONJ", "PART", "VERB", "ADV"}
        and not _is_based(parsed)
    ):
        inner = next((c for c in parsed.children if c.dep_ == "prep"), parsed)
        found = (c for part in (parsed, inner) for c in part.children if c.dep_ in {"pobj", "pcomp"})
        noun = next(found, None)
        return (Function.CASE, noun.i, "") if noun else (Function.ADVERB, parsed.head.i, "")
    if parsed.dep_ in {"pobj", "pcomp"} and parsed.head.dep_ != "ROOT":
        return _after_preposition(parsed)
    receiver = _receiver_of(parsed)
    if receiver is not None:
        return Function.OBLIQUE, receiver.i, "to"
    owned = _owned(parsed) if parsed.dep_ == "poss" else None
    if owned is not None:
        return Function.POSSESSOR, owned.i, ""
    case = "-" if _is_hyphenated(parsed) else ""
    return _function(parsed), parsed.head.i, case


def _function(parsed: Parsed) -> Function:
    if _is_based(parsed):
        return Function.ADVERBIAL_CLAUSE
    if parsed.lower_ in _NEGATIONS and parsed.dep_ in {"neg", "det", "advmod"}:
        return Function.NEGATION
    if parsed.dep_ in {"acl", "amod"} and parsed.tag_ in {"VBN", "VBG", "VBD"}:
        return Function.PARTICIPLE
    if parsed.dep_ == "acl":
        return Function.OPEN_CLAUSE
    if _is_lost_subject(parsed):
        return Function.SUBJECT
    return Function.OBLIQUE if _is_hyphenated(parsed) else _FUNCTIONS.get(parsed.dep_, Function.OTHER)


def _after_preposition(parsed: Parsed) -> tuple[Function, int, str]:
    head, case = parsed.head, parsed.head.lower_
    while head.dep_ in _PREPOSITIONS and head.head.dep_ in _PREPOSITIONS and not _is_based(head.head):
        head = head.head
        case = f"{head.lower_} {case}"
    if _is_bound(parsed):
        if case == "to" and head.head.pos_ in {"VERB", "AUX"}:
            return Function.OBJECT, head.head.i, ""
        case = case.removesuffix("to").removesuffix("up ").strip()
    if head.head.pos_ in {"ADV", "ADP"} and head.head.dep_ in {"advmod", "prt"} and head.head.head.pos_ == "VERB":
        # "walk away from X": the complement of the particle belongs to the verb.
        head = head.head
    return (Function.OBLIQUE if parsed.dep_ == "pobj" else Function.ADVERBIAL_CLAUSE), head.head.i, case


def _is_based(parsed: Parsed) -> bool:
    """Return whether a fronted participle was parsed as a preposition: "Based in Lille, X builds …"."""
    return parsed.dep_ == "prep" and parsed.lower_ in _SEATED


def _is_bound(parsed: Parsed) -> bool:
    """Return whether a word follows "up to", which bounds an amount without changing its function."""
    marker = parsed.head
    return marker.lower_ == "to" and marker.i > 0 and parsed.doc[marker.i - 1].lower_ == "up"


def _receiver_of(parsed: Parsed) -> Parsed | None:
    """Return the verb of which a word is the recipient: "give X access" is "give access to X".

    The parser takes a name between the verb and its object for part of the object.
    """
    if parsed.dep_ == "dative":
        return parsed.head
    verb = parsed.head.head
    given = parsed.dep_ in {"compound", "nmod"} and parsed.head.dep_ == "dobj" and verb.lemma_ in _GIVING
    return verb if given and parsed.pos_ == "PROPN" and verb.i == parsed.i - 1 else None


def _is_lost_subject(parsed: Parsed) -> bool:
    """Return whether a noun before a finite verb without a subject was parsed as its modifier: "The plant runs"."""
    verb = parsed.head
    finite = verb.tag_ in {"VBZ", "VBP", "VBD"} and not any(child.dep_.startswith("nsubj") for child in verb.children)
    loose = parsed.dep_ in {"compound", "nmod", "npadvmod", "dep"} and parsed.pos_ in {"NOUN", "PROPN"}
    return loose and finite and 0 < parsed.i < verb.i and parsed.nbor(-1).pos_ == "DET"


def _owned(owner: Parsed) -> Parsed | None:
    """Return the noun between a possessor and the name it is attached to: "X's *unit* Y"."""
    if owner.i + 2 >= len(owner.doc) or owner.head.pos_ != "PROPN":
        return None
    noun = owner.doc[owner.i + 2]
    is_noun = noun.pos_ == "NOUN" or noun.lower_ in _NOUNS
    return noun if is_noun and noun.head.i == owner.head.i and owner.doc[owner.i + 1].dep_ == "case" else None


def _is_hyphenated(parsed: Parsed) -> bool:
    """Return whether a word is hyphenated with the participle it depends on: "Nvidia-backed"."""
    between = parsed.doc[parsed.i + 1 : parsed.head.i]
    return (
        parsed.head.tag_ in {"VBN", "VBD", "VBG", "JJ"}
        and len(between) == 1
        and between[0].text in {"-", "‑", "–"}
        and not parsed.whitespace_
    )
