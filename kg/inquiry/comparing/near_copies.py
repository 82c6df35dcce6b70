"""Finds near-copies: articles of one text, though each may have its own headline, cuts or sentences.

Broder (1997), "On the resemblance and containment of documents": a text is the set of its shingles, and the
containment of one text in another is the share of its shingles in the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from zlib import crc32

from kg.model import Article, Statement

__all__ = ["COPIED", "TELLING", "containment", "families", "find_copies", "shingles", "wordings"]

RUN = 5
COPIED = 0.5
"""The containment from which two texts count as near-copies, as measured in docs/decisions.md."""

TELLING = 10
"""From how many words a text is distinctive: anybody might write "Nordalia was founded in 2018"."""


def wordings(statements: Iterable[Statement], articles: Iterable[Article]) -> dict[str, str]:
    """Return the words of each document: its text, or all its quoted sentences if the text is unknown.

    Quoted sentences too short to be distinctive are left out.
    """
    quoted: dict[str, dict[str, None]] = defaultdict(dict)
    for statement in statements:
        quoted[statement.document][statement.evidence.text] = None
    texts = {article.document: article.body.of(article.text) for article in articles if article.text}
    words_of = {document: texts.get(document) or "\n".join(sentences) for document, sentences in quoted.items()}
    return {
        document: words for document, words in words_of.items() if document in texts or len(words.split()) >= TELLING
    }


def shingles(text: str) -> frozenset[int]:
    """Return the shingles of five words of a text, as hashes; case, accents and punctuation do not count.

    A shorter text is one shingle; one without words has none.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = re.findall(r"\w+", plain)
    runs = [words[start : start + RUN] for start in range(max(1, len(words) - RUN + 1))] if words else []
    return frozenset(crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs)


def containment(one: Collection[int], other: Collection[int]) -> float:
    """Return the share of the smaller set contained in the other; 0 when one is empty."""
    smaller = min(len(one), len(other))
    return len(frozenset(one) & frozenset(other)) / smaller if smaller else 0.0


def find_copies(
    groups: Iterable[Collection[str]], texts: Mapping[str, str], *, share: float = COPIED
) -> frozenset[tuple[str, str]]:
    """Return the sorted pairs of documents with at least that containment; only documents of a group are compared."""
    pairs = {pair for group in groups for pair in combinations(sorted(set(group)), 2)}
    runs = {document: shingles(texts.get(document, "")) for document in sorted({one for pair in pairs for one in pair})}
    return frozenset((one, other) for one, other in pairs if containment(runs[one], runs[other]) >= share)


def families(members: Sequence[str], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the connected components of members under the ties, in the order given; other ties are ignored.

    >>> families(["a", "b", "c"], [("a", "c"), ("c", "z")])
    [['a', 'c'], ['b']]
    """
    home = {member: [member] for member in members}
    for one, other in sorted(ties):
        if one in home and other in home and home[one] is not home[other]:
            joined = home[one] + home[other]
            home.update(dict.fromkeys(joined, joined))
    order = {member: place for place, member in enumerate(home)}
    groups = {id(group): sorted(group, key=order.__getitem__) for group in home.values()}
    return sorted(groups.values(), key=lambda group: order[group[0]])
