"""Towns that share another entity's name: "in Orange, Connecticut", "à Orange (Vaucluse)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.extract.names.finder import Name
from kg.extract.text.folding import fold

__all__ = ["with_towns"]

_LOCATIVE = re.compile(r"(?<!\w)(?:in|near|at|from|to|of|outside|à|de|près de|depuis)[ \u00a0]$", re.IGNORECASE)
_REACH = 12


def with_towns(text: str, names: Sequence[Name], places: Collection[str]) -> Iterator[Name]:
    """Return the names; those before a comma and a known place are marked as places: "in Orange, Connecticut".

    `places` are the folded spellings of known places. Not if the place is an owner: "in Kerlan, France's largest bank".
    """
    for name, after in zip(names, (*names[1:], None), strict=False):
        towns = after is not None and _is_town(text, name, after) and fold(after.text) in places
        yield replace(name, known=None, placed=True) if towns and fold(name.text) not in places else name


def _is_town(text: str, name: Name, place: Name) -> bool:
    beside = text[name.span.end : place.span.start] == ", " or (
        text[name.span.end : place.span.start] == " (" and text[place.span.end : place.span.end + 1] == ")"
    )
    owner = re.match(r"['’]s", text[place.span.end : place.span.end + 2]) is not None
    before = text[max(0, name.span.start - _REACH) : name.span.start]
    return beside and not owner and _LOCATIVE.search(before) is not None
