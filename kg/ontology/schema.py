"""The values an ontology consists of: classes, relations, modalities, names, nouns, cues and frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Modality

__all__ = [
    "Cue",
    "Example",
    "Frame",
    "KnownName",
    "ModalityStyle",
    "Noun",
    "Ontology",
    "Relation",
    "ThingClass",
    "Trigger",
]


@dataclass(frozen=True, slots=True)
class ThingClass:
    """A class of things or values.

    Attributes:
        name: its local name, such as `Organization`.
        iri: its full IRI.
        labels, definitions: by language.
        ancestors: the names of all classes it is under, itself first, nearest next.
        shape, colour: how it is drawn; empty for abstract classes.
        stand_ins: by language, the word that stands for one of its names when a sentence is parsed.
        kind: for classes of values, which reading of the amount grammar it takes; else empty.
    """

    name: str
    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    ancestors: tuple[str, ...]
    shape: str = ""
    colour: str = ""
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: its words, the classes at its ends (`sources` to `targets`), its colour.

    `identifying` relations tell which thing is meant when it has no name: two unnamed campuses in one town, of
    one builder, are one campus.
    """

    name: str
    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    colour: str
    symmetric: bool = False
    identifying: bool = False


@dataclass(frozen=True, slots=True)
class ModalityStyle:
    """How a modality is called and drawn: `line` is `solid`, `dashed`, `dotted` or `struck`."""

    modality: Modality
    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    line: str


@dataclass(frozen=True, slots=True)
class KnownName:
    """Something anyone in the field knows: its class, its spellings by language, and who else names it."""

    iri: str
    cls: str
    labels: Mapping[str, str]
    spellings: tuple[str, ...]
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that describes things of a class.

    Attributes:
        forms: its lemma first; several words are allowed ("jeune pousse").
        gender: `feminine`, `masculine`, or empty.
        stand_in: the one word that stands for it when a sentence is parsed; empty for itself.
    """

    language: str
    cls: str
    forms: tuple[str, ...]
    gender: str = ""
    stand_in: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What makes a frame apply: a lemma of a category (`verb`, `noun`, `adjective`), with the words fixed to it.

    `fixed` are the words after the lemma in "mettre à disposition": they must depend on it.
    """

    lemma: str
    category: str
    fixed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what must come out of it: `subject | relation | object | modality`, or nothing."""

    text: str
    gives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that state a relation.

    Attributes:
        id: `fr/louer`.
        roles: for `subject`, `object` and each qualifier, the grammatical roles that may fill it, best first.
        conditions: what the roles must hold: role to lemmas, at least one of them.
        exclusions: what they must not hold.
        modality: what the word itself brings, if anything.
        place: file and line, for messages.
    """

    id: str
    language: str
    relation: str
    triggers: tuple[Trigger, ...]
    roles: Mapping[str, tuple[str, ...]]
    conditions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclusions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    modality: Modality | None = None
    examples: tuple[Example, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that changes how certain a clause is, or does grammatical work: see the ontology guide.

    Attributes:
        kind: `matrix` (governs an infinitive or clause), `adverb`, `support`, `speech`, `source`, `condition` …
        modality: what it brings, if anything.
    """

    id: str
    language: str
    kind: str
    forms: tuple[str, ...]
    modality: Modality | None = None
    examples: tuple[Example, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Ontology:
    """All that `ontology/` holds; keys of the mappings are names, in sorted order."""

    folder: Path
    classes: Mapping[str, ThingClass]
    relations: Mapping[str, Relation]
    modalities: Mapping[Modality, ModalityStyle]
    names: tuple[KnownName, ...]
    nouns: tuple[Noun, ...]
    frames: tuple[Frame, ...]
    cues: tuple[Cue, ...]

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Return whether class `cls` is `ancestor` or under it; an unknown class is under nothing."""
        known = self.classes.get(cls)
        return known is not None and ancestor in known.ancestors

    def class_of_kind(self, kind: str) -> str:
        """Return the name of the class of values for a kind such as `money`.

        Raises:
            KeyError: no class has that kind.
        """
        return next(name for name, cls in self.classes.items() if cls.kind == kind)
