from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.browser import find_chromium


def program(folder: Path, name: str) -> str:
    """Write a program that does nothing and return its path."""
    path = folder / name
    path.write_text("#!/bin/sh\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def playwright(fetched: str) -> Any:
    """Return what Playwright tells of the browser that it would fetch."""
    return SimpleNamespace(chromium=SimpleNamespace(executable_path=fetched))


@pytest.fixture(autouse=True)
def only_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("KG_CHROMIUM", raising=False)


def test_takes_the_browser_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "chromium")
    named = program(tmp_path, "another")
    monkeypatch.setenv("KG_CHROMIUM", "another")
    assert find_chromium(playwright("")) == named


def test_takes_one_that_is_installed_before_one_that_was_fetched(tmp_path: Path) -> None:
    installed, fetched = program(tmp_path, "google-chrome"), program(tmp_path, "fetched")
    assert find_chromium(playwright(fetched)) == installed


def test_takes_one_that_playwright_has_fetched(tmp_path: Path) -> None:
    fetched = program(tmp_path, "fetched")
    assert find_chromium(playwright(fetched)) == fetched


def test_finds_none_where_there_is_none(tmp_path: Path) -> None:
    assert find_chromium(playwright(str(tmp_path / "fetched"))) is None
