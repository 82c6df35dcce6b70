"""Quotations and their speakers: within a sentence, in a block of their own, before a signature, after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.factuality.reporting_clauses import find_interjection
from kg.extract.grammar.clauses import subjects
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.roles import OF
from kg.extract.grammar.syntax import Word
from kg.extract.reference.coreference import Discourse, Referent
from kg.extract.reference.mentions import MentionKind, WordMention
from kg.extract.reference.parsed_article import ReadArticle, ReadSentence
from kg.extract.text.blocks import Block, BlockKind
from kg.model import Span

__all__ = ["Quotation", "find_quotations"]


_SIGNED = re.compile(r"[»”\"]?\s*(?:[—–]|\n\s*>*\s*[-—–])\s*[^\n.!?]{3,100}$")
# The maximal length of a signature with its dash and spaces: searching all of a long block would be slow.
_SIGNATURE = 200
_MARKS = '«“»”"> \t\r\n\u00a0\u202f'
# A sentence precedes the sentences of the quotations in it: how far back to look for one that contains a span.
_LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said or wrote.

    Attributes:
        words: the span of the words, without quotation marks.
        speaker: the key of the speaker's entity.
        mention: the span of the mention of the speaker.
        trigger: the span of the verb or mention that links the two.
        how: how it was found, for the explanation.
    """

    words: Span
    speaker: int
    mention: Span
    trigger: Span
    how: str


@dataclass(frozen=True, slots=True)
class _Speaker:
    key: int
    mention: Span
    trigger: Span


def find_quotations(read: ReadArticle, discourse: Discourse, cues: Cues) -> tuple[Quotation, ...]:
    """Return the quotations whose speaker is known, in the order of the text."""
    found = [*_inline(read, discourse, cues), *_blocks(read, discourse, cues)]
    return tuple(sorted(found, key=lambda quotation: quotation.words))


def _inline(read: ReadArticle, discourse: Discourse, cues: Cues) -> Iterator[Quotation]:
    previous: _Speaker | None = None
    for sentence in read.sentences:
        if sentence.within is not None:
            continue
        units = [w for w in sentence.sentence.words if w.unit and w.unit.kind == "quotation"]
        speaker = _speaker(sentence, discourse, cues) if units else None
        alone = all(w.unit or w.pos == "PUNCT" for w in sentence.sentence.words)
        for word in units:
            chosen = speaker or _inside(read, discourse, cues, word.span) or (previous if alone else None)
            if chosen:
                yield Quotation(word.span, chosen.key, chosen.mention, chosen.trigger, "speaker of the sentence")
        previous = speaker or (previous if alone else None)


def _speaker(read: ReadSentence, discourse: Discourse, cues: Cues) -> _Speaker | None:
    """Return the speaker in a sentence: the subject of a verb of speech, or the source after "selon"."""
    sentence = read.sentence
    for verb in sentence.words:
        if verb.pos in {"VERB", "AUX"} and cues.has("speech", verb.lemma):
            beside = tuple(_beside(sentence.words, verb))
            # "said Nordalia president Anna Kerlan": the person is the speaker, not the company named before.
            people = (
                w for w in beside if (r := discourse.at(read.number, w.index)) and _is_named_person(discourse, r.key, w)
            )
            for word in (*people, *subjects(sentence, verb), *beside):
                referent = discourse.at(read.number, word.index)
                if referent is not None and _can_speak(discourse, referent.key):
                    return _Speaker(referent.key, word.span, verb.span)
    for word in sentence.words:
        referent = discourse.at(read.number, word.index)
        if referent is None and word.pos == "PRON" and cues.has("source", word.case):
            # "X, selon qui …"
            referent = _person_before(read, discourse, word)
        source = cues.has("source", word.case) or cues.has("personal-source", word.case)
        if referent is not None and source and _can_speak(discourse, referent.key):
            return _Speaker(referent.key, word.span, word.span)
    return None


def _inside(read: ReadArticle, discourse: Discourse, cues: Cues, words: Span) -> _Speaker | None:
    """Return the speaker named within the quotation marks: "« Le marché croît, dit X. Nous aussi. »"."""
    for sentence in _sentences(read, words):
        found = find_interjection(sentence.sentence, cues) if sentence.within == words else None
        referent = discourse.at(sentence.number, found.speaker.index) if found else None
        if found is not None and referent is not None and _can_speak(discourse, referent.key):
            return _Speaker(referent.key, found.speaker.span, found.speaker.span)
    return None


def _person_before(read: ReadSentence, discourse: Discourse, word: Word) -> Referent | None:
    for index in range(word.index - 1, -1, -1):
        referent = discourse.at(read.number, index)
        if referent is not None and _trait(discourse, referent.key) == "person":
            return referent
    return None


def _is_named_person(discourse: Discourse, key: int, word: Word) -> bool:
    return word.pos == "PROPN" and _trait(discourse, key) == "person"


def _trait(discourse: Discourse, key: int) -> str:
    return discourse.drafts.ontology.trait_of(discourse.drafts.class_of(discourse.drafts[key]))


