"""Coreference within a sentence, by grammar: appositions, titles, copulas, verbs of naming."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extract.grammar.clauses import antecedent
from kg.extract.grammar.copulas import find_bearers, find_named
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.reference.mentions import MentionKind, WordMention
from kg.extract.text.folding import fold
from kg.ontology.schema import Ontology

__all__ = ["find_same", "group_same"]

_ONE = frozenset({"un", "une", "one"})
_BARE_OF = frozenset({"de", "d'", "d’"})
_OF_THE = frozenset({"du", "des", "de la", "de l'", "de l’", "de les"})
_OF = frozenset({"de", "du", "des", "d'", "d’", "of"})


def find_same(
    sentence: Sentence, mentions: tuple[WordMention, ...], ontology: Ontology, cues: Cues
) -> Iterator[tuple[WordMention, WordMention]]:
    """Return pairs of mentions that corefer by grammar.

    By apposition, a title beside a name, a copula, or a verb of naming ("un fonds baptisé X", "a project it dubs X").
    """
    entities = [m for m in mentions if m.kind is not MentionKind.PRONOUN]
    by_index = {m.word.index: m for m in entities}
    for mention in entities:
        single = replace(mention, number="Sing") if _one_of(sentence, mention.word) is not None else mention
        for other in _partners(sentence, mention, by_index):
            if _compatible(single, other, ontology):
                yield mention, other
        kind = _of_a_kind(sentence, mention, by_index)
        if kind is not None and _are_sites(mention, kind, ontology):
            yield mention, kind
        counted = _counted(sentence, mention, by_index, cues)
        if counted is not None and _are_sites(mention, counted, ontology):
            yield mention, counted
        find = find_bearers if mention.kind is MentionKind.NOUN else find_named
        for word in find(sentence, mention.word, cues):
            if word.index in by_index and _compatible(mention, by_index[word.index], ontology):
                yield mention, by_index[word.index]
        for other in _titles(sentence, mention, by_index):
            if ontology.trait_of(other.cls) == "person" and _compatible(mention, other, ontology):
                yield mention, other


def _partners(sentence: Sentence, mention: WordMention, by_index: Mapping[int, WordMention]) -> Iterator[WordMention]:
    found = _around_name if mention.kind is MentionKind.NAME else _around_noun
    word = _one_of(sentence, mention.word) or mention.word
    head = sentence.head(word)
    apposed = head if word.function is Function.APPOSITION else None
    subject = sentence.child(word, Function.SUBJECT) if sentence.child(word, Function.COPULA) else None
    subject = antecedent(sentence, subject, word) if subject is not None else None
    for other in (*found(sentence, word, by_index), apposed, subject):
        if other is not None and other.index in by_index:
            yield by_index[other.index]


def _counted(
    sentence: Sentence, mention: WordMention, by_index: Mapping[int, WordMention], cues: Cues
) -> WordMention | None:
    """Return the complement of a grouping noun that a noun in apposition sums up: "a network of sites, a project"."""
    group = sentence.head(mention.word) if mention.word.function is Function.APPOSITION else None
    if group is None or not cues.has("transparent", group.lemma):
        return None
    inner = (word for word in sentence.children(group, Function.OBLIQUE) if word.case in {"de", "of"})
    return next((by_index[word.index] for word in inner if word.index in by_index), None)


def _of_a_kind(sentence: Sentence, mention: WordMention, by_index: Mapping[int, WordMention]) -> WordMention | None:
    """Return the noun that specifies the kind of another: "a data center campus", "un projet de data center"."""
    for word in sentence.children(mention.word, Function.MODIFIER, Function.OBLIQUE):
        inner = by_index.get(word.index)
        if inner is None or inner.noun is None or mention.noun is None:
            continue
        before = word.function is Function.MODIFIER and word.index < mention.word.index
        bare = word.case == "de" and not inner.definite and sentence.child(word, Function.DETERMINER) is None
        if before or (bare and inner.number == mention.number == "Sing"):
            return inner
    return None


def _are_sites(one: WordMention, other: WordMention, ontology: Ontology) -> bool:
    """Return whether two descriptions are both of sites or projects."""
    return {ontology.trait_of(one.cls), ontology.trait_of(other.cls)} <= {"site", "project"}


def _around_name(sentence: Sentence, name: Word, by_index: Mapping[int, WordMention]) -> Iterator[Word | None]:
    if (opening := _opening(sentence, name, by_index)) is not None:
        yield opening.word
    before = None if _opens_relative(sentence, name) else _noun_before(sentence, name, by_index)
    if before is not None:
        yield before
        around = _noun_around(sentence, before, by_index)
        while around is not None:
            # "le gestionnaire de cartes de fidélité X"
            yield around
            around = _noun_around(sentence, around, by_index) if around.index not in by_index else None
    place = sentence.head(name) if name.case in {"de", "of"} else None
    described = by_index.get(place.index) if place is not None else None
    if described is not None and described.noun is not None and described.noun.names_by_of:
        yield place


def _around_noun(sentence: Sentence, noun: Word, _by_index: Mapping[int, WordMention]) -> Iterator[Word | None]:
    yield _apposed_to(sentence, noun)


def _opens_relative(sentence: Sentence, name: Word) -> bool:
    """Return whether a name is the subject of a relative clause without a pronoun: "the site Nordalia runs"."""
    verb = sentence.head(name)
    return name.function is Function.SUBJECT and verb is not None and verb.function is Function.RELATIVE


def _opening(sentence: Sentence, name: Word, by_index: Mapping[int, WordMention]) -> WordMention | None:
    """Return the description that precedes a name at the start of a sentence: "A unit of X, Y makes chips"."""
    if name.index < 2 or sentence.words[name.index - 1].text != "," or name.case:
        return None
    before = sentence.words[: name.index - 1]
    if any(word.pos in {"VERB", "AUX", "PRON", "PUNCT", "CCONJ"} for word in before):
        return None
    first = next((m for index, m in sorted(by_index.items()) if index < min(3, name.index)), None)
    return first if first is not None and first.kind is MentionKind.NOUN and not first.word.case else None


def _one_of(sentence: Sentence, noun: Word) -> Word | None:
    """Return the "one" above a plural noun: "one of its founders"."""
    head = sentence.head(noun)
    one = head is not None and noun.case in _OF and head.text.lower() in _ONE
    return head if one else None


def _noun_before(sentence: Sentence, name: Word, nouns: Container[int]) -> Word | None:
    """Return the noun right before a name: "la startup américaine X", "chip startup X", "PDG X"."""
    for index in range(name.index - 1, max(-1, name.index - 5), -1):
        word = sentence.words[index]
        if word.pos == "NOUN" or (word.unit is not None and word.unit.kind == "noun"):
            return word
        if word.unit is None and word.pos == "PROPN" and index in nouns:
            # The parser takes "President Berg" for one name.
            return word
        if word.pos not in {"ADJ", "PROPN"} and word.function is not Function.MODIFIER and not _is_participle(word):
            return None
        if word.unit is not None and word.unit.kind == "name":
            return None
    return None


def _is_participle(word: Word) -> bool:
    """Return whether a word has the form of a French participle that the parser took for a preposition: "détachées"."""
    return word.pos == "ADP" and word.text.endswith(("ées", "és", "ée", "ues", "us", "ies"))


def _noun_around(sentence: Sentence, noun: Word, nouns: Container[int]) -> Word | None:
    """Return the noun that another merely modifies: "l'éditeur de logiciels X", not "le patron de la société X".

    With an article the name may belong to the inner noun, unless that is not an entity at all: "le géant du luxe X".
    """
    start = noun.index
    while start and sentence.words[start - 1].function is Function.MODIFIER:
        start -= 1
    before = [word.text.lower() for word in sentence.words[max(0, start - 2) : start]]
    described = noun.index not in nouns
    if described and " ".join(before) in _OF_THE:
        start -= 1
    elif not before or not (before[-1] in _BARE_OF or (described and before[-1] in _OF_THE)):
        return None
    index = start - 2
    while index > 0 and sentence.words[index].pos == "ADJ":
        # "le géant américain du luxe X"
        index -= 1
    around = sentence.words[index] if index >= 0 else noun
    return around if around.pos == "NOUN" and around != noun else None


def _titles(sentence: Sentence, mention: WordMention, by_index: Mapping[int, WordMention]) -> Iterator[WordMention]:
    """Return the titles of a person next to this mention.

    A title before a comma and the name, however long ("la directrice de X pour l'Est, Y"), and a second title
    after the first ("PDG et cofondateur").
    """
    word = mention.word
    if mention.kind is MentionKind.NOUN:
        head = sentence.head(word)
        other = by_index.get(head.index) if head is not None and word.function is Function.CONJUNCT else None
        if other is not None:
            yield other
        return
    if mention.kind is MentionKind.NAME and not word.case:
        called = _noun_before(sentence, word, by_index)
        described = by_index.get(called.index) if called is not None else None
        # "Le PDG du groupe X": X is already described as a group.
        for title in _title_before(sentence, word, by_index):
            if described is None or described.cls == title.cls:
                yield title


def _title_before(sentence: Sentence, name: Word, by_index: Mapping[int, WordMention]) -> Iterator[WordMention]:
    """Return the definite descriptions before a name: "la directrice de X pour l'Est, Y", "le ministre de X Y"."""
    first = name.index
    while first and (sentence.words[first - 1].head == name.index and sentence.words[first - 1].pos in {"DET", "ADJ"}):
        # "le Français X"
        first -= 1
    comma = first > 1 and sentence.words[first - 1].text == ","
    reach, start = (18, first - 2) if comma else (6, first - 1)
    for index in range(start, max(-1, name.index - reach), -1):
        word = sentence.words[index]
        if word.pos in {"VERB", "AUX", "PUNCT", "PRON"}:
            return
        if not comma and (word.pos == "CCONJ" or (word.pos == "ADP" and word.text.lower() not in _OF)):
            return
        title = by_index.get(index)
        if title is not None and title.noun is not None and (title.definite or index == 0):
            yield title


def _apposed_to(sentence: Sentence, noun: Word) -> Word | None:
    """Return the word before the comma that precedes this noun's phrase: "X, filiale de Y", "X, the unit of Y"."""
    following = sentence.words[noun.index + 1] if noun.index + 1 < len(sentence.words) else None
    unit = following.unit if following is not None else None
    bears = sentence.language == "en" and unit is not None and unit.kind == "name"
    if _runs_into_verb(sentence, noun) or bears or noun.function is Function.POSSESSOR:
        # "In a statement to X, Y spokesperson Z said": the noun belongs to the name after it. "X, the company's CEO".
        return None
    index = noun.index - 1
    while index > 0 and (
        sentence.words[index].pos in {"DET", "ADJ", "ADV", "NUM"}
        or sentence.words[index].function in {Function.MODIFIER, Function.POSSESSOR}
        or fold(sentence.words[index].text) in {"s", ""}
    ):
        if sentence.words[index].text == ",":
            break
        index -= 1
    if index < 1 or sentence.words[index].text not in {",", "("}:
        return None
    if any(word.text.lower() == "whose" for word in sentence.words[index + 1 : noun.index]):
        return None
    host = sentence.words[index - 1]
    # "Selon X, l'investisseur prépare …": the noun is the subject after a fronted phrase.
    opens_clause = bool(host.case) and noun.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT}
    return None if opens_clause else host


