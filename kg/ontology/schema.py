"""The parts of an ontology: classes, relations, modalities, names, nouns, cues and frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from kg.model import Modality

__all__ = [
    "Condition",
    "Cue",
    "Example",
    "Frame",
    "KnownName",
    "ModalityStyle",
    "NameWord",
    "Noun",
    "Ontology",
    "OntologyClass",
    "Relation",
    "Trigger",
]


@dataclass(frozen=True, slots=True)
class OntologyClass:
    """A class of entities or values.

    Attributes:
        name: its local name, such as `Organization`.
        iri: its full IRI.
        labels, definitions: by language.
        ancestors: the names of the class itself and all its superclasses, nearest first.
        shape, colour: how it is drawn; empty for abstract classes.
        stand_ins: by language, the word that replaces one of its names when a sentence is parsed.
        kind: for classes of values, the kind of amount in the grammar; else empty.
        trait: what the grammar must know about its entities, its own or inherited; see `ontology/kg.ttl`.
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
    trait: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: its labels, the classes of its subject (`sources`) and object (`targets`), its colour.

    `identifying` relations identify unnamed entities: two unnamed campuses in one town, by one builder, are one
    campus. The values of `holds`, `happens` and `pays` are explained in the ontology guide.
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
    round_role: str = ""
    holds: str = "many"
    happens: str = ""
    pays: str = ""


@dataclass(frozen=True, slots=True)
class ModalityStyle:
    """How a modality is labelled and drawn: `line` is `solid`, `dashed`, `dotted` or `struck`."""

    modality: Modality
    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    line: str


@dataclass(frozen=True, slots=True)
class KnownName:
    """A well-known entity: its class, its labels by language, its spellings, and its IRIs elsewhere.

    `adjectives` are the words for what comes from a place ("suédois").
    """

    iri: str
    cls: str
    labels: Mapping[str, str]
    spellings: tuple[str, ...]
    same_as: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that describes entities of a class, or a multi-word term ("tour de table").

    Attributes:
        cls: the class; empty for a term that describes no entity.
        forms: its lemma first; several words are allowed ("jeune pousse").
        gender: `feminine`, `masculine`, or empty.
        names_by_of: whether "de" or "of" before a name only names it: "la ville de X" is X.
        generic: whether it does not narrow down which entity of its class is meant ("company", unlike "startup").
        of_place: whether each country has one, identified by its adjective: "the Norwegian state".
        specific: whether its antecedent must have been called so before: "the regulator", unlike "the startup".
        stand_in: the single word that replaces it when a sentence is parsed; empty for itself.
    """

    language: str
    cls: str
    forms: tuple[str, ...]
    gender: str = ""
    stand_in: str = ""
    names_by_of: bool = False
    generic: bool = False
    specific: bool = False
    of_place: bool = False


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word that indicates the class of a name it is part of: "Capital", "Inc.", "Campus"; a given name.

    Attributes:
        first: whether it tells it at the start only.
        goes_on: words after which a name goes on behind "of" or "de": "Department of Energy".
        opens: words with a capital that open the name of an institution, all else in small letters: "Banque centrale".
        left_out: words that a short form of the name leaves out: "Blue Owl" is Blue Owl Capital.
    """

    cls: str
    forms: tuple[str, ...]
    first: bool = False
    goes_on: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """What evokes a frame: a lemma of a category, with its fixed words.

    `category` is `verb`, `noun`, `adjective` or `quotation`.

    `fixed` are the words after the lemma in "mettre à disposition": they must depend on it.
    """

    lemma: str
    category: str
    fixed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the statements it must yield: `subject | relation | object | modality`, or none."""

    text: str
    gives: tuple[str, ...]


Condition: TypeAlias = tuple[str, tuple[str, ...]]
"""A role, or several separated by `|`, and the lemmas one of which it must contain."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that state a relation.

    Attributes:
        id: such as `fr/louer`.
        roles: for `subject`, `object` and each qualifier, the grammatical roles that may fill it, best first.
        conditions: what the roles must contain: each a role with lemmas, at least one of them.
        exclusions: what the roles must not contain.
        modality: the modality that the trigger itself implies, if any.
        place: file and line, for messages.
    """

    id: str
    language: str
    relation: str
    triggers: tuple[Trigger, ...]
    roles: Mapping[str, tuple[str, ...]]
    conditions: tuple[Condition, ...] = ()
    exclusions: tuple[Condition, ...] = ()
    modality: Modality | None = None
    examples: tuple[Example, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that changes the modality of a clause, or has a grammatical function: see the ontology guide.

    Attributes:
        kind: `matrix` (governs an infinitive or clause), `adverb`, `support`, `speech`, `source`, `condition` …
        modality: the modality it implies, if any.
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
    """Everything in `ontology/`; keys of the mappings are names; classes and relations are sorted by name."""

    folder: Path
    classes: Mapping[str, OntologyClass]
    relations: Mapping[str, Relation]
    modalities: Mapping[Modality, ModalityStyle]
    names: tuple[KnownName, ...]
    nouns: tuple[Noun, ...]
    frames: tuple[Frame, ...]
    cues: tuple[Cue, ...]
    name_words: tuple[NameWord, ...] = ()

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Return whether class `cls` is `ancestor` or a subclass of it; false for an unknown class."""
        known = self.classes.get(cls)
        return known is not None and ancestor in known.ancestors

    def trait_of(self, cls: str) -> str:
        """Return the trait of a class, or an empty string for an unknown one."""
        known = self.classes.get(cls)
        return known.trait if known else ""

    def class_of_trait(self, trait: str) -> str:
        """Return the name of the most general class with a trait such as `person`.

        Raises:
            KeyError: no class has that trait.
        """
        with_trait = [cls for cls in self.classes.values() if cls.trait == trait]
        if not with_trait:
            raise KeyError(trait)
        return min(with_trait, key=lambda cls: (len(cls.ancestors), cls.name)).name

    def class_of_kind(self, kind: str) -> str:
        """Return the name of the class of values for a kind such as `money`.

        Raises:
            KeyError: no class has that kind.
        """
        return next(name for name, cls in self.classes.items() if cls.kind == kind)
