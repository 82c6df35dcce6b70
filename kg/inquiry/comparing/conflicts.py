"""Conflicts between articles: one subject and relation with different amounts, dates or holders, or a denial.

The ontology says which relations have one object, and which have only one date and amount.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from kg.inquiry.comparing.agreement import compare, dates_agree, quantity
from kg.inquiry.comparing.conflict_kinds import Dispute, Kind, Suggestion, correcting, suggest
from kg.inquiry.comparing.corroborate import target_key
from kg.inquiry.comparing.near_copies import find_copies, wordings
from kg.model import Article, Entity, Modality, Statement, Value
from kg.ontology.schema import Ontology, Relation

__all__ = ["Conflict", "Conflicts", "Kind", "Note", "find_conflicts"]

Claim: TypeAlias = tuple[Statement, Entity | Value | str]
"""A statement and its claim on a matter: a holder, an amount, or a date."""
Matter: TypeAlias = tuple[str, ...]

CHANGES = "one at a time"
SETTLED = (Modality.ASSERTED, Modality.PLANNED)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that disagree, the earlier first.

    Attributes:
        about: what they disagree on: `object`, `amount`, `date`, or `denial` where one denies the other.
        first, second: the statements.
        said: the claim of each, in words.
        published: the date of each article, if known.
        suggestion: the suggested kind of conflict, and why.
    """

    about: str
    first: Statement
    second: Statement
    said: tuple[str, str]
    published: tuple[date | None, date | None]
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Note:
    """Two amounts of one subject and relation in different currencies, which may or may not agree."""

    first: Statement
    second: Statement
    said: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The conflicts, sorted by subject and relation, and notes on what could not be compared."""

    found: tuple[Conflict, ...]
    notes: tuple[Note, ...]

    @property
    def has_contradiction(self) -> bool:
        """Whether a contradiction is suggested."""
        return any(one.suggestion.kind is Kind.CONTRADICTION for one in self.found)


def find_conflicts(statements: Sequence[Statement], articles: Sequence[Article], ontology: Ontology) -> Conflicts:
    """Return the conflicts among the statements.

    Only statements of the same modality are compared, since a plan does not contradict a fact; and denied edges with
    the same edges asserted or planned. Values, in the order of their articles, form groups that agree; each group is
    compared with the next.
    """
    days = {article.document: article.date for article in articles}
    texts = {article.document: article.text for article in articles}
    ordered = sorted(statements, key=lambda one: _time(one, days))
    matters = [*_matters(ordered, ontology), *_denials(ordered)]
    groups = {frozenset(one.document for one, _ in claims) for _, claims in matters}
    copies = find_copies(groups, wordings(ordered, articles))
    nested = {frozenset((target_key(one.subject.target), target_key(one.object.target))) for one in ordered}
    court = _Court(ontology, days, texts, copies, frozenset(nested))
    found = [conflict for matter, claims in matters for conflict in court.conflicts(matter[0], claims)]
    notes = [note for matter, claims in matters for note in court.notes(matter[0], claims)]
    return Conflicts(tuple(sorted(found, key=_order)), tuple(sorted(notes, key=_order)))


def _time(statement: Statement, days: Mapping[str, date | None]) -> tuple[object, ...]:
    return (days.get(statement.document) or date.max, statement.document, statement.evidence.span, statement.id)


def _order(found: Conflict | Note) -> tuple[object, ...]:
    first = found.first
    return (first.subject.label, first.relation, first.document, first.evidence.span, first.id, found.second.id)


def _matters(statements: Iterable[Statement], ontology: Ontology) -> list[tuple[Matter, list[Claim]]]:
    """Return the matters that allow only one value, each with its claims; a matter begins with what it is about."""
    found: dict[Matter, list[Claim]] = defaultdict(list)
    for statement in statements:
        relation = ontology.relations.get(statement.relation)
        if relation is None or statement.modality is Modality.DENIED:
            continue
        for about, key, claim in _claims(statement, relation):
            found[about, target_key(statement.subject.target), statement.relation, statement.modality, key].append(
                (statement, claim)
            )
    return [(matter, claims) for matter, claims in found.items() if len(claims) > 1]


def _claims(statement: Statement, relation: Relation) -> Iterator[tuple[str, str, Entity | Value | str]]:
    """Return a statement's claims that allow only one value: what each is about, the edge, and the value."""
    target, qualifiers = statement.object.target, statement.qualifiers
    by_round = relation.holds == "one a round"
    if relation.holds != "many" and (isinstance(target, Value) or not by_round):
        yield "object", "", target
    if by_round or relation.happens:
        edge = target_key(target)
        if qualifiers.amount is not None:
            yield "amount", edge, qualifiers.amount
        if qualifiers.date is not None:
            yield "date", edge, qualifiers.date


