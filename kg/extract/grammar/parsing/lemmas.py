"""Lemmas of French words, and possible lemmas of a form in either language.

simplemma's word lists have most forms, but give the noun for a present-tense verb that looks like it ("signe", "lève")
and keep feminine participles ("louée"). The part of speech resolves these: a verb's lemma must be an infinitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import simplemma

__all__ = ["french_lemma", "possible_lemmas"]

_INFINITIVE = re.compile(r"(?:er|ir|re|oir)$")
_VERBAL = frozenset({"VERB", "AUX"})
# Endings of participles and their infinitives, where the word list has a noun or an adjective ("fourni", "détenu").
_PARTICIPLES = (("enu", "enir"), ("vert", "vrir"), ("i", "ir"))
# Common irregular verb forms for which the word list has another word.
_IRREGULAR = {
    "a": "avoir", "ont": "avoir", "eu": "avoir", "est": "être", "sont": "être", "été": "être", "fut": "être",
    "va": "aller", "vont": "aller", "veut": "vouloir", "doit": "devoir", "dû": "devoir", "peut": "pouvoir",
    "sera": "être", "vient": "venir", "tient": "tenir", "permis": "permettre", "mis": "mettre", "mise": "mettre",
    "pris": "prendre", "acquis": "acquérir", "vend": "vendre", "vendu": "vendre", "bâti": "bâtir", "fait": "faire",
    "dit": "dire", "sert": "servir", "offert": "offrir",
    "repris": "reprendre", "reprise": "reprendre", "reprises": "reprendre",
    "offre": "offrir", "produit": "produire", "dément": "démentir", "part": "partir", "sort": "sortir",
    "écrit": "écrire", "lit": "lire", "croît": "croître", "suivi": "suivre", "vécu": "vivre",
    "paie": "payer", "cesse": "cesser", "ouvre": "ouvrir", "ouvrent": "ouvrir", "couvre": "couvrir",
    "rompu": "rompre", "rompus": "rompre", "résolu": "résoudre", "rendu": "rendre", "défendu": "défendre",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def french_lemma(form: str, pos: str) -> str:
    """Return the lemma of a French word, in lower case; `form` itself when unknown.

    >>> french_lemma("signe", "VERB"), french_lemma("signe", "NOUN")
    ('signer', 'signe')
    >>> french_lemma("louées", "VERB"), french_lemma("lève", "VERB")
    ('louer', 'lever')
    """
    word = form.lower()
    if pos not in _VERBAL and pos != "ADJ":
        return _lookup(word)
    if pos in _VERBAL and word in _IRREGULAR:
        return _IRREGULAR[word]
    candidates = (*_finite(word), *_candidates(word), *_participle(word)) if pos in _VERBAL else _candidates(word)
    lemma = next((c for c in candidates if _INFINITIVE.search(c)), None)
    return lemma if lemma and (pos in _VERBAL or re.search(r"(?:[éiu]e?s?|te?s?|se?)$", word)) else _lookup(word)


@lru_cache(maxsize=20_000)
def possible_lemmas(form: str, language: str) -> frozenset[str]:
    """Return the possible lemmas of a form for any part of speech, in lower case, including the form itself.

    >>> sorted(possible_lemmas("funds", "en")), "louer" in possible_lemmas("loue", "fr")
    (['fund', 'funds'], True)
    """
    word = form.lower()
    if not word or language == "fr":
        return frozenset({word, _lookup(word), french_lemma(word, "VERB"), french_lemma(word, "ADJ")})
    stem = word.removesuffix("ing")
    bare = {stem, stem + "e"} if stem != word else set()
    return frozenset({word, str(simplemma.lemmatize(word, lang="en")).lower(), *bare})


def _finite(word: str) -> Iterator[str]:
    """Return the infinitive of a finite form that itself looks like an infinitive: "livre", "entre"."""
    if word.endswith("re") and simplemma.is_known(word + "r", lang="fr"):
        yield word + "r"


def _participle(word: str) -> Iterator[str]:
    """Return the possible infinitives of a participle of any gender and number."""
    for agreement in ("", "e", "s", "es"):
        masculine = word.removesuffix(agreement)
        if masculine in _IRREGULAR:
            yield _IRREGULAR[masculine]
        for ending, infinitive in _PARTICIPLES:
            whole = masculine.removesuffix(ending) + infinitive
            if masculine.endswith(ending) and simplemma.is_known(whole, lang="fr"):
                yield whole


def _candidates(word: str) -> Iterator[str]:
    """Return the possible infinitives, likeliest first."""
    yield _lookup(word)
    masculine = re.sub(r"(?<=[éiutsr])e?s?$", "", word)
    if masculine.endswith("é"):
        yield _lookup(masculine)
        yield masculine[:-1] + "er"
    yield _lookup(masculine)
    stem = re.sub(r"(?:e|es|ent|ons|ez)$", "", word)
    for variant in (stem, re.sub(r"è(?=[^aeiouyé]+$)", "e", stem), re.sub(r"è(?=[^aeiouyé]+$)", "é", stem)):
        if variant != word and simplemma.is_known(variant + "er", lang="fr"):
            yield variant + "er"


def _lookup(word: str) -> str:
    # simplemma rejects an empty word.
    return str(simplemma.lemmatize(word, lang="fr")).lower() if word else word
