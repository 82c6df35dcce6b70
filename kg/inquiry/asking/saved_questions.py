"""SPARQL queries: given as text, as a file, or saved in the ontology under a name."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError

__all__ = ["Question", "find_question", "list_questions"]


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with the title and description from its first comment.

    Attributes:
        name: the name it is saved under; empty for a text.
        title: the first line of its first comment.
        description: the other lines of the comment, joined.
        text: the query.
    """

    name: str
    title: str
    description: str
    text: str


def find_question(asked: str, folder: Path) -> Question:
    """Return the question for a user's argument: a saved name, a file, or the text of a query.

    Raises:
        QueryError: no question with this name is saved, or the file cannot be read.
    """
    if re.search(r"[{}\s]", asked) and not Path(asked[:200]).is_file():
        return _describe("", asked)
    if re.fullmatch(r"[\w-]{1,100}", asked):
        saved = folder / f"{asked}.rq"
        if saved.is_file():
            return _read(saved)
    path = Path(asked)
    if path.suffix == ".rq" or os.path.isfile(asked):  # noqa: PTH113 - Path's raises for a name that is too long
        return _read(path)
    names = ", ".join(question.name for question in list_questions(folder))
    raise QueryError("no such question", where=asked[:100], advice=f"use one of {names}, a file .rq, or a SPARQL query")


def list_questions(folder: Path) -> tuple[Question, ...]:
    """Return the saved questions, sorted by name."""
    return tuple(_read(path) for path in sorted(folder.glob("*.rq")))


def _read(path: Path) -> Question:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise QueryError(f"cannot be read ({reason})", where=str(path), advice="check the file") from error
    return _describe(path.stem, text)


def _describe(name: str, text: str) -> Question:
    comment = re.match(r"(?:#[^\n]*\n)*", text)
    lines = [line.lstrip("# ").rstrip() for line in (comment[0] if comment else "").splitlines()]
    return Question(name, lines[0] if lines else "", " ".join(lines[1:]).strip(), text)
