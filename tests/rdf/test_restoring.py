from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.errors import OutputError
from kg.model import Entity, Mention, Modality, Qualifiers, Span, Statement, Step, Term, Value
from kg.rdf.namespaces import DCTERMS, KG, OA, RDF
from kg.rdf.quads import Quad
from kg.rdf.restoring import restore
from kg.rdf.triples import graph_quads
from kg.rdf.turtle_writer import write_trig
from kg.resolve.resolution import Resolution, resolve
from kg.store.oxigraph import OxigraphStore
from tests.world import ORACLE, article, entity, extraction, money, ontology, statement

TEXT = (
    "Nordalia, the builder, will let 150 to 200 megawatts of its Lille campus to Oracle for about 5 million a year. "
    "Bravane has been there since 2018. “It grows,” said Ada Kerlan."
)
WHERE = replace(article(TEXT, "news/nordalia.txt"), title="Nordalia lets", date=date(2025, 3, 1))
NORDALIA = replace(entity("e1", "Nordalia"), names=("the builder",), class_reason="it builds")
CAMPUS = replace(entity("e2", "campus", "Facility", named=False), reasons=("two sites are one", "a known name"))
KERLAN = entity("e5", "Ada Kerlan", "Person")
POWER = Value("Power", "150 to 200 megawatts", "150", "MW", upper="200")
PRICE = Value("Money", "about 5 million a year", "5000000", "EUR", "about", per="year", inferred="currency")


def made(*statements: Statement) -> Resolution:
    return resolve([extraction(WHERE, *statements)], ontology(), base="https://kg.example/")


def told(target: Entity | Value, relation: str = "funds", subject: Entity = NORDALIA) -> Statement:
    return statement(WHERE, subject, relation, target)


def with_qualifiers(**given: object) -> Statement:
    plain = told(entity("e3", "Bravane"))
    return replace(plain, qualifiers=replace(Qualifiers(), **given))  # type: ignore[arg-type]  # named by each case


def words(text: str) -> Mention:
    start = TEXT.index(text)
    return Mention(text, Span(start, start + len(text)))


STATEMENTS = {
    "an entity": told(entity("e3", "Bravane")),
    "a known name with its links": told(entity(ORACLE, "Oracle")),
    "an entity without a name": told(CAMPUS, "builds"),
    "a range": told(POWER, "capacity", CAMPUS),
    "about, by the year, in a currency inferred": told(PRICE, "raised"),
    "at least": told(replace(PRICE, bound="at least", inferred="", per=""), "raised"),
    "a year": told(Value("Year", "2018", "2018"), "founded"),
    "about a count": told(Value("Count", "2018", "2018", bound="at most", upper="2020.5"), "employs"),
    "words": told(Value("Words", "It grows", "It grows"), "said", KERLAN),
    "words as read otherwise": told(Value("Words", "It grows", "it grows"), "said", KERLAN),
    "attributed": replace(told(CAMPUS, "builds"), attribution="IDC", modality=Modality.POSSIBLE),
    "denied": replace(told(CAMPUS, "builds"), modality=Modality.DENIED, confidence=0.1234),
    "steps": replace(
        told(CAMPUS, "builds"),
        steps=(Step("subject", "“Nordalia” is a name", Span(0, 8)), *(Step("modality", f"{n}") for n in range(11))),
    ),
    "dates": with_qualifiers(date="2026-07/2026-12", horizon="2030", purpose="to build"),
    "an asset": with_qualifiers(asset=Term(CAMPUS, words("Lille campus"))),
    "an asset that is an amount": with_qualifiers(asset=Term(POWER, words("150 to 200 megawatts"))),
    "an asset in words": with_qualifiers(asset=Term(Value("Words", "It grows", "It grows"), words("It grows"))),
    "an amount": with_qualifiers(amount=PRICE),
    "a role held at an organisation": with_qualifiers(organization=Term(NORDALIA, words("Nordalia"))),
}


