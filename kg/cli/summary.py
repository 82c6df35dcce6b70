"""Prints the results of a build for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.cli.console import print_error, print_line, print_table
from kg.config import Settings
from kg.growing import Growth
from kg.locations import name_of
from kg.model import Statement
from kg.resolve.decisions import read_decisions
from kg.resolve.resolution import Resolution
from kg.wording import counted

__all__ = ["print_decisions", "print_growth", "print_summary"]

# More rows than fit on a screen are of no use; the files have them all.
_MOST = 60


def print_summary(resolution: Resolution, paths: Iterable[Path]) -> None:
    """Print the statements, counts, and the paths of the files."""
    statements = resolution.statements
    print_table(
        ("subject", "relation", "object", "modality", "said by", "sure"),
        [_row(statement) for statement in statements[:_MOST]],
    )
    if len(statements) > _MOST:
        print_line(f"… and {len(statements) - _MOST} more")
    stated = {(one.document, one.evidence.span) for one in statements}
    skipped = {(one.document, one.sentence) for one in resolution.skipped if one.trigger} - stated
    print_line(
        f"{counted(len(resolution.articles), 'article')}, {counted(len(statements), 'statement')}, "
        f"{counted(len(resolution.entities), 'entity')}, {len(skipped)} sentences skipped"
    )
    for path in paths:
        print_line(str(path))


def print_growth(growth: Growth, store: Path) -> None:
    """Print what became of the articles, and the contents of the store."""
    for word in ("added", "replaced", "renewed"):
        for document in getattr(growth, word):
            print_line(f"{word}: {document}")
    if growth.unchanged:
        print_line(f"{counted(len(growth.unchanged), 'article')} unchanged")
    resolution = growth.resolution
    held = f"{counted(len(resolution.articles), 'article')}, {counted(len(resolution.statements), 'statement')}"
    print_line(f"{name_of(store)}: {held}, {counted(len(resolution.entities), 'entity')}")


def print_decisions(resolution: Resolution, settings: Settings) -> None:
    """Print how many decisions on names were used, if any; report those without effect on stderr."""
    if settings.names is not None:
        print_line(f"{len(read_decisions(settings.names))} decisions on names of {settings.names}")
    for remark in resolution.remarks:
        print_error(remark)


def _row(statement: Statement) -> tuple[str, ...]:
    words = statement.object.label
    return (
        statement.subject.label,
        statement.relation,
        words if len(words) <= 60 else words[:59] + "…",
        statement.modality.value,
        statement.attribution or "",
        f"{statement.confidence:.2f}",
    )
