from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.watchdogs.source import ROOT, tracked_files

if TYPE_CHECKING:
    from pathlib import Path

# Written apart, so that this file is not one that holds them.
REGISTRIES = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("debian", "org"))
]
MACHINE_PATH = re.compile(r"(?<![\w.}>*-])/(?:work|root|home|Users|opt|mnt)/\w")


def texts() -> list[Path]:
    return [path for path in tracked_files() if b"\0" not in path.read_bytes()[:8000]]


@pytest.mark.parametrize("path", texts(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_holds_the_address_of_a_package_registry(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [registry for registry in REGISTRIES if registry in text] == []


@pytest.mark.parametrize("path", texts(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_holds_a_path_of_one_machine(path: Path) -> None:
    assert MACHINE_PATH.findall(path.read_text(encoding="utf-8")) == []
