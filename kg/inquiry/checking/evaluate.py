"""Evaluates statements against gold articles: precision, recall, completeness and identity of entities.

Equivalent statements of one article are counted once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import PurePath

from kg.inquiry.checking.gold import GoldArticle, GoldStatement
from kg.inquiry.checking.identity import End, compare_across, compare_within
from kg.inquiry.checking.judge import Judge
from kg.inquiry.checking.scores import Tally
from kg.model import Modality
from kg.ontology.schema import Ontology
from kg.rdf.records import Record

__all__ = ["Evaluation", "Fault", "evaluate", "language_of"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: `kind` is `missed`, `false`, `hedged` or `swapped`.

    Attributes:
        document: the name of the gold article.
        told: the statement as `subject | relation | object | modality`; the gold statement if it was missed.
        gold: the gold modality if it differs.
        evidence: the words that state it.
    """

    kind: str
    document: str
    told: str
    gold: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Tallies for all articles and for each language, and the faults in the order of the articles."""

    tallies: Mapping[str, Tally]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """The verdict on one extracted statement.

    Attributes:
        hits: the matching gold statements, in order; none when it is false.
        swapped: whether a false one would be true with subject and object swapped.
    """

    record: Record
    hits: tuple[GoldStatement, ...]
    swapped: bool = False


@dataclass(frozen=True, slots=True)
class _ArticleResult:
    tally: Tally
    faults: tuple[Fault, ...]
    ends: tuple[End, ...]


def evaluate(gold: Mapping[str, GoldArticle], records: Iterable[Record], ontology: Ontology) -> Evaluation:
    """Return how well the records match the gold articles; records of other articles are ignored.

    Identity across articles is measured over all of them, not by language.
    """
    by_article: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_article[PurePath(record["document"]).name].append(record)
    tallies: dict[str, list[Tally]] = {"all": []}
    results = []
    for name, article in gold.items():
        ours = _distinct(by_article.get(name + ".txt") or by_article.get(name) or [], ontology)
        results.append(_evaluate_article(name, ours, article, Judge(ontology)))
        for bucket in ("all", language_of(name)):
            tallies.setdefault(bucket, []).append(results[-1].tally)
    tallies["all"].append(Tally(compared={"identity_across": compare_across(result.ends for result in results)}))
    faults = tuple(fault for result in results for fault in result.faults)
    return Evaluation({bucket: reduce(add, some, Tally()) for bucket, some in tallies.items()}, faults)


def language_of(name: str) -> str:
    """Return the language of a gold article: French if its name begins with `fr-` or contains `.fr`, else English."""
    return "fr" if name.startswith("fr-") or ".fr" in name else "en"


def _distinct(records: Iterable[Record], ontology: Ontology) -> list[Record]:
    """Return the records of known relations, only the first of those that differ at most in modality."""
    first: dict[tuple[object, ...], Record] = {}
    for record in records:
        subject, obj = record["subject"], record["object"]
        ends = (
            subject.get("iri") or subject.get("label"),
            obj.get("iri") or obj.get("value") or obj.get("label"),
        )
        first.setdefault((ends[0], record["relation"], ends[1]), record)
    return [record for record in first.values() if record["relation"] in ontology.relations]


def _evaluate_article(name: str, records: Iterable[Record], article: GoldArticle, judge: Judge) -> _ArticleResult:
    verdicts = [_verdict(record, article.statements, judge) for record in records]
    found = {one for verdict in verdicts for one in verdict.hits}
    whole = {one for verdict in verdicts for one in verdict.hits if judge.is_whole(verdict.record, one)}
    tally = reduce(add, (_count(verdict, judge) for verdict in verdicts), Tally())
    faults = [fault for verdict in verdicts for fault in _faults(name, verdict)]
    for fact in _facts(article.statements):
        first = next(one for one in fact if one.required)
        hit = not found.isdisjoint(fact)
        complete = not whole.isdisjoint(fact)
        tally += Tally(required=1, found=int(hit), complete=int(complete), relations={first.relation: (int(hit), 1)})
        if not hit:
            missed = f"{first.subject} | {first.relation} | {first.object} | {first.modality}"
            faults.append(Fault("missed", name, missed, "", first.evidence))
    ends = tuple(end for v in verdicts if v.hits for end in judge.ends(v.record, v.hits[0], article.entities))
    tally += Tally(compared={"identity_within": compare_within(ends)})
    return _ArticleResult(tally, tuple(faults), ends)


def _verdict(record: Record, gold: Sequence[GoldStatement], judge: Judge) -> _Verdict:
    hits = tuple(one for one in gold if judge.matches(record, one))
    return _Verdict(record, hits, swapped=not hits and any(judge.is_swapped(record, one) for one in gold))


def _facts(gold: Sequence[GoldStatement]) -> Iterator[list[GoldStatement]]:
    """Return the gold statements of each required fact."""
    groups: dict[tuple[str, object], list[GoldStatement]] = defaultdict(list)
    for place, one in enumerate(gold):
        groups["group" if one.group else "one", one.group or place].append(one)
    return (members for members in groups.values() if any(one.required for one in members))


def _count(verdict: _Verdict, judge: Judge) -> Tally:
    """Return the tally of one statement; its qualifiers are compared with the best-fitting gold statement."""
    record, hits = verdict.record, verdict.hits
    if not hits:
        return Tally(false=1, swaps=int(verdict.swapped))
    agrees = any(one.modality == record["modality"] for one in hits)
    compared = [judge.compare(record, one) for one in hits]
    return Tally(
        true=1,
        certain=int(any(one.required for one in hits)),
        modal=int(agrees),
        hedged=int(not agrees and record["modality"] == Modality.ASSERTED),
        labelled=int(judge.shows_names(record, hits[0])),
        compared=max(compared, key=lambda parts: sum(part.right for part in parts.values())),
    )


def _faults(name: str, verdict: _Verdict) -> Iterator[Fault]:
    record, hits = verdict.record, verdict.hits
    subject, obj, modality = record["subject"], record["object"], record["modality"]
    line = f"{subject.get('label')} | {record['relation']} | {obj.get('label') or obj.get('value')} | {modality}"
    if not hits:
        yield Fault("swapped" if verdict.swapped else "false", name, line, "", record["evidence"])
    elif modality == Modality.ASSERTED and all(one.modality != modality for one in hits):
        yield Fault("hedged", name, line, hits[0].modality, record["evidence"])
