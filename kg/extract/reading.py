"""Reads an article up to the grammar: blocks, sentences, names, amounts, and the parse of each sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.amounts.dates import find_dates
from kg.extract.amounts.quantities import Quantity, find_quantities
from kg.extract.grammar.object_control import mark_control
from kg.extract.grammar.parsing.third_person import find_head_verbs
from kg.extract.grammar.repair.french_attachment import regroup
from kg.extract.grammar.repair.main_verb import mend_main_clause
from kg.extract.grammar.repair.relative_clauses import hang_relatives
from kg.extract.grammar.repair.word_classes import mend_headline, mend_nouns
from kg.extract.grammar.tokens import Unit, tokenize
from kg.extract.names.finder import Name
from kg.extract.names.name_edges import is_number_in_name
from kg.extract.names.towns import with_towns
from kg.extract.reference.mentions import find_mentions
from kg.extract.reference.parsed_article import ReadArticle, ReadSentence
from kg.extract.resources import Resources
from kg.extract.text.blocks import Block, BlockKind, find_blocks
from kg.extract.text.language import find_foreign
from kg.extract.text.sentences import find_quoted, split_sentences
from kg.model import Article, Span

__all__ = ["read"]

# Quoted spans of at least this many words are sentences of their own, not names or coinages.
_QUOTATION_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Piece:
    block: Block
    span: Span
    within: Span | None


def read(article: Article, resources: Resources) -> ReadArticle:
    """Return the parsed article, with everything that is needed to look for statements."""
    text = article.text
    blocks = find_blocks(article)
    foreign = {block.span: other for block in blocks if (other := _foreign(article, block))}
    native = [block for block in blocks if block.span not in foreign]
    quotations = tuple(q for block in native for q in _quotations(text, block))
    pieces = tuple(_pieces(text, native, quotations))
    spans = [piece.span for piece in pieces]
    amounts = (q for q in find_quantities(text, article.language) if q.span.start >= article.body.start)
    quantities = {q.span: q for q in amounts if not is_number_in_name(text, q.span, resources.lexicon.sites)}
    dates = find_dates(text, article.language, article.date)
    taken = sorted([*quantities, *(date.span for date in dates)])
    found = resources.states.added(text, spans, resources.names.find(text, spans, taken))
    names = {name.span: name for name in with_towns(text, found, resources.names.places)}
    units = _units(article, resources, spans, read=(quotations, names, quantities))
    ranked = _by_start(units)
    tokens = [tokenize(text, span, article.language, _disjoint(span, ranked)) for span in spans]
    sentences: list[ReadSentence] = []
    for piece, parsed in zip(pieces, resources.parser.parse(text, list(zip(spans, tokens, strict=True))), strict=True):
        mended = mend_nouns(mend_headline(parsed), resources.lexicon, demonyms=resources.names.terms)
        hung = hang_relatives(regroup(mended, resources.lexicon), resources.lexicon)
        sentence = mark_control(mend_main_clause(hung), resources.cues, resources.lexicon)
        mentions = find_mentions(sentence, names, resources.lexicon)
        sentences.append(ReadSentence(len(sentences), piece.block, sentence, mentions, piece.within))
    return ReadArticle(article, blocks, tuple(sentences), quantities, dates, quotations, tuple(foreign.items()))


def _units(
    article: Article,
    resources: Resources,
    spans: Sequence[Span],
    *,
    read: tuple[Sequence[Span], Mapping[Span, Name], Mapping[Span, Quantity]],
) -> list[Unit]:
    """Return the spans to be read as one word, best first: of two that overlap, the earlier one wins."""
    quotations, names, quantities = read
    terms = [unit for span in spans for unit in resources.terms(article.text, span)]
    starts = frozenset(span.start for span in (*names, *quantities))
    # "parc éolien" is one term, though "éolien" alone names an energy source.
    whole = {span: name for span, name in names.items() if not _is_common_part(article.text, span, terms)}
    # Quotations come before names, names before amounts, amounts before terms.
    return [
        *(Unit(span, resources.quotation_form, "quotation") for span in quotations),
        *_named_terms(terms, names),
        *find_head_verbs(article.text, [*names, *(term.span for term in terms)], starts, resources.head_verbs),
        *(resources.unit(name) for name in whole.values()),
        *(Unit(span, "", "quantity", f"#{quantity.kind}") for span, quantity in quantities.items()),
        *terms,
    ]


def _is_common_part(text: str, name: Span, terms: Sequence[Unit]) -> bool:
    """Return whether a name that is lower-case after its first letter is part of a longer term."""
    return name.of(text)[1:].islower() and any(term.span.contains(name) and term.span != name for term in terms)


def _foreign(article: Article, block: Block) -> str:
    """Return the language of a block if it differs from its article's, else `""`; quoted words do not count."""
    if block.kind is BlockKind.QUOTE:
        return ""
    words = list(block.span.of(article.text))
    for quoted in find_quoted(article.text, block.span):
        start, end = quoted.start - block.span.start, quoted.end - block.span.start
        words[start:end] = " " * (end - start)
    return find_foreign("".join(words), article.language)


def _named_terms(terms: Sequence[Unit], names: Mapping[Span, Name]) -> list[Unit]:
    """Return the capitalized terms that look like a name: "Series B" is not a company."""
    starts = {span.start: (span, name) for span, name in names.items()}
    found = ((term, *starts[term.span.start]) for term in terms if term.span.start in starts)
    return [
        term
        for term, span, name in found
        if name.known is None and term.lemma[:1].isupper() and term.span.end >= span.end - 1
    ]


def _quotations(text: str, block: Block) -> Iterator[Span]:
    if block.kind is BlockKind.QUOTE:
        return
    for quoted in find_quoted(text, block.span):
        if len(quoted.of(text).split()) >= _QUOTATION_WORDS:
            yield quoted


def _pieces(text: str, blocks: Sequence[Block], quotations: Sequence[Span]) -> Iterator[_Piece]:
    """Return the sentences of the blocks, each followed by the sentences of the quotations in it."""
    for block in blocks:
        inner = [q for q in quotations if block.span.contains(q)]
        for span in split_sentences(text, block.span, find_quoted(text, block.span)):
            yield _Piece(block, span, None)
            for quotation in inner:
                if span.contains(quotation):
                    for part in split_sentences(text, quotation, ()):
                        yield _Piece(block, part, quotation)


def _by_start(units: Sequence[Unit]) -> tuple[list[int], list[tuple[int, Unit]]]:
    """Return the start offsets of the units, and the units with their ranks; both sorted by start."""
    ranked = sorted(enumerate(units), key=lambda entry: entry[1].span.start)
    return [unit.span.start for _, unit in ranked], ranked


def _disjoint(sentence: Span, candidates: tuple[list[int], list[tuple[int, Unit]]]) -> list[Unit]:
    """Return the units in a sentence, in order; of two that overlap, the one with the better rank."""
    starts, ranked = candidates
    near = ranked[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    chosen: list[Unit] = []
    for _, unit in sorted(near, key=lambda entry: entry[0]):
        inside = sentence.contains(unit.span) and not (unit.kind == "quotation" and unit.span.contains(sentence))
        if inside and not any(unit.span.overlaps(other.span) for other in chosen):
            chosen.append(unit)
    return sorted(chosen, key=lambda unit: unit.span)
