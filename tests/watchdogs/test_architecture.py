from __future__ import annotations

import re

from tests.watchdogs.source import ROOT

TOLD = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_every_module_that_the_architecture_tells_of_is_there() -> None:
    there = {path.name for path in (ROOT / "kg").rglob("*.py")}
    told = {path.rpartition("/")[2] for path in re.findall(r"`([\w/]+\.py)`", TOLD) if "tests/" not in path}
    assert sorted(told - there) == []


def test_the_way_of_an_article_names_only_folders_that_are_there() -> None:
    folders = {path.partition("/")[0] for path in re.findall(r"`(\w+)/\w*(?:\.py)?`", TOLD)}
    missing = [name for name in sorted(folders) if not (ROOT / "kg" / name).is_dir() and not (ROOT / name).is_dir()]
    assert missing == []
