from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest
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


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_an_exact_version_and_a_hash(lock: str) -> None:
    entry = re.compile(r"[a-z0-9.-]+==[\w.+!-]+( ; [^\n]+)? \\\n +--hash=sha256:[0-9a-f]{64}")
    assert [one.split("\n", 1)[0] for one in entries(lock) if not entry.match(one)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_locked_package_has_extras_which_old_pips_refuse(lock: str) -> None:
    assert [one.split("\n", 1)[0] for one in entries(lock) if "[" in one.split("\n", 1)[0]] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_holds_an_address(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "://" in line or " @ " in line or line.startswith("-")] == []


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_all_that_each_python_needs(lock: str, python: str) -> None:
    versions = locked(lock, python)
    lacking = [
        line
        for line in needed(lock, python)
        if not line.specifier.contains(versions.get(canonicalize_name(line.name), "0"), prereleases=True)
        or canonicalize_name(line.name) not in versions
    ]
    assert [str(line) for line in lacking] == []


@pytest.mark.parametrize("python", PYTHONS)
def test_both_locks_hold_the_same_versions(python: str) -> None:
    assert locked("requirements.lock", python).items() <= locked("requirements-dev.lock", python).items()


def test_the_package_names_each_python_that_the_lock_serves() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [line.rpartition(" ")[2] for line in project["classifiers"] if "Python :: 3." in line]
    assert named == PYTHONS
