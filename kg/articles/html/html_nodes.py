"""Walking over the tree of a page, and what its elements are called.

Pages nest elements by the thousand: nothing here, or in what uses it, goes up or down the tree once for each element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

__all__ = ["Extent", "attribute", "extents_of", "names_of", "outermost", "squeeze", "steps", "words_of"]

_TOKEN = re.compile(r"[A-Za-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMING = ("id", "class", "role", "data-testid", "data-component")


@dataclass(frozen=True, slots=True)
class Extent:
    """Where an element stands in the order of a page, its end exclusive, and how many letters are in it."""

    start: int
    end: int
    letters: int


def steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Return the nodes of a tree as its text opens (true) and closes them; pages nest them deeper than Python calls."""
    node, opens = root, True
    while True:
        yield node, opens
        inner, after = node.child if opens else None, node.next
        if inner is not None:
            node = inner
        elif opens:
            opens = False
        elif node.mem_id == root.mem_id or node.parent is None:
            return
        else:
            node, opens = (after, True) if after is not None else (node.parent, False)


def extents_of(root: LexborNode, nodes: Iterable[LexborNode]) -> dict[int, Extent]:
    """Return the extents of the root and of some elements within it, by their `mem_id`."""
    wanted = {root.mem_id, *(node.mem_id for node in nodes)}
    begun: dict[int, tuple[int, int]] = {}
    found = {}
    letters = 0
    for number, (node, opens) in enumerate(steps(root)):
        if node.tag == "-text":
            letters += len("".join((node.text_content or "").split())) if opens else 0
        elif (key := node.mem_id) in wanted:
            if opens:
                begun[key] = (number, letters)
            else:
                start, before = begun[key]
                found[key] = Extent(start, number, letters - before)
    return found


def outermost(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """Return those of some elements that lie within none of the others, each once, in their order."""
    several = {node.mem_id: node for node in nodes}
    known: dict[int, bool] = {}
    for node in several.values():
        between = []
        above = node.parent
        while above is not None and above.mem_id not in several and above.mem_id not in known:
            between.append(above.mem_id)
            above = above.parent
        is_within = above is not None and (above.mem_id in several or known[above.mem_id])
        known.update(dict.fromkeys(between, is_within))
        if not is_within:
            yield node


def attribute(node: LexborNode, name: str) -> str:
    """Return an attribute of an element; empty when it has none."""
    return node.attributes.get(name) or ""


def names_of(node: LexborNode) -> frozenset[str]:
    """Return the lower-case words in what the author of a page calls an element: its id, classes and role.

    `class="article__relatedLinks"` is called article, related and links.
    """
    attributes = node.attributes
    given = " ".join(filter(None, map(attributes.get, _NAMING)))
    return frozenset(_TOKEN.findall(_CAMEL.sub(" ", given).lower()))


def words_of(node: LexborNode) -> str:
    """Return the words in an element, with single spaces."""
    return squeeze(node.text(separator=" "))


def squeeze(words: str) -> str:
    """Return words with single spaces between them and none around."""
    return " ".join(words.split())
