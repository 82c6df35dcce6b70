from __future__ import annotations

from pathlib import Path

import pytest

from kg.ontology.schema import Ontology, OntologyClass


def a_class(name: str, *above: str, kind: str = "", trait: str = "") -> OntologyClass:
    return OntologyClass(name, "", {}, {}, (name, *above), kind=kind, trait=trait)


@pytest.fixture(name="ontology")
def _ontology() -> Ontology:
    classes = [
        a_class("Thing"),
        a_class("Site", "Thing", trait="site"),
        a_class("Plant", "Site", "Thing", trait="site"),
        a_class("Money", kind="money"),
    ]
    return Ontology(Path(), {cls.name: cls for cls in classes}, {}, {}, (), (), (), ())


@pytest.mark.parametrize(
    ("cls", "ancestor", "expected"),
    [
        ("Plant", "Plant", True),
        ("Plant", "Thing", True),
        ("Thing", "Plant", False),
        ("Unknown", "Thing", False),
        ("Plant", "Unknown", False),
    ],
)
def test_a_class_is_what_is_above_it(ontology: Ontology, cls: str, ancestor: str, expected: bool) -> None:
    assert ontology.is_a(cls, ancestor) is expected


def test_an_unknown_class_has_no_trait(ontology: Ontology) -> None:
    assert (ontology.trait_of("Plant"), ontology.trait_of("Unknown")) == ("site", "")


def test_the_class_of_a_trait_is_the_highest_that_has_it(ontology: Ontology) -> None:
    assert ontology.class_of_trait("site") == "Site"


def test_a_trait_that_no_class_has_is_an_error(ontology: Ontology) -> None:
    with pytest.raises(KeyError, match="person"):
        ontology.class_of_trait("person")


def test_the_class_of_a_kind_holds_its_values(ontology: Ontology) -> None:
    assert ontology.class_of_kind("money") == "Money"
