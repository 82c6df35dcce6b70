from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Article, Entity, Extraction, Modality, Term
from kg.ontology.schema import Ontology
from kg.resolve.resolution import Resolution, resolve
from tests.world import ORACLE, article, entity, extraction, money, ontology, statement

BASE = "https://kg.example/"


@pytest.fixture(name="world")
def _world() -> Ontology:
    return ontology()


def resolution(world: Ontology, *given: Extraction) -> Resolution:
    return resolve(given, world, base=BASE)


def raising(name: str, document: str, cls: str = "Organization") -> Extraction:
    where = article(f"{name} raised $5 million in {document}.", document)
    return extraction(where, statement(where, entity("e1", name, cls), "raised", money("$5 million", "5000000")))


def labels(result: Resolution) -> list[str]:
    return [entity.label for entity in result.entities]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Crusoe Energy", "crusoe energy"),
        ("Énergie Bleue", "Energie Bleue"),
        ("Lambda Inc.", "Lambda"),
        ("Nexity S.A.", "Nexity"),
        ("Crusoe", "Crusoe Energy"),
    ],
)
def test_two_spellings_of_one_name_are_one_organisation(world: Ontology, one: str, other: str) -> None:
    result = resolution(world, raising(one, "a.txt"), raising(other, "b.txt"))
    assert len(result.entities) == 1
    assert "a.txt" in result.entities[0].reasons[0]


@pytest.mark.parametrize(("one", "other"), [("Aramco", "Aramco Digital"), ("Lambda", "Lumen"), ("Air", "Airbus")])
def test_names_that_only_begin_alike_stay_apart(world: Ontology, one: str, other: str) -> None:
    assert len(resolution(world, raising(one, "a.txt"), raising(other, "b.txt")).entities) == 2


def test_a_short_form_of_two_organisations_joins_neither(world: Ontology) -> None:
    given = [raising("Crusoe", "a.txt"), raising("Crusoe Energy", "b.txt"), raising("Crusoe Capital", "c.txt")]
    assert len(resolution(world, *given).entities) == 3


def test_a_short_form_stays_apart_when_an_article_speaks_of_both(world: Ontology) -> None:
    where = article("Blue Owl funds Blue Owl Capital.")
    told = statement(where, entity("e1", "Blue Owl"), "funds", entity("e2", "Blue Owl Capital"))
    assert len(resolution(world, extraction(where, told)).entities) == 2


def test_a_short_form_is_only_an_organisations(world: Ontology) -> None:
    given = [raising("Paris", "a.txt", "Place"), raising("Paris International", "b.txt", "Place")]
    assert len(resolution(world, *given).entities) == 2


def test_one_name_of_two_unlike_classes_is_two_entities(world: Ontology) -> None:
    result = resolution(world, raising("Abilene", "a.txt", "Place"), raising("Abilene", "b.txt", "Organization"))
    assert [entity.iri for entity in result.entities] == [BASE + "id/abilene", BASE + "id/abilene-organization"]


def test_the_narrower_class_wins(world: Ontology) -> None:
    result = resolution(world, raising("Palisades", "a.txt", "Facility"), raising("Palisades", "b.txt", "Plant"))
    assert [entity.cls for entity in result.entities] == ["Plant"]


def test_a_known_name_gives_its_iri_to_all_its_spellings(world: Ontology) -> None:
    given = [raising("Oracle", "a.txt"), raising("ORACLE CORP", "b.txt")]
    assert [entity.iri for entity in resolution(world, *given).entities] == [ORACLE]


def test_known_names_move_to_another_base(world: Ontology) -> None:
    result = resolve([raising("Oracle", "a.txt")], world, base="https://deals.test/")
    assert result.entities[0].iri == "https://deals.test/id/oracle"


def test_an_energy_source_is_one_entity_in_all_articles(world: Ontology) -> None:
    def powered(document: str) -> Extraction:
        where = article("A site runs on natural gas.", document)
        site = entity("e1", "site", "Facility", named=False)
        gas = entity("e2", "natural gas", "Energy", named=False)
        return extraction(where, statement(where, site, "powered_by", gas))

    result = resolution(world, powered("a.txt"), powered("b.txt"))
    assert labels(result) == ["site", "site", "natural gas"]


def campus(document: str, town: str, builder: str) -> Extraction:
    where = article(f"{builder} builds a campus in {town} ({document}).", document)
    site = entity("e1", "campus", "Facility", named=False)
    return extraction(
        where,
        statement(where, entity("e2", builder), "builds", site),
        statement(where, site, "located_in", entity("e3", town, "Place")),
    )


def test_nameless_sites_of_one_town_and_builder_are_one(world: Ontology) -> None:
    result = resolution(world, campus("a.txt", "Abilene", "Crusoe"), campus("b.txt", "Abilene", "Crusoe"))
    (site,) = [entity for entity in result.entities if entity.cls == "Facility"]
    assert site.iri == BASE + "id/a-txt/campus"
    assert site.reasons == ('"campus" of a.txt is "campus" of b.txt: the same neighbours by builds and located_in',)


