"""One store for each way of keeping one, so that a test about stores is a test of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.folder_store import StoreFolder
from kg.store.oxigraph import OxigraphStore
from kg.store.protocol import TripleStore
from kg.store.remote_store import RemoteStore


@pytest.fixture(name="store", params=["memory", "folder", pytest.param("server", marks=pytest.mark.server)])
def _store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TripleStore]:
    if request.param == "memory":
        yield OxigraphStore.in_memory()
    elif request.param == "server":
        yield RemoteStore.at(request.getfixturevalue("empty_server"))
    else:
        with StoreFolder(tmp_path / "store").open_to_write("kg build") as store:
            yield store
