from __future__ import annotations

import pytest

from kg.extract.names.finder import Name
from kg.extract.resources import Resources
from kg.model import Span


def test_a_term_of_several_words_is_one_unit_with_the_lemma_of_its_singular(english: Resources) -> None:
    (unit,) = english.terms("two data centers", Span(0, 16))
    assert (unit.span, unit.kind, unit.lemma) == (Span(4, 16), "noun", "data center")


def test_the_stand_in_of_a_plural_is_a_plural(english: Resources) -> None:
    (one,) = english.terms("a data center", Span(0, 13))
    (two,) = english.terms("two data centers", Span(0, 16))
    assert two.form == one.form + "s"


def test_terms_are_found_only_within_the_span(english: Resources) -> None:
    assert list(english.terms("a data center", Span(0, 6))) == []


@pytest.mark.parametrize("name", ["Anne Kerlan", "Kerlan Capital", "Valbrune"])
def test_a_name_is_parsed_as_an_everyday_name(english: Resources, name: str) -> None:
    form = english.unit(Name(Span(0, len(name)), name)).form
    assert (form in {c.stand_ins.get("en") for c in english.ontology.classes.values()}, " " in form) == (True, False)
