"""The status of a store: its articles, their statements, its size and its last change."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from kg.locations import is_remote
from kg.store.extraction_records import read_extraction
from kg.store.folder_store import StoreFolder
from kg.store.opening import open_store
from kg.store.updating import article_records
from kg.wording import counted

__all__ = ["COLUMNS", "KeptArticle", "StoreStatus", "describe_store"]

COLUMNS = ("article", "statements", "date", "language")


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article in a store.

    `statements` counts its extracted statements, before resolution; `failure` is why its last reading failed, if it
    did.
    """

    document: str
    statements: int
    date: str
    language: str
    failure: str = ""


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """The status of a store.

    Attributes:
        articles: sorted by document.
        size: bytes on the disk; 0 for a store on another server, where it is unknown.
        changed: when it was last changed, in UTC, to the second; empty when unknown.
    """

    articles: tuple[KeptArticle, ...]
    size: int
    changed: str

    def summary(self) -> str:
        """Return one line for a reader."""
        statements = sum(one.statements for one in self.articles)
        size = f", {self.size / 1e6:.1f} MB on the disk, last changed {self.changed}" if self.changed else ""
        return f"{counted(len(self.articles), 'article')}, {counted(statements, 'statement')}{size}"

    def record(self) -> dict[str, object]:
        """Return the status as plain values."""
        return asdict(self)


def describe_store(place: Path) -> StoreStatus:
    """Return the status of a store.

    Raises:
        OutputError: there is no store, or it cannot be read.
    """
    with open_store(place) as store:
        found = [(read_extraction(kept.extraction), kept.failure) for kept in article_records(store)]
    articles = [
        KeptArticle(
            one.article.document,
            len(one.statements),
            one.article.date.isoformat() if one.article.date else "",
            one.article.language,
            failure,
        )
        for one, failure in found
    ]
    ordered = tuple(sorted(articles, key=lambda one: one.document))
    if is_remote(place):
        return StoreStatus(ordered, 0, "")
    folder = StoreFolder(place)
    changed = datetime.fromtimestamp(folder.changed(), UTC).isoformat(timespec="seconds")
    return StoreStatus(ordered, folder.size(), changed)
