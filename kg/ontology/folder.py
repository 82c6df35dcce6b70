"""Reads an ontology folder into one frozen value; anything unknown is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.errors import OntologyError
from kg.model import Modality
from kg.ontology.lexical_entries import read_cues, read_frames, read_name_words, read_names, read_nouns
from kg.ontology.schema import KnownName, ModalityStyle, NameWord, Ontology, OntologyClass, Relation
from kg.ontology.territories import read_territories
from kg.ontology.turtle_reader import KG, Description, TurtleFile, read_turtle

__all__ = ["LANGUAGES", "read_modality_styles", "read_ontology"]

LANGUAGES = ("en", "fr")

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"

CLASS_KEYS = ("shape", "colour", "standIn", "kind", "trait", "namesFrom")
SOURCES = ("territories",)
TRAITS = ("organization", "person", "place", "site", "project", "kind", "product", "topic", "role")
NEEDED_TRAITS = ("organization", "place", "topic", "role")
KINDS = (
    *("money", "power", "energy", "mass", "length", "area", "volume", "percent", "duration"),
    *("year", "count", "words"),
)
NEEDED_KINDS = ("words",)
SHAPES = (
    *("dot", "star", "square", "diamond", "hexagon", "triangle", "triangleDown"),
    *("box", "circle", "database", "ellipse", "text"),
)
LINES = ("solid", "dashed", "dotted", "struck")
ROUND_ROLES = ("investor", "recipientAmount")
HOLDS = ("one", "one at a time", "one a round", "many")
HAPPENS = ("once",)
PAYS = ("subject", "object")
RELATION_KEYS = ("from", "to", "colour", "identifying", "roundRole", "holds", "happens", "pays")


def read_ontology(folder: Path) -> Ontology:
    """Return the ontology in `folder`: `kg.ttl`, `names.ttl`, and for each language nouns, cues and frames.

    Raises:
        OntologyError: a file is missing, its Turtle is wrong, or a key or name in it is unknown; with file and line.
    """
    schema = _schema(folder)
    classes = _classes(schema)
    relations = _relations(schema, classes)
    nouns = [n for lang in LANGUAGES for n in read_nouns(read_turtle(folder / f"nouns.{lang}.ttl"), lang, classes)]
    cues = [cue for lang in LANGUAGES for cue in read_cues(read_turtle(folder / f"cues.{lang}.ttl"), lang)]
    frames = [frame for lang in LANGUAGES for frame in read_frames(read_turtle(folder / f"frames.{lang}.ttl"), lang)]
    spelled = read_turtle(folder / "names.ttl")
    words = read_name_words(spelled, classes)
    names = read_names(spelled, classes)
    names += _names_from_data(schema, names, words)
    _check_known((frame.relation, frame.place) for frame in frames if frame.relation not in relations)
    return Ontology(
        folder=folder,
        classes=classes,
        relations=relations,
        modalities=_modalities(schema),
        names=tuple(names),
        nouns=tuple(nouns),
        frames=tuple(frames),
        cues=tuple(cues),
        name_words=tuple(words),
    )


def read_modality_styles(folder: Path) -> dict[Modality, ModalityStyle]:
    """Return only the modalities of an ontology, which is all a query needs; the words are not read.

    Raises:
        OntologyError: `kg.ttl` is missing, its Turtle is wrong, or it lacks a modality.
    """
    return _modalities(_schema(folder))


def _schema(folder: Path) -> TurtleFile:
    if not folder.is_dir():
        raise OntologyError("no such folder", where=str(folder), advice="name a folder in the form of ontology/")
    return read_turtle(folder / "kg.ttl")


def _names_from_data(schema: TurtleFile, names: Sequence[KnownName], words: Sequence[NameWord]) -> list[KnownName]:
    """Return the known names that a class takes from data: `kg:namesFrom "territories"`."""
    taken = {spelling for name in names for spelling in name.spellings}
    given = {form for word in words if word.first for form in word.forms}
    found: list[KnownName] = []
    for described in schema.descriptions.values():
        if described.chosen("namesFrom", SOURCES):
            found += read_territories(_local(described.subject), LANGUAGES, taken, given)
    return found


def _check_known(unknown: Iterable[tuple[str, str]]) -> None:
    for name, place in unknown:
        raise OntologyError(f"kg.ttl has no kg:{name}", where=place, advice="correct the name or define it in kg.ttl")


def _local(iri: str) -> str:
    return iri.removeprefix(KG)


def _classes(file: TurtleFile) -> dict[str, OntologyClass]:
    found = {}
    for described in file.descriptions.values():
        if not (described.is_a(OWL + "Class") or described.is_a(KG + "ValueClass")):
            continue
        if not described.subject.startswith(KG):
            continue
        described.allow(CLASS_KEYS)
        name = _local(described.subject)
        found[name] = OntologyClass(
            name=name,
            iri=described.subject,
            labels=described.by_language(RDFS + "label"),
            definitions=described.by_language(SKOS + "definition"),
            ancestors=_ancestors(described, file),
            shape=described.chosen("shape", SHAPES),
            colour=_colour(described),
            stand_ins=described.by_language(KG + "standIn"),
            kind=described.chosen("kind", KINDS),
            trait=_trait(described, file),
        )
    _check_complete(found, file)
    return dict(sorted(found.items()))


def _check_complete(classes: Mapping[str, OntologyClass], file: TurtleFile) -> None:
    """Refuse a schema that lacks a class the grammar itself relies on for entities and values."""
    traits, kinds = ({getattr(cls, key) for cls in classes.values()} for key in ("trait", "kind"))
    lacking = [f"kg:trait {trait!r}" for trait in NEEDED_TRAITS if trait not in traits]
    lacking += [f"kg:kind {kind!r}" for kind in NEEDED_KINDS if kind not in kinds]
    for key in lacking:
        raise OntologyError(f"no class has {key}", where=str(file.path), advice="give it to the class that is meant")


def _colour(described: Description) -> str:
    colour = described.text(KG + "colour")
    if colour and not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
        raise OntologyError(f"unknown kg:colour {colour!r}", where=described.place, advice="write it as #0072B2")
    return colour


def _ancestors(described: Description, file: TurtleFile) -> tuple[str, ...]:
    chain: list[str] = []
    waiting = [described.subject]
    while waiting:
        iri = waiting.pop(0)
        if iri.startswith(KG) and _local(iri) not in chain:
            chain.append(_local(iri))
            waiting += file.descriptions[iri].iris(RDFS + "subClassOf") if iri in file.descriptions else ()
    return tuple(chain)


def _trait(described: Description, file: TurtleFile) -> str:
    above = (file.descriptions.get(KG + name) for name in _ancestors(described, file))
    return next((found for cls in above if cls and (found := cls.chosen("trait", TRAITS))), "")


def _relations(file: TurtleFile, classes: dict[str, OntologyClass]) -> dict[str, Relation]:
    found = {}
    for described in file.of_class(KG + "Relation"):
        described.allow(RELATION_KEYS)
        ends = {key: tuple(_local(iri) for iri in described.iris(KG + key)) for key in ("from", "to")}
        for cls in (*ends["from"], *ends["to"]):
            if cls not in classes:
                raise OntologyError(f"unknown class kg:{cls}", where=described.place, advice="define it in kg.ttl")
        found[_local(described.subject)] = Relation(
            name=_local(described.subject),
            iri=described.subject,
            labels=described.by_language(RDFS + "label"),
            definitions=described.by_language(SKOS + "definition"),
            sources=ends["from"],
            targets=ends["to"],
            colour=_colour(described),
            symmetric=described.is_a(OWL + "SymmetricProperty"),
            identifying=described.text(KG + "identifying") == "true",
            round_role=described.chosen("roundRole", ROUND_ROLES),
            holds=described.chosen("holds", HOLDS) or "many",
            happens=described.chosen("happens", HAPPENS),
            pays=described.chosen("pays", PAYS),
        )
    return dict(sorted(found.items()))


def _modalities(file: TurtleFile) -> dict[Modality, ModalityStyle]:
    found = {}
    for described in file.of_class(KG + "Modality"):
        described.allow(("rank", "line"))
        name = _local(described.subject)
        if name not in list(Modality):
            raise OntologyError(
                f"unknown modality kg:{name}", where=described.place, advice="use " + ", ".join(Modality)
            )
        modality = Modality(name)
        found[modality] = ModalityStyle(
            modality,
            described.subject,
            described.by_language(RDFS + "label"),
            described.by_language(SKOS + "definition"),
            described.chosen("line", LINES),
        )
    for missing in (modality for modality in Modality if modality not in found):
        raise OntologyError(f"lacks the modality kg:{missing}", where=str(file.path), advice="add `a kg:Modality`")
    return {modality: found[modality] for modality in Modality}