def test_a_nameless_site_that_many_articles_tell_of_is_one(world: Ontology) -> None:
    result = resolution(world, *(campus(f"{letter}.txt", "Abilene", "Crusoe") for letter in "abcde"))
    assert labels(result).count("campus") == 1


def test_a_nameless_site_is_neither_of_two_in_another_article(world: Ontology) -> None:
    where = article("Crusoe builds a campus and a plant in Abilene.", "b.txt")
    crusoe, town = entity("e2", "Crusoe"), entity("e3", "Abilene", "Place")
    sites = [entity("e1", "campus", "Facility", named=False), entity("e4", "plant", "Facility", named=False)]
    told = [
        one
        for site in sites
        for one in (statement(where, crusoe, "builds", site), statement(where, site, "located_in", town))
    ]
    others = [campus(document, "Abilene", "Crusoe") for document in ("a.txt", "c.txt")]
    found = labels(resolution(world, extraction(where, *told), *others))
    assert (found.count("campus"), found.count("plant")) == (3, 1)


def test_a_nameless_site_is_neither_of_two_with_names(world: Ontology) -> None:
    def named(document: str, name: str) -> Extraction:
        where = article(f"Crusoe builds {name} in Abilene ({document}).", document)
        site = entity("e1", name, "Facility")
        return extraction(
            where,
            statement(where, entity("e2", "Crusoe"), "builds", site),
            statement(where, site, "located_in", entity("e3", "Abilene", "Place")),
        )

    result = resolution(
        world, named("a.txt", "Kestrel"), named("b.txt", "Merlin"), campus("c.txt", "Abilene", "Crusoe")
    )
    assert [label for label in labels(result) if label in {"Kestrel", "Merlin", "campus"}] == [
        "campus",
        "Kestrel",
        "Merlin",
    ]


def test_nameless_sites_that_share_a_town_alone_stay_apart(world: Ontology) -> None:
    result = resolution(world, campus("a.txt", "Abilene", "Crusoe"), campus("b.txt", "Abilene", "Lancium"))
    assert labels(result).count("campus") == 2


def test_a_denied_statement_identifies_nothing(world: Ontology) -> None:
    one, other = campus("a.txt", "Abilene", "Crusoe"), campus("b.txt", "Abilene", "Crusoe")
    denied = replace(other, statements=tuple(replace(s, modality=Modality.DENIED) for s in other.statements))
    assert labels(resolution(world, one, denied)).count("campus") == 2


def test_a_statement_about_itself_is_skipped_with_its_reason(world: Ontology) -> None:
    where = article("Oracle and Oracle Corp. are partners.")
    told = statement(where, entity("e1", "Oracle"), "partner_of", entity("e2", "Oracle Corp."))
    result = resolution(world, extraction(where, told))
    assert result.statements == ()
    assert result.skipped[0].reason == 'both ends of "partner_of" are Oracle'


def test_of_equal_statements_the_more_confident_stays(world: Ontology) -> None:
    where = article("Lambda raised $5 million.")
    told = statement(where, entity("e1", "Lambda"), "raised", money("$5 million", "5000000"))
    result = resolution(world, extraction(where, replace(told, confidence=0.2), told))
    assert [one.confidence for one in result.statements] == [0.9]


def test_the_id_of_a_statement_does_not_depend_on_the_other_articles(world: Ontology) -> None:
    alone = resolution(world, raising("Lambda", "b.txt")).statements[0].id
    together = resolution(world, raising("Lumen", "a.txt"), raising("Lambda", "b.txt")).statements[1].id
    assert alone == together


def test_two_articles_of_equal_text_keep_statements_of_their_own(world: Ontology) -> None:
    def copy(where: Article) -> Extraction:
        return extraction(where, statement(where, entity("e1", "Lambda"), "funds", entity("e2", "Lumen")))

    result = resolution(
        world, copy(article("Lambda funds Lumen.", "a.txt")), copy(article("Lambda funds Lumen.", "b.txt"))
    )
    assert len({one.id for one in result.statements}) == 2


def test_the_order_of_the_articles_does_not_matter(world: Ontology) -> None:
    given = [campus("a.txt", "Abilene", "Crusoe"), campus("b.txt", "Abilene", "Crusoe Energy")]
    assert resolution(world, *given) == resolution(world, *reversed(given))


def test_qualifiers_speak_of_the_joined_entities(world: Ontology) -> None:
    where = article("Lambda funds Lumen for Oracle.")
    told = statement(where, entity("e1", "Lambda"), "funds", entity("e2", "Lumen"))
    asset = Term(Entity("e3", "Oracle", "Organization"), told.subject.mention)
    qualified = replace(told, qualifiers=replace(told.qualifiers, asset=asset))
    result = resolution(world, extraction(where, qualified))
    assert ORACLE in [entity.iri for entity in result.entities]
