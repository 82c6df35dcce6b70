"""The shipped ontology, its extractor, a server and a wheel, made once for all tests: a parser loads for a second."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.config import find_ontology
from kg.extract.extractor import FrameExtractor
from kg.ontology import Ontology, read_ontology
from kg.store.sparql_service import Endpoint
from tests.kinds import Announcement, ProgramGuard, mark_kinds
from tests.pipelines import share_pipelines
from tests.server import serving
from tests.wheel import build_wheel


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(ProgramGuard())
    config.pluginmanager.register(Announcement(config))


@pytest.hookimpl(tryfirst=True)  # before those are left out that a mark names
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    mark_kinds(items)


@pytest.fixture(autouse=True, scope="session")
def _shared_pipelines() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        share_pipelines(patch.setattr)
        yield


@pytest.fixture(name="ontology", scope="session")
def _ontology() -> Ontology:
    return read_ontology(find_ontology())


@pytest.fixture(name="extractor", scope="session")
def _extractor(ontology: Ontology) -> FrameExtractor:
    return FrameExtractor(ontology)


@pytest.fixture(name="server", scope="session")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(name="empty_server")
def _empty_server(server: str) -> str:
    Endpoint.at(server, {}).change("DROP ALL")
    return server


@pytest.fixture(name="wheel", scope="session")
def _wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory)
