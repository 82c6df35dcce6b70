"""Converts French parses, in Universal Dependencies, to kg's words.

Labels: https://universaldependencies.org/fr/dep/
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

from kg.extract.grammar.parsing.french_tense import french_tense
from kg.extract.grammar.parsing.lemmas import french_lemma
from kg.extract.grammar.parsing.unit_merging import Reading, join_units
from kg.extract.grammar.syntax import Function, Word
from kg.extract.grammar.tokens import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Parsed

__all__ = ["read_french"]

_FUNCTIONS = {
    "ROOT": Function.ROOT,
    "nsubj": Function.SUBJECT,
    "nsubj:caus": Function.SUBJECT,
    "csubj": Function.SUBJECT,
    "nsubj:pass": Function.PASSIVE_SUBJECT,
    "obj": Function.OBJECT,
    "iobj": Function.OBLIQUE,
    "obl:agent": Function.OBLIQUE,
    "obl:arg": Function.OBLIQUE,
    "obl:mod": Function.OBLIQUE,
    "nmod": Function.OBLIQUE,
    "appos": Function.APPOSITION,
    "conj": Function.CONJUNCT,
    "acl:relcl": Function.RELATIVE,
    "xcomp": Function.OPEN_CLAUSE,
    "ccomp": Function.CLAUSE,
    "parataxis": Function.CLAUSE,
    "advcl": Function.ADVERBIAL_CLAUSE,
    "amod": Function.MODIFIER,
    "nummod": Function.MODIFIER,
    "flat:name": Function.MODIFIER,
    "flat:foreign": Function.MODIFIER,
    "det": Function.DETERMINER,
    "aux": Function.AUXILIARY,
    "aux:tense": Function.AUXILIARY,
    "aux:caus": Function.AUXILIARY,
    "aux:pass": Function.PASSIVE_AUXILIARY,
    "cop": Function.COPULA,
    "mark": Function.MARKER,
    "case": Function.CASE,
    "cc": Function.COORDINATOR,
    "punct": Function.PUNCTUATION,
    "advmod": Function.ADVERB,
}
_CONTRACTED = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de"}
_CLITICS = frozenset({"le", "la", "les", "l'", "lui", "leur", "se", "s'", "y", "en", "ne", "n'", "nous", "vous"})
_REFLEXIVES = frozenset({"se", "s'"})
_MOST_CLITICS = 6
# Negations only after "ne": "plus de 300", "le plus grand jamais construit" are not denials.
_EVER = frozenset({"plus", "jamais"})
_NEGATIONS = frozenset({"ne", "n'", "pas", "plus", "jamais", "aucun", "aucune"})
_INFINITIVE = re.compile(r"(?:er|ir|re)$")
_PARTICIPLE = re.compile(r"ée?s?$|ant$")
# Labels that the parser wrongly gives to objects without a preposition.
_LOST = frozenset({"flat:name", "flat:foreign", "amod", "nmod", "obl:mod", "obl:arg", "dep", "xcomp", "conj", "advmod"})
# Verbs whose past is formed with "être": "X est entrée au capital" is not passive, though the parser may say so.
_WITH_ETRE = frozenset(
    "aller arriver advenir décéder devenir entrer intervenir mourir naître partir parvenir rester retourner revenir "
    "sortir survenir tomber venir".split()
)
# Copular verbs, which have no object.
_STATES = frozenset({"être", "devenir", "rester", "demeurer", "sembler", "paraître", "redevenir"})
# A noun after one of these is not a subject, whatever the parser says: "parmi ses clients figure X".
_NO_SUBJECT = frozenset({"parmi", "selon", "avec", "chez", "dans", "sur", "sous", "pour", "après", "avant", "depuis"})
# Present-tense forms that look like the participle of another verb.
_PRESENT = {"mise": "miser", "misent": "miser"}
# Multi-word prepositions, which the parser splits inconsistently.
_COMPLEX = (
    "auprès de", "grâce à", "au profit de", "à hauteur de", "à partir de", "en faveur de", "avec l'aide de",
    "au sein de", "à l'aide de", "pour le compte de", "à destination de", "en provenance de", "près de",
    "à proximité de", "au large de", "au nord de", "au sud de", "à l'est de", "à l'ouest de", "à côté de",
    "au cœur de", "aux côtés de", "par l'intermédiaire de", "de la part de", "sous l'égide de", "d'ici à",
    "dans le cadre de", "au moyen de", "en vue de", "en plus de", "au lieu de", "à cause de",
)  # fmt: skip


def read_french(text: str, tokens: Sequence[Token], doc: Doc) -> tuple[Word, ...]:
    """Return the words of a French parse; `doc` has one parsed token for each of `tokens`."""
    readings = [_reading(text, tokens, parsed) for parsed in doc]
    return join_units(text, tokens, readings)


def _reading(text: str, tokens: Sequence[Token], parsed: Parsed) -> Reading:
    token = tokens[parsed.i]
    surface = token.span.of(text) if token.unit is None else token.form
    case, head = _case(parsed)
    lemma = token.span.of(text) if token.unit and token.unit.kind == "name" else _lemma(surface, parsed)
    shown = french_tense(surface, lemma) if _pos(parsed) in {"VERB", "AUX"} else ""
    features = [f for f in _features(surface, lemma, parsed) if not (shown and f.startswith(("Tense=", "Mood=")))]
    function = _function(parsed, head)
    if parsed.head.pos_ == "SCONJ" and _is_lost_subject(parsed, parsed.head.head):
        # "dément que X ait racheté Y": the subject was attached to the conjunction.
        function, head = Function.SUBJECT, parsed.head.head.i
    return Reading(
        lemma=lemma,
        pos=_pos(parsed),
        function=function,
        head=head,
        case=case,
        features=frozenset([*features, *([shown] if shown else [])]),
    )


def _features(surface: str, lemma: str, parsed: Parsed) -> list[str]:
    """Return the morphology, without verb forms that the ending rules out: "rivalise" is not an infinitive."""
    features = str(parsed.morph).split("|")
    wrong = set()
    if not _INFINITIVE.search(surface.lower()):
        wrong |= {"VerbForm=Inf"}
    if lemma.endswith("er") and not _PARTICIPLE.search(surface.lower()) and "Tense=Past" in features:
        wrong |= {"VerbForm=Part", "Tense=Past", "Voice=Pass"}
    return [feature for feature in features if feature not in wrong]


def _lemma(surface: str, parsed: Parsed) -> str:
    form = surface.replace("’", "'").lower()
    if form in _PRESENT and "VerbForm=Fin" in str(parsed.morph):
        return _PRESENT[form]
    return french_lemma(form, "VERB" if parsed.dep_.startswith(("aux", "cop")) else _pos(parsed))


def _pos(parsed: Parsed) -> str:
    """Return the part of speech, corrected around "qui", "se" and articles.

    A word after "qui" and clitics, or after "se", is a verb; one right after an article is a noun; "prévu" in "plus que
    prévu" is neither.
    """
    if parsed.i and parsed.doc[parsed.i - 1].lower_ in {"que", "qu'"} and _is_bare_participle(parsed):
        return "ADV"
    before = parsed.i - 1
    if parsed.pos_ == "VERB" and before >= 0 and _is_article(parsed.doc[before], parsed):
        return "NOUN"
    reflexive = before >= 0 and parsed.doc[before].lower_ in _REFLEXIVES and parsed.doc[before].pos_ == "PRON"
    while before >= max(0, parsed.i - _MOST_CLITICS) and parsed.doc[before].lower_ in _CLITICS:
        before -= 1
    after_qui = before >= 0 and parsed.doc[before].lower_ == "qui"
    return "VERB" if parsed.pos_ == "NOUN" and (after_qui or reflexive) else str(parsed.pos_)


def _is_article(before: Parsed, word: Parsed) -> bool:
    return before.pos_ == "DET" and before.dep_ == "det" and before.head.i == word.i


def _is_bare_participle(parsed: Parsed) -> bool:
    """Return whether a participle has neither an auxiliary nor a subject."""
    return _is_participle(parsed) and not any(child.dep_.startswith(("aux", "nsubj")) for child in parsed.children)


def _function(parsed: Parsed, head: int) -> Function:
    form = parsed.lower_
    if form in _NEGATIONS and parsed.pos_ in {"ADV", "DET"} and (form not in _EVER or _ends_denial(parsed)):
        return Function.NEGATION
    if parsed.dep_ == "acl" or (parsed.dep_ == "amod" and _is_participle(parsed)):
        return Function.OPEN_CLAUSE if _is_infinitive(parsed) else Function.PARTICIPLE
    if parsed.dep_ in {"aux:pass", "nsubj:pass", "nsubj"} and _is_active(parsed.head) and not _is_no_subject(parsed):
        return Function.AUXILIARY if parsed.dep_ == "aux:pass" else Function.SUBJECT
    if parsed.dep_ in {"dep", "fixed", "aux:pass"} and _is_lost_subject(parsed, parsed.head):
        return Function.SUBJECT
    if _pos(parsed.head) in {"NOUN", "PROPN"} and parsed.dep_ in {"aux:pass", "nsubj:pass", "nsubj"}:
        return Function.COPULA if parsed.dep_ == "aux:pass" else Function.SUBJECT
    if parsed.dep_ == "nsubj" and any(child.dep_ == "aux:pass" for child in parsed.head.children):
        return Function.PASSIVE_SUBJECT
    if (head != parsed.head.i and parsed.dep_ != "ROOT") or _is_no_subject(parsed):
        return Function.OBLIQUE
    return _lost_function(parsed)


def _lost_function(parsed: Parsed) -> Function:
    """Return the function of a token, corrected where the parser gives none or an impossible one."""
    if parsed.dep_ == "dep" and parsed.pos_ == "AUX" and parsed.i < parsed.head.i:
        return Function.AUXILIARY
    if _is_inverted(parsed):
        return Function.SUBJECT
    lost = parsed.dep_ in _LOST and _is_lost_object(parsed)
    function = Function.OBJECT if lost else _FUNCTIONS.get(parsed.dep_, Function.OTHER)
    states = function is Function.OBJECT and french_lemma(parsed.head.lower_, "VERB") in _STATES
    return Function.ATTRIBUTE if states else function


def _is_no_subject(parsed: Parsed) -> bool:
    return parsed.dep_.startswith("nsubj") and any(
        c.dep_ == "case" and c.lower_ in _NO_SUBJECT for c in parsed.children
    )


def _ends_denial(plus: Parsed) -> bool:
    """Return whether "plus" or "jamais" completes a negation: "ne recrute plus", not "plus de 300"."""
    return any(child.lower_ in {"ne", "n'"} and child.i < plus.i for child in plus.head.children)


def _is_lost_subject(parsed: Parsed, verb: Parsed) -> bool:
    """Return whether a noun or name before a verb without a subject was left without a function."""
    if parsed.pos_ not in {"PROPN", "NOUN"} or parsed.i >= verb.i or verb.pos_ != "VERB":
        return False
    has_subject = any(child.dep_.startswith("nsubj") for child in verb.children)
    return not has_subject and not any(child.dep_ == "case" for child in parsed.children)


def _is_active(verb: Parsed) -> bool:
    """Return whether a verb's auxiliaries show that it is active, whatever the label of its subject."""
    auxiliaries = {child.dep_: child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    with_avoir = french_lemma(auxiliaries.get("aux:tense", ""), "AUX") == "avoir" and "aux:pass" not in auxiliaries
    return with_avoir or french_lemma(verb.lower_, "VERB") in _WITH_ETRE


def _is_inverted(parsed: Parsed) -> bool:
    """Return whether a name after a verb is its subject, because a relative pronoun is its object: "que finance X"."""
    verb = parsed.head
    children = list(verb.children)
    pronoun = next((c for c in children if c.dep_ == "obj" and c.lower_ in {"que", "qu'"} and c.i < verb.i), None)
    if pronoun is None:
        return False
    first = next((c for c in children if c.i > verb.i and c.pos_ in {"PROPN", "NOUN"}), None)
    bare = not any(child.dep_ == "case" for child in parsed.children)
    subject = any(c.dep_.startswith("nsubj") and c.i > pronoun.i for c in children)
    return bare and not subject and first is not None and first.i == parsed.i and parsed.pos_ == "PROPN"


def _is_lost_object(parsed: Parsed) -> bool:
    """Return whether a name or noun after a verb is its object, though parsed otherwise: "a racheté X"."""
    if _pos(parsed.head) != "VERB" or parsed.i <= parsed.head.i:
        return False
    # "ni X": a negated list is not coordinated with the verb.
    bare = not any(child.dep_ == "case" or (child.dep_ == "cc" and child.lower_ != "ni") for child in parsed.children)
    has_object = any(child.dep_ == "obj" for child in parsed.head.children)
    determiners = {child.lower_ for child in parsed.children if child.dep_ == "det"}
    # "construira d'ici 2028 une usine"; a time expression has another determiner: "cette année".
    noun = parsed.pos_ == "NOUN" and bool(determiners if parsed.dep_ == "xcomp" else determiners & {"un", "une"})
    states = french_lemma(parsed.head.lower_, "VERB") in _STATES
    return (parsed.pos_ == "PROPN" or noun) and bare and not has_object and not states


def _is_infinitive(parsed: Parsed) -> bool:
    """Return whether a verb or its auxiliary is an infinitive: "être rachetée"."""
    auxiliaries = (child for child in parsed.children if child.dep_.startswith("aux"))
    return any("VerbForm=Inf" in str(part.morph) for part in (parsed, *auxiliaries))


def _is_participle(parsed: Parsed) -> bool:
    return "VerbForm=Part" in str(parsed.morph)


def _case(parsed: Parsed) -> tuple[str, int]:
    """Return the preposition of a word and the index of its head, taking multi-word prepositions into account."""
    cases = [child for child in parsed.children if child.dep_ == "case"]
    if not cases:
        return "", parsed.head.i
    words = [_CONTRACTED.get(child.lower_, child.lower_) for child in cases]
    last = cases[-1].i
    # "grâce à du gaz": the article is parsed as another preposition.
    for end, width in product((last, last - 1) if words[-1] == "de" else (last,), (4, 3, 2, 1)):
        before = parsed.doc[max(0, end - width) : max(0, end)]
        closing = parsed.doc[max(0, end)].lower_
        phrase = " ".join([*(t.lower_ for t in before), _CONTRACTED.get(closing, closing)]).replace("' ", "'")
        if phrase in _COMPLEX:
            above = [*parsed.ancestors] or [parsed]
            outside = (word for word in above if word.i not in range(before.start, last + 1))
            return phrase, next(outside, above[-1]).i
    # "par du gaz": the article is parsed as a second preposition.
    return (
        words[0] if len(words) == 2 and words[1] == "de" and cases[1].i == cases[0].i + 1 else " ".join(words)
    ), parsed.head.i
