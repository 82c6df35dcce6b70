"""The program `kg`: its commands, and error handling."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module, metadata
from typing import Annotated

import typer

from kg.cli.console import ReaderGoneError, prepare_streams, print_error, print_line, print_text
from kg.errors import KgError

__all__ = ["COMMANDS", "GROUPS", "main", "make_app"]

# Name and function of each command, in the order of the help.
COMMANDS = (
    ("build", "kg.cli.build:build"),
    ("query", "kg.cli.query:query"),
    ("render", "kg.cli.render:render"),
    ("export", "kg.cli.export:export"),
    ("validate", "kg.cli.validate:validate"),
    ("verify", "kg.cli.verify:verify"),
    ("explain", "kg.cli.explain:explain"),
    ("skipped", "kg.cli.skipped:skipped"),
    ("corroborate", "kg.cli.corroborate:corroborate"),
    ("conflicts", "kg.cli.conflicts:conflicts"),
    ("analyse", "kg.cli.analyse:analyse"),
    ("same", "kg.cli.same:same"),
    ("different", "kg.cli.same:different"),
    ("evaluate", "kg.cli.evaluate:evaluate"),
    ("serve", "kg.cli.serve:serve"),
    ("status", "kg.cli.status:status"),
    ("forget", "kg.cli.forget:forget"),
    ("backup", "kg.cli.backup:backup"),
    ("restore", "kg.cli.backup:restore"),
)
GROUPS = (("ontology", "kg.cli.ontology:app"),)

WRONG, INTERRUPTED = 2, 130


def make_app() -> typer.Typer:
    """Return the program with all its commands; their implementations are imported when they run."""
    app = typer.Typer(
        name="kg",
        help="Turn news articles about deals into a graph whose every edge carries the words that state it.",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(_start)
    for name, place in COMMANDS:
        app.command(name)(_load(place))
    for name, place in GROUPS:
        app.add_typer(_load(place), name=name)
    return app


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    if version:
        print_line(f"kg {_version()}")
    elif context.invoked_subcommand is None:
        print_text(context.get_help())


def _version() -> str:
    try:
        return metadata.version("kg")
    except metadata.PackageNotFoundError:
        return "from a checkout that is not installed"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit with its code: 0 success, 1 a check found problems, 2 bad input or usage."""
    prepare_streams()
    sys.exit(_run(lambda: make_app()(args=arguments, prog_name="kg", standalone_mode=False)))


def _run(program: Callable[[], object]) -> int:
    """Return the exit code of the program; an error becomes one line."""
    try:
        code = program()
        sys.stdout.flush()
    except KgError as error:
        return _fail(str(error))
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, ReaderGoneError):
        _drop_output()
        return 0
    except OSError as error:
        try:
            sys.stdout.flush()
        except OSError:
            _drop_output()
        return _fail(_system_error(error))
    except Exception as error:
        if os.environ.get("KG_DEBUG") and not hasattr(error, "format_message"):
            raise
        return _report_error(error)
    return code if isinstance(code, int) else 0


def _drop_output() -> None:
    """Discard pending output, about which Python would otherwise complain again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _system_error(error: OSError) -> str:
    """Return one line for an error of the operating system, such as a missing permission or a full disk."""
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}the system says: {error.strerror or error}; check the path, its rights and the room on its disk"


def _report_error(error: Exception) -> int:
    """Print Typer's message about wrong usage, or one line for an unexpected error.

    Some versions of Typer bundle their own copy of click, so its errors are recognized by their attributes.
    """
    if type(error).__name__ == "NoArgsIsHelpError":  # a group without a command: its message is its help
        print_text(str(error))
        return WRONG
    if hasattr(error, "format_message"):
        context = getattr(error, "ctx", None)
        message = str(error.format_message()).rstrip(".")
        return _fail(f"{message}; see `{context.command_path} --help`" if context else message)
    return _fail(f"unexpected {type(error).__name__}: {error}; run again with KG_DEBUG=1 to see where")


def _fail(line: str) -> int:
    print_error(line)
    return WRONG


def _load(place: str) -> typer.Typer:
    module, _, name = place.partition(":")
    loaded: typer.Typer = getattr(import_module(module), name)
    return loaded
