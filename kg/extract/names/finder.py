"""Finds names in an article: known spellings first, then capitalized words.

Capitals are unreliable at the start of a sentence and in headings. A word there is a name only if it is known, if it
occurs capitalized elsewhere in the text, or if it is not in the dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.names.dictionary import is_word
from kg.extract.names.institutions import Institutions
from kg.extract.names.name_edges import OUTSIDE, is_amount, owners_apart, spelling_pattern, with_sign
from kg.extract.names.name_patterns import SURNAME, NamePatterns
from kg.extract.names.name_words import LEGAL_FORM
from kg.extract.names.person_titles import Titles
from kg.extract.names.place_parts import PlaceParts
from kg.extract.names.trimming import NameTrimmer
from kg.extract.text.casing import is_capitalized
from kg.extract.text.folding import fold
from kg.extract.text.spans import merged, without
from kg.model import Span
from kg.ontology.schema import KnownName, Ontology

__all__ = ["Name", "NameFinder"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its span, the known name with that spelling, and whether a title or a place is next to it."""

    span: Span
    text: str
    known: KnownName | None = None
    titled: bool = False
    placed: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of capitalized words that may be a name.

    `initial` if it is where any word would be capitalized, `shouted` if all words of the sentence are.
    """

    name: Name
    initial: bool
    shouted: bool


_DETERMINED = re.compile(r"(?i)\b(?:the|this|our|la|le|cette|notre)[ \u00a0]$|\bl['’]$")


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds names of one language; built once for an ontology.

    Attributes:
        known: known names by folded spelling.
        terms: folded capitalized words that are not names ("PDG", "GPU", "French").
        given: folded given names: in a run of capitalized words they begin a person's name.
        kinds: folded words that end the names of what is no person: "County", "Fund".
        callings: folded nouns for companies and people, which may precede a name: "Startup Nordalia" opens a sentence.
    """

    language: str
    known: Mapping[str, KnownName]
    terms: frozenset[str]
    given: frozenset[str]
    callings: frozenset[str]
    kinds: frozenset[str]
    titles: Titles
    institutions: Institutions
    place_parts: PlaceParts
    trimmer: NameTrimmer
    spellings: re.Pattern[str] = field(repr=False)
    patterns: NamePatterns = field(repr=False)

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> NameFinder:
        """Return the finder for the ontology's names and capitalised terms."""
        known = {fold(spelling): name for name in ontology.names for spelling in name.spellings}
        terms = {
            fold(form)
            for noun in ontology.nouns
            if noun.language == language
            for form in noun.forms
            if form[:1].isupper()
        } | {fold(word) for name in ontology.names for word in name.adjectives}
        spellings = sorted({s for name in ontology.names for s in name.spellings}, key=lambda s: (-len(s), s))
        pattern = re.compile(
            OUTSIDE + "(?:" + "|".join(map(spelling_pattern, spellings)) + r")(?!\w)" if spellings else r"(?!)"
        )
        given = {fold(form) for word in ontology.name_words if word.first for form in word.forms}
        callings = {
            fold(form)
            for noun in ontology.nouns
            if noun.language == language and noun.cls and ontology.trait_of(noun.cls) in {"organization", "person"}
            for form in noun.forms
        }
        kinds = {fold(form) for word in ontology.name_words if not word.first for form in word.forms}
        titles = Titles.from_ontology(ontology, language)
        patterns = NamePatterns.of(word for words in ontology.name_words for word in words.goes_on)
        folded = (frozenset(terms), frozenset(given), frozenset(callings), frozenset(kinds))
        institutions = Institutions.from_ontology(ontology, language)
        place_parts = PlaceParts.from_ontology(ontology, language, known, pattern)
        trimmer = NameTrimmer(language, frozenset(terms), frozenset(callings), place_parts)
        return cls(language, known, *folded, titles, institutions, place_parts, trimmer, pattern, patterns)

    @property
    def places(self) -> frozenset[str]:
        """The folded spellings of known places."""
        return self.place_parts.places

    def find(self, text: str, sentences: Sequence[Span], taken: Iterable[Span]) -> tuple[Name, ...]:
        """Return the names of an article, in order, not overlapping.

        Args:
            text: the article's text.
            sentences: the spans of its sentences.
            taken: spans that contain no names, such as dates and amounts; sorted.
        """
        found = [n for s in sentences for n in self._bodies(text, s)]
        bodies = merged(name.span for name in found)
        known = (n for s in sentences for n in self._known_names(text, s))
        found += [n for n in known if any(True for _ in without(n.span, bodies, text))]
        blocked = merged([*taken, *(name.span for name in found)])
        candidates = [c for s in sentences for c in self._candidates(text, s, blocked)]
        firm = {fold(c.name.text) for c in candidates if not c.initial and not c.shouted}
        firm |= {word for name in firm for word in name.split()} | {fold(n.text) for n in found}
        for candidate in candidates:
            if candidate.shouted:
                found += self._shouted(text, candidate.name, firm)
            elif not candidate.initial or self._is_name(candidate.name.text, firm):
                found.append(candidate.name)
        return tuple(sorted(found, key=lambda name: name.span))

    def _shouted(self, text: str, run: Name, firm: set[str]) -> Iterator[Name]:
        """Return the names in an all-capitalized run: those found elsewhere, and words not in the dictionary."""
        words = [(run.span.start + m.start(), run.span.start + m.end()) for m in re.finditer(r"[^ \u00a0]+", run.text)]
        first = 0
        while first < len(words):
            ends = range(len(words), first, -1)
            last = next((end for end in ends if self._is_said(text[words[first][0] : words[end - 1][1]], firm)), 0)
            if last:
                span = Span(words[first][0], words[last - 1][1])
                yield Name(span, span.of(text), self.known.get(fold(span.of(text))), run.titled)
            first = max(last, first + 1)

    def _is_said(self, words: str, firm: set[str]) -> bool:
        """Return whether words of a headline are a name found elsewhere in the text, or not in the dictionary."""
        parts = words.split()
        if fold(words) in firm:
            return True
        rest = parts[1:] if len(parts) > 1 and fold(parts[0]) in self.given else parts
        return all(part[0].isalpha() and not is_word(part, self.language) for part in rest)

    def _known_names(self, text: str, sentence: Span) -> Iterator[Name]:
        for match in self.spellings.finditer(text, sentence.start, sentence.end):
            legal = re.compile(LEGAL_FORM).match(text, match.end(), sentence.end)
            end = legal.end() if legal is not None else match.end()
            following = re.match(r"[ \u00a0](?:&[ \u00a0])?([A-ZÀ-Þ]\w+)", text[end : sentence.end])
            longer = following and fold(following[1]) not in self.terms and fold(match[0]) not in self.places
            longer = longer or (match[0].islower() and self._is_calling(text, match.end()))
            longer = longer or self._is_part(text, Span(*match.span()), sentence)
            if not longer and not is_amount(text, Span(*match.span())):
                yield Name(Span(match.start(), end), match[0], self.known[fold(match[0])])

    def _is_part(self, text: str, span: Span, sentence: Span) -> bool:
        """Return whether a known name is only a word of a longer one: "Texas Instruments", "Kerlan France"."""
        if fold(span.of(text)) in self.place_parts.kinds:
            return self.place_parts.is_kind_within(text, span, sentence)
        if fold(span.of(text)) not in self.places:
            return False
        return self.place_parts.opens(text, span, sentence.end, sentence) or self.place_parts.ends(text, span, sentence)

    def _bodies(self, text: str, sentence: Span) -> Iterator[Name]:
        """Return the names of institutions, unless a known name at their start is as long."""
        for span in self.institutions.find(text, sentence):
            known = self.spellings.match(text, span.start, sentence.end)
            if known is None or known.end() <= span.end:
                yield Name(span, span.of(text), self.known.get(fold(span.of(text))))

    def _is_calling(self, text: str, end: int) -> bool:
        """Return whether a noun for a company or person follows: the "major" of "oil major"."""
        after = re.match(r"[ \u00a0]([a-zà-ÿ]+)", text[end : end + 40])
        return after is not None and fold(after[1]) in self.callings

    def _candidates(self, text: str, sentence: Span, blocked: Sequence[Span]) -> Iterator[_Candidate]:
        shouted, reached = is_capitalized(sentence.of(text)), sentence.start
        for match in self.patterns.run.finditer(text, sentence.start, sentence.end):
            if match.start() < reached:
                continue
            reached = self._person_end(text, Span(*match.span()), sentence.end)
            for piece, titled in self._pieces(text, Span(match.start(), reached), blocked):
                span = self.trimmer.trim(text, self._uncalled(text, piece, sentence), sentence)
                if span.start < span.end and not self._is_no_name(text, span, sentence):
                    opened = text[sentence.start : span.start].strip(" «“\"'([–—-‘*_")
                    # The second word of "Applied Digital" is capitalized within the sentence.
                    alone = " " not in span.of(text) and not titled
                    initial = alone and (not opened or opened.endswith((":", "«", "“")))
                    span, end = with_sign(text, span)
                    whole = Span(self.titles.with_address(text, span).start, end)
                    yield _Candidate(Name(whole, span.of(text), titled=titled), initial, shouted)

    def _person_end(self, text: str, run: Span, limit: int) -> int:
        """Return where a run of capitals ends, or the surname with a small particle after it: "Paul | de La Kerlan"."""
        is_given = fold(run.of(text).split()[-1]) in self.given
        surname = SURNAME.match(text, run.end, limit) if is_given else None
        return surname.end() if surname is not None else run.end

    def _is_no_name(self, text: str, span: Span, sentence: Span) -> bool:
        """Return whether capitals merely describe ("the Company"), or credit an agency: "(AOF) - Nordalia …"."""
        described = fold(span.of(text)) in self.callings and _DETERMINED.search(text, sentence.start, span.start)
        opening = text[sentence.start : span.start].strip()
        return bool(described) or (opening == "(" and text[span.end : span.end + 1] == ")")

    def _pieces(self, text: str, run: Span, blocked: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
        """Return a capitalized run split into names, each with whether a title precedes it."""
        for whole in without(run, blocked, text):
            owners = owners_apart(text, whole)
            for part, titled in (found for owner in owners for found in self.titles.apart(text, owner)):
                yield from ((piece, titled) for piece in self._persons_apart(text, part))

    def _uncalled(self, text: str, span: Span, sentence: Span) -> Span:
        """Return a span without a descriptive noun that opens the sentence: "Startup Nordalia", "Chipmaker Bravane"."""
        first = re.match(r"[^\W\d_]+[ \u00a0]+", span.of(text))
        opens = not text[sentence.start : span.start].strip(" «“\"'")
        called = first is not None and opens and fold(first[0]) in self.callings
        return Span(span.start + first.end(), span.end) if first is not None and called else span

    def _persons_apart(self, text: str, span: Span) -> Iterator[Span]:
        """Return a capitalized run split before a given name in it: "l'Économie | Anne Kerlan"."""
        words = list(re.finditer(r"[^ \u00a0]+", text[span.start : span.end]))
        cut = next((w.start() for w in words[1:-1] if fold(w[0]) in self.given), None)
        if any(fold(re.sub(r"['’]s?$", "", word[0])) in self.kinds for word in words[2:]):
            # "Doña Ana County" is no Ana.
            cut = None
        if cut is None or fold(words[0][0]) in self.given or "&" in text[span.start + cut : span.end]:
            yield span
            return
        yield Span(span.start, span.start + len(text[span.start : span.start + cut].rstrip()))
        yield Span(span.start + cut, span.end)

    def _is_name(self, words: str, firm: set[str]) -> bool:
        folded = fold(words)
        if folded in firm:
            return True
        parts = words.split()
        if len(parts) > 1:
            return not all(is_word(part, self.language) for part in parts) or any(fold(part) in firm for part in parts)
        return not is_word(words, self.language) or bool(re.search(r"[a-z][A-Z]", words))
