"""Rooms are the folders of kg; the docstring of each says which others it may use, after "May use:"."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from tests.watchdogs.source import ROOT, imported_modules, module_name, parsed, python_files

if TYPE_CHECKING:
    from pathlib import Path

MOST_FILES = 12
# One command a file: the folder grows with the commands, and its list of files is the list of commands.
LARGER = frozenset({"kg.cli"})
FOUNDATION = frozenset(
    {"kg.model", "kg.errors", "kg.config", "kg.atomic_files", "kg.locations", "kg.wording", "kg.article"}
)
TOP = frozenset({"kg", "kg.cli"})


def rooms() -> dict[str, Path]:
    """Return the folders of kg below its root, by their dotted names."""
    return {
        module_name(path): path
        for path in python_files("kg")
        if path.name == "__init__.py" and path.parent.name != "kg"
    }


def room_of(path: Path) -> str:
    """Return the room that a file stands in."""
    return module_name(path if path.name == "__init__.py" else path.parent / "__init__.py")


def allowed(init: Path) -> frozenset[str]:
    """Return what a room says that it may use."""
    said = re.search(r"^May use: (.*?)\.$", ast.get_docstring(parsed(init)) or "", re.MULTILINE | re.DOTALL)
    assert said is not None, f"{init.relative_to(ROOT)} does not say what it may use"
    return frozenset(re.findall(r"kg\.[a-z_.]*[a-z_]", said[1]))


def used(path: Path) -> set[str]:
    """Return the rooms, and the modules at the root of kg, that a file imports."""
    found = {module for module in imported_modules(path) if module.startswith("kg.")}
    return {module if module.count(".") == 1 else module.rpartition(".")[0] for module in found} - {room_of(path)}


def test_every_room_says_what_it_is_for_and_uses_only_what_it_may() -> None:
    may = {room: allowed(init) for room, init in rooms().items() if room not in TOP}
    found = {module_name(path): used(path) - may[room_of(path)] for path in python_files("kg") if room_of(path) in may}
    assert {name: sorted(others) for name, others in found.items() if others} == {}


def test_no_room_may_use_more_than_it_does() -> None:
    uses: dict[str, set[str]] = {}
    for path in python_files("kg"):
        uses.setdefault(room_of(path), set()).update(used(path))
    spare = {room: allowed(init) - uses[room] for room, init in rooms().items() if room not in TOP}
    assert {room: sorted(others) for room, others in spare.items() if others} == {}


def test_rooms_form_no_circle() -> None:
    may = {room: allowed(init) - FOUNDATION for room, init in rooms().items() if room not in TOP}
    assert set(TopologicalSorter(may).static_order()) >= set(may)


def test_no_room_holds_more_than_a_dozen_files() -> None:
    files: dict[str, int] = {}
    for path in python_files("kg"):
        files[room_of(path)] = files.get(room_of(path), 0) + (path.name != "__init__.py")
    assert {room: count for room, count in files.items() if count > MOST_FILES and room not in LARGER} == {}


def test_no_two_files_have_one_name() -> None:
    named: dict[str, list[str]] = {}
    for path in python_files("kg"):
        # A command is named after what it does, and so is the module that does it.
        if path.name != "__init__.py" and room_of(path) != "kg.cli":
            named.setdefault(path.stem, []).append(module_name(path))
    assert {name: modules for name, modules in named.items() if len(modules) > 1} == {}
