"""`kg same` and `kg different`: a person decides whether two names are one entity."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import NamesFile

__all__ = ["different", "same"]

Pair = Annotated[list[str] | None, typer.Argument(metavar="[A B]", help="Two names, or IRIs such as id:kerlan.")]
Because = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, in your words.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take the decision back.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", "--store", metavar="DIR", help="Where the names must be known; else output if it is here."),
]
Listed = Annotated[bool, typer.Option("--list", help="List what is decided, of both kinds.")]


def same(
    pair: Pair = None,
    *,
    because: Because = "",
    undo: Undo = False,
    listed: Listed = False,
    names: NamesFile = None,
    out: Out = None,
) -> None:
    """Decide that two names are one entity, for every later build.

    Example: kg same Kerlan "Kerlan Energy Systems" --because "one company in its annual report"
    """
    _run(pair or [], same=True, because=None if undo else because, listed=listed, files=(names, out))


def different(
    pair: Pair = None,
    *,
    because: Because = "",
    undo: Undo = False,
    listed: Listed = False,
    names: NamesFile = None,
    out: Out = None,
) -> None:
    """Decide that two names are two entities, for every later build.

    Example: kg different Orange "Orange Capital"
    """
    _run(pair or [], same=False, because=None if undo else because, listed=listed, files=(names, out))


def _run(
    pair: list[str], *, same: bool, because: str | None, listed: bool, files: tuple[Path | None, Path | None]
) -> None:
    """Record a decision, undo it if `because` is `None`, or list all decisions; `files` are the names and the graph."""
    from kg.cli.console import as_utf8, print_line  # noqa: PLC0415 - for a quick --help
    from kg.config import Settings, find_names  # noqa: PLC0415
    from kg.errors import UsageError  # noqa: PLC0415
    from kg.resolve.decision_editing import decide, undo  # noqa: PLC0415

    path = find_names(files[0])
    if listed and not pair:
        _list(path)
        return
    if len(pair) != 2 or listed:
        raise UsageError(f"{len(pair)} names are given", advice="give two, or --list alone")
    base = Settings.from_environment(Path()).base
    words = (as_utf8(pair[0]), as_utf8(pair[1]))
    if because is None:
        print_line(f"undone: {_sentence(undo(path, words, same=same, base=base).ends, same=same)}")
    else:
        _tell_effect(files[1], words, same=same, base=base)
        decision = decide(path, words, same=same, because=as_utf8(because), base=base)
        print_line(f"{decision.place}: {_sentence(decision.ends, same=same)}; build again to apply it")


def _tell_effect(out: Path | None, words: tuple[str, str], *, same: bool, base: str) -> None:
    """Print which statements the decision is about; without a graph here nothing is checked."""
    from kg.cli.console import print_line  # noqa: PLC0415 - for a quick --help
    from kg.inquiry.decision_effect import holders_of  # noqa: PLC0415
    from kg.store.opening import open_graph  # noqa: PLC0415

    folder = out or Path("output")
    # One article's entity has its name in a decision ("id:a-txt/lambda") and another IRI in the graph.
    if (out is None and not folder.exists()) or any(word.startswith("id:") and "/" in word for word in words):
        return
    with open_graph(folder) as view:
        one, other = holders_of(view, words, base=base)
    are_one = bool(one.entities & other.entities)
    so_far = "they are one entity so far" if are_one else "they are two entities so far"
    print_line(f"{one.told()}, {other.told()}; {so_far}" + ("" if are_one != same else ", and stay so"))


def _sentence(ends: tuple[str, str], *, same: bool) -> str:
    return f'"{ends[0]}" and "{ends[1]}" are {"the same" if same else "different"}'


def _list(path: Path) -> None:
    from kg.cli.console import print_table  # noqa: PLC0415 - for a quick --help
    from kg.resolve.decision_editing import decisions_of  # noqa: PLC0415

    rows = [
        (one.place, one.ends[0], "same" if one.same else "different", one.ends[1], one.because)
        for one in decisions_of(path)
    ]
    print_table(("place", "name", "is", "name", "because"), rows)
