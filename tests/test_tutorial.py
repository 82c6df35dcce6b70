from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.runs import run
from tests.watchdogs.source import ROOT

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(*arguments, where=folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the article of the tutorial is written and its graph is built."""
    article = re.search(r"<<'END'\n(.*?)END\n", (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8"), re.DOTALL)
    assert article is not None
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "articles").mkdir()
    (folder / "articles" / "helios.md").write_text(article.group(1), encoding="utf-8")
    assert kg(folder, "build", "articles", "--out", "helios").returncode == 0
    return folder


def test_the_lease_of_the_tutorial_is_seen_only_among_all_modalities(folder: Path) -> None:
    assert "Norvane" not in kg(folder, "query", "leases", "--out", "helios").stdout
    assert "Norvane" in kg(folder, "query", "leases", "--out", "helios", "--modality", "all").stdout


def test_the_query_of_the_tutorial_finds_the_town(folder: Path) -> None:
    query = "SELECT ?company ?place WHERE { ?company kg:builds/kg:located_in ?place }"
    assert query in (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    assert "id:tulsa" in kg(folder, "query", query, "--out", "helios").stdout


def test_verify_notices_that_the_article_of_the_tutorial_was_changed(folder: Path) -> None:
    assert kg(folder, "verify", "--out", "helios").returncode == 0
    article = folder / "articles" / "helios.md"
    whole = article.read_text(encoding="utf-8")
    article.write_text(whole.replace("wind", "coal"), encoding="utf-8")
    changed = kg(folder, "verify", "--out", "helios").returncode
    article.write_text(whole, encoding="utf-8")
    assert changed == 1


def test_explain_and_skipped_of_the_tutorial_tell_of_its_company_and_words(folder: Path) -> None:
    assert "Helios Grid (Organization)" in kg(folder, "explain", "Helios Grid", "--out", "helios").stdout
    assert "sentences stated nothing" in kg(folder, "skipped", "--out", "helios").stdout


def test_the_page_of_the_tutorial_shows_the_site_that_may_be_leased(folder: Path) -> None:
    assert kg(folder, "render", "norvane.html", "--out", "helios", "--focus", "Norvane", "--depth", "2").returncode == 0
    assert "leases_to" in (folder / "norvane.html").read_text(encoding="utf-8")


def test_the_exports_of_the_tutorial_tell_of_its_company(folder: Path) -> None:
    for name in ("helios.gexf", "helios.csv"):
        assert kg(folder, "export", name, "--out", "helios").returncode == 0
        assert "Helios Grid" in (folder / name).read_text(encoding="utf-8")
