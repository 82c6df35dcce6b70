"""Resolves the extractions of all articles: each entity gets one IRI, each statement an id from its content."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Article, Cause, Entity, Extraction, Qualifiers, Reference, Skipped, Statement, Term, Value
from kg.ontology.schema import Ontology
from kg.resolve.canonical_entities import article_slugs, settle
from kg.resolve.clusters import Clusters, Key, appearances, entities_of
from kg.resolve.constrained_clusters import ConstrainedClusters
from kg.resolve.constraints import Constraints
from kg.resolve.decisions import Decision
from kg.resolve.iris import Minter, digest, value_key
from kg.resolve.name_matching import join_known, join_short_forms, join_spellings, known_appearances
from kg.resolve.neighbours import join_by_neighbours
from kg.resolve.splitting import split

__all__ = ["Resolution", "resolve", "statement_place"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The statements of all articles, about entities that have one IRI each.

    Attributes:
        base: the IRI under which entities are named.
        articles: sorted by document.
        entities: those that a statement is about, sorted by IRI.
        statements: sorted by document and offset.
        skipped: sorted by document and offset.
        references: the mentions of the entities, sorted by document and offset.
        remarks: a line for each decision on names without effect.
    """

    base: str
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    skipped: tuple[Skipped, ...]
    references: tuple[Reference, ...] = ()
    remarks: tuple[str, ...] = ()


def resolve(
    extractions: Iterable[Extraction],
    ontology: Ontology,
    *,
    base: str,
    refused: Iterable[Skipped] = (),
    decisions: Iterable[Decision] = (),
) -> Resolution:
    """Return the statements of all articles with their entities joined by name, class and neighbours.

    `refused` are articles that could not be read; they are listed under `skipped`. `decisions` of people take
    precedence over evidence from names and neighbours.

    Every join adds its reason to the entity. A statement whose subject and object became one entity is skipped; of
    two equal statements at the same place the more confident is kept. Two articles with equal text each keep their own
    statements.

    Raises:
        UsageError: decisions contradict each other.
    """
    decided = Constraints(decisions, base)
    given = [split(extraction, decided) for extraction in sorted(extractions, key=lambda one: one.article.document)]
    settled, remarks = _settle(given, ontology, Minter(base), decided=decided)
    moved = list(_moved(given, settled))
    loops = [statement for statement in moved if _is_loop(statement)]
    kept = _without_repeats(statement for statement in moved if not _is_loop(statement))
    entities = tuple(sorted(_entities(kept), key=lambda entity: entity.iri))
    skipped = [*(one for extraction in given for one in extraction.skipped), *map(_skip_loop, loops), *refused]
    return Resolution(
        base,
        tuple(extraction.article for extraction in given),
        entities,
        kept,
        tuple(sorted(skipped, key=_skipped_place)),
        tuple(_references(given, settled, {entity.iri for entity in entities})),
        remarks,
    )


def _settle(
    given: Sequence[Extraction], ontology: Ontology, minter: Minter, *, decided: Constraints
) -> tuple[dict[Key, Entity], tuple[str, ...]]:
    """Return the canonical entity of each appearance, and the remarks on the decisions."""
    members = [*known_appearances(ontology.names), *appearances(given, ontology)]
    slugs = article_slugs(extraction.article.document for extraction in given)
    clusters = Clusters(members, ontology)
    deciding = ConstrainedClusters(clusters, members, decided)
    deciding.keep_apart(slugs)
    join_known(clusters, members)
    join_spellings(clusters, members)
    # After the spellings, so that a name is one entity; before the heuristics.
    deciding.join()
    join_short_forms(clusters, members)
    join_by_neighbours(clusters, given, ontology)
    remarks = deciding.explain()
    return settle(clusters.all(), minter, slugs), remarks


def _moved(given: Sequence[Extraction], settled: Mapping[Key, Entity]) -> Iterator[Statement]:
    """Return the statements with their canonical entities, article by article."""
    salts = _salts([extraction.article for extraction in given])
    for extraction in given:
        salt = salts[extraction.article.document]
        yield from (_move(statement, settled, salt) for statement in extraction.statements)


