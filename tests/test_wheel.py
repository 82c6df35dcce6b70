from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.watchdogs.source import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation", "--no-index"]
    alone = {**os.environ, "KG_NO_EDITOR": "1"}  # the editor would be fetched from a network
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True, env=alone)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_ontology_and_the_page(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "kg/_ontology/kg.ttl" in names
    assert any(name.startswith("kg/present/templates/") for name in names)
    assert "kg/present/serve/templates/base.html" in names
    assert "kg/present/serve/assets/query.js" in names
    assert "kg/py.typed" in names


def test_the_wheel_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    shown = subprocess.run(
        [sys.executable, "-m", "kg", "ontology", "show"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(target)},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert "leases_to" in shown
    located = "import kg.config; print(kg.config.find_ontology())"
    folder = subprocess.run(
        [sys.executable, "-c", located],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert Path(folder.strip()) == target / "kg" / "_ontology"