def _beside(words: tuple[Word, ...], verb: Word) -> Iterator[Word]:
    """Return the nominals right after a verb of speech ("a déclaré Anna Keller"), often misparsed."""
    for word in words[verb.index + 1 : verb.index + 6]:
        if word.text == ",":
            return
        # "a confié le président de X, Y": the title, which refers to the person, but not the company's name in it.
        if (word.pos in {"PROPN", "PRON", "NOUN"} or word.unit) and word.case not in OF:
            yield word


def _can_speak(discourse: Discourse, key: int) -> bool:
    return discourse.drafts[key].named and _trait(discourse, key) in {"person", "organization"}


def _blocks(read: ReadArticle, discourse: Discourse, cues: Cues) -> Iterator[Quotation]:
    """Return quotations that are blocks: marked as such, signed by the next line, or introduced by a colon."""
    text = read.article.text
    signed = {index for index, block in enumerate(read.blocks) if _signature(read, discourse, block)}
    for index, block in enumerate(read.blocks):
        before = read.blocks[index - 1] if index else None
        after = read.blocks[index + 1] if index + 1 < len(read.blocks) else None
        words = _spoken(text, block)
        if index in signed or block.kind in {BlockKind.HEADING, BlockKind.ITEM} or words is None:
            continue
        inside = _signature(read, discourse, Block(block.kind, Span(words.end, block.span.end)))
        if inside is not None:
            yield Quotation(words, inside.key, inside.mention, inside.trigger, "signed in the quotation")
        elif after is not None and index + 1 in signed and (speaker := _signature(read, discourse, after)):
            yield Quotation(words, speaker.key, speaker.mention, speaker.trigger, "signed by the next line")
        elif before is not None and (speaker := _announcer(read, discourse, cues, (before, block))):
            yield Quotation(words, speaker.key, speaker.mention, speaker.trigger, "announced by the line before")


def _spoken(text: str, block: Block) -> Span | None:
    """Return the span of a block that may be a quotation, without quotation marks and signature."""
    words = block.span.of(text)
    match = _SIGNED.search(words, max(0, len(words) - _SIGNATURE))
    if block.kind is BlockKind.QUOTE and match:
        words = words[: match.start()]
    if len(words.split()) < 4:
        return None
    start, end = len(words) - len(words.lstrip(_MARKS)), len(words.rstrip(_MARKS))
    return Span(block.span.start + start, block.span.start + end) if start < end else None


def _signature(read: ReadArticle, discourse: Discourse, block: Block) -> _Speaker | None:
    """Return the speaker of a signature: a short line that begins with a person's name and continues with a title."""
    inside = [
        (s, m)
        for s in _sentences(read, block.span)
        for m in s.mentions
        if block.span.contains(m.word.span) and m.kind is not MentionKind.PRONOUN
    ]
    words = block.span.of(read.article.text)
    if not inside or len(words.split()) > 16 or re.search(r"[.!?:]$", words.strip()):
        return None
    sentence, first = inside[0]
    lead = read.article.text[block.span.start : first.word.span.start].strip(' »”"\n>—–-')
    referent = discourse.at(sentence.number, first.word.index)
    if lead or referent is None or first.kind is not MentionKind.NAME:
        return None
    trait = _trait(discourse, referent.key)
    titled = any(_is_title(m, discourse) for _, m in inside[1:])
    if trait != "person" or not titled:
        return None
    return _Speaker(referent.key, first.word.span, first.word.span)


def _sentences(read: ReadArticle, span: Span) -> list[ReadSentence]:
    """Return the sentences that contain a span of text, then those that begin in it."""
    first = bisect_left(read.sentences, span.start, key=lambda s: s.sentence.span.start)
    end = bisect_left(read.sentences, span.end, lo=first, key=lambda s: s.sentence.span.start)
    around = [s for s in read.sentences[max(0, first - _LOOK_BACK) : first] if s.sentence.span.contains(span)]
    return [*around, *read.sentences[first:end]]


def _is_title(mention: WordMention, discourse: Discourse) -> bool:
    return mention.kind is MentionKind.NOUN and discourse.drafts.ontology.trait_of(mention.cls) == "person"


def _announcer(read: ReadArticle, discourse: Discourse, cues: Cues, blocks: tuple[Block, Block]) -> _Speaker | None:
    """Return the speaker introduced by the line before a quotation.

    The line ends with a colon or the quotation is marked as one; the speaker is in the line's last sentence.
    """
    before, block = blocks
    ends_with_colon = before.span.of(read.article.text).rstrip("*_ ").endswith(":")
    if not ends_with_colon and block.kind is not BlockKind.QUOTE:
        return None
    last = [s for s in _sentences(read, before.span) if s.within is None][-1:]
    for sentence in last:
        speaker = _speaker(sentence, discourse, cues)
        if speaker is not None:
            return speaker
        for mention in sentence.mentions:
            referent = discourse.at(sentence.number, mention.word.index)
            if referent is None or mention.kind is not MentionKind.NAME:
                continue
            if (
                discourse.drafts.ontology.trait_of(discourse.drafts.class_of(discourse.drafts[referent.key]))
                == "person"
            ):
                return _Speaker(referent.key, mention.word.span, mention.word.span)
    return None
