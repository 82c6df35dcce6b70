"""Corrects parts of speech and attachments with the nouns of the ontology."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kg.extract.grammar.lexicon import Lexicon
from kg.extract.grammar.parsing.lemmas import french_lemma
from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount
from kg.extract.text.folding import fold
from kg.extract.text.nationalities import may_be_nationality

__all__ = ["mend_headline", "mend_nouns"]

_INDEFINITE = frozenset({"un", "une", "des", "a", "an"})
_OBJECTS = frozenset({"NOUN", "PROPN"})
_LOST = frozenset({Function.OTHER, Function.MODIFIER})


def mend_nouns(sentence: Sentence, lexicon: Lexicon, *, demonyms: Collection[str] = ()) -> Sentence:
    """Return the sentence with lexicon nouns and their attachments corrected where the parser errs.

    "X est cliente de Y" and "its rival Y" are parsed with adjectives, "X, rival de Y" as a list. `demonyms` are the
    folded words for nationalities, which may precede a name like nouns: "le Canadien X".
    """
    nouns = {word.index for word in sentence.words if _is_noun(sentence, word, lexicon)}
    described = {word.index for word in sentence.words if (noun := lexicon.noun_of(word)) is not None and noun.cls}
    words = tuple(_mended(sentence, word, nouns=nouns, described=described) for word in sentence.words)
    words = tuple(_beside_bracket(sentence, word) for word in words)
    mended = sentence.with_words(tuple(_above_apposition(sentence, words, word) for word in words))
    return _with_true_heads(_with_joined_titles(mended, lexicon), lexicon, demonyms)


def _beside_bracket(sentence: Sentence, word: Word) -> Word:
    """Return a name in brackets as an apposition of the name before them: "l'usine de Lille (Nord)"."""
    if word.function is not Function.APPOSITION or word.unit is None or word.index < 2:
        return word
    before, bracket = sentence.words[word.index - 2 : word.index]
    beside = bracket.text == "(" and before.unit is not None and before.unit.kind == "name"
    return replace(word, head=before.index) if beside and word.unit.kind == "name" else word


def _above_apposition(sentence: Sentence, words: tuple[Word, ...], name: Word) -> Word:
    """Return a name that was attached to its own apposition in that noun's position: "selon X, le PDG de Y"."""
    noun = sentence.head(name)
    circle = noun is not None and name.head == noun.index and words[noun.index].head == name.index
    if noun is None or not circle:
        return name
    return replace(name, function=noun.function, head=name.index if noun.head == noun.index else noun.head)


def _with_true_heads(sentence: Sentence, lexicon: Lexicon, demonyms: Collection[str]) -> Sentence:
    """Return the sentence with nouns and names as heads of the adjectives they were attached to.

    "la nouvelle centrale solaire", "le Canadien X": the adjective has an article and the noun depends on it.
    """
    for word in sentence.words:
        after = sentence.words[word.index + 1] if word.index + 1 < len(sentence.words) else None
        bare = word.unit is None and (word.pos == "ADJ" or fold(word.text) in demonyms or _is_nation(sentence, word))
        if after is None or not bare or after.unit is None or after.unit.kind not in {"name", "noun"}:
            continue
        below = after.head == word.index and not after.case and after.function is not Function.SUBJECT
        if below and lexicon.noun_of(word) is None and _is_definite(sentence, word):
            sentence = _exchanged(sentence, word, after)
    return sentence


def _is_nation(sentence: Sentence, word: Word) -> bool:
    """Return whether a French noun has the form of a word for where someone is from: "le vietnamien X"."""
    return sentence.language == "fr" and word.pos == "NOUN" and may_be_nationality(word.text)


def _is_definite(sentence: Sentence, word: Word) -> bool:
    """Return whether a word has a determiner, be it one with a preposition: "le", "du", "au"."""
    contracted = any(case.has("Definite=Def") for case in sentence.children(word, Function.CASE))
    return contracted or sentence.child(word, Function.DETERMINER) is not None


