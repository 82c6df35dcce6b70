"""Finds an entity, source or statement of a graph: by IRI, by id or its first digits, or by any of its names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import UsageError
from kg.rdf.quads import Literal, Node
from kg.resolve.spelling import full_key
from kg.store.protocol import View

__all__ = ["Target", "find_entities", "find_target", "local_name", "text_of"]

ENTITIES = """
SELECT ?entity ?class ?name WHERE {
  { ?entity kg:named ?named } UNION { ?entity a prov:Agent }
  ?entity a ?class ; rdfs:label|skos:prefLabel|skos:altLabel ?name .
} ORDER BY ?entity ?name
"""
STATEMENTS = "SELECT ?statement WHERE { ?statement a kg:Statement } ORDER BY ?statement"

_DIGITS = re.compile(r"[0-9a-f]{1,20}")
_MOST = 5


@dataclass(frozen=True, slots=True)
class Target:
    """The IRI of a statement or entity, and which of the two it is."""

    iri: str
    is_statement: bool


def find_target(view: View, asked: str, *, base: str) -> Target:
    """Return the entity or statement for `asked`: an IRI (`id:…` for short), a name, or the start of an id.

    Case, accents and punctuation of names do not count. A name takes precedence over the id of a statement.

    Raises:
        UsageError: nothing has this name (with similar names), or several do (with all of them).
    """
    iri = _full_iri(asked, base)
    statements = [text_of(row[0]) for row in view.ask(STATEMENTS, {}).rows]
    entities = _entities(view.ask(ENTITIES, {}).rows)
    if iri in statements:
        return Target(iri, is_statement=True)
    if iri in entities:
        return Target(iri, is_statement=False)
    named = _called(asked, entities)
    if not named and _DIGITS.fullmatch(asked):
        begun = [statement for statement in statements if statement.rpartition("/")[2].startswith(asked)]
        if len(begun) > 1:
            raise UsageError(f"begins {len(begun)} statements", where=asked, advice=f"use one of {_shown(begun)}")
        if begun:
            return Target(begun[0], is_statement=True)
    if len(named) > 1:
        candidates = [f"{_short(entity, base)} ({entities[entity][0]})" for entity in named]
        raise UsageError(
            f"is a name of {len(named)} entities", where=asked[:100], advice="use one of " + ", ".join(candidates)
        )
    if not named:
        raise _unknown(asked, (name for _, names in entities.values() for name in names))
    return Target(named[0], is_statement=False)


def find_entities(view: View, asked: str, *, base: str) -> list[str]:
    """Return the IRIs of all entities that `asked` names, by IRI; of the one whose IRI it is.

    Raises:
        UsageError: nothing has this name, with similar names.
    """
    entities = _entities(view.ask(ENTITIES, {}).rows)
    iri = _full_iri(asked, base)
    found = [iri] if iri in entities else _called(asked, entities)
    if not found:
        raise _unknown(asked, (name for _, names in entities.values() for name in names))
    return found


def text_of(node: Node | None) -> str:
    """Return the text of a literal or an IRI; empty for `None`."""
    return node.text if isinstance(node, Literal) else node or ""


def local_name(iri: str) -> str:
    """Return the part of an IRI after the last `#` or `/`."""
    return re.split(r"[#/]", iri)[-1]


def _full_iri(asked: str, base: str) -> str:
    return base + "id/" + asked.removeprefix("id:") if asked.startswith("id:") else asked


def _called(asked: str, entities: Mapping[str, tuple[str, list[str]]]) -> list[str]:
    """Return the entities with a name, which may differ in case, accents and punctuation."""
    key = full_key(asked) if asked.strip() else ""
    return [entity for entity, (_, names) in entities.items() if key and key in map(full_key, names)]


def _entities(rows: Iterable[tuple[Node | None, ...]]) -> dict[str, tuple[str, list[str]]]:
    """Return the class and names of each entity, by IRI."""
    names: dict[str, list[str]] = defaultdict(list)
    classes: dict[str, str] = {}
    for entity, cls, name in rows:
        names[text_of(entity)].append(text_of(name))
        classes[text_of(entity)] = local_name(text_of(cls))
    return {entity: (classes[entity], found) for entity, found in names.items()}


def _short(iri: str, base: str) -> str:
    return f"id:{iri.removeprefix(base + 'id/')}" if iri.startswith(base + "id/") else iri


def _shown(iris: list[str]) -> str:
    rest = ", …" if len(iris) > _MOST else ""
    return ", ".join(iri.rpartition("/")[2] for iri in iris[:_MOST]) + rest


def _unknown(asked: str, names: Iterable[str]) -> UsageError:
    """Return the error for an unknown name, with the names that contain it or are spelled similarly."""
    by_key = {full_key(name): name for name in sorted(names, reverse=True)}
    key = full_key(asked) if asked.strip() else ""
    holding = [other for other in sorted(by_key) if key and (key in other or other in key.split("-"))]
    near = dict.fromkeys([*holding, *get_close_matches(key, sorted(by_key), n=_MOST, cutoff=0.6)])
    suggestions = ", ".join(by_key[other] for other in list(near)[:_MOST])
    advice = f"do you mean {suggestions}?" if suggestions else "check its spelling"
    return UsageError("no entity or statement has this name", where=asked[:100] or "an empty name", advice=advice)
