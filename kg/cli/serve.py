"""`kg serve`: serves the graph over HTTP."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import print_line
from kg.cli.options import OntologyFolder, OutFolder, Seconds

__all__ = ["serve"]

Host = Annotated[str, typer.Option(metavar="NAME", help="Where to listen; 0.0.0.0 lets other machines ask.")]
Port = Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 for any that is free.")]
Origins = Annotated[
    list[str] | None,
    typer.Option("--cors", metavar="ORIGIN", help="Let pages of this origin read the answers; * for all pages."),
]


def serve(
    *,
    out: OutFolder = Path("output"),
    host: Host = "127.0.0.1",
    port: Port = 8000,
    timeout: Seconds = 30.0,
    cors: Origins = None,
    ontology: OntologyFolder = None,
) -> None:
    """Answer SPARQL over HTTP and show the graph to browsers, until Ctrl-C.

    The endpoint is at /sparql. Only this machine can ask unless --host says otherwise; nothing can be changed.

    Example: kg serve --port 8080
    """
    from kg.config import Settings  # noqa: PLC0415 - for a quick --help
    from kg.inquiry.asking.forkserver import Charge  # noqa: PLC0415
    from kg.present.serve.server import Listening, run  # noqa: PLC0415

    settings = Settings.from_environment(ontology)
    charge = Charge(str(out), str(settings.ontology), settings.base, timeout=timeout)
    run(charge, Listening(host, port, tuple(cors or ())), ready=_announce)


def _announce(address: str) -> None:
    print_line(f"listening at {address}; Ctrl-C ends it")
    sys.stdout.flush()  # readers of a pipe wait for this line
