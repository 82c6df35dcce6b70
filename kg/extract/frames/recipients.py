"""Telling places from receivers among names that nothing else tells: "loué à X" leases to X and does not lie in it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.frames.candidates import Candidate
from kg.extract.reference.coreference import Discourse

__all__ = ["without_mistaken_places"]


def without_mistaken_places(candidates: Sequence[Candidate], discourse: Discourse) -> list[Candidate]:
    """Return the candidates without those that take for a place what another one shows to be none.

    After "à" or "in" an unknown name may be either. What only ever stood as a place becomes one in `discourse`.
    """
    place = discourse.drafts.classes.place
    relations = discourse.drafts.ontology.relations
    # Where a place and a receiver may both stand, nothing is shown.
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
