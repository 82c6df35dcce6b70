from __future__ import annotations

from dataclasses import replace

from kg.model import Extraction, Mention, Modality, Reference, Span, Statement
from kg.present.export.excerpt import excerpt
from kg.rdf.namespaces import KG, OA, RDF
from kg.rdf.quads import Node, Quad
from kg.rdf.restoring import restore
from kg.rdf.triples import graph_quads
from kg.resolve.resolution import Resolution, resolve
from tests.world import article, entity, extraction, money, ontology, statement

FIRST = article("Nordalia raised 5 million dollars from Bravane.", "a.txt")
OTHER = article("Kerlan funds Valbrune. Valbrune may build a campus.", "b.txt")
NORDALIA, BRAVANE = entity("e1", "Nordalia"), entity("e2", "Bravane")
KERLAN, VALBRUNE, CAMPUS = entity("e1", "Kerlan"), entity("e2", "Valbrune"), entity("e3", "campus", "Facility")
BASE = "https://kg.example/id/"


def named(where: str, key: str, words: str, start: int) -> Reference:
    return Reference(where, key, Mention(words, Span(start, start + len(words))), f"{words} is a name")


def given() -> Resolution:
    raised = statement(FIRST, NORDALIA, "raised", money("5 million dollars", "5000000"))
    first = extraction(FIRST, raised, statement(FIRST, BRAVANE, "funds", NORDALIA))
    builds = statement(OTHER, VALBRUNE, "builds", CAMPUS, modality=Modality.POSSIBLE)
    other = extraction(OTHER, statement(OTHER, KERLAN, "funds", VALBRUNE), replace(builds, attribution="Bravane"))
    return resolve([with_names(first), with_names(other)], ontology(), base="https://kg.example/")


def with_names(told: Extraction) -> Extraction:
    text, document = told.article.text, told.article.document
    names = [named(document, entity.iri, entity.label, text.index(entity.label)) for entity in told.entities]
    return replace(told, references=tuple(names))


def part(*relations: str) -> tuple[list[Quad], tuple[Statement, ...]]:
    """Return the excerpt of the statements of some relations, and these."""
    resolution = given()
    kept = tuple(one for one in resolution.statements if one.relation in relations)
    return excerpt(graph_quads(resolution, ontology()), {one.id for one in kept}, ontology()), kept


def subjects(quads: list[Quad], predicate: str, value: Node | None = None) -> set[str]:
    found = {quad.subject for quad in quads if quad.predicate == predicate and value in {None, quad.object}}
    return {subject.removeprefix(BASE) for subject in found}


def test_an_excerpt_gives_back_its_statements_and_their_articles() -> None:
    quads, kept = part("builds")
    restored = restore(quads, ontology())
    assert (restored.statements, [one.document for one in restored.articles]) == (kept, ["b.txt"])


def test_it_holds_the_edges_and_entities_of_its_statements_alone() -> None:
    quads, _ = part("builds")
    edges = [quad for quad in quads if quad.graph == KG + "possible"]
    assert [(edge.subject, edge.predicate) for edge in edges] == [(BASE + "valbrune", KG + "builds")]
    # Bravane is who is reported to say it.
    assert subjects(quads, KG + "named") == {"valbrune", "campus", "bravane"}


def test_it_holds_the_mentions_of_its_entities_in_its_articles() -> None:
    quads, _ = part("builds")
    assert subjects(quads, KG + "refersTo") == {"article/b-txt#char=13,21", "article/b-txt#char=44,50"}
    assert subjects(quads, KG + "reason") >= subjects(quads, KG + "refersTo")
    assert subjects(quads, OA + "exact") >= subjects(quads, KG + "refersTo")


def test_words_that_mean_another_entity_are_quoted_without_it() -> None:
    resolution = given()
    both = replace(resolution, references=(*resolution.references, named("b.txt", BASE + "kerlan", "Valbrune", 13)))
    kept = {one.id for one in resolution.statements if one.relation == "builds"}
    quads = excerpt(graph_quads(both, ontology()), kept, ontology())
    assert {quad.object for quad in quads if quad.predicate == KG + "refersTo"} == {BASE + "valbrune", BASE + "campus"}


def test_a_round_is_there_when_all_its_statements_are() -> None:
    both, alone = part("raised", "funds")[0], part("raised")[0]
    assert len(subjects(both, RDF + "type", KG + "FundingRound")) == 1
    assert subjects(alone, RDF + "type", KG + "FundingRound") == set()


def test_the_words_for_its_classes_and_relations_are_there() -> None:
    quads, _ = part("raised")
    told = {quad.subject for quad in quads if quad.subject.startswith(KG)}
    assert told == {KG + name for name in ("raised", "Organization", "Thing", "Money", "asserted")}
