"""Reports an analysis of the graph as lines, rows and records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kg.inquiry.analysing.analyse import Central, Leg
from kg.inquiry.analysing.circles import Circle, Circles
from kg.inquiry.analysing.sections import Analysis
from kg.model import Entity
from kg.present.reports.support import cited, edge_line
from kg.wording import counted

__all__ = ["Days", "analysis_lines", "analysis_record", "analysis_rows"]

Days = Mapping[str, date | None]
"""The date of each article, by document."""

_CENTRAL = ("entity", "class", "neighbours", "statements", "betweenness")
_COMPONENT = ("component", "entities", "entity", "class", "iri")
_LEG = ("from", "to", "subject", "relation", "object", "modality", "amount", "more")
_PROOF = ("article", "published", "via", "statement", "sentence")
_NAMES = 8


def analysis_lines(found: Analysis, days: Days, *, top: int) -> Iterator[str]:
    """Return the sections in turn, each with a heading and its first `top` results."""
    if found.central is not None:
        yield f"central: the first {min(top, len(found.central))} of {found.entities} by betweenness"
        for one in found.central[:top]:
            counts = f"{counted(one.neighbours, 'neighbour')}, {counted(one.statements, 'statement')}"
            yield f"  {one.entity.label} ({one.entity.cls}): {one.betweenness:.4f}, {counts}"
    if found.components is not None:
        yield f"components: {len(found.components)}"
        for group in found.components[:top]:
            yield f"  {counted(len(group), 'entity')}: {_listed(group)}"
    if found.paths is not None:
        yield f"paths: {len(found.paths)}"
        for path in found.paths[:top]:
            yield f"  {path[0].start.label} to {path[-1].end.label} in {len(path)} steps"
            yield from (f"    {_leg_line(leg, days)}" for leg in path)
    if found.circles is not None:
        yield from _circle_lines(found.circles, days, top)


def analysis_record(found: Analysis, days: Days, *, top: int) -> dict[str, object]:
    """Return the requested sections as one object, each with its first `top` results."""
    record: dict[str, object] = {"entities": found.entities}
    if found.central is not None:
        record["central"] = [_central(one) for one in found.central[:top]]
    if found.components is not None:
        record["components"] = [[_entity(one) for one in group] for group in found.components[:top]]
    if found.paths is not None:
        record["paths"] = [[_leg(leg, days) for leg in path] for path in found.paths[:top]]
    if found.circles is not None:
        record["circles"] = [
            {"modality": one.modality, "payments": [_leg(leg, days) for leg in one.legs]}
            for one in found.circles.found[:top]
        ]
        record["all_circles"] = {"found": len(found.circles.found), "complete": found.circles.is_complete}
    return record


def analysis_rows(found: Analysis, days: Days, *, top: int) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the columns and rows of the only requested section; a path or circle has a row per leg."""
    if found.central is not None:
        return _CENTRAL, [_cells(_central(one)) for one in found.central[:top]]
    if found.components is not None:
        groups = enumerate(found.components[:top], start=1)
        rows = [(str(n), str(len(group)), *_cells(_entity(one))) for n, group in groups for one in group]
        return _COMPONENT, rows
    ways = (
        found.paths if found.paths is not None else [one.legs for one in found.circles.found] if found.circles else []
    )
    name = "path" if found.paths is not None else "circle"
    rows = [(str(n), *_cells(_leg(leg, days))) for n, way in enumerate(ways[:top], start=1) for leg in way]
    return (name, *_LEG, *_PROOF), rows


def _circle_lines(circles: Circles, days: Days, top: int) -> Iterator[str]:
    rest = "" if circles.is_complete else "; the search ended there, and longer ones may be missing"
    yield f"circles of money: {len(circles.found)}{rest}"
    for one in circles.found[:top]:
        yield f"  {_round(one)} ({one.modality})"
        yield from (f"    {leg.start.label} pays {leg.end.label}: {_leg_line(leg, days)}" for leg in one.legs)


def _round(circle: Circle) -> str:
    names = [leg.start.label for leg in circle.legs]
    return " → ".join([*names, names[0]])


def _leg_line(leg: Leg, days: Days) -> str:
    """Return the statement of a leg with its amount, article and sentence."""
    one, amount = leg.statement, leg.statement.qualifiers.amount
    edge = edge_line(one.subject.label, one.relation, one.object.label, one.modality)
    sum_of = f", {amount.label}" if amount else ""
    more = f", and {leg.more} more" if leg.more else ""
    notes = [f"via {one.attribution}"] if one.attribution else []
    return f"{edge}{sum_of}{more}: {cited(one, _day(leg, days), *notes)}"


def _leg(leg: Leg, days: Days) -> dict[str, object]:
    one = leg.statement
    return {
        "from": leg.start.label,
        "to": leg.end.label,
        "subject": one.subject.label,
        "relation": one.relation,
        "object": one.object.label,
        "modality": one.modality,
        "amount": one.qualifiers.amount.label if one.qualifiers.amount else None,
        "more": leg.more,
        "article": one.document,
        "published": _day(leg, days) or None,
        "via": one.attribution,
        "statement": one.id,
        "sentence": one.evidence.text,
    }


def _central(one: Central) -> dict[str, object]:
    return {
        "entity": one.entity.label,
        "class": one.entity.cls,
        "neighbours": one.neighbours,
        "statements": one.statements,
        "betweenness": one.betweenness,
    }


def _entity(entity: Entity) -> dict[str, object]:
    return {"entity": entity.label, "class": entity.cls, "iri": entity.iri}


def _cells(record: Mapping[str, object]) -> tuple[str, ...]:
    return tuple("" if value is None else str(value) for value in record.values())


def _listed(group: Sequence[Entity]) -> str:
    rest = f", and {len(group) - _NAMES} more" if len(group) > _NAMES else ""
    return ", ".join(entity.label for entity in group[:_NAMES]) + rest


def _day(leg: Leg, days: Days) -> str:
    day = days.get(leg.statement.document)
    return day.isoformat() if day else ""
