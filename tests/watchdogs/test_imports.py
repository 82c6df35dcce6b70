from __future__ import annotations

import ast
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.watchdogs.source import ROOT, module_name, parsed, python_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Who may import whom inside kg; a part may always import itself.
GROUND = ("kg.model", "kg.errors")
BASE = (*GROUND, "kg.config", "kg.ontology")
MIDDLE = (*BASE, "kg.extract", "kg.graph")
MAY_IMPORT = {
    "kg.model": (),
    "kg.errors": (),
    "kg.config": GROUND,
    "kg.ontology": GROUND,
    "kg.extract": BASE,
    "kg.graph": BASE,
    "kg.inquiry": MIDDLE,
    "kg.present": (*MIDDLE, "kg.inquiry"),
    "kg.pipeline": (*MIDDLE, "kg.inquiry", "kg.present"),
    "kg.growing": (*MIDDLE, "kg.pipeline"),
    "kg.cli": (*MIDDLE, "kg.growing", "kg.inquiry", "kg.pipeline", "kg.present"),
    "kg.__main__": ("kg.cli",),
}

# Where a library may be imported: prefixes of module names.
HOMES = {
    "babel": ("kg.extract.",),
    "jinja2": ("kg.present.",),
    "networkx": ("kg.present.", "kg.inquiry.analyse"),
    "numpy": ("kg.present.",),
    "oxrdflib": ("kg.graph.", "kg.inquiry."),
    # the store on another server reads and writes what it exchanges with it by the same library
    "pyoxigraph": (
        "kg.ontology.",
        "kg.graph.oxigraph",
        "kg.graph.oxigraphview",
        "kg.graph.remote",
        "kg.graph.serializing",
        "kg.graph.terms",
    ),
    "pyshacl": ("kg.inquiry.validate",),
    "pyvis": ("kg.present.render",),
    "rdflib": ("kg.ontology", "kg.graph.", "kg.inquiry."),
    "rich": ("kg.cli.",),
    "selectolax": ("kg.extract.",),
    "simplemma": ("kg.extract.",),
    "spacy": ("kg.extract.",),
    "starlette": ("kg.present.serve.",),
    "typer": ("kg.cli.",),
    "uvicorn": ("kg.present.serve.",),
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(name: str) -> str:
    return ".".join(name.split(".")[:2])


def upward(path: Path) -> set[str]:
    """Return the parts of kg that a file imports and may not."""
    here = part(module_name(path))
    if here == "kg":
        return set()
    return {part(name) for name in imports(path) if name.startswith("kg.")} - {here, *MAY_IMPORT[here]}


def strays(path: Path) -> set[str]:
    """Return the libraries that a file imports and that have their home elsewhere."""
    used = {name.split(".")[0] for name in imports(path)} & set(HOMES)
    return {library for library in used if not f"{module_name(path)}.".startswith(HOMES[library])}


def test_imports_go_one_way() -> None:
    found = {module_name(path): sorted(upward(path)) for path in python_files("kg")}
    assert {name: parts for name, parts in found.items() if parts} == {}


def test_heavy_libraries_stay_at_home() -> None:
    found = {module_name(path): sorted(strays(path)) for path in python_files("kg")}
    assert {name: libraries for name, libraries in found.items() if libraries} == {}


def test_everything_imported_is_a_declared_dependency() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    used = {name.split(".")[0] for path in python_files("kg") for name in imports(path)}
    outside = used - set(sys.stdlib_module_names) - {"kg"}
    assert {library for library in outside if f'"{library}' not in project} == set()


def test_the_list_of_commands_loads_no_heavy_library() -> None:
    program = "import sys; from kg.cli.main import make_app; make_app(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    assert set(loaded.split()) & (set(HOMES) - {"typer", "rich"}) == set()
