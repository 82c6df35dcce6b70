"""Verbs in -s that look like plural nouns: "Kerlan Capital funds Nordalia", "Bravane partners with Kerlan".

The parser tags them as nouns. Right after a name, and before a possible complement, they are verbs; they are then
replaced for the parser by an unambiguous verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.grammar.tokens import Unit
from kg.model import Span
from kg.ontology.schema import Frame

__all__ = ["find_head_verbs", "head_verbs"]

_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)(?=[ \u00a0]([^\s]+))")
_DETERMINERS = frozenset("a an the its their his her this that these those two three four five six".split())
_STAND_IN = "takes"


def head_verbs(frames: Sequence[Frame]) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the English verbs of the frames by their form in -s: the lemma, and the roles of its frames."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for frame in frames:
        for trigger in frame.triggers if frame.language == "en" else ():
            if trigger.category == "verb" and not trigger.fixed and trigger.lemma.isalpha():
                form = _third_person(trigger.lemma)
                calls = {role for end in ("subject", "object") for role in frame.roles[end]}
                found[form] = (trigger.lemma, found.get(form, ("", frozenset()))[1] | calls)
    return found


def _third_person(lemma: str) -> str:
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", lemma) else "s")


def find_head_verbs(
    text: str, names: Sequence[Span], starts: frozenset[int], verbs: Mapping[str, tuple[str, frozenset[str]]]
) -> Iterator[Unit]:
    """Return the verbs that follow `names`, as units; `starts` are the offsets where names and amounts begin."""
    for name in names:
        match = _NEXT.match(text, name.end)
        known = verbs.get(match[1].lower()) if match is not None else None
        if match is None or known is None:
            continue
        lemma, calls = known
        following = match[2].lower()
        if match.end() + 1 in starts or following in _DETERMINERS or following in calls:
            yield Unit(Span(*match.span(1)), _STAND_IN, "verb", lemma)
