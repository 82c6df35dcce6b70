"""Measuring statements against gold articles: precision, recall, modality, and swapped directions.

Statements of one article that say the same are counted once. Which relations hold amounts, words or two equal ends,
the ontology says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import PurePath

from kg.inquiry.checking.gold import GoldStatement
from kg.inquiry.checking.likeness import same_amount, same_thing, same_words
from kg.inquiry.checking.scores import Tally
from kg.model import Modality
from kg.ontology.schema import Ontology, Relation
from kg.rdf.records import Record

__all__ = ["Evaluation", "Fault", "Judge", "evaluate"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that was found wrong: `kind` is `missed`, `false`, `hedged` or `swapped`.

    Attributes:
        document: the name of the gold article.
        told: our statement as `subject | relation | object | modality`, or the gold's when it was missed.
        gold: the gold's modality where ours differs.
        evidence: the words it was read in.
    """

    kind: str
    document: str
    told: str
    gold: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Tallies of all articles and of each language, and the faults in the order of the articles."""

    tallies: Mapping[str, Tally]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells whether a statement of ours and a gold statement say the same."""

    ontology: Ontology

    def matches(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the two say the same, in the same direction or of a symmetric relation."""
        relation = self.ontology.relations.get(gold.relation)
        if relation is None or record["relation"] != gold.relation:
            return False
        subject, thing = record["subject"], record["object"]
        if self._holds_words(relation):
            told = (record["evidence"], str(thing.get("value") or ""), thing.get("label") or "")
            about = self._is_about_anything(relation) or same_thing(_names(subject), gold.subject)
            return about and same_words(told, (gold.object, gold.evidence))
        if self._holds_value(relation):
            amounts = (str(thing.get("value", "")), str(thing.get("label", "")))
            return same_thing(_names(subject), gold.subject) and same_amount(amounts, gold.object)
        straight = _same_ends(subject, thing, gold)
        return straight or (relation.symmetric and _same_ends(thing, subject, gold))

    def is_swapped(self, record: Record, gold: GoldStatement) -> bool:
        """Return whether the two would say the same with our subject and object exchanged."""
        relation = self.ontology.relations.get(gold.relation)
        if relation is None or record["relation"] != gold.relation or relation.symmetric:
            return False
        return not self._holds_value(relation) and _same_ends(record["object"], record["subject"], gold)

    def _holds_value(self, relation: Relation) -> bool:
        return all(self.ontology.classes[name].kind for name in relation.targets)

    def _holds_words(self, relation: Relation) -> bool:
        return all(self.ontology.classes[name].kind == "words" for name in relation.targets)

    def _is_about_anything(self, relation: Relation) -> bool:
        """Return whether a class without a parent may be the subject: then the words alone tell."""
        return any(len(self.ontology.classes[name].ancestors) == 1 for name in relation.sources)


def evaluate(gold: Mapping[str, Sequence[GoldStatement]], records: Iterable[Record], ontology: Ontology) -> Evaluation:
    """Return how well the records match the gold articles; records of other articles do not count.

    An article is French when its name begins with `fr-` or holds `.fr`, else English.
    """
    by_article: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_article[PurePath(record["document"]).name].append(record)
    tallies: dict[str, list[Tally]] = {"all": []}
    faults: list[Fault] = []
    for name, wanted in gold.items():
        ours = _distinct(by_article.get(name + ".txt") or by_article.get(name) or [], ontology)
        tally, wrong = _judge(name, ours, wanted, Judge(ontology))
        faults.extend(wrong)
        language = "fr" if name.startswith("fr-") or ".fr" in name else "en"
        for bucket in ("all", language):
            tallies.setdefault(bucket, []).append(tally)
    return Evaluation({bucket: reduce(add, some, Tally()) for bucket, some in tallies.items()}, tuple(faults))


def _distinct(records: Iterable[Record], ontology: Ontology) -> list[Record]:
    """Return the records of known relations, the first of those that say the same whatever their modality."""
    first: dict[tuple[object, ...], Record] = {}
    for record in records:
        subject, thing = record["subject"], record["object"]
        ends = (
            subject.get("iri") or subject.get("label"),
            thing.get("iri") or thing.get("value") or thing.get("label"),
        )
        first.setdefault((ends[0], record["relation"], ends[1]), record)
    return [record for record in first.values() if record["relation"] in ontology.relations]


def _judge(
    name: str, records: Sequence[Record], gold: Sequence[GoldStatement], judge: Judge
) -> tuple[Tally, list[Fault]]:
    tally, hit, faults = Tally(), set[int](), list[Fault]()
    for record in records:
        hits = [place for place, one in enumerate(gold) if judge.matches(record, one)]
        hit.update(hits)
        matched = [gold[place] for place in hits]
        tally += _true(record, matched) if matched else _false(record, gold, judge)
        faults.extend(_faults(name, record, matched, swapped=any(judge.is_swapped(record, one) for one in gold)))
    for members in _facts(gold):
        was_found = any(place in hit for place in members)
        first = next(gold[place] for place in members if gold[place].required)
        tally += Tally(required=1, found=int(was_found), relations={first.relation: (int(was_found), 1)})
        if not was_found:
            told = f"{first.subject} | {first.relation} | {first.object} | {first.modality}"
            faults.append(Fault("missed", name, told, "", first.evidence))
    return tally, faults


def _facts(gold: Sequence[GoldStatement]) -> Iterator[list[int]]:
    """Return the places of the gold statements that say one fact, for each fact that must be found."""
    groups: dict[tuple[str, object], list[int]] = defaultdict(list)
    for place, one in enumerate(gold):
        groups["group" if one.group else "one", one.group or place].append(place)
    return (members for members in groups.values() if any(gold[place].required for place in members))


def _true(record: Record, matched: Sequence[GoldStatement]) -> Tally:
    agrees = any(one.modality == record["modality"] for one in matched)
    return Tally(
        true=1,
        certain=int(any(one.required for one in matched)),
        modal=int(agrees),
        hedged=int(not agrees and record["modality"] == Modality.ASSERTED),
    )


def _false(record: Record, gold: Sequence[GoldStatement], judge: Judge) -> Tally:
    return Tally(false=1, swaps=int(any(judge.is_swapped(record, one) for one in gold)))


def _faults(name: str, record: Record, matched: Sequence[GoldStatement], *, swapped: bool) -> Iterator[Fault]:
    subject, thing, modality = record["subject"], record["object"], record["modality"]
    told = f"{subject.get('label')} | {record['relation']} | {thing.get('label') or thing.get('value')} | {modality}"
    if not matched:
        yield Fault("swapped" if swapped else "false", name, told, "", record["evidence"])
    elif modality == Modality.ASSERTED and all(one.modality != modality for one in matched):
        yield Fault("hedged", name, told, matched[0].modality, record["evidence"])


def _names(end: Record) -> list[str]:
    return [name for name in (end.get("label"), end.get("mention"), *(end.get("names") or [])) if name]


def _same_ends(subject: Record, thing: Record, gold: GoldStatement) -> bool:
    return same_thing(_names(subject), gold.subject) and same_thing(_names(thing), gold.object)
