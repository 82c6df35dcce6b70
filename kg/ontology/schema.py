"""The values an ontology consists of: classes, relations, modalities, names, nouns, cues and frames."""

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
        ancestors: the names of all classes it is under, itself first, nearest next.
        shape, colour: how it is drawn; empty for abstract classes.
        stand_ins: by language, the word that stands for one of its names when a sentence is parsed.
        kind: for classes of values, which reading of the amount grammar it takes; else empty.
        trait: what the grammar must know of its entities, its own or the nearest ancestor's; see `ontology/kg.ttl`.
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
    """A relation: its words, the classes at its ends (`sources` to `targets`), its colour.

    `identifying` relations tell which entity is meant when it has no name: two unnamed campuses in one town, of
    one builder, are one campus. What `holds`, `happens` and `pays` may say is in the ontology guide.
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
    """How a modality is called and drawn: `line` is `solid`, `dashed`, `dotted` or `struck`."""

    modality: Modality
    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    line: str


@dataclass(frozen=True, slots=True)
class KnownName:
    """Something anyone in the field knows: its class, its spellings by language, and who else names it.

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
    """A common noun that describes entities of a class, or a term that is read as one word ("tour de table").

    Attributes:
        cls: the class; empty for a term that describes no entity.
        forms: its lemma first; several words are allowed ("jeune pousse").
        gender: `feminine`, `masculine`, or empty.
        names_by_of: whether "de" or "of" before a name only names it: "la ville de X" is X.
        generic: whether it tells nothing of which entity of its class is meant ("company", beside "startup").
        of_place: whether each country has one, which its adjective names: "the Norwegian state".
        specific: whether it refers back only to what was called so before: "the regulator", unlike "the startup".
        stand_in: the one word that stands for it when a sentence is parsed; empty for itself.
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
    """A word that, within a name, tells its class: "Capital", "Inc.", "Campus"; a given name at the start.

    Attributes:
        first: whether it tells it at the start only.
        goes_on: words after which a name goes on behind "of" or "de": "Department of Energy".
        opens: words with a capital that open the name of an institution, all else in small letters: "Banque centrale".
    """

    cls: str
    forms: tuple[str, ...]
    first: bool = False
    goes_on: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """What makes a frame apply: a lemma of a category, with the words fixed to it.

    `category` is `verb`, `noun`, `adjective` or `quotation`.

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


Condition: TypeAlias = tuple[str, tuple[str, ...]]
"""A role, or several with `|` between them, and the lemmas of which it holds one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that state a relation.

    Attributes:
        id: `fr/louer`.
        roles: for `subject`, `object` and each qualifier, the grammatical roles that may fill it, best first.
        conditions: what the roles must hold: each a role with lemmas, at least one of them.
        exclusions: what they must not hold.
        modality: what the word itself brings, if anything.
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
    classes: Mapping[str, OntologyClass]
    relations: Mapping[str, Relation]
    modalities: Mapping[Modality, ModalityStyle]
    names: tuple[KnownName, ...]
    nouns: tuple[Noun, ...]
    frames: tuple[Frame, ...]
    cues: tuple[Cue, ...]
    name_words: tuple[NameWord, ...] = ()

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Return whether class `cls` is `ancestor` or under it; an unknown class is under nothing."""
        known = self.classes.get(cls)
        return known is not None and ancestor in known.ancestors

    def trait_of(self, cls: str) -> str:
        """Return the trait of a class, or an empty string for an unknown one."""
        known = self.classes.get(cls)
        return known.trait if known else ""

    def class_of_trait(self, trait: str) -> str:
        """Return the name of the class that has a trait of its own, such as `person`.

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