def _exchanged(sentence: Sentence, word: Word, after: Word) -> Sentence:
    """Return the sentence with `after` in the position of `word` in the tree, and `word` attached to it."""
    head = after.index if word.head == word.index else word.head
    risen = replace(after, function=word.function, head=head, case=word.case)
    words = []
    for other in sentence.words:
        if other.index == after.index:
            words.append(risen)
        elif other.index == word.index:
            words.append(replace(word, function=Function.MODIFIER, head=after.index, case=""))
        else:
            words.append(replace(other, head=after.index) if other.head == word.index else other)
    return sentence.with_words(tuple(words))


def _with_joined_titles(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return the sentence with the second of two titles coordinated with the first: "X, cofondateur et PDG de Y"."""
    words = list(sentence.words)
    for word in sentence.words:
        before = sentence.words[word.index - 2] if word.index > 1 else None
        between = sentence.child(word, Function.COORDINATOR)
        if not _is_loose(word) or before is None or between is None or before.function is not Function.APPOSITION:
            continue
        titles = (lexicon.noun_of(before), lexicon.noun_of(word))
        alike = all(titles) and len({noun.cls for noun in titles if noun}) == 1
        if alike and between.index == word.index - 1:
            words[word.index] = replace(word, head=before.index, function=Function.CONJUNCT)
    return sentence.with_words(tuple(words))


def mend_headline(sentence: Sentence) -> Sentence:
    """Return a verbless French sentence with the verb that the parser took for a noun: "X finance Y"."""
    verb = _lost_verb(sentence) if sentence.language == "fr" else None
    if verb is None:
        return sentence
    after = next(w for w in sentence.words[verb.index + 1 :] if w.pos in _OBJECTS)
    return sentence.with_words(tuple(_under(word, verb, after) for word in sentence.words))


def _lost_verb(sentence: Sentence) -> Word | None:
    """Return the verb form between a name and a possible object, if no word was tagged as a verb."""
    if any(word.pos in {"VERB", "AUX"} and not word.has("VerbForm=Inf") for word in sentence.words):
        return None
    for before, word, after in zip(sentence.words, sentence.words[1:], sentence.words[2:], strict=False):
        named = before.unit is not None and before.unit.kind == "name" and not before.case
        plain = word.unit is None and word.pos in {"NOUN", "ADJ"} and word.text.endswith("e")
        if named and plain and after.pos in {*_OBJECTS, "DET"} and after.pos != "ADJ":
            verb = french_lemma(word.text, "VERB")
            objects = any(w.pos in _OBJECTS for w in sentence.words[after.index :])
            if verb.endswith("er") and verb != word.lemma and objects:
                return word
    return None


def _under(word: Word, verb: Word, after: Word) -> Word:
    """Return a word with its function and head relative to the restored verb."""
    if word.index == verb.index:
        features = frozenset({"VerbForm=Fin", "Tense=Pres"})
        lemma = french_lemma(word.text, "VERB")
        return replace(word, pos="VERB", lemma=lemma, function=Function.ROOT, head=word.index, features=features)
    if word.index == verb.index - 1:
        return replace(word, function=Function.SUBJECT, head=verb.index)
    if word.index == after.index:
        return replace(word, function=Function.OBJECT, head=verb.index)
    loose = word.head == word.index or word.head in {verb.index, verb.index - 1}
    lost = loose and word.index > verb.index and word.pos != "DET"
    if lost and word.case:
        return replace(word, function=Function.OBLIQUE, head=verb.index)
    return replace(word, head=verb.index, function=Function.OTHER) if word.head == word.index else word


def _is_noun(sentence: Sentence, word: Word, lexicon: Lexicon) -> bool:
    """Return whether an adjective with a copula, or right before a name, is a noun of the lexicon."""
    head = sentence.head(word)
    before = head is not None and head.unit is not None and head.unit.kind == "name" and head.index == word.index + 1
    if word.pos != "ADJ" or not (before or sentence.child(word, Function.COPULA) is not None):
        return False
    noun = lexicon.nouns.get(word.lemma)
    return noun is not None and bool(noun.cls)


def _listed_with(sentence: Sentence, word: Word) -> Word | None:
    """Return the object that a noun with an article is coordinated with: "une usine à Lyon et un dépôt à Nantes"."""
    place = sentence.head(word)
    verb = sentence.head(place) if place is not None else None
    article = sentence.child(word, Function.DETERMINER)
    # "louer l'usine à X et le dépôt à Y" is gapping instead.
    articled = article is not None and article.text.lower() in _INDEFINITE and not word.case
    if word.function is not Function.CONJUNCT or not articled or place is None or verb is None:
        return None
    if not place.case or sentence.child(place, Function.DETERMINER) is not None:
        return None
    objects = (w for w in sentence.children(verb, Function.OBJECT) if w.index < place.index)
    return next((w for w in objects if sentence.child(w, Function.DETERMINER) is not None), None)


def _mended(sentence: Sentence, word: Word, *, nouns: set[int], described: set[int]) -> Word:
    if (listed := _listed_with(sentence, word)) is not None:
        return replace(word, head=listed.index)
    if word.index in nouns:
        return replace(word, pos="NOUN")
    if word.head in nouns and word.case and word.function in _LOST:
        return replace(word, function=Function.OBLIQUE)
    if word.index in described and _is_loose(word) and (host := _apposition_host(sentence, word)) is not None:
        return replace(word, function=Function.APPOSITION, head=host.index)
    described_noun = _measured(sentence, word) or _described(sentence, word)
    return word if described_noun is None else replace(word, head=described_noun.index, function=Function.PARTICIPLE)


def _measured(sentence: Sentence, participle: Word) -> Word | None:
    """Return the noun before an amount that a singular participle modifies: "une levée de 3 millions menée par X"."""
    amount = sentence.head(participle)
    if participle.function is not Function.PARTICIPLE or amount is None or not is_amount(amount):
        return None
    noun = sentence.head(amount)
    singular = not participle.text.endswith("s")
    return noun if noun is not None and noun.pos == "NOUN" and amount.case in {"de", "of"} and singular else None


def _described(sentence: Sentence, participle: Word) -> Word | None:
    """Return the apposed noun that a participle after a comma modifies: "X, filiale de Y, dirigée par Z"."""
    if participle.function is not Function.ADVERBIAL_CLAUSE or not participle.has("Tense=Past") or participle.index < 2:
        return None
    before = sentence.words[participle.index - 2]
    noun = sentence.head(before)
    chained = sentence.words[participle.index - 1].text == "," and before.case in {"de", "of"}
    if noun is None or not chained or noun.pos != "NOUN":
        return None
    apposed = noun.function is Function.APPOSITION or (_is_loose(noun) and _apposition_host(sentence, noun) is not None)
    return noun if apposed else None


def _is_loose(word: Word) -> bool:
    """Return whether a noun has a function that the parser gives to words it cannot attach."""
    return word.function is Function.CONJUNCT or (word.function is Function.OBLIQUE and not word.case)


def _apposition_host(sentence: Sentence, word: Word) -> Word | None:
    """Return the name before the comma that a noun after it describes, when no conjunction joins them."""
    start = word.index
    while start > 0 and sentence.words[start - 1].pos in {"DET", "ADJ"}:
        start -= 1
    if word.pos != "NOUN" or is_amount(word) or start < 2 or sentence.words[start - 1].text != ",":
        return None
    host = sentence.words[start - 2]
    listed = sentence.child(word, Function.COORDINATOR, Function.CASE) is not None
    named = host.unit is not None and host.unit.kind == "name"
    determined = sentence.child(word, Function.DETERMINER) is not None
    return host if named and not listed and (word.function is Function.OBLIQUE or not determined) else None
