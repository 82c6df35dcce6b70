from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import UsageError
from kg.inquiry.selection import Focus, Selection, read_relations, select
from kg.model import Mention, Modality, Qualifiers, Span, Statement, Term
from tests.world import article, entity, ontology, statement

WHERE = article("Nordalia Bravane Kerlan Valbrune campus")
NORDALIA, BRAVANE, KERLAN, VALBRUNE = (entity(name, name) for name in ("Nordalia", "Bravane", "Kerlan", "Valbrune"))
CAMPUS = entity("campus", "campus", "Facility")


def named(name: str, told: Statement) -> Statement:
    return replace(told, id=name)


STATEMENTS = (
    named("1", statement(WHERE, NORDALIA, "funds", BRAVANE)),
    named("2", statement(WHERE, BRAVANE, "funds", KERLAN, modality=Modality.PLANNED)),
    named("3", statement(WHERE, KERLAN, "builds", CAMPUS)),
    named("4", statement(WHERE, VALBRUNE, "funds", VALBRUNE, modality=Modality.DENIED)),
)


def chosen(**wanted: object) -> str:
    selection = replace(Selection(), **wanted)  # type: ignore[arg-type]  # named by each test
    return "".join(one.id for one in select(STATEMENTS, selection))


def test_nothing_said_is_everything() -> None:
    assert (chosen(), Selection().is_whole, Selection(depth=2).is_whole) == ("1234", True, True)


def test_modalities_and_relations_are_kept() -> None:
    assert chosen(modalities=(Modality.PLANNED, Modality.DENIED)) == "24"
    assert chosen(relations=("builds",)) == "3"
    assert chosen(relations=("builds", "funds"), modalities=(Modality.ASSERTED,)) == "13"


@pytest.mark.parametrize(("depth", "kept"), [(1, "1"), (2, "12"), (3, "123"), (9, "123")])
def test_a_deeper_selection_reaches_further(depth: int, kept: str) -> None:
    assert chosen(focus=Focus("Nordalia"), depth=depth) == kept


def test_the_way_from_the_focus_leads_over_wanted_statements_alone() -> None:
    assert chosen(focus=Focus("Nordalia"), depth=9, modalities=(Modality.ASSERTED,)) == "1"


def test_what_is_attributed_to_the_focus_is_its_own() -> None:
    assert chosen(focus=Focus("Valbrune Research", frozenset({"3"}))) == "3"


def test_an_asset_and_the_organisation_of_a_role_are_what_a_statement_is_about() -> None:
    site = Term(CAMPUS, Mention("campus", Span(33, 39)))
    for part in (Qualifiers(asset=site), Qualifiers(organization=site)):
        told = replace(STATEMENTS[0], qualifiers=part)
        assert select([told], Selection(focus=Focus("campus"))) == (told,)


def test_relations_are_read_from_lists() -> None:
    assert read_relations(["funds, builds", "funds"], ontology()) == ("builds", "funds")


@pytest.mark.parametrize(
    ("word", "advice"),
    [("fund", "do you mean funds"), ("Leases to", "do you mean leases_to"), ("xyz", "`kg ontology show` lists them")],
)
def test_an_unknown_relation_is_an_error_with_those_that_are_near(word: str, advice: str) -> None:
    with pytest.raises(UsageError, match=advice):
        read_relations([word], ontology())
