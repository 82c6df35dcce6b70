"""What a broken ontology says: always the file, where it can the line, and what to write instead."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.config import find_ontology
from kg.errors import OntologyError
from kg.model import Modality
from kg.ontology import read_modality_styles, read_ontology

FRAME = 'frame:x a kg:Frame ; kg:states kg:owns ; kg:verb "hold" ; kg:subject "subject" ; kg:object "object"'
EXAMPLE = '; kg:example [ kg:text "Ada holds the mill." ] .'


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """Return a copy of our ontology, to be broken."""
    shutil.copytree(find_ontology(), tmp_path / "ontology")
    return tmp_path / "ontology"


def add(folder: Path, file: str, line: str) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_our_own_ontology_is_read(folder: Path) -> None:
    found = read_ontology(folder)
    assert ("leases_to" in found.relations, found.class_of_trait("person")) == (True, "Person")


@pytest.mark.parametrize(
    ("file", "line", "complaint"),
    [
        ("frames.en.ttl", FRAME + " .", "the frame has no kg:example"),
        ("frames.en.ttl", FRAME.replace("hold", " ") + EXAMPLE, "kg:verb holds no word"),
        ("frames.en.ttl", FRAME.replace("Frame", "Farme") + EXAMPLE, "is no kg:Frame; write `a kg:Frame`"),
        ("frames.en.ttl", FRAME.replace("kg:owns", "kg:onws") + EXAMPLE, "kg.ttl has no kg:onws"),
        ("frames.en.ttl", FRAME + '; kg:objet "object"' + EXAMPLE, "unknown key kg:objet; use one of kg:adjective"),
        ("nouns.fr.ttl", 'noun:x a kg:Noun ; kg:names kg:Mill ; kg:form "moulin" .', "kg.ttl has no kg:Mill"),
        ("nouns.fr.ttl", 'noun:x a kg:Noun ; kg:form "x" ; kg:gender "f" .', "unknown kg:gender 'f'; use feminine"),
        ("names.ttl", 'id:x a kg:Mill ; skos:prefLabel "X" .', "kg.ttl has no kg:Mill"),
        ("names.ttl", 'id:x a kg:Organization ; skos:prefLabel "" .', "a name needs a class and a skos:prefLabel"),
        ("names.ttl", 'id:x a kg:NameWord ; kg:form "Bros" .', "a name word needs kg:names"),
        ("kg.ttl", "kg:x a kg:Relation ; kg:from kg:Mill .", "unknown class kg:Mill"),
        ("kg.ttl", 'kg:x a kg:Relation ; kg:holds "two" .', "unknown kg:holds 'two'; use one, one at a time, one a r"),
        ("kg.ttl", 'kg:x a kg:Relation ; kg:happens "twice" .', "unknown kg:happens 'twice'; use once"),
        ("kg.ttl", 'kg:x a kg:Relation ; kg:pays "nobody" .', "unknown kg:pays 'nobody'; use subject, object"),
        ("kg.ttl", 'kg:X a owl:Class ; kg:colour "red" .', "unknown kg:colour 'red'; write it as #0072B2"),
        ("kg.ttl", 'kg:X a owl:Class ; kg:shape "blob" .', "unknown kg:shape 'blob'; use dot"),
        ("kg.ttl", 'kg:X a owl:Class ; kg:trait "mill" .', "unknown kg:trait 'mill'; use organization"),
        ("kg.ttl", "kg:refused a kg:Modality .", "unknown modality kg:refused; use asserted"),
        ("kg.ttl", "kg:x a", "wrong Turtle"),
    ],
)
def test_a_wrong_line_is_named(folder: Path, file: str, line: str, complaint: str) -> None:
    number = len((folder / file).read_text(encoding="utf-8").splitlines()) + 2
    add(folder, file, line)
    with pytest.raises(OntologyError) as caught:
        read_ontology(folder)
    assert complaint in str(caught.value)
    if "Turtle" not in complaint:
        assert caught.value.where == f"{folder / file}:{number}"


def test_a_schema_without_a_modality_is_refused(folder: Path) -> None:
    change(folder, "kg.ttl", "kg:denied a kg:Modality ;", "kg:denied")
    with pytest.raises(OntologyError, match="lacks the modality kg:denied"):
        read_ontology(folder)


def test_a_schema_without_a_trait_that_the_grammar_needs_is_refused(folder: Path) -> None:
    change(folder, "kg.ttl", 'kg:trait "topic" ;', "")
    with pytest.raises(OntologyError, match="no class has kg:trait 'topic'"):
        read_ontology(folder)


def test_a_file_that_is_missing_is_named(folder: Path) -> None:
    (folder / "cues.fr.ttl").unlink()
    with pytest.raises(OntologyError, match=r"cues\.fr\.ttl: cannot be read"):
        read_ontology(folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="nowhere: no such folder; name a folder in the form of ontology/"):
        read_ontology(tmp_path / "nowhere")


def test_a_wrong_key_of_an_example_is_found_by_the_line_of_its_frame(folder: Path) -> None:
    number = len((folder / "frames.en.ttl").read_text(encoding="utf-8").splitlines()) + 2
    add(folder, "frames.en.ttl", FRAME + EXAMPLE.replace("kg:text", "kg:txt"))
    with pytest.raises(OntologyError, match=rf"frames\.en\.ttl:{number}: unknown key kg:txt; use one of kg:gives"):
        read_ontology(folder)


def test_the_modalities_are_read_without_the_words(folder: Path) -> None:
    (folder / "frames.en.ttl").write_text("no Turtle", encoding="utf-8")
    assert list(read_modality_styles(folder)) == list(Modality)
