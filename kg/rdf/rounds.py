"""Funding rounds: recipient, investors, amount, date and purpose, gathered from the statements of one article.

The ontology says which relations describe a round: `recipientAmount` marks the one from recipient to amount,
`investor` the one from investor to recipient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Entity, Modality, Statement, Value
from kg.ontology.schema import Ontology

__all__ = ["Round", "find_rounds"]

NEAR = 200
"""Maximal number of characters between the sentence with the amount and the one that names the investors."""


@dataclass(frozen=True, slots=True)
class Round:
    """Money that one entity received in one deal, according to one article.

    Attributes:
        document: the article.
        recipient: who received it.
        amount: how much.
        modality: that of its statements; a planned round is not a fact.
        investors: who invested, in the order of the text.
        dates, purposes: as given by the statements, in the order of the text.
        statements: those it is derived from, in the order of the text.
    """

    document: str
    recipient: Entity
    amount: Value
    modality: Modality
    investors: tuple[Entity, ...]
    dates: tuple[str, ...]
    purposes: tuple[str, ...]
    statements: tuple[Statement, ...]


def find_rounds(statements: Iterable[Statement], ontology: Ontology) -> Iterator[Round]:
    """Return the rounds of one article's statements, in the order of the text.

    An investment belongs to a round with its recipient and modality if it has the same amount; or if it has none and
    is in the same sentence, or near it and the recipient has no other round. Any other investment with an amount is a
    round of its own.
    """
    roles: dict[str, list[Statement]] = {"recipientAmount": [], "investor": []}
    for statement in statements:
        roles.get(ontology.relations[statement.relation].round_role, []).append(statement)
    rounds = _merge(found for statement in roles["recipientAmount"] for found in _from_sum(statement))
    for investment in roles["investor"]:
        rounds = _place(investment, rounds)
    yield from rounds


def _from_sum(statement: Statement) -> Iterator[Round]:
    amount, recipient = statement.object.target, statement.subject.target
    if isinstance(amount, Value) and isinstance(recipient, Entity):
        yield _round(statement, recipient, amount, investors=())


def _round(statement: Statement, recipient: Entity, amount: Value, *, investors: tuple[Entity, ...]) -> Round:
    date, purpose = statement.qualifiers.date, statement.qualifiers.purpose
    return Round(
        statement.document,
        recipient,
        amount,
        statement.modality,
        investors,
        (date,) if date else (),
        (purpose,) if purpose else (),
        (statement,),
    )


def _merge(rounds: Iterable[Round]) -> list[Round]:
    """Return the rounds, with those of the same recipient, amount and modality merged."""
    found: dict[tuple[str, str, str, Modality], Round] = {}
    for new in rounds:
        key = (new.recipient.iri, new.amount.number, new.amount.unit, new.modality)
        found[key] = _union(found[key], new) if key in found else new
    return list(found.values())


def _union(one: Round, other: Round) -> Round:
    return replace(
        one,
        investors=tuple(dict.fromkeys((*one.investors, *other.investors))),
        dates=tuple(dict.fromkeys((*one.dates, *other.dates))),
        purposes=tuple(dict.fromkeys((*one.purposes, *other.purposes))),
        statements=(*one.statements, *other.statements),
    )


def _place(investment: Statement, rounds: Sequence[Round]) -> list[Round]:
    """Return the rounds with an investment added, to the one it belongs to or as a new one."""
    investor, recipient = investment.subject.target, investment.object.target
    if not isinstance(investor, Entity) or not isinstance(recipient, Entity):
        return list(rounds)
    own = [r for r in rounds if r.recipient == recipient and r.modality == investment.modality]
    amount = investment.qualifiers.amount
    home = next((r for r in own if _belongs(investment, r, alone=len(own) == 1)), None)
    if home is not None:
        added = _round(investment, recipient, home.amount, investors=(investor,))
        return [_union(r, added) if r is home else r for r in rounds]
    if amount is not None:
        return [*rounds, _round(investment, recipient, amount, investors=(investor,))]
    return list(rounds)


def _belongs(investment: Statement, home: Round, *, alone: bool) -> bool:
    amount = investment.qualifiers.amount
    if amount is not None:
        return (amount.number, amount.unit) == (home.amount.number, home.amount.unit)
    gap = min(_gap(investment, statement) for statement in home.statements)
    return gap == 0 or (alone and gap <= NEAR)


def _gap(one: Statement, other: Statement) -> int:
    """Return the number of characters between the evidence of two statements; 0 when they overlap."""
    first, second = sorted((one.evidence.span, other.evidence.span))
    return max(0, second.start - first.end)
