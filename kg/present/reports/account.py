"""Reports the account of a statement or entity, as lines for a reader and as a record for a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from kg.inquiry.explain import EntityAccount, StatementAccount
from kg.model import Span
from kg.ontology.schema import Frame
from kg.present.reports.marks import mark

__all__ = ["account_lines", "account_record"]

_INDENT = "  "


def account_lines(account: StatementAccount | EntityAccount, frames: Mapping[str, Frame]) -> Iterator[str]:
    """Return the account as lines, with a heading for each part; `frames` are the ontology's frames by id."""
    if isinstance(account, StatementAccount):
        yield from _statement_lines(account, frames.get(account.frame))
    else:
        yield from _entity_lines(account)


def account_record(account: StatementAccount | EntityAccount, frames: Mapping[str, Frame]) -> dict[str, object]:
    """Return the account as one object; for a statement, with the definition of its frame if known."""
    kind = "statement" if isinstance(account, StatementAccount) else "entity"
    record: dict[str, object] = {"kind": kind, **asdict(account)}
    frame = frames.get(account.frame) if isinstance(account, StatementAccount) else None
    return {**record, "definition": _definition(frame)} if frame else record


def _statement_lines(account: StatementAccount, frame: Frame | None) -> Iterator[str]:
    said = f", said by {account.attribution}" if account.attribution else ""
    yield f"{account.subject} {account.relation} {account.object} ({account.modality}{said})"
    yield f"{_INDENT}statement {account.id}"
    for name, words in account.qualifiers.items():
        yield f"{_INDENT}{name}: {words}"
    evidence = account.quotes["evidence"]
    yield f"article: {account.document}, characters {evidence.start} to {evidence.end}"
    published = " ".join(filter(None, (account.publisher, account.url)))
    if published:
        yield f"{_INDENT}published: {published}"
    yield f"{_INDENT}{_marked(account)}"
    yield from _frame_lines(account.frame, frame)
    for about, heading in (("subject", account.subject), ("object", account.object)):
        yield f"{about}: {heading}"
        yield from (f"{_INDENT}{step.text}" for step in account.steps if step.about == about)
    rest = [step for step in account.steps if step.about not in {"subject", "object", "modality", "confidence"}]
    yield f"modality: {account.modality}"
    cues = [step.text for step in account.steps if step.about == "modality"]
    yield from (f"{_INDENT}{text}" for text in cues or ["no word of the clause makes it less than a fact"])
    yield from (f"{step.about}: {step.text}" for step in rest)
    yield f"confidence: {account.confidence:.2f}"
    yield from (f"{_INDENT}{step.text}" for step in account.steps if step.about == "confidence")
    if account.also:
        yield f"also stated by: {', '.join(account.also)}"


def _marked(account: StatementAccount) -> str:
    """Return the evidence with the words of subject, trigger and object marked, as far as they are in it."""
    evidence = account.quotes["evidence"]
    whole = evidence.end - evidence.start == len(evidence.text)  # else characters that RDF cannot hold are missing
    names = ("trigger", "subject", "object") if whole else ()
    spans = {name: Span(account.quotes[name].start, account.quotes[name].end) for name in names}
    inside = {name: span for name, span in spans.items() if span != Span(evidence.start, evidence.end)}
    return mark(evidence.text, inside, evidence.start)


def _frame_lines(name: str, frame: Frame | None) -> Iterator[str]:
    if frame is None:
        yield f"frame: {name}, which this ontology does not have"
        return
    yield f"frame: {name} ({frame.place})"
    for key, text in _definition(frame).items():
        yield f"{_INDENT}{key}: {text}"


def _definition(frame: Frame) -> dict[str, str]:
    """Return a frame in the notation of the ontology: triggers by category, roles, conditions, modality."""
    found: dict[str, list[str]] = {}
    for trigger in frame.triggers:
        found.setdefault(trigger.category, []).append(" ".join((trigger.lemma, *trigger.fixed)))
    lines = {category: ", ".join(words) for category, words in found.items()}
    lines |= {end: " | ".join(roles) for end, roles in frame.roles.items()}
    for key, conditions in (("where", frame.conditions), ("unless", frame.exclusions)):
        if conditions:
            lines[key] = "; ".join(f"{role} = {', '.join(lemmas)}" for role, lemmas in conditions)
    return {**lines, **({"modality": str(frame.modality)} if frame.modality else {})}


def _entity_lines(account: EntityAccount) -> Iterator[str]:
    yield f"{account.label} ({account.cls})"
    yield f"{_INDENT}{account.iri}"
    if account.class_reason:
        yield f"class: {account.cls}, since {account.class_reason}"
    if account.names:
        yield f"also called: {', '.join(account.names)}"
    for same in account.same_as:
        yield f"the same elsewhere: {same}"
    yield f"mentions: {len(account.mentions)}"
    for mention in account.mentions:
        yield f"{_INDENT}{mention.document}, {mention.words.start}: {mention.reason}"
    yield f"joins: {len(account.joins)}"
    yield from (f"{_INDENT}{join}" for join in account.joins)
    yield f"statements: {len(account.statements)}"
    for edge in account.statements:
        yield f"{_INDENT}{edge.id}  {edge.text} ({edge.modality}; {edge.document})"
