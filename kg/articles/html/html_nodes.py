"""Walking over the tree of a page, and what its elements are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

__all__ = ["attribute", "contains", "names_of", "squeeze", "steps", "words_of"]

_TOKEN = re.compile(r"[A-Za-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


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


def attribute(node: LexborNode, name: str) -> str:
    """Return an attribute of an element; empty when it has none."""
    return node.attributes.get(name) or ""


def names_of(node: LexborNode) -> frozenset[str]:
    """Return the lower-case words in what the author of a page calls an element: its id, classes and role.

    `class="article__relatedLinks"` is called article, related and links.
    """
    given = " ".join(attribute(node, name) for name in ("id", "class", "role", "data-testid", "data-component"))
    return frozenset(_TOKEN.findall(_CAMEL.sub(" ", given).lower()))


def words_of(node: LexborNode) -> str:
    """Return the words in an element, with single spaces."""
    return squeeze(node.text(separator=" "))


def squeeze(words: str) -> str:
    """Return words with single spaces between them and none around."""
    return " ".join(words.split())


def contains(node: LexborNode, other: LexborNode) -> bool:
    """Return whether an element is another or lies around it."""
    above: LexborNode | None = other
    while above is not None:
        if above.mem_id == node.mem_id:
            return True
        above = above.parent
    return False
