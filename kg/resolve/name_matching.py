"""Joins entities by name: known names, equal spellings, unambiguous short forms.

Each step changes the clusters it is given; `kg.resolve.resolution` lists the steps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model import Entity
from kg.ontology.schema import KnownName
from kg.resolve.clusters import NOWHERE, Appearance, Cluster, Clusters
from kg.resolve.spelling import full_key, is_short_form, name_key

__all__ = ["join_known", "join_short_forms", "join_spellings", "known_appearances"]


def known_appearances(names: Iterable[KnownName]) -> list[Appearance]:
    """Return the known names of the ontology as appearances, for others to be joined to."""
    return [
        Appearance(
            NOWHERE,
            "",
            Entity(name.iri, next(iter(name.labels.values())), name.cls, names=name.spellings, same_as=name.same_as),
            True,
            name,
        )
        for name in names
    ]


def join_known(clusters: Clusters, members: Sequence[Appearance]) -> None:
    """Join appearances that carry the absolute IRI of a known name to that name."""
    known = {member.entity.iri: member for member in members if member.known}
    for member in members:
        name = known.get(member.entity.iri)
        if name and not member.known:
            here, there = clusters.of(name.key), clusters.of(member.key)
            if not clusters.are_opposed(here, there):
                clusters.unite(here, there, f"{member.quoted} is a known name")


def join_spellings(clusters: Clusters, members: Sequence[Appearance]) -> None:
    """Join named entities of compatible classes whose names differ only in case, accents or legal form.

    A name that fits two distinct entities (a person and a place) is joined to neither.
    """
    groups: dict[str, list[Appearance]] = defaultdict(list)
    for member in sorted(members, key=lambda m: m.known is None):
        for key in sorted(_keys(member)):
            groups[key].append(member)
    for key in sorted(groups):
        _join_group(clusters, groups[key])


def _join_group(clusters: Clusters, group: Sequence[Appearance]) -> None:
    seen: list[Appearance] = []
    for member in group:
        here = clusters.of(member.key)
        fits = {c.key: (c, m) for m in seen if clusters.may_unite(c := clusters.of(m.key), here)}
        if len(fits) == 1:
            ((there, other),) = fits.values()
            clusters.unite(there, here, f"{member.quoted} is {other.quoted}: {_difference(member, other)}")
        seen.append(member)


def _difference(member: Appearance, other: Appearance) -> str:
    if any(member.entity.label == name for name in (other.entity.label, *other.entity.names)):
        return "the same name"
    same = any(full_key(member.entity.label) == full_key(name) for name in (other.entity.label, *other.entity.names))
    return "the same name but for " + ("capitals, accents or signs" if same else "a legal form")


def join_short_forms(clusters: Clusters, members: Sequence[Appearance]) -> None:
    """Join an organisation's short name to the only longer name that begins with it.

    They stay apart when an article mentions both, or when the longer name adds words that short forms do not drop.
    """
    del members  # clusters know their members; every step has the same signature
    by_first_word: dict[str, dict[str, list[Cluster]]] = defaultdict(lambda: defaultdict(list))
    for cluster in clusters.all():
        if clusters.trait_of(cluster) != "organization":
            continue
        for key in sorted({key for member in cluster.members for key in _keys(member)}):
            by_first_word[key.split("-")[0]][key].append(cluster)
    for keys in by_first_word.values():
        for short in sorted(keys, key=lambda key: (-len(key), key)):
            longer = {key: c for key in keys if key.startswith(short + "-") for c in keys[key]}
            _join_short(clusters, short, longer, keys[short])


def _join_short(clusters: Clusters, short: str, longer: dict[str, Cluster], holders: list[Cluster]) -> None:
    """Join the only holder of `short` to the only cluster that all `longer` keys belong to."""
    starts = {clusters.of(cluster.key).key for cluster in longer.values()}
    if len(holders) != 1 or len(starts) != 1 or not all(is_short_form(short, key) for key in longer):
        return
    here = clusters.of(holders[0].key)
    there = clusters.of(next(iter(longer.values())).key)
    if clusters.may_unite(there, here) and not here.documents & there.documents:
        reason = f"{here.members[-1].quoted} is short for {there.members[-1].quoted}, the only name that begins so"
        clusters.unite(there, here, reason)


def _keys(member: Appearance) -> set[str]:
    """Return the keys of its proper names: all spellings of a known name, else the label of a named entity."""
    if member.known:
        return {name_key(spelling) for spelling in member.known.spellings}
    return {name_key(member.entity.label)} if member.named else set()
