"""`python -m kg` is `kg`."""

from __future__ import annotations

from kg.cli.main import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
