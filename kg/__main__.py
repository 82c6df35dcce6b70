"""The entry point of `kg` and of `python -m kg`."""

from __future__ import annotations

import signal

__all__ = ["main"]


def main() -> None:
    """Run the program and exit with its code; an interrupt while it loads ends it silently.

    Before anything catches it, Python would answer Ctrl-C with a traceback, or lose it in an import.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from kg.cli.main import main as run  # noqa: PLC0415 - slow imports run under the other handler

    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, before)
    run()


if __name__ == "__main__":
    main()
