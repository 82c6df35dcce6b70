from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.wheel import unpacked


def test_the_wheel_carries_the_ontology_and_the_page(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "kg/_ontology/kg.ttl" in names
    assert any(name.startswith("kg/present/page/templates/") for name in names)
    assert "kg/present/serve/templates/base.html" in names
    assert "kg/present/serve/assets/query.js" in names
    assert "kg/py.typed" in names


def test_the_wheel_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    unpacked(wheel, target)
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
