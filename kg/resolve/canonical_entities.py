"""The canonical entity of a cluster of appearances: one IRI, one label, one class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Entity
from kg.resolve.clusters import NOWHERE, Cluster, Key
from kg.resolve.iris import Minter, digest, slug

__all__ = ["article_slugs", "settle"]


def article_slugs(documents: Iterable[str]) -> dict[str, str]:
    """Return a slug for each document, from its file name; a slug already taken gets a digest of the whole name."""
    found: dict[str, str] = {}
    for document in sorted(set(documents)):
        wanted = slug(document.rsplit("/", 1)[-1].replace(".", "-"))
        taken = wanted in found.values()
        found[document] = f"{wanted}-{digest(document)[:8]}" if taken else wanted
    return found


def settle(clusters: Sequence[Cluster], minter: Minter, slugs: Mapping[str, str]) -> dict[Key, Entity]:
    """Return the canonical entity of each appearance; known names that appear in no article are left out."""
    present = [cluster for cluster in clusters if cluster.documents]
    taken = {minter.known(cluster.known.iri) for cluster in present if cluster.known}
    found: dict[Key, Entity] = {}
    for cluster in sorted(present, key=lambda c: [m.key for m in c.members if m.document][:1]):
        entity = _entity(cluster, _iri(cluster, minter, slugs, taken))
        taken.add(entity.iri)
        found.update(dict.fromkeys(cluster.keys, entity))
    return found


def _iri(cluster: Cluster, minter: Minter, slugs: Mapping[str, str], taken: set[str]) -> str:
    """Return an IRI not yet taken: from the name alone, else with the class, else with a number."""
    if cluster.known:
        return minter.known(cluster.known.iri)
    folder = [] if cluster.named else [slugs[min(cluster.documents)]]
    wanted = slug(_label(cluster))
    candidates = [wanted, f"{wanted}-{slug(cluster.cls)}", *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))]
    return next(iri for name in candidates if (iri := minter.iri(*folder, name)) not in taken)


def _entity(cluster: Cluster, iri: str) -> Entity:
    members = [member.entity for member in cluster.members]
    label = _label(cluster)
    names = {name for member in cluster.members if not member.known for name in _names(member.entity)}
    reasons = [reason for member in members for reason in member.reasons]
    return Entity(
        iri,
        label,
        cluster.cls,
        cluster.named,
        tuple(sorted(names - {label})),
        tuple(sorted({same for member in members for same in member.same_as})),
        tuple(sorted({*reasons, *cluster.reasons})),
        _class_reason(cluster),
    )


def _class_reason(cluster: Cluster) -> str:
    """Return why the cluster has its class: the reason given for the first member of that class."""
    if cluster.known:
        return "the ontology knows the name"
    reasons = (member.entity.class_reason for member in cluster.members if member.entity.cls == cluster.cls)
    return next((reason for reason in reasons if reason), "")


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.label, *entity.names)


def _label(cluster: Cluster) -> str:
    """Return the canonical label: the known name in the language of most articles, else the longest proper name.

    Of several equally long names, the most frequent.
    """
    real = [member for member in cluster.members if member.document != NOWHERE]
    if cluster.known:
        languages = Counter(member.language for member in real).most_common()
        labels = cluster.known.labels
        return next((labels[lang] for lang, _ in languages if lang in labels), next(iter(labels.values())))
    proper = [m.entity.label for m in real if m.named == cluster.named]
    counted = Counter(proper)
    return max(counted, key=lambda label: (len(slug(label)), counted[label], label))
