"""Kinds of tests, by what they need; `make quick` runs those that need nothing but this process.

A test is of a kind by a fixture that it asks for, or because its module imports what builds a graph or starts `kg`.
A test that starts a program in another way is marked by hand; it fails without a mark, so that none of them makes the
quick tests slow unnoticed.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from math import ceil
from pathlib import Path
from tempfile import gettempdir
from types import MappingProxyType
from typing import Any

import pytest

from kg.growing import grow
from kg.pipeline import build
from tests.cli.runs import run
from tests.present.serve.conftest import running

__all__ = ["KINDS", "Announcement", "ProgramGuard", "expected_time", "kind_of", "mark_kinds"]

KINDS: Mapping[str, float] = MappingProxyType(
    {"browser": 0.95, "server": 0.2, "process": 0.7, "build": 0.95, "quick": 0.045}
)
"""About how many seconds a test of each kind takes of one core, the slowest kind first."""

_FIXTURES = {"browser": "browser", "server": "server", "empty_server": "server", "wheel": "process"}
_STARTERS = ((running, "server"), (run, "process"), (build, "build"), (grow, "build"))
_HARMLESS = ("git",)


def mark_kinds(items: Iterable[pytest.Item]) -> None:
    """Mark each test with the kinds that its fixtures and its module make it."""
    for item in items:
        if isinstance(item, pytest.Function):
            names = {_FIXTURES[name] for name in item.fixturenames if name in _FIXTURES}
            names |= {kind for value in vars(item.module).values() for one, kind in _STARTERS if value is one}
            for name in sorted(names):
                item.add_marker(name)


def kind_of(item: pytest.Item) -> str:
    """Return the slowest kind that a test is marked as; `quick` when it is none of them."""
    return next((kind for kind in KINDS if item.get_closest_marker(kind)), "quick")


def expected_time(kinds: Mapping[str, int], workers: int) -> str:
    """Return about how long so many tests of each kind take, in words.

    >>> expected_time({"browser": 300, "quick": 2000}, 2)
    'about 3 minutes'
    >>> expected_time({"quick": 10}, 2)
    'about 10 seconds'
    """
    seconds = sum(KINDS[kind] * count for kind, count in kinds.items()) / workers
    return f"about {seconds / 60:.0f} minutes" if seconds > 90 else f"about {max(ceil(seconds / 10), 1) * 10} seconds"


class ProgramGuard:
    """Fails a test that starts a program and is of no kind that does."""

    def __init__(self) -> None:
        self._item: pytest.Item | None = None
        self._patch = pytest.MonkeyPatch()
        start = subprocess.Popen.__init__

        def guarded(process: subprocess.Popen[Any], args: Any, *rest: Any, **options: Any) -> None:
            self._check(args)
            start(process, args, *rest, **options)

        self._patch.setattr(subprocess.Popen, "__init__", guarded)

    def _check(self, args: Any) -> None:
        program = args if isinstance(args, str) else str(args[0])
        if self._item is not None and kind_of(self._item) == "quick" and program not in _HARMLESS:
            pytest.fail(f"{self._item.nodeid} starts {program}; mark it with pytest.mark.process")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self._item = item

    def pytest_unconfigure(self) -> None:
        self._patch.undo()


class Announcement:
    """Says before the tests start how many there are and about how long they take.

    Only the workers know the tests, and only the process that started them has a terminal: a worker leaves a note.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        kinds = Counter(kind_of(item) for item in session.items)
        worker = getattr(self._config, "workerinput", None)
        if worker is None:
            self._say(kinds, 1)
        elif worker["workerid"] == "gw0":
            Path(worker["kinds_of_tests"]).write_text(json.dumps(kinds), encoding="utf-8")

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        note = Path(gettempdir()) / f"kg-tests-{node.workerinput['testrunuid']}.json"
        node.workerinput["kinds_of_tests"] = str(note)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any) -> None:
        note = Path(node.workerinput["kinds_of_tests"])
        if node.workerinput["workerid"] == "gw0" and note.exists():
            self._say(json.loads(note.read_text(encoding="utf-8")), node.workerinput["workercount"])
            note.unlink()

    def _say(self, kinds: Mapping[str, int], workers: int) -> None:
        reporter = self._config.pluginmanager.get_plugin("terminalreporter")
        if reporter is not None:
            cores = "1 idle core" if workers == 1 else f"{workers} idle cores"
            reporter.write_line(f"\n{sum(kinds.values())} tests, {expected_time(kinds, workers)} on {cores}")
