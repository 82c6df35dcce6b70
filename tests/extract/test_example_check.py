from __future__ import annotations

from dataclasses import replace

from kg.extract.example_check import check_examples
from kg.ontology import Ontology
from kg.ontology.schema import Example


def only(ontology: Ontology, frame: str, *examples: Example) -> Ontology:
    """Return the ontology with one frame's examples replaced, and no others."""
    frames = tuple(replace(f, examples=examples if f.id == frame else ()) for f in ontology.frames)
    return replace(ontology, frames=frames, cues=tuple(replace(cue, examples=()) for cue in ontology.cues))


def test_an_example_that_gives_something_else_fails_with_what_it_gives(ontology: Ontology) -> None:
    example = Example("Nordalia raised $30 million.", ("Nordalia | raised | $40 million | asserted",))
    (failure,) = check_examples(only(ontology, "en/raise", example))
    assert failure.missing == "Nordalia | raised | $40 million | asserted"
    assert failure.found == ("Nordalia | raised | $30 million | asserted (en/raise)",)
    assert "frames.en.ttl:" in failure.place


def test_an_example_without_expectations_must_give_nothing(ontology: Ontology) -> None:
    (failure,) = check_examples(only(ontology, "en/raise", Example("Nordalia raised $30 million.", ())))
    assert (failure.missing, failure.found) == ("", ("Nordalia | raised | $30 million | asserted",))


def test_an_expectation_of_the_wrong_form_fails(ontology: Ontology) -> None:
    (failure,) = check_examples(only(ontology, "en/raise", Example("Nordalia raised $30 million.", ("Nordalia",))))
    assert failure.missing == "Nordalia"


def test_an_example_must_be_found_by_its_own_frame(ontology: Ontology) -> None:
    example = Example("Nordalia leases the plant to Oracle.", ("plant | leases_to | Oracle | asserted",))
    (failure,) = check_examples(only(ontology, "en/raise", example))
    assert failure.missing == "plant | leases_to | Oracle | asserted"
