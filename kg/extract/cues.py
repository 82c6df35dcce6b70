"""The cues of one language, looked up by kind and lemma."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Modality
from kg.ontology.schema import Cue, Ontology

__all__ = ["Cues"]


@dataclass(frozen=True, slots=True)
class Cues:
    """Words with a grammatical duty, from `cues.LANGUAGE.ttl`."""

    by_kind: Mapping[str, Mapping[str, Cue]]

    @classmethod
    def from_ontology(cls, ontology: Ontology, language: str) -> Cues:
        """Return the cues of a language; a form given twice for a kind is the first one's."""
        found: dict[str, dict[str, Cue]] = {}
        for cue in ontology.cues:
            if cue.language == language:
                for form in cue.forms:
                    found.setdefault(cue.kind, {}).setdefault(form, cue)
        return cls(found)

    def has(self, kind: str, form: str) -> bool:
        """Return whether a lemma or form is a cue of the kind."""
        return form in self.by_kind.get(kind, {})

    def modality(self, kind: str, form: str) -> Modality | None:
        """Return the modality that a cue of the kind brings, if it is one and brings any."""
        cue = self.by_kind.get(kind, {}).get(form)
        return cue.modality if cue else None

    def forms(self, kind: str) -> tuple[str, ...]:
        """Return all forms of a kind, longest first."""
        return tuple(sorted(self.by_kind.get(kind, {}), key=lambda form: (-len(form), form)))
