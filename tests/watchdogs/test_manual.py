from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
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


@pytest.mark.parametrize("name", NAMES)
def test_the_manual_has_a_chapter_for_every_command(name: str) -> None:
    assert section(name).strip(), f"docs/commands.md has no heading with `{name}`"


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=NAMES)
def test_the_manual_names_every_option(name: str, command: typer.core.TyperCommand) -> None:
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    missing = {option for option in options - {"--help"} if option not in section(name)}
    assert not missing, f"docs/commands.md does not tell of {sorted(missing)} under `{name}`"


def test_the_manual_names_no_command_that_is_not_there() -> None:
    headings = re.findall(r"^#+ .*?`?(kg [a-z]+(?: [a-z]+)?)\b", MANUAL.read_text(encoding="utf-8"), re.MULTILINE)
    groups = {name.rpartition(" ")[0] for name in NAMES}
    assert set(headings) - set(NAMES) - groups == set()


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=NAMES)
def test_every_command_shows_an_example_in_its_help(name: str, command: typer.core.TyperCommand) -> None:
    assert f"Example: {name}" in " ".join((command.help or "").split())
