"""The page of the graph: as `kg build` wrote it, or drawn here, and drawn again when the graph has changed.

Drawing takes a second for hundreds of statements and a minute for a great many, so a process of its own does it. Who
comes meanwhile gets the page of before, or one that comes back by itself.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.errors import OutputError
from kg.graph.opening import graph_mark

__all__ = ["GraphPage"]

_PATIENCE = 8.0
"""Seconds that a request waits for a page before it is told to come again."""
_HEADERS = (("Content-Security-Policy", "frame-ancestors 'none'"), ("Cache-Control", "no-cache"))
_NAVIGATION = b"""<nav class="bar" aria-label="Pages">
<span>Graph</span> <a href="/query">Query</a> <a href="/articles">Articles</a>
</nav>"""
_WAITING = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Graph – kg</title></head>
<body><p>The graph is being drawn; this page comes back by itself.</p>
<p><a href="/query">Query</a> <a href="/articles">Articles</a></p></body></html>
"""


class GraphPage:
    """Answers with the page of the graph in `place`, drawn by `ontology` where no build has written one."""

    def __init__(self, place: Path, ontology: Path) -> None:
        self._place, self._ontology = place, ontology
        self._drawn = b""
        self._mark: object = None
        self._drawing: asyncio.Task[None] | None = None

    async def respond(self, _: Request) -> Response:
        """Return the page, which brings its own policy, with the way to the other pages.

        Raises:
            OutputError: there is no graph, or it cannot be drawn.
        """
        html = self._written() or await self._newest()
        if not html:
            again = {"Cache-Control": "no-cache", "Retry-After": "2", "Refresh": "2"}
            return HTMLResponse(_WAITING, status_code=503, headers=again)
        return HTMLResponse(html.replace(b"<body>", b"<body>\n" + _NAVIGATION, 1), headers=dict(_HEADERS))

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
        """Return the page of the graph as it is now; that of before, or nothing, when drawing it takes long."""
        mark = await asyncio.to_thread(graph_mark, self._place)
        if self._drawing is None and mark != self._mark:
            self._drawing = asyncio.create_task(self._draw(mark))
        task = self._drawing
        if task is not None:
            await asyncio.wait({task}, timeout=_PATIENCE)
            if task.done():
                self._drawing = None if self._drawing is task else self._drawing
                task.result()
        return self._drawn

    async def _draw(self, mark: object) -> None:
        command = [sys.executable, "-m", "kg.present.serve.drawing", str(self._place), str(self._ontology)]
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        try:
            written, _ = await process.communicate()
        except asyncio.CancelledError:
            process.kill()
            await process.wait()
            raise
        if process.returncode:
            reason = written.decode() if process.returncode == 2 else "look for its error where the server runs"
            raise OutputError("the page of the graph cannot be drawn", advice=reason)
        self._drawn, self._mark = written, mark
