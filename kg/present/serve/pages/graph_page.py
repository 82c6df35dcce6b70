"""The page of the graph: as written by `kg build`, or drawn here, and drawn again when the graph has changed.

Drawing takes a second for hundreds of statements and a minute for very many, so it is done in a separate process.
Meanwhile, clients get the previous page.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from kg.errors import OutputError
from kg.store.opening import graph_mark

__all__ = ["GraphPage"]

_PATIENCE = 8.0
"""Seconds that a request waits for a new page before it gets the previous one."""


class GraphPage:
    """The page of the graph in `place`, drawn with `ontology` if no build has written one."""

    def __init__(self, place: Path, ontology: Path) -> None:
        self._place, self._ontology = place, ontology
        self._drawn = b""
        self._mark: object = None
        self._drawing: asyncio.Task[None] | None = None

    async def read(self) -> bytes:
        """Return the page; the previous one if drawing is slow or fails; empty while there is none yet.

        Raises:
            OutputError: there is no graph, or it cannot be drawn and there is no previous page.
        """
        return self._written() or await self._newest()

    async def stop(self) -> None:
        """Stop drawing, if in progress."""
        if self._drawing is not None:
            self._drawing.cancel()
            await asyncio.gather(self._drawing, return_exceptions=True)

    def _written(self) -> bytes:
        """Return the page in a folder of results; empty when there is none."""
        try:
            return (self._place / "graph.html").read_bytes()
        except OSError:
            return b""

    async def _newest(self) -> bytes:
        mark = await asyncio.to_thread(graph_mark, self._place)
        if self._drawing is None and mark != self._mark:
            self._drawing = asyncio.create_task(self._draw(mark))
        if self._drawing is not None:
            await self._wait_for(self._drawing)
        return self._drawn

    async def _wait_for(self, drawing: asyncio.Task[None]) -> None:
        """Wait until the drawing is done, or for `_PATIENCE`; a failure is raised only if there is no previous page."""
        await asyncio.wait({drawing}, timeout=_PATIENCE)
        if not drawing.done():
            return
        if self._drawing is drawing:
            self._drawing = None
        failure = drawing.exception()
        if failure is not None and not self._drawn:
            raise failure

    async def _draw(self, mark: object) -> None:
        command = [
            sys.executable,
            "-m",
            "kg.present.serve.pages.drawing_process",
            str(self._place),
            str(self._ontology),
        ]
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        try:
            written, _ = await process.communicate()
        except asyncio.CancelledError:
            process.kill()
            await process.wait()
            raise
        if process.returncode:
            # With a previous page, the same graph is not drawn again; without one, every request reports the error.
            self._mark = mark if self._drawn else self._mark
            reason = written.decode() if process.returncode == 2 else "look for its error where the server runs"
            raise OutputError("the page of the graph cannot be drawn", advice=reason)
        self._drawn, self._mark = written, mark
