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

# Where a library may be imported: prefixes of module names.
HOMES = {
    "babel": ("kg.extract.amounts.", "kg.ontology.territories."),
    "charset_normalizer": ("kg.articles.metadata.decoding.",),
    "docx": ("kg.articles.formats.documents.",),
    "feedparser": ("kg.articles.formats.feeds.",),
    "jinja2": ("kg.present.page.render.", "kg.present.serve.pages.views."),
    "networkx": ("kg.present.layout.", "kg.present.export.network.", "kg.inquiry.analysing."),
    "numpy": ("kg.present.layout.",),
    # terms and formats of RDF are pyoxigraph's; a remote store reads and writes what it exchanges by them
    "pyoxigraph": ("kg.ontology.turtle_reader.", "kg.rdf.serializing.", "kg.rdf.terms.", "kg.store."),
    "pdfminer": ("kg.articles.formats.documents.",),
    "pyshacl": ("kg.inquiry.checking.validate.",),
    "pyvis": ("kg.present.page.render.",),
    "rdflib": ("kg.inquiry.checking.validate.",),
    "rich": ("kg.cli.",),
    "selectolax": ("kg.articles.html.",),
    # lemmas, the commonest words of a language, which capitals are words, and which halves of words are
    "simplemma": (
        "kg.extract.grammar.parsing.lemmas.",
        "kg.extract.names.dictionary.",
        "kg.extract.text.language.",
        "kg.extract.text.line_ends.",
    ),
    "spacy": ("kg.extract.grammar.parsing.",),
    "starlette": ("kg.present.serve.",),
    "typer": ("kg.cli.",),
    "uvicorn": ("kg.present.serve.",),
    "warcio": ("kg.articles.formats.web_archives.",),
    "zstandard": ("kg.articles.formats.compressed.",),
}
# What a distribution is called that is imported by another name.
DISTRIBUTIONS = {"charset_normalizer": "charset-normalizer", "docx": "python-docx", "pdfminer": "pdfminer.six"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def strays(path: Path) -> set[str]:
    """Return the libraries that a file imports and that have their home elsewhere."""
    used = {name.split(".")[0] for name in imports(path)} & set(HOMES)
    return {library for library in used if not f"{module_name(path)}.".startswith(HOMES[library])}


def test_heavy_libraries_stay_at_home() -> None:
    found = {module_name(path): sorted(strays(path)) for path in python_files("kg")}
    assert {name: libraries for name, libraries in found.items() if libraries} == {}


def test_everything_imported_is_a_declared_dependency() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    used = {name.split(".")[0] for path in python_files("kg") for name in imports(path)}
    outside = used - set(sys.stdlib_module_names) - {"kg"}
    assert {name for name in outside if f'"{DISTRIBUTIONS.get(name, name)}' not in project} == set()


@pytest.mark.process
def test_the_list_of_commands_loads_no_heavy_library() -> None:
    program = "import sys; from kg.cli.main import make_app; make_app(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    assert set(loaded.split()) & (set(HOMES) - {"typer"}) == set()
