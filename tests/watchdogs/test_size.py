from __future__ import annotations

import ast

from tests.watchdogs.source import Function, functions, module_name, parsed, python_files

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 30
POSITIONAL, ALL = 4, 6  # as ruff is told in pyproject.toml


def length(function: Function) -> int:
    """Return the lines from `def` to the end, the docstring not counted."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    documented = ast.get_docstring(function, clean=False) is not None
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0)


def takes_many(function: Function) -> bool:
    """Return whether a function has more parameters than a reader can keep in mind."""
    arguments = function.args
    positional = [one.arg for one in arguments.posonlyargs + arguments.args if one.arg not in {"self", "cls"}]
    return len(positional) > POSITIONAL or len(positional) + len(arguments.kwonlyargs) > ALL


def test_files_are_short() -> None:
    files = python_files("kg", "tests", "benchmarks")
    lines = {module_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: count for name, count in lines.items() if count > LINES_OF_A_FILE} == {}


def test_functions_are_short() -> None:
    assert [
        f"{module_name(path)}: {function.name} has {length(function)} lines"
        for path in python_files("kg", "tests", "benchmarks")
        for function in functions(parsed(path))
        if length(function) > LINES_OF_A_FUNCTION
    ] == []


def test_functions_take_few_parameters() -> None:
    files = [path for path in python_files("kg") if "cli" not in path.parts]  # a command has as many as options
    assert [
        f"{module_name(path)}: {function.name}"
        for path in files
        for function in functions(parsed(path))
        if takes_many(function)
    ] == []
