"""`kg backup` and `kg restore`: copy a store while it is in use, and restore the copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["backup", "restore"]

Target = Annotated[Path, typer.Argument(metavar="COPY", help="The folder of the copy.")]
Store = Annotated[Path, typer.Option("--store", metavar="DIR", help="The folder of the store.")]


def backup(copy: Target, *, store: Store = Path("store")) -> None:
    """Copy a store as it is after its last finished change, also while it is written; the copy is a store itself.

    Example: kg backup copies/2025-06-01 --store news
    """
    from kg.cli.console import print_line  # noqa: PLC0415 - for a quick --help
    from kg.store.folder_store import copy_store  # noqa: PLC0415

    copy_store(store, copy)
    print_line(str(copy))


def restore(copy: Target, *, store: Store = Path("store")) -> None:
    """Put a copy in the place of a store, which must not be there any more.

    Example: kg restore copies/2025-06-01 --store news
    """
    from kg.cli.console import print_line  # noqa: PLC0415 - for a quick --help
    from kg.store.folder_store import copy_store  # noqa: PLC0415

    copy_store(copy, store)
    print_line(str(store))
