"""The requested sections of an analysis, in one value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.errors import UsageError
from kg.inquiry.analysing.analyse import Central, Leg, find_central, find_components, find_paths, make_network
from kg.inquiry.analysing.circles import Circles, find_circles
from kg.model import Entity, Statement
from kg.ontology.schema import Ontology

__all__ = ["SECTIONS", "Analysis", "analyse", "read_sections"]

SECTIONS = ("central", "components", "paths", "circles")


@dataclass(frozen=True, slots=True)
class Analysis:
    """The result of an analysis; a section that was not requested is `None`.

    Attributes:
        entities: the number of entities.
    """

    entities: int
    central: tuple[Central, ...] | None = None
    components: tuple[tuple[Entity, ...], ...] | None = None
    paths: tuple[tuple[Leg, ...], ...] | None = None
    circles: Circles | None = None


def read_sections(words: Iterable[str], *, with_ends: bool) -> tuple[str, ...]:
    """Return the named sections, comma-separated lists allowed, in the order of `SECTIONS`; all when none is named.

    `with_ends` says whether the two ends of paths are given; without them, "all" does not include paths.

    Raises:
        UsageError: there is no such section, or paths are requested without their ends.
    """
    named = [part.strip() for word in words for part in word.split(",") if part.strip()]
    for name in named:
        if name not in SECTIONS:
            raise UsageError("no such section", where=name[:100], advice="use " + ", ".join(SECTIONS))
    if "paths" in named and not with_ends:
        raise UsageError("paths need two ends", advice="name them by --from and --to")
    return tuple(one for one in SECTIONS if (one in named if named else one != "paths" or with_ends))


def analyse(
    statements: Sequence[Statement],
    ontology: Ontology,
    sections: Sequence[str] = ("central", "components", "circles"),
    *,
    ends: tuple[str, str] = ("", ""),
    most: int = 10,
) -> Analysis:
    """Return the sections, each complete, except that paths are limited to the `most` shortest between `ends`."""
    network = make_network(statements)
    return Analysis(
        len(network.entities),
        find_central(network) if "central" in sections else None,
        find_components(network) if "components" in sections else None,
        find_paths(network, *ends, most=most) if "paths" in sections else None,
        find_circles(statements, ontology) if "circles" in sections else None,
    )
