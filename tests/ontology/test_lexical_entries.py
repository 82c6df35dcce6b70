from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import Modality
from kg.ontology.lexical_entries import read_cues, read_frames, read_name_words, read_names, read_nouns
from kg.ontology.schema import Example, Trigger
from kg.ontology.turtle_reader import TurtleFile, read_turtle

PREFIXES = """@prefix kg: <https://kg.example/ontology#> .
@prefix id: <https://kg.example/id/> .
@prefix frame: <https://kg.example/frame/en/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""

CLASSES = ("Place", "Person")

FRAME = """frame:pay a kg:Frame ;
    kg:states kg:funds ;
    kg:verb "pay", "Hand over" ;
    kg:subject "subject | by" ;
    kg:object "object" ;
    kg:where "in = Cash, kind" ;
    kg:modality kg:planned ;
    kg:example [ kg:text "A pays B." ; kg:gives "A | funds | B | planned" ], [ kg:text "A pays attention." ] .
"""


def turtle(folder: Path, text: str) -> TurtleFile:
    path = folder / "a.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return read_turtle(path)


def test_a_name_has_a_class_spellings_and_who_else_names_it(tmp_path: Path) -> None:
    text = """id:lille a kg:Place ; skos:prefLabel "Lille" ; skos:altLabel "Lisle", "Lille" ;
        owl:sameAs id:x ; kg:adjective "lillois" ."""
    (name,) = read_names(turtle(tmp_path, text), CLASSES)
    assert (name.cls, name.labels, name.spellings) == ("Place", {"": "Lille"}, ("Lille", "Lisle"))
    assert (name.same_as, name.adjectives) == (("https://kg.example/id/x",), ("lillois",))


@pytest.mark.parametrize("text", ['id:a skos:prefLabel "A" .', "id:a a kg:Place ."])
def test_a_name_without_class_or_label_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(OntologyError, match=r"a\.ttl:6: a name needs a class and a skos:prefLabel; add them"):
        read_names(turtle(tmp_path, text), CLASSES)


def test_words_of_names_are_no_names(tmp_path: Path) -> None:
    file = turtle(tmp_path, 'id:w a kg:NameWord ; kg:names kg:Person ; kg:form "Anne" ; kg:first true .')
    (word,) = read_name_words(file, CLASSES)
    assert (word.cls, word.forms, word.first, read_names(file, CLASSES)) == ("Person", ("Anne",), True, [])


def test_a_noun_has_forms_class_gender_and_stand_in(tmp_path: Path) -> None:
    text = 'id:n a kg:Noun ; kg:names kg:Place ; kg:form "town", "towns" ; kg:gender "feminine" ; kg:standIn "city" .'
    (noun,) = read_nouns(turtle(tmp_path, text), "en", CLASSES)
    assert (noun.language, noun.cls, noun.forms, noun.gender, noun.stand_in) == (
        "en",
        "Place",
        ("town", "towns"),
        "feminine",
        "city",
    )


def test_a_noun_may_be_a_term_without_a_class(tmp_path: Path) -> None:
    (noun,) = read_nouns(turtle(tmp_path, 'id:n a kg:Noun ; kg:form "round table" .'), "en", CLASSES)
    assert noun.cls == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id:n a kg:Noun ; kg:names kg:Place .", "a noun needs kg:form"),
        ('id:n a kg:Noun ; kg:form "town" ; kg:plural "towns" .', "unknown key kg:plural; use one of kg:form"),
    ],
)
def test_a_broken_noun_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(OntologyError, match=rf"a\.ttl:6: {message}"):
        read_nouns(turtle(tmp_path, text), "en", CLASSES)


def test_a_cue_has_kind_forms_and_modality(tmp_path: Path) -> None:
    text = 'id:c a kg:Cue ; kg:kind "matrix" ; kg:form "hope" ; kg:modality kg:possible ; kg:example [ kg:text "A." ] .'
    (cue,) = read_cues(turtle(tmp_path, text), "en")
    assert (cue.id, cue.kind, cue.forms, cue.modality) == ("en/c", "matrix", ("hope",), Modality.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'id:c a kg:Cue ; kg:kind "matrice" ; kg:form "hope" .',
            "kg:kind that is known, not 'matrice'; use one of matrix",
        ),
        ('id:c a kg:Cue ; kg:kind "matrix" .', "a cue needs kg:form"),
        ('id:c a kg:Cue ; kg:kind "matrix" ; kg:form "hope" .', "the cue has no kg:example"),
        (
            'id:c a kg:Cue ; kg:kind "matrix" ; kg:form "hope" ; kg:modality kg:likely ; kg:example [ kg:text "A." ] .',
            "unknown modality kg:likely",
        ),
        ('id:c a kg:Cue ; kg:kind "matrix" ; kg:form "hope" ; kg:mood "x" .', "unknown key kg:mood"),
    ],
)
def test_a_broken_cue_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(OntologyError, match=rf"a\.ttl:6: .*{message}"):
        read_cues(turtle(tmp_path, text), "en")


def test_a_frame_has_relation_triggers_and_roles(tmp_path: Path) -> None:
    (frame,) = read_frames(turtle(tmp_path, FRAME), "en")
    assert (frame.id, frame.relation, frame.modality) == ("en/pay", "funds", Modality.PLANNED)
    assert frame.triggers == (Trigger("pay", "verb"), Trigger("hand", "verb", ("over",)))
    assert frame.roles == {"subject": ("subject", "by"), "object": ("object",)}
    assert (frame.conditions, frame.exclusions) == ((("in", ("cash", "kind")),), ())


def test_an_example_may_give_nothing(tmp_path: Path) -> None:
    (frame,) = read_frames(turtle(tmp_path, FRAME), "en")
    assert frame.examples == (
        Example("A pays B.", ("A | funds | B | planned",)),
        Example("A pays attention.", ()),
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kg:states kg:funds ;", "", "the frame has no kg:states; add it"),
        ('kg:verb "pay", "Hand over" ;', "", "the frame has no trigger"),
        ('kg:subject "subject | by" ;', "", "the frame has no kg:subject"),
        ('kg:object "object" ;', "", "the frame has no kg:object"),
        ('kg:text "A pays attention."', 'kg:gives "x"', "an example has no kg:text; add it"),
        ("in = Cash, kind", "in cash", "kg:where 'in cash' is not of the form 'role = lemma, lemma'"),
        ("kg:planned", "kg:soon", "unknown modality kg:soon; use asserted, planned, possible, denied"),
        ("kg:object ", "kg:objet ", "unknown key kg:objet; use one of"),
        (
            'kg:text "A pays attention."',
            'kg:txt "A pays attention."',
            "unknown key kg:txt; use one of kg:gives, kg:text",
        ),
    ],
)
def test_a_broken_frame_is_refused_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message) as caught:
        read_frames(turtle(tmp_path, FRAME.replace(old, new)), "en")
    assert str(caught.value).startswith(f"{tmp_path / 'a.ttl'}:6: ")


def test_a_frame_without_an_example_is_refused(tmp_path: Path) -> None:
    bare = FRAME[: FRAME.index("    kg:example")].rstrip().rstrip(";") + "."
    with pytest.raises(OntologyError, match=r"a\.ttl:6: the frame has no kg:example; add it"):
        read_frames(turtle(tmp_path, bare), "en")


def test_one_role_may_have_several_conditions(tmp_path: Path) -> None:
    text = FRAME.replace('"in = Cash, kind"', '"in = own", "in = cash"')
    (frame,) = read_frames(turtle(tmp_path, text), "en")
    assert frame.conditions == (("in", ("cash",)), ("in", ("own",)))