def _denials(statements: Iterable[Statement]) -> Iterator[tuple[Matter, list[Claim]]]:
    """Return the edges that are both denied and asserted or planned, with the first statement of each side."""
    edges: dict[Matter, dict[bool, Statement]] = defaultdict(dict)
    for one in statements:
        denied = one.modality is Modality.DENIED
        if denied or one.modality in SETTLED:
            edges[target_key(one.subject.target), one.relation, target_key(one.object.target)].setdefault(denied, one)
    for edge, sides in edges.items():
        if len(sides) > 1:
            yield ("denial", *edge), [(one, str(one.modality)) for one in sides.values()]


@dataclass(frozen=True, slots=True)
class _Court:
    """Compares the claims of one matter; `joined` are pairs of entities with an edge between them."""

    ontology: Ontology
    days: Mapping[str, date | None]
    texts: Mapping[str, str]
    copies: frozenset[tuple[str, str]]
    joined: frozenset[frozenset[str]]

    def conflicts(self, about: str, claims: Sequence[Claim]) -> Iterator[Conflict]:
        """Return the conflicts between each group of agreeing claims and the next group."""
        for comparable in self._comparable(claims).values():
            for earlier, later in pairwise(self._groups(about, comparable)):
                both = {one.document for one, _ in earlier} & {one.document for one, _ in later}
                pairs = [
                    (one, other)
                    for one in earlier
                    for other in later
                    if not self._agree(about, one[1], other[1]) and not _in_one_sentence(one[0], other[0])
                ]
                if not pairs:
                    continue
                first, second = self._plainest(pairs, both)
                yield self._conflict(about, sorted((first, second), key=lambda one: _time(one[0], self.days)), both)

    def _plainest(self, pairs: Sequence[tuple[Claim, Claim]], both: Container[str]) -> tuple[Claim, Claim]:
        """Return the most telling pair: preferably with a correction, then with claims of one article."""
        statements = {one for pair in pairs for one, _ in pair}
        corrects = {one for one in statements if correcting(one, self.texts.get(one.document, ""), self.ontology)}

        def rank(pair: tuple[Claim, Claim]) -> tuple[bool, bool]:
            ends = [one for one, _ in pair]
            return not any(one in corrects for one in ends), any(one.document not in both for one in ends)

        return min(pairs, key=rank)

    def notes(self, about: str, claims: Sequence[Claim]) -> Iterator[Note]:
        """Return a note for each two successive currencies of the amount."""
        first: dict[str, tuple[Statement, Value]] = {}
        for statement, claim in claims:
            if about != "denial" and isinstance(claim, Value) and self.ontology.classes[claim.cls].kind == "money":
                first.setdefault(claim.unit, (statement, claim))
        for (one, amount), (other, its) in pairwise(first.values()):
            yield Note(one, other, (amount.label, its.label))

    def _comparable(self, claims: Iterable[Claim]) -> dict[Matter, list[Claim]]:
        """Return the claims grouped by class, unit and period; only values in the same group are compared."""
        found: dict[Matter, list[Claim]] = defaultdict(list)
        for statement, claim in claims:
            read = quantity(claim) if isinstance(claim, Value) else None
            unit = (claim.cls, claim.per, read[1]) if isinstance(claim, Value) and read else ()
            found[unit].append((statement, claim))
        return found

    def _groups(self, about: str, claims: Iterable[Claim]) -> list[list[Claim]]:
        """Return the claims in groups within which all agree; each claim joins the first group that it fits."""
        groups: list[list[Claim]] = []
        for claim in claims:
            home = next((g for g in groups if all(self._agree(about, claim[1], other) for _, other in g)), None)
            if home is None:
                groups.append([claim])
            else:
                home.append(claim)
        return groups

    def _agree(self, about: str, one: Entity | Value | str, other: Entity | Value | str) -> bool:
        if isinstance(one, Value) and isinstance(other, Value):
            found = compare(one, other, self.ontology)
            return found.agree or not found.comparable
        if isinstance(one, Entity) and isinstance(other, Entity):
            places = self.ontology.trait_of(one.cls) == self.ontology.trait_of(other.cls) == "place"
            return one.iri == other.iri or (places and frozenset((one.iri, other.iri)) in self.joined)
        if isinstance(one, str) and isinstance(other, str) and about == "date":
            return dates_agree(one, other)
        return one == other

    def _conflict(self, about: str, claims: Sequence[Claim], both: Iterable[str]) -> Conflict:
        (first, one), (second, other) = claims
        pair = (min(first.document, second.document), max(first.document, second.document))
        relation = self.ontology.relations[first.relation]
        dispute = Dispute(
            first,
            second,
            (self.days.get(first.document), self.days.get(second.document)),
            relation.holds if relation.holds == "one" or (relation.holds != "many" and about != "denial") else CHANGES,
            is_told_together=bool(list(both)),
            is_copy=pair in self.copies,
        )
        said = (_words(one), _words(other))
        return Conflict(about, first, second, said, dispute.published, suggest(dispute, self.texts, self.ontology))


def _in_one_sentence(one: Statement, other: Statement) -> bool:
    """Return whether one sentence states both, in which case they do not contradict each other."""
    return one.document == other.document and one.evidence.span.overlaps(other.evidence.span)


def _words(claim: Entity | Value | str) -> str:
    return claim if isinstance(claim, str) else claim.label
