from __future__ import annotations

import re

from tests.watchdogs.source import ROOT

TOLD = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def is_there(path: str) -> bool:
    """Return whether a path that the page names is in the repository, in kg, or the end of one in kg."""
    exact = (ROOT / path).exists() or (ROOT / "kg" / path).exists()
    return exact or any(ROOT.glob(f"kg/**/{path}"))


def test_every_file_and_folder_that_the_architecture_names_is_there() -> None:
    named = {path for path in re.findall(r"`([\w./-]+)`", TOLD) if path.endswith((".py", "/", ".md"))}
    assert [path for path in sorted(named) if not is_there(path)] == []


def test_every_room_is_in_the_table() -> None:
    rooms = {path.name for path in (ROOT / "kg").iterdir() if (path / "__init__.py").is_file()}
    rows = set(re.findall(r"^\| `(\w+)/", TOLD, re.MULTILINE))
    assert rooms - rows == set()
