from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.watchdogs.source import Function, module_name, parsed, python_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Documented = ast.Module | ast.ClassDef | Function


def public(tree: ast.Module) -> Iterator[tuple[str, Documented]]:
    """Yield the module, its public classes and functions, and the public methods of those classes."""
    yield "the module", tree
    yield from _named(tree.body, "")


def _named(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, Documented]]:
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from _named(node.body, f"{node.name}.")


@pytest.mark.parametrize("path", python_files("kg"), ids=module_name)
def test_every_public_name_has_a_docstring_whose_first_line_is_a_sentence(path: Path) -> None:
    firsts = {name: (ast.get_docstring(node) or "").partition("\n")[0] for name, node in public(parsed(path))}
    assert [name for name, first in firsts.items() if not first.endswith((".", "?"))] == []


@pytest.mark.parametrize("path", python_files("kg"), ids=module_name)
def test_every_module_says_what_it_offers(path: Path) -> None:
    body = parsed(path).body
    if path.name == "__main__.py" or len(body) == 1:  # a docstring alone offers nothing
        return
    assert "__all__" in {target.id for node in body for target in _assigned(node)}


def _assigned(node: ast.stmt) -> list[ast.Name]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target for target in targets if isinstance(target, ast.Name)]