@pytest.mark.parametrize("given", STATEMENTS.values(), ids=STATEMENTS)
def test_a_statement_comes_back_as_it_was(given: Statement) -> None:
    resolution = made(given)
    assert len(resolution.statements) == 1
    assert restore(graph_quads(resolution, ontology()), ontology()).statements == resolution.statements


def test_all_come_back_from_a_store_in_the_order_of_the_text() -> None:
    resolution = made(*STATEMENTS.values())
    store = OxigraphStore.in_memory()
    with store.writer() as writer:
        writer.add(graph_quads(resolution, ontology()))
    assert restore(store.view().quads(), ontology()).statements == resolution.statements


def test_what_is_written_of_what_came_back_is_the_same_graph() -> None:
    resolution = made(*STATEMENTS.values())
    restored = restore(graph_quads(resolution, ontology()), ontology())
    again = replace(resolution, statements=restored.statements)
    assert write_trig(graph_quads(again, ontology())) == write_trig(graph_quads(resolution, ontology()))


def test_quoted_words_that_are_the_address_of_an_entity_stay_words() -> None:
    where = article(f"“{ORACLE}”, said Ada Kerlan of Oracle.")
    said = statement(where, KERLAN, "said", Value("Words", ORACLE, ORACLE))
    resolution = resolve(
        [extraction(where, said, statement(where, KERLAN, "partner_of", entity(ORACLE, "Oracle")))],
        ontology(),
        base="https://kg.example/",
    )
    assert restore(graph_quads(resolution, ontology()), ontology()).statements == resolution.statements


def test_two_wordings_of_one_amount_stay_apart() -> None:
    text = "Nordalia raised 5 million euros. It raised 5 million."
    where = article(text)
    plain = statement(where, NORDALIA, "raised", money("5 million euros", "5000000", "EUR"))
    short = replace(money("5 million.", "5000000", "EUR"), inferred="currency")
    resolution = resolve(
        [extraction(where, plain, statement(where, NORDALIA, "raised", short))],
        ontology(),
        base="https://kg.example/",
    )
    found = restore(graph_quads(resolution, ontology()), ontology()).statements
    assert [one.object.target for one in found] == [one.object.target for one in resolution.statements]


def test_what_is_known_of_a_publication_comes_back() -> None:
    published = replace(
        WHERE, url="https://grid.example/a", publisher="The Grid", authors=("Ada", "Bea"), reader="html/1"
    )
    resolution = replace(made(STATEMENTS["an entity"]), articles=(published,))
    restored = restore(graph_quads(resolution, ontology()), ontology())
    assert restored.articles == (replace(published, text="", body=Span(0, 0)),)


def test_an_article_comes_back_without_its_text() -> None:
    restored = restore(graph_quads(made(STATEMENTS["an entity"]), ontology()), ontology())
    assert restored.articles == (replace(WHERE, text="", body=Span(0, 0)),)


@pytest.mark.parametrize(
    ("predicate", "complaint"),
    [
        (KG + "evidence", f"has no {KG}evidence"),
        (KG + "subjectMention", f"has no {KG}subjectMention"),
        (KG + "reading", "has no kg:reading of its object"),
        (OA + "start", f"has no {OA}start"),
        (DCTERMS + "identifier", f"has no {DCTERMS}identifier"),
    ],
)
def test_a_part_that_is_missing_is_an_error_that_names_it(predicate: str, complaint: str) -> None:
    quads = [q for q in graph_quads(made(STATEMENTS["a range"]), ontology()) if q.predicate != predicate]
    with pytest.raises(OutputError, match=complaint):
        restore(quads, ontology())


def test_a_relation_that_the_ontology_lacks_is_an_error_that_says_so() -> None:
    quads = [
        Quad(q.subject, q.predicate, KG + "hides" if q.predicate == RDF + "predicate" else q.object, q.graph)
        for q in graph_quads(made(STATEMENTS["an entity"]), ontology())
    ]
    with pytest.raises(OutputError, match="#hides: is not in the ontology"):
        restore(quads, ontology())
