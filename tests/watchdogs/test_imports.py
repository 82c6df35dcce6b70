from __future__ import annotations

import ast
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

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
    "networkx": ("kg.present.", "kg.inquiry.analysing.analyse"),
    "numpy": ("kg.present.",),
    "oxrdflib": ("kg.graph.", "kg.inquiry."),
    # the store on another server reads and writes what it exchanges with it by the same library
    "pyoxigraph": (
        "kg.ontology.",
        "kg.store.oxigraph",
        "kg.store.oxigraph_view",
        "kg.store.remote",
        "kg.rdf.serializing",
        "kg.rdf.terms",
    ),
    "pyshacl": ("kg.inquiry.checking.validate",),
    "pyvis": ("kg.present.page.render",),
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


@pytest.mark.parametrize("path", python_files("kg"), ids=module_name)
def test_imports_go_one_way(path: Path) -> None:
    here = part(module_name(path))
    if here == "kg":
        return
    upward = {part(name) for name in imports(path) if name.startswith("kg.")} - {here, *MAY_IMPORT[here]}
    assert not upward, f"{module_name(path)} may not import {sorted(upward)}"


@pytest.mark.parametrize("path", python_files("kg"), ids=module_name)
def test_heavy_libraries_stay_at_home(path: Path) -> None:
    here = module_name(path)
    strays = {name.split(".")[0] for name in imports(path)} & set(HOMES)
    away = {library for library in strays if not f"{here}.".startswith(HOMES[library])}
    assert not away, f"{here} is no home of {sorted(away)}"


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
