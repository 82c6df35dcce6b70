"""Organisations named shortly before: whom "the companies", "they" or "the maker of chips" mean without a doubt."""

from __future__ import annotations

from kg.extract.reference.draft_entities import Draft, Drafts
from kg.extract.reference.mentions import WordMention
from kg.extract.reference.salience import REACH

__all__ = ["only_company", "only_described", "pair_before"]

_THEY = frozenset({"they", "them", "their"})


def pair_before(drafts: Drafts, number: int, mention: WordMention) -> tuple[int, ...]:
    """Return the referents of "the companies": the only two organisations named shortly before, else none."""
    near = _companies_before(drafts, number, mention)
    return tuple(draft.key for draft in near) if len(near) == 2 else ()


def only_company(drafts: Drafts, number: int, mention: WordMention) -> Draft | None:
    """Return whom "they" means where nobody is several: the only organisation named shortly before."""
    near = _companies_before(drafts, number, mention) if mention.word.text.lower() in _THEY else []
    return near[0] if len(near) == 1 else None


def only_described(drafts: Drafts, number: int, mention: WordMention) -> Draft | None:
    """Return whom a noun with a complement means: who was called so before, or the only organisation at hand.

    "Le fabricant de batteries" may be another than the two that were named.
    """
    near = drafts.near(number, REACH[mention.kind])
    called = [draft for draft in near if draft.named and mention.described_as in draft.names]
    if not called and drafts.ontology.trait_of(mention.cls) == "organization" and mention.number == "Sing":
        called = _companies_before(drafts, number, mention)
    return called[0] if len(called) == 1 else None


def _companies_before(drafts: Drafts, number: int, mention: WordMention) -> list[Draft]:
    """Return the organisations named in this sentence or the one before, in the order of the text."""
    return [
        draft
        for draft in drafts.near(number, 1)
        if draft.named
        and (seen := draft.before(number, mention.word.index))
        and any(number - one.sentence <= 1 and not one.nested for one in seen[-3:])
        and drafts.trait_of(draft) == "organization"
        and not draft.may_be_place
    ]
