from __future__ import annotations

import re

from tests.watchdogs.source import ROOT, tracked_files

# Written apart, so that this file is not one that holds them.
REGISTRIES = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("debian", "org"))
]
MACHINE_PATH = re.compile(r"(?<![\w.}>*-])/(?:work|root|home|Users|opt|mnt)/\w")


def texts() -> dict[str, str]:
    """Return what stands in each file that git knows and that is no binary, by the file's path."""
    contents = {str(path.relative_to(ROOT)): path.read_bytes() for path in tracked_files()}
    return {name: content.decode() for name, content in contents.items() if b"\0" not in content[:8000]}


def test_no_file_holds_the_address_of_a_package_registry() -> None:
    assert [(name, registry) for name, text in texts().items() for registry in REGISTRIES if registry in text] == []


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert [(name, found) for name, text in texts().items() for found in MACHINE_PATH.findall(text)] == []
