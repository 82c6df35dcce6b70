"""The constraints that follow from decisions: which names are the same, which differ, and by which decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.config import DEFAULT_BASE
from kg.errors import UsageError
from kg.resolve.decisions import Decision, is_iri
from kg.resolve.iris import digest
from kg.resolve.spelling import full_key, name_key

__all__ = ["Constraints", "check_decisions", "decisions_digest", "node_of"]


def node_of(end: str, base: str) -> str:
    """Return the node for one end of a decision: the part after `id/` of one of kg's IRIs, the key of a name.

    Any other IRI is its own node.

    >>> node_of("Nordalia S.A.", "https://kg.example/"), node_of("https://kg.example/id/kerlan", "https://kg.example/")
    ('nordalia-sa', 'kerlan')
    """
    for start in (base + "id/", DEFAULT_BASE + "id/"):
        if end.startswith(start):
            return end.removeprefix(start)
    return end if is_iri(end) else full_key(end)


def decisions_digest(decisions: Iterable[Decision]) -> str:
    """Return a digest of the decisions; empty when there are none."""
    said = [repr(decision) for decision in decisions]
    return digest(*said) if said else ""


def check_decisions(decisions: Iterable[Decision], base: str) -> None:
    """Check that decisions do not contradict each other, before spending minutes on reading articles.

    Raises:
        UsageError: two of them do; the message names both.
    """
    Constraints(decisions, base)


class Constraints:
    """Decisions that do not contradict each other.

    A node is one end of a decision, as returned by `node_of`.
    """

    def __init__(self, decisions: Iterable[Decision], base: str) -> None:
        """Take the decisions in their order.

        Raises:
            UsageError: a decision says that two names differ which others make the same, directly or through a chain;
                or both ends of a decision are the same name.
        """
        self._pairs = [(self._pair(decision, base), decision) for decision in decisions]
        self.nodes = {node: end for pair, one in self._pairs for node, end in zip(pair, one.ends, strict=True)}
        self._found: dict[str, Mapping[str, tuple[Decision, ...]]] = {}
        self._next: dict[str, list[tuple[str, Decision]]] = defaultdict(list)
        for (one, other), decision in self.sames():
            self._next[one].append((other, decision))
            self._next[other].append((one, decision))
        self._loose: dict[str, list[str]] = defaultdict(list)
        for node in self.nodes:
            if not is_iri(node) and "/" not in node:
                self._loose[name_key(node)].append(node)
        for (one, other), decision in self.differences():
            if chain := self.way(one, other):
                raise _contradiction(decision, chain)

    def differences(self) -> Iterator[tuple[tuple[str, str], Decision]]:
        """Return the pairs of nodes decided to be different, each with its decision."""
        return ((pair, decision) for pair, decision in self._pairs if not decision.same)

    def sames(self) -> Iterator[tuple[tuple[str, str], Decision]]:
        """Return the pairs of nodes decided to be the same, each with its decision."""
        return ((pair, decision) for pair, decision in self._pairs if decision.same)

    def group(self, node: str) -> str:
        """Return the representative of a node: the alphabetically first of the nodes that are the same."""
        return min(self._ways(node))

    def way(self, one: str, other: str) -> tuple[Decision, ...]:
        """Return the shortest chain of decisions that makes two nodes the same; empty when there is none."""
        return self._ways(one).get(other, ())

    def difference(self, one: str, other: str) -> Decision | None:
        """Return the first decision that keeps apart two nodes, or nodes that are the same as these; else `None`."""
        here, there = self._ways(one), self._ways(other)
        for (left, right), decision in self.differences():
            if (left in here and right in there) or (right in here and left in there):
                return decision
        return None

    def node(self, names: Iterable[str]) -> str:
        """Return the node of the first name that is one; else the only node that matches without legal forms.

        Empty when there is none.
        """
        keys = list(names)
        exact = next((key for key in keys if key in self.nodes), "")
        if exact or not self.nodes:
            return exact
        fits = [node for loose in dict.fromkeys(map(name_key, keys)) for node in self._loose.get(loose, ())]
        return fits[0] if len(fits) == 1 else ""

    def _ways(self, start: str) -> Mapping[str, tuple[Decision, ...]]:
        """Return the nodes that are the same as `start`, itself included, each with the shortest chain of decisions."""
        if start not in self._found:
            found: dict[str, tuple[Decision, ...]] = {start: ()}
            waiting = [start]
            for here in waiting:
                for other, decision in self._next.get(here, ()):
                    if other not in found:
                        found[other] = (*found[here], decision)
                        waiting.append(other)
            self._found[start] = found
        return self._found[start]

    @staticmethod
    def _pair(decision: Decision, base: str) -> tuple[str, str]:
        one, other = (node_of(end, base) for end in decision.ends)
        if one == other:
            raise UsageError(
                f'"{decision.ends[0]}" and "{decision.ends[1]}" are one name',
                where=decision.place,
                advice="name what one article calls so as id:ARTICLE/NAME, such as id:a-txt/kerlan",
            )
        return one, other


def _contradiction(decision: Decision, chain: tuple[Decision, ...]) -> UsageError:
    one, other = decision.ends
    ways = " and ".join(f'{way.place or "another decision"} ("{way.ends[0]}" is "{way.ends[1]}")' for way in chain)
    what = f'decides that "{one}" and "{other}" differ, and {ways} that they are one'
    return UsageError(what, where=decision.place, advice="undo one of the two")
