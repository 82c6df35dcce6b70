"""Reads the lexical entries of a language: names, nouns, cues and frames."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from kg.errors import OntologyError
from kg.model import Modality
from kg.ontology.cue_kinds import CUE_KINDS
from kg.ontology.schema import Condition, Cue, Example, Frame, KnownName, NameWord, Noun, Trigger
from kg.ontology.turtle_reader import KG, RDF, Description, TurtleFile

__all__ = [
    "CATEGORIES",
    "CUE_KINDS",
    "QUALIFIER_ROLES",
    "read_cues",
    "read_frames",
    "read_name_words",
    "read_names",
    "read_nouns",
]

SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"

CATEGORIES = ("verb", "noun", "adjective", "quotation")
QUALIFIER_ROLES = ("asset", "amount", "organization", "purpose")
NOUN_KEYS = ("names", "form", "gender", "standIn", "namedByOf", "generic", "specific", "ofPlace")
CUE_KEYS = ("kind", "form", "modality", "example")
FRAME_KEYS = (
    "states",
    *CATEGORIES,
    "subject",
    "object",
    *QUALIFIER_ROLES,
    "where",
    "unless",
    "modality",
    "example",
)
EXAMPLE_KEYS = ("text", "gives")


def read_names(file: TurtleFile, classes: Collection[str]) -> list[KnownName]:
    """Return the known names of a file, in the order of the file.

    Raises:
        OntologyError: a key is unknown, or a name lacks a class of `classes` or a label.
    """
    found = []
    for described in file.descriptions.values():
        if described.is_a(KG + "NameWord"):
            continue
        described.allow(("adjective",))
        cls = _class(described, RDF + "type", classes)
        labels = described.by_language(SKOS + "prefLabel")
        if not cls or not all(label.strip() for label in labels.values()) or not labels:
            raise OntologyError("a name needs a class and a skos:prefLabel", where=described.place, advice="add them")
        spellings = dict.fromkeys((*described.texts(SKOS + "prefLabel"), *described.texts(SKOS + "altLabel")))
        found.append(
            KnownName(
                described.subject,
                cls,
                labels,
                tuple(spellings),
                described.iris(OWL + "sameAs"),
                described.texts(KG + "adjective"),
            )
        )
    return found


def read_name_words(file: TurtleFile, classes: Collection[str]) -> list[NameWord]:
    """Return the words that indicate the class of a name, in the order of the file.

    Raises:
        OntologyError: a key is unknown, or words lack a class of `classes`.
    """
    found = []
    for described in file.of_class(KG + "NameWord"):
        described.allow(("names", "form", "first", "goesOn", "opens", "leftOut"))
        cls = _class(described, KG + "names", classes)
        if not cls:
            raise OntologyError("a name word needs kg:names", where=described.place, advice="add the class it tells")
        is_first = described.text(KG + "first") == "true"
        going_on = (_words(described, key) for key in ("goesOn", "opens", "leftOut"))
        found.append(NameWord(cls, _words(described, "form"), is_first, *going_on))
    return found


def read_nouns(file: TurtleFile, language: str, classes: Collection[str]) -> list[Noun]:
    """Return the descriptive nouns of a file, in the order of the file.

    Raises:
        OntologyError: a key is unknown, or a noun lacks a form or names no class of `classes`.
    """
    found = []
    for described in file.all_of_class(KG + "Noun"):
        described.allow(NOUN_KEYS)
        forms = _words(described, "form")
        if not forms:
            raise OntologyError("a noun needs kg:form", where=described.place, advice="add it")
        found.append(
            Noun(
                language,
                _class(described, KG + "names", classes),
                forms,
                described.chosen("gender", ("feminine", "masculine")),
                described.text(KG + "standIn"),
                described.text(KG + "namedByOf") == "true",
                described.text(KG + "generic") == "true",
                described.text(KG + "specific") == "true",
                described.text(KG + "ofPlace") == "true",
            )
        )
    return found


def read_cues(file: TurtleFile, language: str) -> list[Cue]:
    """Return the cues of a file, in the order of the file.

    Raises:
        OntologyError: a kind or modality is unknown, or a cue has no form or no example.
    """
    found = []
    for described in file.all_of_class(KG + "Cue"):
        described.allow(CUE_KEYS)
        kind, forms = described.text(KG + "kind"), _words(described, "form")
        if kind not in CUE_KINDS or not forms:
            raise OntologyError(
                f"a cue needs kg:form and a kg:kind that is known, not {kind!r}",
                where=described.place,
                advice="use one of " + ", ".join(CUE_KINDS),
            )
        if not described.nodes(KG + "example"):
            raise OntologyError("the cue has no kg:example", where=described.place, advice="add it")
        found.append(
            Cue(
                _id(described, language),
                language,
                kind,
                forms,
                _modality(described),
                _examples(described, file),
                described.place,
            )
        )
    return found


def read_frames(file: TurtleFile, language: str) -> list[Frame]:
    """Return the frames of a file, in the order of the file.

    Raises:
        OntologyError: a key is unknown, or a frame lacks a relation, a trigger, a subject, an object or an example.
    """
    found = []
    for described in file.all_of_class(KG + "Frame"):
        described.allow(FRAME_KEYS)
        triggers = tuple(_trigger(text, cat) for cat in CATEGORIES for text in _words(described, cat))
        relations = [iri.removeprefix(KG) for iri in described.iris(KG + "states")]
        for present, missing in (
            (relations, "kg:states"),
            (triggers, "trigger (" + ", ".join(f"kg:{c}" for c in CATEGORIES) + ")"),
            (described.text(KG + "subject"), "kg:subject"),
            (described.text(KG + "object"), "kg:object"),
            (described.nodes(KG + "example"), "kg:example"),
        ):
            if not present:
                raise OntologyError(f"the frame has no {missing}", where=described.place, advice="add it")
        found.append(
            Frame(
                _id(described, language),
                language,
                relations[0],
                triggers,
                _roles(described),
                _conditions(described, "where"),
                _conditions(described, "unless"),
                _modality(described),
                _examples(described, file),
                described.place,
            )
        )
    return found


def _class(described: Description, predicate: str, classes: Collection[str]) -> str:
    """Return the name of the first class that a description gives for a predicate, or an empty string.

    Raises:
        OntologyError: `kg.ttl` has no such class.
    """
    name = next((iri.removeprefix(KG) for iri in described.iris(predicate)), "")
    if name and name not in classes:
        raise OntologyError(
            f"kg.ttl has no kg:{name}", where=described.place, advice="correct the name or define it in kg.ttl"
        )
    return name


def _words(described: Description, key: str) -> tuple[str, ...]:
    """Return the literals of a `kg:` property.

    Raises:
        OntologyError: one of them is blank.
    """
    texts = described.texts(KG + key)
    if not all(text.strip() for text in texts):
        raise OntologyError(f"kg:{key} holds no word", where=described.place, advice="write one or leave it out")
    return texts


def _id(described: Description, language: str) -> str:
    return f"{language}/{re.split(r'[/#]', described.subject)[-1]}"


def _trigger(text: str, category: str) -> Trigger:
    lemma, *fixed = text.split() if category == "verb" else [text]
    return Trigger(lemma.lower(), category, tuple(fixed))


def _roles(described: Description) -> dict[str, tuple[str, ...]]:
    written = {key: described.text(KG + key) for key in ("subject", "object", *QUALIFIER_ROLES)}
    return {key: tuple(part.strip() for part in text.split("|")) for key, text in written.items() if text}


def _conditions(described: Description, key: str) -> tuple[Condition, ...]:
    """Return the conditions written `role = lemma, lemma`, sorted by their text; one role may have several.

    Raises:
        OntologyError: a condition has no `=`.
    """
    found = []
    for text in sorted(described.texts(KG + key)):
        role, equals, lemmas = text.partition("=")
        if not equals:
            raise OntologyError(
                f"kg:{key} {text!r} is not of the form 'role = lemma, lemma'", where=described.place, advice="mend it"
            )
        found.append((role.strip(), tuple(lemma.strip().lower() for lemma in lemmas.split(","))))
    return tuple(found)


def _modality(described: Description) -> Modality | None:
    names = [iri.removeprefix(KG) for iri in described.iris(KG + "modality")]
    if names and names[0] not in list(Modality):
        raise OntologyError(
            f"unknown modality kg:{names[0]}", where=described.place, advice="use " + ", ".join(Modality)
        )
    return Modality(names[0]) if names else None


def _examples(described: Description, file: TurtleFile) -> tuple[Example, ...]:
    found = []
    for node in described.nodes(KG + "example"):
        # The line of a blank node is unknown.
        example = replace(file.descriptions[node], place=described.place)
        example.allow(EXAMPLE_KEYS)
        if not example.text(KG + "text"):
            raise OntologyError("an example has no kg:text", where=described.place, advice="add it")
        found.append(Example(example.text(KG + "text"), example.texts(KG + "gives")))
    return tuple(found)
