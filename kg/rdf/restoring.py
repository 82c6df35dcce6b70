"""Restores statements and articles from the quads of a graph.

The quads come from the view of any store; no text is parsed here. The round trip loses only the articles' texts, which
are not in the graph, and characters that RDF cannot represent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kg.errors import OutputError
from kg.model import Article, Entity, Mention, Qualifiers, Span, Statement, Step, Term, Value
from kg.ontology.schema import Ontology
from kg.rdf.namespaces import DCTERMS, KG, OA, OWL, PROV, RDF, RDFS, SCHEMA, SKOS
from kg.rdf.quads import Literal, Node, Quad
from kg.resolve.resolution import statement_place

__all__ = ["Restored", "restore"]

_Name = TypeVar("_Name")


@dataclass(frozen=True, slots=True)
class Restored:
    """The contents of a graph: statements sorted by document and offset, articles by document, without their text."""

    statements: tuple[Statement, ...]
    articles: tuple[Article, ...]


def restore(quads: Iterable[Quad], ontology: Ontology) -> Restored:
    """Return the statements and articles that the quads describe, whatever their graphs.

    Raises:
        OutputError: a statement lacks a part, or has a relation or class that the ontology does not know.
    """
    reader = _Reader(_Facts.of(quads), ontology)
    articles = sorted(map(reader.article, reader.facts.all_of(KG + "Article")), key=lambda article: article.document)
    statements = sorted(map(reader.statement, reader.facts.all_of(KG + "Statement")), key=statement_place)
    return Restored(tuple(statements), tuple(articles))


class _Facts:
    """The properties of each node."""

    def __init__(self, properties: dict[str, dict[str, set[Node]]]) -> None:
        self._properties = properties

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> _Facts:
        found: dict[str, dict[str, set[Node]]] = defaultdict(lambda: defaultdict(set))
        for quad in quads:
            found[quad.subject][quad.predicate].add(quad.object)
        return cls(found)

    def all_of(self, kind: str) -> list[str]:
        """Return the nodes of a class, sorted."""
        return sorted(node for node, properties in self._properties.items() if kind in properties.get(RDF + "type", ()))

    def texts(self, node: str, predicate: str) -> list[str]:
        """Return the values of a property as texts, sorted."""
        found = self._properties.get(node, {}).get(predicate, ())
        return sorted({value.text if isinstance(value, Literal) else value for value in found})

    def text(self, node: str, predicate: str) -> str:
        """Return the value of a property; empty when there is none."""
        return next(iter(self.texts(node, predicate)), "")

    def needed(self, node: str, predicate: str) -> str:
        """Return the value of a property.

        Raises:
            OutputError: there is none.
        """
        found = self.texts(node, predicate)
        if not found:
            raise OutputError(f"has no {predicate}", where=node, advice="run `kg build` again")
        return found[0]

    def link(self, node: str, predicate: str) -> str:
        """Return the IRI that a property points to; empty when it is a literal, even one that looks like an IRI."""
        found = self._properties.get(node, {}).get(predicate, ())
        return min((value for value in found if isinstance(value, str)), default="")


class _Reader:
    """Reads values of the model from facts; each entity is read once."""

    def __init__(self, facts: _Facts, ontology: Ontology) -> None:
        self.facts = facts
        self._relations = {relation.iri: name for name, relation in ontology.relations.items()}
        self._classes = {cls.iri: name for name, cls in ontology.classes.items()}
        self._modalities = {style.iri: modality for modality, style in ontology.modalities.items()}
        self._entities: dict[str, Entity] = {}

    def article(self, iri: str) -> Article:
        facts = self.facts
        return Article(
            document=facts.needed(iri, DCTERMS + "identifier"),
            language=facts.needed(iri, SCHEMA + "inLanguage"),
            title=facts.text(iri, SCHEMA + "headline"),
            date=_date(facts.text(iri, SCHEMA + "datePublished"), iri),
            text="",
            body=Span(0, 0),
            sha256=facts.needed(iri, SCHEMA + "sha256"),
            url=facts.link(iri, SCHEMA + "url"),
            publisher=facts.text(iri, SCHEMA + "publisher"),
            authors=tuple(facts.texts(iri, SCHEMA + "author")),
            reader=facts.text(iri, KG + "reader"),
        )

    def statement(self, iri: str) -> Statement:
        facts, article = self.facts, self.facts.needed(iri, PROV + "wasDerivedFrom")
        readings = self._readings(iri)
        return Statement(
            id=iri.rpartition("/")[2],
            document=facts.needed(article, DCTERMS + "identifier"),
            language=facts.needed(article, SCHEMA + "inLanguage"),
            subject=self._term(iri, "subject", readings),
            relation=_known(facts.needed(iri, RDF + "predicate"), self._relations),
            object=self._term(iri, "object", readings),
            modality=_known(facts.needed(iri, KG + "modality"), self._modalities),
            attribution=facts.text(iri, KG + "attribution") or None,
            qualifiers=self._qualifiers(iri, readings),
            evidence=self._mention(facts.needed(iri, KG + "evidence")),
            trigger=self._mention(facts.needed(iri, KG + "trigger")).span,
            frame=facts.needed(iri, KG + "frame"),
            confidence=_number(facts.needed(iri, KG + "confidence"), iri),
            steps=self._steps(iri),
        )

    def _term(self, iri: str, end: str, readings: dict[str, Value]) -> Term:
        """Return the entity or value at an end of the statement, with its mention."""
        predicate = (RDF if end in {"subject", "object"} else KG) + end
        mention = self._mention(self.facts.needed(iri, f"{KG}{end}Mention"))
        target = self.facts.link(iri, predicate)
        if self.facts.texts(target, KG + "named"):
            return Term(self._entity(target), mention)
        return Term(_read(readings, end, iri), mention)

    def _qualifiers(self, iri: str, readings: dict[str, Value]) -> Qualifiers:
        facts = self.facts

        def term(end: str) -> Term | None:
            return self._term(iri, end, readings) if facts.texts(iri, KG + end) else None

        return Qualifiers(
            date=facts.text(iri, KG + "date") or None,
            asset=term("asset"),
            amount=_read(readings, "amount", iri) if facts.texts(iri, KG + "amount") else None,
            horizon=facts.text(iri, KG + "horizon") or None,
            organization=term("organization"),
            purpose=facts.text(iri, KG + "purpose") or None,
        )

    def _readings(self, iri: str) -> dict[str, Value]:
        nodes = self.facts.texts(iri, KG + "reading")
        return {self.facts.needed(node, KG + "about"): self._value(node) for node in nodes}

    def _value(self, node: str) -> Value:
        facts, label = self.facts, self.facts.needed(node, KG + "surface")
        return Value(
            cls=_known(facts.needed(node, KG + "valueClass"), self._classes),
            label=label,
            number=facts.text(node, KG + "number") or label,
            unit=facts.text(node, KG + "unit"),
            bound=facts.text(node, KG + "bound") or "exact",
            upper=facts.text(node, KG + "upper"),
            per=facts.text(node, KG + "per"),
            inferred=facts.text(node, KG + "inferred"),
        )

    def _entity(self, iri: str) -> Entity:
        if iri not in self._entities:
            facts = self.facts
            self._entities[iri] = Entity(
                iri=iri,
                label=facts.needed(iri, RDFS + "label"),
                cls=_known(facts.needed(iri, RDF + "type"), self._classes),
                named=facts.text(iri, KG + "named") != "false",
                names=tuple(facts.texts(iri, SKOS + "altLabel")),
                same_as=tuple(facts.texts(iri, OWL + "sameAs")),
                reasons=tuple(facts.texts(iri, KG + "reason")),
                class_reason=facts.text(iri, KG + "classReason"),
            )
        return self._entities[iri]

    def _steps(self, iri: str) -> tuple[Step, ...]:
        nodes = self.facts.texts(iri, KG + "step")
        ordered = sorted(nodes, key=lambda node: _number(self.facts.needed(node, KG + "order"), node))
        return tuple(map(self._step, ordered))

    def _step(self, node: str) -> Step:
        cue = self.facts.text(node, KG + "cue")
        span = self._mention(cue).span if cue else None
        return Step(self.facts.needed(node, KG + "about"), self.facts.text(node, RDFS + "label"), span)

    def _mention(self, node: str) -> Mention:
        start, end = (int(_number(self.facts.needed(node, OA + border), node)) for border in ("start", "end"))
        return Mention(self.facts.text(node, OA + "exact"), Span(start, end))


def _read(readings: Mapping[str, Value], end: str, iri: str) -> Value:
    """Return the value at an end of a statement.

    Raises:
        OutputError: the graph has no reading of its words.
    """
    if end not in readings:
        raise OutputError(f"has no kg:reading of its {end}", where=iri, advice="run `kg build` again")
    return readings[end]


def _known(iri: str, names: Mapping[str, _Name]) -> _Name:
    """Return the name that belongs to an IRI of the ontology.

    Raises:
        OutputError: the IRI is not in the ontology.
    """
    if iri not in names:
        raise OutputError("is not in the ontology", where=iri, advice="name the ontology of the build by --ontology")
    return names[iri]


def _number(text: str, node: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise OutputError(f"has no number but {text!r}", where=node, advice="run `kg build` again") from error


def _date(text: str, node: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise OutputError(f"has no date but {text!r}", where=node, advice="run `kg build` again") from error
