from __future__ import annotations

from dataclasses import replace

from kg.model import Entity, Modality, Qualifiers, Statement, Value
from kg.present.page.drawing import draw
from tests.present.scene import NORDIC, TELIA, article, ontology, statement

TEXT = article("A and B")
EUROS = Value("Money", "5 millions", "5000000", "EUR")


def say(subject: Entity, relation: str, target: Entity | Value, modality: Modality = Modality.ASSERTED) -> Statement:
    return statement(TEXT, (subject, relation, target), ("A and B", "A", "and", "B"), modality=modality)


def test_an_entity_has_one_node_however_often_it_is_named() -> None:
    drawing = draw([say(NORDIC, "acquires", TELIA), say(TELIA, "acquires", NORDIC)], ontology())
    assert [node.id for node in drawing.nodes] == [NORDIC.iri, TELIA.iri]


def test_statements_that_say_the_same_share_an_edge() -> None:
    first = say(NORDIC, "acquires", TELIA)
    drawing = draw([first, replace(first, id="again")], ontology())
    assert [edge.statements for edge in drawing.edges] == [(first.id, "again")]


def test_modalities_have_edges_of_their_own() -> None:
    drawing = draw([say(NORDIC, "acquires", TELIA), say(NORDIC, "acquires", TELIA, Modality.PLANNED)], ontology())
    assert [edge.modality for edge in drawing.edges] == [Modality.ASSERTED, Modality.PLANNED]


def test_a_symmetric_relation_has_one_edge_for_both_ways() -> None:
    drawing = draw([say(NORDIC, "partner_of", TELIA), say(TELIA, "partner_of", NORDIC)], ontology())
    assert [(edge.source, edge.target) for edge in drawing.edges] == [(NORDIC.iri, TELIA.iri)]


def test_two_entities_of_one_amount_do_not_share_its_node() -> None:
    drawing = draw([say(NORDIC, "raised", EUROS), say(TELIA, "raised", EUROS)], ontology())
    assert len([node for node in drawing.nodes if node.value is not None]) == 2


def test_words_have_no_node_nor_has_an_entity_that_only_speaks() -> None:
    said = say(NORDIC, "said", Value("Words", "we grow", "we grow"))
    assert draw([said], ontology()).nodes == ()
    assert len(draw([said, say(NORDIC, "acquires", TELIA)], ontology()).edges) == 1


def test_an_edge_carries_the_one_sum_that_its_statements_name() -> None:
    paid = replace(say(NORDIC, "acquires", TELIA), qualifiers=Qualifiers(amount=EUROS))
    silent = replace(say(NORDIC, "acquires", TELIA), id="silent")
    other = replace(paid, id="other", qualifiers=Qualifiers(amount=replace(EUROS, number="7000000")))
    assert draw([paid, silent], ontology()).edges[0].amount == EUROS
    assert draw([paid, other], ontology()).edges[0].amount is None


def test_long_names_are_broken_and_cut() -> None:
    drawing = draw([say(replace(NORDIC, label="compute " * 30), "acquires", TELIA)], ontology())
    lines = drawing.nodes[0].lines
    assert lines[0] == "compute compute"
    assert lines[-1].endswith("…")
    assert len(lines) == 3


def test_marks_that_turn_letters_round_are_left_out_of_labels() -> None:
    drawing = draw([say(replace(NORDIC, label="a\u202eb\u2066c"), "acquires", TELIA)], ontology())
    assert drawing.nodes[0].lines == ("abc",)


def test_a_class_that_the_ontology_lacks_is_drawn_plainly() -> None:
    drawing = draw([say(replace(NORDIC, cls="Unknown"), "acquires", TELIA)], ontology())
    assert drawing.nodes[0].shape == "dot"
