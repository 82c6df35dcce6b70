"""The page of the graph: as `kg build` wrote it, or drawn here, and drawn again when the graph has changed.

Drawing takes a second for hundreds of statements and a minute for a great many, so a process of its own does it. Who
comes meanwhile gets the page of before.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from kg.errors import OutputError
from kg.store.opening import graph_mark

__all__ = ["GraphPage"]

_PATIENCE = 8.0
"""Seconds that a request waits for a new page before it gets that of before."""


class GraphPage:
    """Has the page of the graph in `place`, drawn by `ontology` where no build has written one."""

    def __init__(self, place: Path, ontology: Path) -> None:
        self._place, self._ontology = place, ontology
        self._drawn = b""
        self._mark: object = None
        self._drawing: asyncio.Task[None] | None = None

    async def read(self) -> bytes:
        """Return the page, that of before when drawing a new one takes long or fails; nothing while there is none yet.

        Raises:
            OutputError: there is no graph, or it cannot be drawn and never was.
        """
        return self._written() or await self._newest()

    async def stop(self) -> None:
        """End the drawing, if there is one."""
        if self._drawing is not None:
            self._drawing.cancel()
            await asyncio.gather(self._drawing, return_exceptions=True)

    def _written(self) -> bytes:
        """Return the page that stands beside the graph in a folder of results; nothing when there is none."""
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
        """Return when the drawing is done, or takes long; its failure counts only where there is no page of before."""
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
            # What stays as it is need not fail anew for everybody who comes; without a page, everybody is told why.
            self._mark = mark if self._drawn else self._mark
            reason = written.decode() if process.returncode == 2 else "look for its error where the server runs"
            raise OutputError("the page of the graph cannot be drawn", advice=reason)
        self._drawn, self._mark = written, mark
