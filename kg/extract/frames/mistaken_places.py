"""Distinguishes places from receivers, and inner from outer places.

"Loué à X" means leased to X, not located in it; something "à Abilene, au Texas" is located in Abilene, which is in
Texas.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.frames.candidates import Candidate
from kg.extract.reference.coreference import Discourse

__all__ = ["without_mistaken_places", "without_outer_places"]

# Prepositions before the outer place: "à Abilene, au Texas". "À Lille, à Lyon" is a list, as is "en France, au Mali
# et …".
_AROUND = frozenset({"au", "aux", "en", "dans"})
_LISTING = frozenset({"et", "ou", "puis", "comme"})


def without_mistaken_places(candidates: Sequence[Candidate], discourse: Discourse) -> list[Candidate]:
    """Return the candidates without those whose place is shown by another candidate not to be a place.

    After "à" or "in" an unknown name may be either. A name used only as a place becomes one in `discourse`.
    """
    place = discourse.drafts.classes.place
    relations = discourse.drafts.ontology.relations
    # A position that allows both a place and a receiver shows nothing.
    open_to_both = {id(c): c.object.target for c in candidates if place in relations[c.frame.relation].targets}
    as_place = {id(c): c.object.target for c in candidates if {place} == {*relations[c.frame.relation].targets}}
    otherwise = {
        target
        for candidate in candidates
        for target in (candidate.subject.target, candidate.object.target)
        if isinstance(target, int) and open_to_both.get(id(candidate)) != target
    }
    receivers = {key for key in otherwise if discourse.drafts[key].may_be_place}
    for key in receivers:
        discourse.drafts[key].may_be_place = False
    for place_key in {target for target in as_place.values() if isinstance(target, int)} - receivers:
        if discourse.drafts[place_key].may_be_place:
            discourse.drafts[place_key].votes[place] += 1
    return [candidate for candidate in candidates if as_place.get(id(candidate)) not in receivers]


def without_outer_places(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those whose place only locates another place: "à Lille, en France"."""
    inner = {(id(c.frame), c.trigger.index, c.sentence.number, c.object.mention.span.end) for c in candidates}
    return [
        candidate
        for candidate in candidates
        if (end := _place_before(candidate)) is None
        or (id(candidate.frame), candidate.trigger.index, candidate.sentence.number, end) not in inner
    ]


def _place_before(candidate: Candidate) -> int | None:
    """Return where the inner place ends, if the candidate's object is an outer place after a comma; not in a list."""
    words = candidate.sentence.sentence.words
    at = next((word.index for word in words if word.span == candidate.object.mention.span), 0)
    start = at - 1
    while start > 1 and words[start].pos == "DET":
        start -= 1
    if start < 2 or words[start].text.lower() not in _AROUND or words[start - 1].text != ",":
        return None
    place, after = words[start - 2], [word.text.lower() for word in words[at + 1 : at + 3]]
    before = words[place.index - 1].text.lower() if place.index else ""
    listed = bool(_LISTING & set(after[:1])) or (after[:1] == [","] and bool(_AROUND & set(after[1:])))
    return place.span.end if before != words[start].text.lower() and not listed else None
