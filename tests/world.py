"""A small ontology and short ways to write articles and statements, for tests of all stages after extraction."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from kg.model import (
    Article,
    Entity,
    Extraction,
    Mention,
    Modality,
    Qualifiers,
    Span,
    Statement,
    Term,
    Value,
)
from kg.ontology.schema import KnownName, ModalityStyle, Ontology, OntologyClass, Relation

__all__ = ["KG", "ORACLE", "article", "entity", "extraction", "money", "ontology", "statement"]

KG = "https://kg.example/ontology#"
ORACLE = "https://kg.example/id/oracle"


def ontology() -> Ontology:
    """Return an ontology of few classes and relations, and of one known name: Oracle."""
    parents = {"Organization": "Thing", "Person": "Thing", "Place": "Thing", "Facility": "Thing", "Plant": "Facility"}
    traits = {"Organization": "organization", "Person": "person", "Place": "place", "Energy": "kind"}
    kinds = {"Money": "money", "Power": "power", "Year": "year", "Count": "count", "Words": "words"}
    names = ["Thing", "Energy", *parents, *kinds]
    classes = {
        name: OntologyClass(name, KG + name, {"en": name.lower()}, {}, _line(name, parents), kind=kinds.get(name, ""),
                         trait=traits.get(name, ""))
        for name in sorted(names)
    }  # fmt: skip
    styles = {
        modality: ModalityStyle(modality, KG + modality, {"en": str(modality)}, {}, "solid") for modality in Modality
    }
    oracle = KnownName(ORACLE, "Organization", {"en": "Oracle", "fr": "Oracle"}, ("Oracle", "Oracle Corp."))
    return Ontology(Path("ontology"), classes, _relations(), styles, (oracle,), (), (), ())


def _line(name: str, parents: dict[str, str]) -> tuple[str, ...]:
    return (name, *_line(parents[name], parents)) if name in parents else (name,)


def _relations() -> dict[str, Relation]:
    ends = {
        "builds": ("Organization", "Facility"),
        "capacity": ("Facility", "Power"),
        "employs": ("Organization", "Count"),
        "expects": ("Thing", "Words"),
        "founded": ("Organization", "Year"),
        "funds": ("Organization", "Organization"),
        "leases_to": ("Facility", "Organization"),
        "located_in": ("Facility", "Place"),
        "partner_of": ("Organization", "Organization"),
        "powered_by": ("Facility", "Energy"),
        "raised": ("Organization", "Money"),
        "said": ("Person", "Words"),
    }
    roles = {"funds": "investor", "raised": "recipientAmount"}
    return {
        name: Relation(name, KG + name, {"en": name.replace("_", " ")}, {}, (source,), (target,), "#000000",
                       symmetric=name == "partner_of", identifying=name in {"builds", "located_in"},
                       round_role=roles.get(name, ""))
        for name, (source, target) in ends.items()
    }  # fmt: skip


def article(text: str, document: str = "a.txt", language: str = "en") -> Article:
    """Return an article of this text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(document, language, "A title", None, text, Span(0, len(text)), sha256)


def entity(key: str, label: str, cls: str = "Organization", *, named: bool = True) -> Entity:
    """Return an entity of an article."""
    return Entity(key, label, cls, named=named)


def money(label: str, number: str, unit: str = "USD") -> Value:
    """Return an amount of money."""
    return Value("Money", label, number, unit)


def statement(
    where: Article,
    subject: Entity,
    relation: str,
    target: Entity | Value,
    *,
    modality: Modality = Modality.ASSERTED,
    words: str = "",
) -> Statement:
    """Return a statement whose evidence is `words`, or the whole article; its ends are found by their labels."""
    evidence = _mention(where, words or where.text)
    return Statement(
        "",
        where.document,
        where.language,
        Term(subject, _mention(where, subject.label)),
        relation,
        Term(target, _mention(where, target.label)),
        modality,
        None,
        Qualifiers(),
        evidence,
        Span(evidence.span.start, evidence.span.start + 1),
        "en/test",
        0.9,
    )


def _mention(where: Article, words: str) -> Mention:
    start = where.text.index(words)
    return Mention(words, Span(start, start + len(words)))


def extraction(where: Article, *statements: Statement) -> Extraction:
    """Return what an article gave, with the entities of its statements."""
    ends = [end.target for statement in statements for end in (statement.subject, statement.object)]
    entities = dict.fromkeys(end for end in ends if isinstance(end, Entity))
    kept = tuple(replace(statement, document=where.document) for statement in statements)
    return Extraction(where, tuple(entities), kept, ())
