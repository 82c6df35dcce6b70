"""Whether a statement of ours and a gold statement say the same, and how much of it.

Which relations hold amounts, words or two equal ends, the ontology says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.inquiry.checking.gold import GoldStatement
from kg.inquiry.checking.identity import End
from kg.inquiry.checking.likeness import holds_number, same_amount, same_entity, same_time, same_words
from kg.inquiry.checking.scores import Comparison
from kg.ontology.schema import Ontology, Relation
from kg.rdf.records import Record

__all__ = ["Judge"]


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares statements with gold statements. All but `matches` and `is_swapped` take two that match."""

    ontology: Ontology

    def matches(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the two say the same, in the same direction or of a symmetric relation."""
        relation = self.ontology.relations.get(gold.relation)
        if relation is None or record["relation"] != gold.relation:
            return False
        subject, obj = record["subject"], record["object"]
        if self._holds_words(relation):
            told = (record["evidence"], str(obj.get("value") or ""), obj.get("label") or "")
            about = self._is_about_anything(relation) or same_entity(_names(subject), gold.subject)
            return about and same_words(told, (gold.object, gold.evidence))
        if self._holds_value(relation):
            return same_entity(_names(subject), gold.subject) and same_amount(_wordings(obj), gold.object)
        straight = _same_ends(subject, obj, gold)
        return straight or (relation.symmetric and _same_ends(obj, subject, gold))

    def is_swapped(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the two would say the same with our subject and object exchanged."""
        relation = self.ontology.relations.get(gold.relation)
        if relation is None or record["relation"] != gold.relation or relation.symmetric:
            return False
        return not self._holds_value(relation) and _same_ends(record["object"], record["subject"], gold)

    def is_whole(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether ours has the gold's modality, and its amount and date where the gold has them."""
        found = self.compare(record, gold)
        lacking = any(part.wanted > part.right for name, part in found.items() if name != "attribution")
        return bool(record["modality"] == gold.modality) and not lacking

    def shows_names(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the labels that a reader sees fit the gold's names; values and words were compared before."""
        relation = self.ontology.relations[gold.relation]
        if self._is_outlook(relation):
            return True
        subject, obj = record["subject"].get("label"), record["object"].get("label")
        if relation.symmetric:
            return all(_fits(label, gold.subject) or _fits(label, gold.object) for label in (subject, obj))
        return _fits(subject, gold.subject) and (self._holds_value(relation) or _fits(obj, gold.object))

    def compare(self, record: Record, gold: GoldStatement) -> dict[str, Comparison]:
        """Return what ours says besides its ends, by `dates`, `amounts` and `attribution`, where gold was asked for it.

        An amount without a number ("several billion") is neither wanted nor wrong. Who is reported to say something is
        not wrong as the source of what their words take for granted.
        """
        relation = self.ontology.relations[gold.relation]
        found: dict[str, Comparison] = {}
        if gold.date is not None:
            found["dates"] = self._compare_date(record, gold)
        if not self._holds_value(relation) and (not gold.amount or holds_number(gold.amount)):
            amount = _qualifier(record, "amount")
            same = isinstance(amount, dict) and same_amount(_wordings(amount), gold.amount)
            found["amounts"] = _comparison(amount, gold.amount, same=same)
        if not self._holds_words(relation) or self._is_outlook(relation):
            speaker = record.get("attribution")
            speaker = speaker.get("label") if isinstance(speaker, dict) else speaker
            same = bool(speaker) and same_entity([str(speaker)], gold.attribution)
            found["attribution"] = _comparison(speaker if gold.attribution else None, gold.attribution, same=same)
        return found

    def ends(self, record: Record, gold: GoldStatement, entities: Mapping[str, str]) -> Iterator[End]:
        """Return the ends of ours that stand for an entity of the gold; an outlook matches by its words alone."""
        relation = self.ontology.relations[gold.relation]
        if self._is_outlook(relation):
            return
        names = (gold.subject, gold.object)
        if relation.symmetric and not same_entity(_names(record["subject"]), gold.subject):
            names = (gold.object, gold.subject)
        for end, name in zip((record["subject"], record["object"]), names, strict=True):
            entity, iri = entities.get(name), end.get("iri")
            if entity and iri:
                yield entity, iri

    def _compare_date(self, record: Record, gold: GoldStatement) -> Comparison:
        date = _qualifier(record, "date")
        if self._is_outlook(self.ontology.relations[gold.relation]):
            date = _qualifier(record, "horizon") or date
        if gold.date is None:
            return Comparison()
        told = str(date or "")
        wanted = gold.date.wanted or next((day for day in gold.date.accepted if same_time(told, day)), "")
        return _comparison(date, wanted, same=same_time(told, wanted))

    def _holds_value(self, relation: Relation) -> bool:
        return all(self.ontology.classes[name].kind for name in relation.targets)

    def _holds_words(self, relation: Relation) -> bool:
        return all(self.ontology.classes[name].kind == "words" for name in relation.targets)

    def _is_outlook(self, relation: Relation) -> bool:
        """Return whether the relation holds words about anything at all, and not those of a speaker."""
        return self._holds_words(relation) and self._is_about_anything(relation)

    def _is_about_anything(self, relation: Relation) -> bool:
        """Return whether a class without a parent may be the subject: then the words alone tell."""
        return any(len(self.ontology.classes[name].ancestors) == 1 for name in relation.sources)


def _comparison(ours: object, gold: str, *, same: bool) -> Comparison:
    return Comparison(right=int(bool(ours and gold and same)), given=int(bool(ours)), wanted=int(bool(gold)))


def _qualifier(record: Record, name: str) -> object:
    return (record.get("qualifiers") or {}).get(name)


def _names(end: Record) -> list[str]:
    return [name for name in (end.get("label"), end.get("mention"), *(end.get("names") or [])) if name]


def _wordings(end: Record) -> tuple[str, str]:
    return str(end.get("value", "")), str(end.get("label", ""))


def _same_ends(subject: Record, obj: Record, gold: GoldStatement) -> bool:
    return same_entity(_names(subject), gold.subject) and same_entity(_names(obj), gold.object)


def _fits(label: str | None, gold: str) -> bool:
    return not label or same_entity([label], gold)
