"""Compares extracted statements with gold statements: whether they match, and how completely.

The ontology says which relations have amounts or words as objects, and which are symmetric.
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
    """Compares statements with gold statements. All methods but `matches` and `is_swapped` require a match."""

    ontology: Ontology

    def matches(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the two state the same; the direction does not matter for a symmetric relation."""
        relation = self.ontology.relations.get(gold.relation)
        if relation is None or record["relation"] != gold.relation:
            return False
        subject, obj = record["subject"], record["object"]
        if self._holds_words(relation):
            words = (record["evidence"], str(obj.get("value") or ""), obj.get("label") or "")
            about = self._is_about_anything(relation) or same_entity(_names(subject), gold.subject)
            return about and same_words(words, (gold.object, gold.evidence))
        if self._holds_value(relation):
            return same_entity(_names(subject), gold.subject) and same_amount(_wordings(obj), gold.object)
        straight = _same_ends(subject, obj, gold)
        return straight or (relation.symmetric and _same_ends(obj, subject, gold))

    def is_swapped(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the two would match with the extracted subject and object swapped."""
        relation = self.ontology.relations.get(gold.relation)
        if relation is None or record["relation"] != gold.relation or relation.symmetric:
            return False
        return not self._holds_value(relation) and _same_ends(record["object"], record["subject"], gold)

    def is_whole(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the statement has the gold modality, and the gold amount and date if there are any."""
        found = self.compare(record, gold)
        lacking = any(part.wanted > part.right for name, part in found.items() if name != "attribution")
        return bool(record["modality"] == gold.modality) and not lacking

    def shows_names(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the displayed labels fit the gold names; values and words are already compared."""
        relation = self.ontology.relations[gold.relation]
        if self._is_outlook(relation):
            return True
        subject, obj = record["subject"].get("label"), record["object"].get("label")
        if relation.symmetric:
            return all(_fits(label, gold.subject) or _fits(label, gold.object) for label in (subject, obj))
        return _fits(subject, gold.subject) and (self._holds_value(relation) or _fits(obj, gold.object))

    def compare(self, record: Record, gold: GoldStatement) -> dict[str, Comparison]:
        """Return the comparisons of qualifiers, by `dates`, `amounts` and `attribution`, where they were annotated.

        An amount without a number ("several billion") is neither wanted nor wrong. An attribution is not wrong when the
        gold statement has none: it may be the source of words that presuppose the statement.
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
        """Return the ends that match a gold entity; none for an outlook, which matches only by its words."""
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
        extracted = str(date or "")
        wanted = gold.date.wanted or next((day for day in gold.date.accepted if same_time(extracted, day)), "")
        return _comparison(date, wanted, same=same_time(extracted, wanted))

    def _holds_value(self, relation: Relation) -> bool:
        return all(self.ontology.classes[name].kind for name in relation.targets)

    def _holds_words(self, relation: Relation) -> bool:
        return all(self.ontology.classes[name].kind == "words" for name in relation.targets)

    def _is_outlook(self, relation: Relation) -> bool:
        """Return whether the relation has words as objects and any entity as subject, not only speakers."""
        return self._holds_words(relation) and self._is_about_anything(relation)

    def _is_about_anything(self, relation: Relation) -> bool:
        """Return whether a class without a superclass may be the subject, so that only the words are compared."""
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
