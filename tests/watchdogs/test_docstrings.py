from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.watchdogs.source import Function, module_name, parsed, python_files

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_every_public_name_has_a_docstring_whose_first_line_is_a_sentence() -> None:
    firsts = {
        f"{module_name(path)}: {name}": (ast.get_docstring(node) or "").partition("\n")[0]
        for path in python_files("kg")
        for name, node in public(parsed(path))
    }
    assert [name for name, first in firsts.items() if not first.endswith((".", "?"))] == []


def test_every_module_says_what_it_offers() -> None:
    bodies = {module_name(path): parsed(path).body for path in python_files("kg") if path.name != "__main__.py"}
    # a docstring alone offers nothing
    assert [name for name, body in bodies.items() if len(body) > 1 and not _says_what_it_offers(body)] == []


def _says_what_it_offers(body: list[ast.stmt]) -> bool:
    return "__all__" in {target.id for node in body for target in _assigned(node)}


def _assigned(node: ast.stmt) -> list[ast.Name]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target for target in targets if isinstance(target, ast.Name)]