def _references(
    given: Iterable[Extraction], settled: Mapping[Key, Entity], used: Container[str]
) -> Iterator[Reference]:
    """Return the mentions of entities in `used`, with the canonical IRI of each entity."""
    for extraction in given:
        for reference in extraction.references:
            entity = settled.get((reference.document, reference.iri))
            if entity is not None and entity.iri in used:
                yield replace(reference, iri=entity.iri)


def _salts(articles: Sequence[Article]) -> dict[str, str]:
    """Return a hash for each document: that of its text; later articles with equal text add their document."""
    seen: set[str] = set()
    salts = {}
    for article in articles:
        salts[article.document] = digest(article.sha256, article.document) if article.sha256 in seen else article.sha256
        seen.add(article.sha256)
    return salts


def _move(statement: Statement, settled: Mapping[Key, Entity], salt: str) -> Statement:
    """Return the statement with its canonical entities and its final id."""

    def move(term: Term) -> Term:
        if isinstance(term.target, Value):
            return term
        return replace(term, target=settled[statement.document, term.target.iri])

    qualifiers = _move_qualifiers(statement.qualifiers, move)
    subject, obj = move(statement.subject), move(statement.object)
    return replace(
        statement,
        id=_identify(statement, salt, (subject, obj)),
        subject=subject,
        object=obj,
        qualifiers=qualifiers,
    )


def _move_qualifiers(qualifiers: Qualifiers, move: Callable[[Term], Term]) -> Qualifiers:
    asset, organization = qualifiers.asset, qualifiers.organization
    return replace(qualifiers, asset=asset and move(asset), organization=organization and move(organization))


def _identify(statement: Statement, salt: str, ends: tuple[Term, Term]) -> str:
    spans = (statement.evidence.span, statement.trigger, ends[0].mention.span, ends[1].mention.span)
    keys = [value_key(t.target) if isinstance(t.target, Value) else t.target.iri for t in ends]
    places = [f"{span.start}-{span.end}" for span in spans]
    return digest(salt, *places, keys[0], statement.relation, keys[1], statement.modality)


def _is_loop(statement: Statement) -> bool:
    return statement.subject.target == statement.object.target


def _skip_loop(statement: Statement) -> Skipped:
    evidence, trigger = statement.evidence, statement.trigger
    # The trigger of a quotation is outside its evidence, the quoted words.
    inside = evidence.span.contains(trigger)
    words = evidence.text[trigger.start - evidence.span.start : trigger.end - evidence.span.start] if inside else ""
    reason = f'both ends of "{statement.relation}" are {statement.subject.label}'
    place = trigger if inside else None
    details = (Cause.SAME_ENTITY, reason, evidence.text, place, statement.frame)
    return Skipped(statement.document, evidence.span, words, *details)


def _without_repeats(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    best: dict[str, Statement] = {}
    for statement in statements:
        other = best.setdefault(statement.id, statement)
        if statement.confidence > other.confidence:
            best[statement.id] = statement
    return tuple(sorted(best.values(), key=statement_place))


def statement_place(statement: Statement) -> tuple[object, ...]:
    """Return the sort key of a statement: by document, then by the places of its words."""
    spans = (statement.evidence.span, statement.trigger, statement.subject.mention.span, statement.object.mention.span)
    return (statement.document, *spans, statement.relation, statement.id)


def _skipped_place(skipped: Skipped) -> tuple[object, ...]:
    place = skipped.place or skipped.sentence
    return (skipped.document, skipped.sentence, place, skipped.trigger, skipped.reason)


def _entities(statements: Iterable[Statement]) -> Iterator[Entity]:
    seen: set[str] = set()
    for statement in statements:
        for entity in entities_of(statement):
            if entity.iri not in seen:
                seen.add(entity.iri)
                yield entity
