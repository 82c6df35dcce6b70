from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer.main
from typer.core import TyperGroup

from kg.cli.main import make_app
from tests.watchdogs.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

MANUAL = ROOT / "docs" / "commands.md"


def commands(group: TyperGroup, path: str = "kg") -> Iterator[tuple[str, typer.core.TyperCommand]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, TyperGroup):
            yield from commands(command, f"{path} {name}")
        elif isinstance(command, typer.core.TyperCommand):
            yield f"{path} {name}", command


def all_commands() -> list[tuple[str, typer.core.TyperCommand]]:
    program = typer.main.get_command(make_app())
    assert isinstance(program, TyperGroup)
    return list(commands(program))


def section(name: str) -> str:
    """Return the text of the manual under the heading that names a command; empty when there is none."""
    parts = re.split(r"^#+ (.*)$", MANUAL.read_text(encoding="utf-8"), flags=re.MULTILINE)
    headed = zip(parts[1::2], parts[2::2], strict=True)
    return "".join(text for heading, text in headed if re.search(rf"\b{re.escape(name)}\b", heading))


COMMANDS = all_commands()
NAMES = [name for name, _ in COMMANDS]


def options(command: typer.core.TyperCommand) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts if option.startswith("--")} - {"--help"}


def test_the_manual_has_a_chapter_for_every_command() -> None:
    assert [name for name in NAMES if not section(name).strip()] == []


def test_the_manual_names_every_option() -> None:
    assert [
        f"{name} {option}"
        for name, command in COMMANDS
        for option in sorted(options(command))
        if option not in section(name)
    ] == []


def test_the_manual_names_no_command_that_is_not_there() -> None:
    headings = re.findall(r"^#+ .*?`?(kg [a-z]+(?: [a-z]+)?)\b", MANUAL.read_text(encoding="utf-8"), re.MULTILINE)
    groups = {name.rpartition(" ")[0] for name in NAMES}
    assert set(headings) - set(NAMES) - groups == set()


def test_every_command_shows_an_example_in_its_help() -> None:
    helps = {name: " ".join((command.help or "").split()) for name, command in COMMANDS}
    assert [name for name, text in helps.items() if f"Example: {name}" not in text] == []
