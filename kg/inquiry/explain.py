"""Explains why a statement or an entity is in the graph, from its provenance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.inquiry.lookup import Target, find_target, local_name, text_of
from kg.rdf.quads import Node
from kg.store.opening import open_graph
from kg.store.protocol import View

__all__ = [
    "EdgeAccount",
    "EntityAccount",
    "MentionAccount",
    "Quote",
    "StatementAccount",
    "StepAccount",
    "account_of",
    "explain",
]

FACTS = """
SELECT ?node ?property ?value ?label WHERE {
  ?node ?property ?value . OPTIONAL { ?value rdfs:label ?label }
} ORDER BY ?property ?value ?label
"""
QUOTES = """
SELECT ?node ?part ?exact ?start ?end WHERE {
  ?node ?part ?selector . ?selector oa:exact ?exact ; oa:start ?start ; oa:end ?end .
}
"""
STEPS = """
SELECT ?node ?about ?text ?exact ?start ?end WHERE {
  ?node kg:step ?step . ?step kg:order ?order ; kg:about ?about ; rdfs:label ?text .
  OPTIONAL { ?step kg:cue ?cue OPTIONAL { ?cue oa:exact ?exact OPTIONAL { ?cue oa:start ?start ; oa:end ?end } } }
} ORDER BY ?order
"""
ALSO = """
SELECT ?node ?other WHERE {
  ?node rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
  ?other rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object . FILTER (?other != ?node)
} ORDER BY ?other
"""
MENTIONS = """
SELECT ?node ?document ?exact ?start ?end ?reason WHERE {
  GRAPH ?article { ?mention kg:refersTo ?node ; kg:reason ?reason ; oa:exact ?exact ; oa:start ?start ; oa:end ?end }
  ?article dcterms:identifier ?document .
} ORDER BY ?document ?start
"""
EDGES = """
SELECT ?node ?statement ?entity ?subject ?relation ?value ?object ?modality ?article ?document ?start WHERE {
  ?statement rdf:subject|rdf:object|kg:asset|kg:organization|prov:wasAttributedTo ?node ;
    a kg:Statement ; rdf:subject ?entity ; rdf:predicate ?relation ; rdf:object ?value ;
    kg:modality ?modality ; prov:wasDerivedFrom ?article ; kg:evidence/oa:start ?start .
  ?entity rdfs:label ?subject . ?article dcterms:identifier ?document .
  OPTIONAL { ?value rdfs:label ?object }
} ORDER BY ?document ?start ?statement
"""
_QUALIFIERS = ("date", "horizon", "amount", "asset", "organization", "purpose")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article and their offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StepAccount:
    """One step in deriving a statement, and its cue in the text."""

    about: str
    text: str
    cue: Quote | None


@dataclass(frozen=True, slots=True)
class StatementAccount:
    """Everything in the graph about a statement.

    Attributes:
        publisher, url: who published the article, and its address on the web; empty when not known.
        quotes: `evidence`, `trigger`, `subject` and `object`, as in the article.
        qualifiers: the qualifiers, in words.
        also: the ids of other statements of the same edge.
    """

    id: str
    iri: str
    subject: str
    subject_iri: str
    relation: str
    object: str
    object_iri: str
    modality: str
    attribution: str | None
    document: str
    publisher: str
    url: str
    quotes: Mapping[str, Quote]
    qualifiers: Mapping[str, str]
    frame: str
    confidence: float
    steps: tuple[StepAccount, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentionAccount:
    """A mention of an entity, and why it refers to it."""

    document: str
    words: Quote
    reason: str


@dataclass(frozen=True, slots=True)
class EdgeAccount:
    """A statement that an entity is part of, in brief; `object_iri` is empty for a value."""

    id: str
    text: str
    modality: str
    document: str
    article_iri: str
    subject: str
    subject_iri: str
    relation: str
    object: str
    object_iri: str


@dataclass(frozen=True, slots=True)
class EntityAccount:
    """Everything in the graph about an entity; `joins` are the reasons of entity resolution."""

    iri: str
    label: str
    cls: str
    class_reason: str
    names: tuple[str, ...]
    same_as: tuple[str, ...]
    mentions: tuple[MentionAccount, ...]
    joins: tuple[str, ...]
    statements: tuple[EdgeAccount, ...]


def explain(out: Path, asked: str, *, base: str) -> StatementAccount | EntityAccount:
    """Return the account of the statement or entity named by `asked` in the graph of a folder of results or a store.

    Raises:
        OutputError: the folder has no graph, or one written by another version of kg.
        UsageError: nothing has this name, or several entities do.
    """
    with open_graph(out) as view:
        return account_of(view, find_target(view, asked, base=base))


def account_of(view: View, target: Target) -> StatementAccount | EntityAccount:
    """Return the account of a statement or entity of the graph.

    Raises:
        OutputError: the graph was written by another version of kg.
    """
    account = _statement if target.is_statement else _entity
    try:
        return account(view, target.iri)
    except (KeyError, IndexError) as error:
        raise OutputError(f"the graph lacks {error}", where=target.iri, advice="run `kg build` again") from error


def _statement(view: View, iri: str) -> StatementAccount:
    facts = _facts(view, iri)
    parts = {local_name(part): _quote(words) for _, part, *words in _rows(view, QUOTES, iri)}
    quotes = {name: parts[name] for name in ("evidence", "trigger")}
    quotes |= {name: parts[f"{name}Mention"] for name in ("subject", "object")}
    article = _facts(view, facts["wasDerivedFrom"][0][0])
    said = facts.get("attribution", [("", "")])[0][0]
    return StatementAccount(
        id=local_name(iri),
        iri=iri,
        subject=_shown(facts["subject"][0]),
        subject_iri=facts["subject"][0][0],
        relation=local_name(facts["predicate"][0][0]),
        object=_shown(facts["object"][0]),
        object_iri=facts["object"][0][0] if facts["object"][0][1] else "",
        modality=local_name(facts["modality"][0][0]),
        attribution=said or None,
        document=article["identifier"][0][0],
        publisher=article.get("publisher", [("", "")])[0][0],
        url=article.get("url", [("", "")])[0][0],
        quotes=quotes,
        qualifiers={name: _shown(facts[name][0]) for name in _QUALIFIERS if name in facts},
        frame=facts["frame"][0][0],
        confidence=float(facts["confidence"][0][0]),
        steps=tuple(
            StepAccount(about, text, _quote(words) if words[0] else None)
            for _, about, text, *words in _rows(view, STEPS, iri)
        ),
        also=tuple(local_name(other) for _, other in _rows(view, ALSO, iri)),
    )


def _entity(view: View, iri: str) -> EntityAccount:
    facts = _facts(view, iri)
    label = facts["label"][0][0]
    names = {text for key in ("prefLabel", "altLabel") for text, _ in facts.get(key, [])}
    return EntityAccount(
        iri=iri,
        label=label,
        cls=local_name(facts["type"][0][0]),
        class_reason=facts.get("classReason", [("", "")])[0][0],
        names=tuple(sorted(names - {label})),
        same_as=tuple(text for text, _ in facts.get("sameAs", [])),
        mentions=tuple(
            MentionAccount(document, _quote(words), reason)
            for _, document, *words, reason in _rows(view, MENTIONS, iri)
        ),
        joins=tuple(text for text, _ in facts.get("reason", [])),
        statements=tuple(dict.fromkeys(_edge(row) for row in _rows(view, EDGES, iri))),
    )


def _edge(row: Sequence[str]) -> EdgeAccount:
    _, statement, entity, subject, relation, value, label, modality, article, document, _ = row
    return EdgeAccount(
        id=local_name(statement),
        text=f"{subject} {local_name(relation)} {label or value}",
        modality=local_name(modality),
        document=document,
        article_iri=article,
        subject=subject,
        subject_iri=entity,
        relation=local_name(relation),
        object=label or value,
        object_iri=value if label else "",
    )


def _facts(view: View, iri: str) -> dict[str, list[tuple[str, str]]]:
    """Return the values of a node with their labels, by the local names of its properties."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for _, prop, value, label in _rows(view, FACTS, iri):
        found[local_name(prop)].append((value, label))
    return dict(found)


def _rows(view: View, question: str, iri: str) -> list[list[str]]:
    rows: Sequence[Sequence[Node | None]] = view.ask(question, {"node": iri}).rows
    return [[text_of(node) for node in row] for row in rows]


def _quote(words: Sequence[str]) -> Quote:
    exact, start, end = words
    return Quote(exact, int(start), int(end))


def _shown(value: tuple[str, str]) -> str:
    """Return a value in readable form: its label, or else itself."""
    text, label = value
    return label or text
