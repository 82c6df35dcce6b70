"""Prints the answers of `kg query`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.cli.console import print_table, print_text
from kg.config import Settings
from kg.errors import UsageError
from kg.inquiry.asking.query import FORMATS, Request, answer, answer_as, read_bindings, read_modalities
from kg.inquiry.asking.saved_questions import find_question, list_questions
from kg.ontology import read_modality_styles
from kg.rdf.namespaces import PREFIXES
from kg.rdf.quads import Literal, Node

__all__ = ["print_answer", "print_questions"]


def print_questions(folder: Path) -> None:
    """Print the name and title of each saved question."""
    print_table(("name", "question"), [(question.name, question.title) for question in list_questions(folder)])


def print_answer(
    asked: str, out: Path, settings: Settings, *, form: str, choices: tuple[list[str], list[str]], timeout: float
) -> None:
    """Print the answer to a query; `choices` are the modalities and the variable bindings, as words."""
    if form not in FORMATS:
        raise UsageError("no such format", where=form, advice="use " + ", ".join(FORMATS))
    modalities, bindings = read_modalities(choices[0]), read_bindings(choices[1])
    question = find_question(asked, settings.ontology / "queries")
    styles = read_modality_styles(settings.ontology)
    request = Request.of(out, question.text, styles=styles, modalities=modalities)
    request = replace(request, bindings=bindings, timeout=timeout, base=settings.base)
    if form != "table":
        print_text(answer_as(request, form))
        return
    found = answer(request)
    rows = [[_cell(node, settings.base) for node in row] for row in found.rows]
    # A variable that can be set from outside, but is not, would be an empty column.
    kept = [place for place in range(len(found.columns)) if not rows or any(row[place] for row in rows)]
    print_table([found.columns[place] for place in kept], [[row[place] for place in kept] for row in rows])


def _cell(node: Node | None, base: str) -> str:
    """Return a node in readable form: literals without quotes, IRIs with a prefix."""
    if node is None:
        return ""
    if isinstance(node, Literal):
        return node.text
    for prefix, start in {**PREFIXES, "id": base + "id/"}.items():
        if node.startswith(start):
            return f"{prefix}:{node.removeprefix(start)}"
    return node
