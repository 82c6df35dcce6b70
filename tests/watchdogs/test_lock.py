from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.watchdogs.source import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock"]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def entries(lock: str) -> list[str]:
    """Return the entries of a lock file: a requirement, its hashes, and by what it is required."""
    return re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())


def locked(lock: str, python: str) -> dict[str, str]:
    """Return the versions that a Python installs from a lock file."""
    lines = [Requirement(entry.split("\n", 1)[0].rstrip(" \\")) for entry in entries(lock)]
    return {line.name: str(line.specifier).removeprefix("==") for line in lines if holds(line, python)}


def holds(line: Requirement, python: str, extra: str = "") -> bool:
    """Return whether a requirement is one on a Python, as asked for with an extra."""
    place = {"python_version": python, "python_full_version": f"{python}.0", "extra": extra}
    return line.marker is None or line.marker.evaluate(place)


def is_met(line: Requirement, versions: dict[str, str]) -> bool:
    version = versions.get(canonicalize_name(line.name))
    return version is not None and line.specifier.contains(version, prereleases=True)


def declared(lock: str) -> list[Requirement]:
    """Return what `pyproject.toml` says that kg needs, to run or to be worked on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = ["build", "dev"] if "dev" in lock else ["build"]
    named = [line for group in groups for line in project["dependency-groups"][group]]
    return [Requirement(line) for line in [*project["project"]["dependencies"], *named]]


def needed(lock: str, python: str) -> list[Requirement]:
    """Return all that is required on a Python, by kg or by what it requires, as far as that is installed here."""
    found: dict[str, Requirement] = {}
    waiting = declared(lock)
    while waiting:
        line = waiting.pop()
        if str(line) in found:
            continue
        found[str(line)] = line
        try:
            further = [Requirement(text) for text in requires(line.name) or []]
        except PackageNotFoundError:  # it is for another Python
            continue
        waiting += [one for one in further if any(holds(one, python, extra) for extra in ["", *line.extras])]
    return list(found.values())


def test_every_locked_package_has_an_exact_version_and_a_hash() -> None:
    entry = re.compile(r"[a-z0-9.-]+(\[.*\])?==[\w.+!-]+( ; [^\n]+)? \\\n +--hash=sha256:[0-9a-f]{64}")
    found = [(lock, one.split("\n", 1)[0]) for lock in LOCKS for one in entries(lock) if not entry.match(one)]
    assert found == []


def test_no_locked_package_has_extras_which_old_pips_refuse() -> None:
    lines = [(lock, one.split("\n", 1)[0]) for lock in LOCKS for one in entries(lock)]
    assert [line for line in lines if "[" in line[1]] == []


def test_no_lock_holds_an_address() -> None:
    lines = [(lock, line) for lock in LOCKS for line in (ROOT / lock).read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if "://" in line[1] or " @ " in line[1] or line[1].startswith("-")] == []


def test_a_lock_holds_all_that_each_python_needs() -> None:
    lacking = [
        (lock, python, str(line))
        for lock in LOCKS
        for python in PYTHONS
        for line in needed(lock, python)
        if not is_met(line, locked(lock, python))
    ]
    assert lacking == []


def test_both_locks_hold_the_same_versions() -> None:
    runtime, development = (
        [(python, *one) for python in PYTHONS for one in locked(lock, python).items()] for lock in LOCKS
    )
    assert [one for one in runtime if one not in development] == []


def test_the_package_names_each_python_that_the_lock_serves() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [line.rpartition(" ")[2] for line in project["classifiers"] if "Python :: 3." in line]
    assert named == PYTHONS