def _runs_into_verb(sentence: Sentence, noun: Word) -> bool:
    """Return whether a noun is the subject of the verb after it, with no comma between: "X, the regulator said"."""
    verb = sentence.head(noun)
    if noun.function not in {Function.SUBJECT, Function.PASSIVE_SUBJECT} or verb is None or verb.index < noun.index:
        return False
    return all(word.text not in {",", ")"} for word in sentence.words[noun.index : verb.index])


def _compatible(one: WordMention, other: WordMention, ontology: Ontology) -> bool:
    """Return whether two mentions can corefer: not two names, and with compatible number and class."""
    if one.kind is MentionKind.NAME and other.kind is MentionKind.NAME:
        return False
    first, second = _class_of(one), _class_of(other)
    if one.number != other.number and "Plur" in {one.number, other.number}:
        return False
    traits = {ontology.trait_of(first), ontology.trait_of(second)}
    if traits == {"place", ""}:
        # A state is an agent: "la France, premier actionnaire de X".
        return True
    return not first or not second or ontology.is_a(first, second) or ontology.is_a(second, first)


def _class_of(mention: WordMention) -> str:
    return mention.name.known.cls if mention.name and mention.name.known else mention.cls


def group_same(same: Iterable[tuple[WordMention, WordMention]]) -> dict[int, set[int]]:
    """Return for each word the connected component of words that corefer with it."""
    groups: dict[int, set[int]] = {}
    for one, other in same:
        joined = groups.get(one.word.index, {one.word.index}) | groups.get(other.word.index, {other.word.index})
        for index in joined:
            groups[index] = joined
    return groups
