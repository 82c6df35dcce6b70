"""The data of the page: everything its scripts may show, as plain values for JSON.

A large graph repeats its entities thousands of times: entities, values, articles, passages and steps are listed once,
and statements refer to them by number. Lists of objects are written as tables. `facts.js` reassembles the data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Article, Entity, Modality, Qualifiers, Statement, Term, Value
from kg.ontology.schema import Ontology
from kg.present.export.rows import column_names, statement_row
from kg.present.layout.layout import Placement
from kg.present.page.drawing import Drawing, Node, shape_of
from kg.present.page.fact_tables import Numbered, Plain
from kg.present.page.passage import Passage, find_passage, find_roles

__all__ = ["PageRows", "page_title"]

_TITLE = 3
_ROLES = ("evidence", "subject", "trigger", "object", "asset", "organization")
_NOWHERE = (-1, -1)


def page_title(articles: Sequence[Article], drawing: Drawing) -> str:
    """Return the title of the only article, or the names of the entities with the most links."""
    if len(articles) == 1:
        return articles[0].title or articles[0].document
    degrees = Counter(end for edge in drawing.edges for end in (edge.source, edge.target))
    entities = sorted(
        (node for node in drawing.nodes if node.value is None), key=lambda one: (-degrees[one.id], one.id)
    )
    return ", ".join(" ".join(node.lines) for node in entities[:_TITLE]) or f"{len(articles)} articles"


class PageRows:
    """Turns statements and their drawing into the rows that the scripts read.

    Only classes and relations that occur are included, and only the metadata of articles: their text comes with the
    passages of statements.
    """

    def __init__(
        self, statements: Sequence[Statement], articles: Sequence[Article], ontology: Ontology, *, drawing: Drawing
    ) -> None:
        self._statements, self._ontology, self._drawing = statements, ontology, drawing
        by_document = {article.document: article for article in articles}
        self._articles = [by_document[document] for document in sorted(by_document)]
        self._article_numbers = {article.document: number for number, article in enumerate(self._articles)}
        self._entities = _gathered(statements)
        self._entity_numbers = {iri: number for number, iri in enumerate(self._entities)}
        self._values: Numbered[Value] = Numbered()
        self._passages: Numbered[tuple[str, str, int]] = Numbered()
        self._steps: Numbered[str] = Numbered()

    def facts(self) -> Plain:
        """Return the data for the scripts, except nodes and edges, which must be requested before."""
        statements = [self._statement(statement) for statement in self._statements]
        values = {term.cls for one in self._statements for term in _terms(one) if isinstance(term.target, Value)}
        classes = {several[0].cls for several in self._entities.values()} | values
        relations = {statement.relation for statement in self._statements}
        return {
            "title": page_title(self._articles, self._drawing),
            "classes": {name: _class(self._ontology, name, is_value=name in values) for name in sorted(classes)},
            "relations": {name: _relation(self._ontology, name) for name in sorted(relations)},
            "modalities": _modalities(self._ontology),
            "articles": [_article(article) for article in self._articles],
            "entities": [_entity(iri, several) for iri, several in self._entities.items()],
            "values": [_value(value) for value in self._values.values()],
            "passages": [dict(zip(("text", "language", "start"), one, strict=True)) for one in self._passages.values()],
            "steps": [{"text": text} for text in self._steps.values()],
            "statements": statements,
            "columns": column_names(self._ontology),
        }

    def nodes(self, placement: Placement) -> list[Plain]:
        """Return the nodes for the canvas, with their positions; entities are given by number."""
        return [
            _filled(
                {
                    "id": number,
                    "x": placement.positions[node.id][0],
                    "y": placement.positions[node.id][1],
                    "size": node.size,
                    "entity": self._entity_numbers[node.id] if node.value is None else None,
                    "lines": self._lines(node),
                    "value": None if node.value is None else self._values.number(node.value),
                }
            )
            for number, node in enumerate(self._drawing.nodes)
        ]

    def edges(self, placement: Placement) -> list[Plain]:
        """Return the edges for the canvas, with their bends; nodes and statements are given by number."""
        nodes = {node.id: number for number, node in enumerate(self._drawing.nodes)}
        numbers = {statement.id: number for number, statement in enumerate(self._statements)}
        return [
            _filled(
                {
                    "from": nodes[edge.source],
                    "to": nodes[edge.target],
                    "statements": [numbers[statement] for statement in edge.statements],
                    "amount": None if edge.amount is None else self._values.number(edge.amount),
                    "bend": placement.bends[number] or None,
                }
            )
            for number, edge in enumerate(self._drawing.edges)
        ]

    def _lines(self, node: Node) -> list[str] | None:
        """Return the lines of an entity unless they are just its label."""
        return None if node.value or node.lines == (self._entities[node.id][0].label,) else list(node.lines)

    def _statement(self, statement: Statement) -> Plain:
        number = self._article_numbers.get(statement.document)
        article = None if number is None else self._articles[number]
        passage = find_passage(statement, article)
        return _filled(
            {
                "id": statement.id,
                "article": number,
                "relation": statement.relation,
                "modality": str(statement.modality),
                "subject": self._term(statement.subject),
                "object": self._term(statement.object),
                "attribution": statement.attribution,
                **self._qualifiers(statement.qualifiers),
                "passage": self._passages.number((passage.text, statement.language, passage.start)),
                "marks": _marks(passage),
                "apart": self._apart(statement, article, passage),
                "frame": statement.frame,
                "confidence": statement.confidence,
                "steps": [self._steps.number(str(step)) for step in statement.steps],
            }
        )

    def _apart(self, statement: Statement, article: Article | None, passage: Passage) -> Plain | None:
        """Return start, end and words of each role outside the passage; `None` when there is none."""
        outside = [(role, span) for role, span in find_roles(statement) if role not in passage.spans]
        if not outside:
            return None
        row = statement_row(statement, article, self._ontology)
        words = {role: row["trigger" if role == "trigger" else f"{role}_words"] for role, _ in outside}
        return {role: [span.start, span.end, words[role]] for role, span in outside}

    def _qualifiers(self, qualifiers: Qualifiers) -> Plain:
        return {
            "date": qualifiers.date,
            "horizon": qualifiers.horizon,
            "purpose": qualifiers.purpose,
            "amount": None if qualifiers.amount is None else self._values.number(qualifiers.amount),
            "asset": None if qualifiers.asset is None else self._term(qualifiers.asset),
            "organization": None if qualifiers.organization is None else self._term(qualifiers.organization),
        }

    def _term(self, term: Term) -> int:
        """Return the number of an entity; numbers of values count down from -1."""
        target = term.target
        return self._entity_numbers[target.iri] if isinstance(target, Entity) else -1 - self._values.number(target)


def _marks(passage: Passage) -> list[int]:
    """Return start and end of each role in a fixed order, up to the last; -1 for roles outside the passage."""
    places = [passage.spans.get(role) for role in _ROLES]
    while places[-1] is None:  # the evidence is always present
        places.pop()
    return [end for place in places for end in ((place.start, place.end) if place else _NOWHERE)]


def _filled(row: Plain) -> Plain:
    """Return the row without empty entries."""
    return {key: value for key, value in row.items() if value is not None and value != []}


def _terms(statement: Statement) -> Iterable[Term]:
    qualifiers = statement.qualifiers
    several = (statement.subject, statement.object, qualifiers.asset, qualifiers.organization)
    return (term for term in several if term is not None)


def _gathered(statements: Iterable[Statement]) -> dict[str, list[Entity]]:
    """Return all occurrences of each entity in statements, by IRI, sorted."""
    found: dict[str, list[Entity]] = {}
    for term in (term for statement in statements for term in _terms(statement)):
        if isinstance(term.target, Entity):
            found.setdefault(term.target.iri, []).append(term.target)
    return dict(sorted(found.items()))


def _entity(iri: str, several: Sequence[Entity]) -> Plain:
    """Return an entity with the names and links of all its occurrences."""
    label = several[0].label
    return _filled(
        {
            "iri": iri,
            "label": label,
            "cls": several[0].cls,
            "names": sorted({name for entity in several for name in entity.names} - {label}),
            "sameAs": sorted({link for entity in several for link in entity.same_as}),
        }
    )


def _modalities(ontology: Ontology) -> Plain:
    """Return the labels, definitions and line of each modality, from done to rejected."""
    return {
        str(modality): {"labels": dict(style.labels), "definitions": dict(style.definitions), "line": style.line}
        for modality in Modality
        if (style := ontology.modalities.get(modality)) is not None
    }


def _article(article: Article) -> Plain:
    date = article.date.isoformat() if article.date else None
    title = article.title or None
    metadata = {"document": article.document, "title": title, "date": date, "language": article.language}
    published = {"publisher": article.publisher or None, "url": article.url or None}
    return _filled({**metadata, **published, "sha256": article.sha256})


def _class(ontology: Ontology, name: str, *, is_value: bool) -> Plain:
    cls = ontology.classes.get(name)
    return {
        "labels": {} if cls is None else dict(cls.labels),
        "colour": "" if cls is None else cls.colour,
        "shape": shape_of(name, ontology),
        "kind": "" if cls is None else cls.kind,
        "value": is_value,
    }


def _relation(ontology: Ontology, name: str) -> Plain:
    relation = ontology.relations.get(name)
    labels: Mapping[str, str] = {} if relation is None else relation.labels
    definitions: Mapping[str, str] = {} if relation is None else relation.definitions
    return {
        "labels": dict(labels),
        "definitions": dict(definitions),
        "colour": "" if relation is None else relation.colour,
        "symmetric": relation is not None and relation.symmetric,
    }


def _value(value: Value) -> Plain:
    bound = None if value.bound == "exact" else value.bound
    marks = {"unit": value.unit, "upper": value.upper, "per": value.per, "inferred": value.inferred}
    given = {key: mark or None for key, mark in marks.items()}
    return _filled({"cls": value.cls, "label": value.label, "number": value.number, "bound": bound, **given})
