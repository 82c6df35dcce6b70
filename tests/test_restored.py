"""The graph of the sample articles holds them whole: statements, page and files can be made of it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.config import DEFAULT_BASE, Settings, find_ontology
from kg.inquiry.results import Folder, read_folder
from kg.ontology import Ontology
from kg.pipeline import PAGE, Built, build
from kg.present.export.export import export
from kg.present.page.render import render

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("restored")


@pytest.fixture(name="built", scope="module")
def _built(out: Path) -> Built:
    return build([SEEDS], out=out, settings=Settings(find_ontology()))


@pytest.fixture(name="folder", scope="module")
def _folder(out: Path, built: Built, ontology: Ontology) -> Folder:
    assert built.paths
    return read_folder(out, ontology)


def test_the_statements_and_articles_that_come_back_are_those_that_were_joined(built: Built, folder: Folder) -> None:
    assert (folder.statements, folder.articles) == (built.resolution.statements, built.resolution.articles)


def test_the_page_that_is_made_of_them_is_that_of_the_build(out: Path, folder: Folder, ontology: Ontology) -> None:
    page = render(folder.statements, folder.articles, ontology)
    assert page == (out / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["trig", "ttl"])
def test_the_graph_that_is_written_of_it_is_that_of_the_build(
    out: Path, folder: Folder, ontology: Ontology, form: str
) -> None:
    written = export(folder, form, ontology, base=DEFAULT_BASE)
    assert written == (out / f"graph.{form}").read_text(encoding="utf-8")
