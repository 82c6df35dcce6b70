"""Names of public bodies and institutions that go on in small letters, or after "and".

French writes all but the first word small ("Compagnie nationale du Rhône", "Agence de l'environnement et de la maîtrise
de l'énergie"); English goes on after a word such as "Ministry" ("Ministry of Energy and Infrastructure"). What belongs
to the name shows in its form: adjectives, and complements with "de" or "à".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from kg.extract.names.dictionary import is_word, lemma_of
from kg.extract.names.name_patterns import CAPITAL
from kg.extract.names.name_words import OPENERS
from kg.extract.text.casing import is_capitalized
from kg.extract.text.folding import fold
from kg.model import Span
from kg.ontology.schema import Ontology

__all__ = ["Institutions"]

_SMALL = r"[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)*"
_ADJECTIVE = re.compile(rf"[ \u00a0]({_SMALL})(?![\w’'])")
_ADJECTIVAL = re.compile(
    r"(?:al|ale|ales|aux|el|els|elles?|iques?|[ié]en|[ié]ens|[ié]ennes?|aise?s?|oise?s?|aires?|ain|ains|aines?|ifs?|ives?"
    r"|iers?|ières?|ables?|oles?|publics?|autonomes?|maritimes?|foncier)$|^franco-"
)
_VERB = re.compile(r"(?:er|ir|re)$")
_OF = rf"(?:de la |de l['’]|du |des |de |d['’])(?P<word>{_SMALL}|{CAPITAL})"
_AT = rf"(?:à la |à l['’]|aux? |pour (?:la |les? |l['’]))(?P<word>{_SMALL})"
_PARTS = {"de": re.compile(rf"[ \u00a0]{_OF}"), "à": re.compile(rf"[ \u00a0]{_AT}")}
_AND = re.compile(
    r"[ \u00a0]et[ \u00a0](?=(?P<article>de la |de l['’]|du |des |à la |à l['’]|aux? )|(?P<bare>[a-zà-ÿ]{4,}s\b))"
)
_ARTICLED = re.compile(r"[ \u00a0](?:de la |de l['’]|du |des |à la |à l['’]|aux? )")
_RUN = rf"{CAPITAL}(?:[ ]{CAPITAL}){{0,3}}"
_MOST_PARTS = 4
_CAPITAL_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][a-z]+) $")
# A bare noun opens a sentence as a headline does, unless one entity does something after it.
_DOES = re.compile(
    r"[ \u00a0](?:s['’]est|n['’]a|ne|a|est|va|avait|était|sera|aura|doit|peut|pourrait|devrait)[ \u00a0]"
)


@dataclass(frozen=True, slots=True)
class Institutions:
    """Finds them in one language; made once for an ontology.

    Attributes:
        known: folded spellings of known names, except kinds of energy: "and Microsoft" is not part of a ministry.
    """

    language: str
    known: Collection[str]
    heads: re.Pattern[str] = field(repr=False)
    bodies: re.Pattern[str] = field(repr=False)
    opening: re.Pattern[str] = field(repr=False)
    closing: re.Pattern[str] = field(repr=False)

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> Institutions:
        """Return the finder for the words of the ontology that such names open with."""
        opened = {word for words in ontology.name_words for word in words.opens}
        goes_on = [word for words in ontology.name_words for word in words.goes_on]
        small = [f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in goes_on if word[:1].islower()]
        capitals = [re.escape(word) for word in goes_on if word[:1].isupper()]
        organization = ontology.class_of_trait("organization")
        closes = {form for w in ontology.name_words if w.cls == organization for form in w.forms if form.istitle()}
        others = (name for name in ontology.names if ontology.trait_of(name.cls) != "kind")
        known = frozenset(fold(spelling) for name in others for spelling in name.spellings)
        of = r"(?:de (?:la |l['’])?|d['’]|du |des )"
        return cls(
            language,
            known,
            re.compile(rf"(?<![\w-])({_any(opened)})(?![\w’'-])"),
            re.compile(rf"\b(?:{'|'.join(small) or '(?!)'}) {of}{CAPITAL}"),
            re.compile(rf"\b(?:{'|'.join(capitals) or '(?!)'}) (?:of|for) (?:the )?{CAPITAL}(?:[ ]{CAPITAL})*"),
            re.compile(rf"(?<![\w-])({_RUN}) and (?:the )?({_RUN}) (?:{_any(closes)})(?![\w-])"),
        )

    def find(self, text: str, sentence: Span) -> Iterator[Span]:
        """Return where the names of a sentence stand."""
        if self.language != "fr":
            for match in self.opening.finditer(text, sentence.start, sentence.end):
                end = self._listed(text, match.end(), sentence.end)
                if end > match.end():
                    yield Span(self._start(text, match.start(), sentence.start), end)
            yield from self._closed(text, sentence)
            return
        for match in self.bodies.finditer(text, sentence.start, sentence.end):
            end = _adjectives(text, match.end(), sentence.end)
            end = _joined(text, end, sentence.end, self.heads)
            yield Span(match.start(), end - text[:end].endswith("."))
        if not is_capitalized(sentence.of(text)):
            yield from self._opened(text, sentence)

    def _closed(self, text: str, sentence: Span) -> Iterator[Span]:
        """Return names such as "Oil and Natural Gas Corporation": words of the language, then a kind of body."""
        for match in self.closing.finditer(text, sentence.start, sentence.end):
            words = [word for part in match.groups() for word in part.split()]
            if all(
                is_word(word, "en") and word.lower() not in OPENERS and fold(word) not in self.known for word in words
            ):
                yield Span(*match.span())

    def _opened(self, text: str, sentence: Span) -> Iterator[Span]:
        for match in self.heads.finditer(text, sentence.start, sentence.end):
            end = self._end(text, match, sentence.end)
            opens = not text[sentence.start : match.start()].strip(" \u00a0«“\"'*_")
            single = _DOES.match(text, end, sentence.end) or _is_finite(text, end)
            if end > match.end() and (not opens or single):
                yield Span(match.start(), end)

    def _end(self, text: str, head: re.Match[str], limit: int) -> int:
        """Return where a name that opens with a head ends; where the head ends when nothing goes on."""
        end = _adjectives(text, head.end(), limit)
        part = _PARTS["de"].match(text, end, limit)
        at = _PARTS["à"].match(text, end, limit) if part is None and end - head.end() < len(" générale ") else None
        last = end
        for _ in range(_MOST_PARTS):
            found = part or at
            if found is None or self.heads.fullmatch(found["word"]) or _is_amount(found["word"]):
                break
            last = found.end() if found["word"][0].isupper() else _adjectives(text, found.end(), limit)
            if found["word"][0].isupper():
                return last - found["word"].endswith((".", "'", "’"))
            last = _joined(text, last, limit, self.heads, after=found.group())
            part, at = _PARTS["de"].match(text, last, limit), None
        return last

    def _start(self, text: str, start: int, limit: int) -> int:
        """Return where the words of the language before a head begin: "*National* Institute of …"."""
        while (match := _CAPITAL_BEFORE.search(text, max(limit, start - 24), start)) is not None:
            word = match[1].lower()
            if word in OPENERS or fold(word) in self.known or not is_word(word, "en"):
                break
            start = match.start(1)
        return start

    def _listed(self, text: str, end: int, limit: int) -> int:
        """Return where "Department of Energy, Water and Climate Change" ends: words of the language, no other names."""
        joint = re.compile(rf"(?:, (?!and )|,? and (?:the )?)({CAPITAL}(?:[ ]{CAPITAL})*)")
        last = end
        while (match := joint.match(text, last, limit)) is not None:
            words = match[1].rstrip(".").split()
            if fold(match[1]) in self.known or not all(is_word(word, "en") for word in words):
                return end
            last = match.end() - match[1].endswith(".")
            if "and" in match[0].split()[:2] and _is_followed_by_one(text, last):
                return last
        return end


def _adjectives(text: str, end: int, limit: int) -> int:
    """Return where the adjectives after a French noun end."""
    while (match := _ADJECTIVE.match(text, end, limit)) is not None and _is_adjective(match[1]):
        end = match.end()
    return end


def _is_adjective(word: str) -> bool:
    lemma = lemma_of(word, "fr")
    return word not in OPENERS and _ADJECTIVAL.search(word) is not None and not (lemma != word and _VERB.search(lemma))


def _joined(text: str, end: int, limit: int, heads: re.Pattern[str], *, after: str = "") -> int:
    """Return where what "et" joins to a part of a name ends: "et de la maîtrise", "des dépôts et consignations"."""
    match = _AND.match(text, end, limit)
    if match is None:
        return end
    if match["bare"]:
        return match.end() + len(match["bare"]) if after.strip().startswith("des ") else end
    part = next((m for kind in _PARTS if (m := _PARTS[kind].match(text, match.end() - 1, limit))), None)
    same = not after or _ARTICLED.match(after) is not None
    if part is None or not same or heads.fullmatch(part["word"]):
        return end
    return _adjectives(text, part.end(), limit)


def _is_finite(text: str, end: int) -> bool:
    """Return whether a French verb in the singular follows: "… exploite la centrale"."""
    match = _ADJECTIVE.match(text, end)
    lemma = lemma_of(match[1], "fr") if match else ""
    return match is not None and match[1].endswith("e") and lemma.endswith("er") and lemma != match[1]


def _is_amount(word: str) -> bool:
    return word.rstrip("s") in {"million", "milliard", "millier"} or word in {"droit", "façon", "sorte", "fait"}


def _is_followed_by_one(text: str, end: int) -> bool:
    """Return whether what follows speaks of one body, or says nothing of it: not "… and Nordalia fund X"."""
    match = re.match(r"[ \u00a0]([a-z]+)", text[end : end + 40])
    return match is None or match[1].endswith(("s", "ed")) or match[1] in OPENERS - {"have", "are", "were"}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"
