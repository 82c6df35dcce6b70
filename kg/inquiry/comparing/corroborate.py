"""Corroboration of edges by independent articles: near-copies, and articles citing the same source, count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kg.inquiry.comparing.agreement import quantity
from kg.inquiry.comparing.near_copies import TELLING, families, find_copies, wordings
from kg.model import Article, Entity, Modality, Statement, Value
from kg.ontology.schema import Ontology
from kg.resolve.iris import fold, value_key

__all__ = ["Corroboration", "Telling", "corroborate", "edge_key", "target_key"]

REPEATED = 0.8
"""The share of common shingles from which a sentence counts as repeating another."""

EdgeKey = tuple[str, str, str, Modality]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article that states an edge, with its sentence.

    Attributes:
        document, published: the article, and its date if known.
        source: the number of its independent source, from 1.
        via: the source it cites; empty when it cites none.
        copy_of: the first article of which it is a near-copy, or whose sentence it repeats; empty for the original.
        statement: its first statement of the edge, preferably one without attribution.
    """

    document: str
    published: date | None
    source: int
    via: str
    copy_of: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Corroboration:
    """An edge with all articles that state it, earliest first."""

    subject: str
    relation: str
    object: str
    modality: Modality
    tellings: tuple[Telling, ...]

    @property
    def independent(self) -> int:
        """The number of independent sources that state it."""
        return len({telling.source for telling in self.tellings})


def corroborate(
    statements: Sequence[Statement], articles: Sequence[Article], ontology: Ontology
) -> tuple[Corroboration, ...]:
    """Return every edge with its articles, by descending number of independent sources, then of articles.

    An edge is subject, relation, object and modality. Amounts that differ only in words or unit prefix are the same
    object; so are "about" an amount and that amount. The direction of a symmetric relation does not matter.
    """
    edges: dict[EdgeKey, list[Statement]] = defaultdict(list)
    for statement in statements:
        edges[edge_key(statement, ontology)].append(statement)
    groups = {frozenset(one.document for one in several) for several in edges.values()}
    copies = find_copies(groups, wordings(statements, articles))
    days = {article.document: article.date for article in articles}
    found = [_corroboration(several, days, copies) for several in edges.values()]
    return tuple(sorted(found, key=_order))


def edge_key(statement: Statement, ontology: Ontology) -> EdgeKey:
    """Return the key that identifies the edge of a statement."""
    ends = (target_key(statement.subject.target), target_key(statement.object.target))
    relation = ontology.relations.get(statement.relation)
    first, second = sorted(ends) if relation is not None and relation.symmetric else ends
    return first, statement.relation, second, statement.modality


def target_key(target: Entity | Value) -> str:
    """Return the key of an entity or value: its IRI, or its number and unit whatever the words."""
    if isinstance(target, Entity):
        return target.iri
    read = quantity(target)
    if read is None:
        return value_key(target)
    bound = "" if target.bound in {"exact", "about"} else target.bound
    upper = f"{target.upper} {target.unit}" if target.upper else ""
    return "|".join((target.cls, f"{read[0].normalize():f}", read[1], bound, upper, target.per))


def _corroboration(
    statements: Sequence[Statement], days: Mapping[str, date | None], copies: Iterable[tuple[str, str]]
) -> Corroboration:
    """Return the corroboration of one edge from its statements."""
    first: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda one: (one.attribution is not None, one.evidence.span)):
        first.setdefault(statement.document, statement)
    documents = sorted(first, key=lambda document: (days.get(document) or date.max, document))
    repeated = [*copies, *_same_sentence(first)]
    originals = {one: family[0] for family in families(documents, repeated) for one in family}
    ties = [*repeated, *_same_source(first)]
    numbers = {one: number for number, family in enumerate(families(documents, ties), start=1) for one in family}
    earliest = first[documents[0]]
    return Corroboration(
        earliest.subject.label,
        earliest.relation,
        earliest.object.label,
        earliest.modality,
        tuple(
            Telling(
                document,
                days.get(document),
                numbers[document],
                first[document].attribution or "",
                originals[document] if originals[document] != document else "",
                first[document],
            )
            for document in documents
        ),
    )


def _same_sentence(first: Mapping[str, Statement]) -> frozenset[tuple[str, str]]:
    """Return the pairs of documents of which one repeats the other's sentence, if that is distinctive."""
    sentences = {document: statement.evidence.text for document, statement in first.items()}
    long = {document: text for document, text in sentences.items() if len(text.split()) >= TELLING}
    return find_copies([long], long, share=REPEATED)


def _same_source(first: Mapping[str, Statement]) -> list[tuple[str, str]]:
    """Return pairs that link the documents citing the same source, by its name, and not stating it themselves."""
    cited: dict[str, list[str]] = defaultdict(list)
    for document, statement in first.items():
        if statement.attribution:
            cited[fold(statement.attribution) or statement.attribution].append(document)
    return [pair for documents in cited.values() for pair in pairwise(sorted(documents))]


def _order(found: Corroboration) -> tuple[object, ...]:
    earliest = found.tellings[0].statement
    return (
        -found.independent,
        -len(found.tellings),
        earliest.subject.label,
        earliest.relation,
        earliest.object.label,
        earliest.id,
    )
