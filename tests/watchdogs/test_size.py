from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.watchdogs.source import Function, functions, module_name, parsed, python_files

if TYPE_CHECKING:
    from pathlib import Path

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 30
POSITIONAL, ALL = 4, 6  # as ruff is told in pyproject.toml


def length(function: Function) -> int:
    """Return the lines from `def` to the end, the docstring not counted."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    documented = ast.get_docstring(function, clean=False) is not None
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0)


@pytest.mark.parametrize("path", python_files("kg", "tests", "benchmarks"), ids=module_name)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_FILE


@pytest.mark.parametrize("path", python_files("kg", "tests", "benchmarks"), ids=module_name)
def test_functions_are_short(path: Path) -> None:
    long = {one.name: length(one) for one in functions(parsed(path)) if length(one) > LINES_OF_A_FUNCTION}
    assert long == {}


# A command has as many parameters as options.
@pytest.mark.parametrize("path", [path for path in python_files("kg") if "cli" not in path.parts], ids=module_name)
def test_functions_take_few_parameters(path: Path) -> None:
    many = []
    for function in functions(parsed(path)):
        arguments = function.args
        positional = [one.arg for one in arguments.posonlyargs + arguments.args if one.arg not in {"self", "cls"}]
        if len(positional) > POSITIONAL or len(positional) + len(arguments.kwonlyargs) > ALL:
            many.append(function.name)
    assert many == []
