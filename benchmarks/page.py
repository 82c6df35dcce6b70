"""How long the page takes to be made, to open and to answer, and how large it is, for graphs of several sizes.

    python -m benchmarks.page [NODES]...

The graphs are invented (`invented_news.py`) and have eight edges to five nodes. Seconds of Python are processor time;
those of the browser are wall time, the median of several runs, each in a fresh profile of headless Chromium without a
graphics card. `open` is from the start of the navigation to the first frame with the graph, `click` from the press of
the button on a line to the panel on the screen; `search` and `filter` likewise. `a frame` is what the whole map takes
to be drawn once.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from playwright.sync_api import Browser, Page

from benchmarks.browser import open_browser
from benchmarks.invented_news import invent
from kg.config import find_ontology
from kg.ontology import read_ontology
from kg.present.page import render as maker

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.ontology.schema import Ontology

__all__ = ["main"]

SIZES = (100, 1000, 5000, 20000)
RUNS = 3
STAGES = {"limit": "choose what fits", "draw": "draw", "place": "lay out"}
"""The functions that `render` calls by their names there, and what they do; the rest of its time is writing."""

PAINTED = """() => new Promise((done) => requestAnimationFrame(() => {
    const afterwards = new MessageChannel();
    afterwards.port1.onmessage = () => done(performance.now() / 1000);
    afterwards.port2.postMessage(0);
}))"""
"""Settles when the next frame is on the screen, with the seconds since the navigation began."""

EDGE = """() => {
    const { left, top, width, height } = document.getElementById("canvas").getBoundingClientRect();
    const { network } = kgGraph;
    for (const { id, hidden, edgeType } of Object.values(network.body.edges)) {
        const { x, y } = network.canvasToDOM(edgeType.getPoint(0.5, edgeType.getViaNode?.()));
        const isInside = x > 60 && y > 60 && x < width - 60 && y < height - 60;
        if (!isInside || hidden || network.getNodeAt({ x, y }) !== undefined) continue;
        const isFree = document.elementFromPoint(left + x, top + y)?.tagName === "CANVAS";
        if (isFree && network.getEdgeAt({ x, y }) === id) return { x: left + x, y: top + y };
    }
    return null;
}"""
"""Gives the middle of the first line that a click there would choose."""

FRAME = """() => {
    const started = performance.now();
    kgGraph.network.redraw();
    return (performance.now() - started) / 1000;
}"""
"""Gives how long the whole map takes to be drawn, as it is in every frame while it is dragged."""

Figures = dict[str, float]


def main() -> None:
    """Print the figures of each size."""
    ontology = read_ontology(find_ontology())
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        for nodes in [int(size) for size in sys.argv[1:]] or SIZES:
            page = Path(folder) / f"{nodes}.html"
            print(f"{nodes} nodes, {nodes * 8 // 5} edges", flush=True)
            _print(_make(page, nodes, ontology))
            print(f"  {'size':<20} {page.stat().st_size / 1e6:8.2f} MB")
            _print(_median([_open(browser, page) for _ in range(RUNS)]))


def _make(page: Path, nodes: int, ontology: Ontology) -> Figures:
    """Write the page; return how long each stage took."""
    statements, articles = invent(nodes, nodes * 8 // 5, ontology)
    seconds: defaultdict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for name, title in STAGES.items():
            if hasattr(maker, name):
                stack.enter_context(patch.object(maker, name, _timed(getattr(maker, name), seconds, title)))
        whole: defaultdict[str, float] = defaultdict(float)
        html = _timed(maker.render, whole, "make")(statements, articles, ontology)
    started = time.process_time()
    maker.write_page(page, html)
    written = time.process_time() - started
    return {**seconds, "write": whole["make"] - sum(seconds.values()) + written}


def _timed(work: Callable[..., Any], seconds: defaultdict[str, float], title: str) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        started = time.process_time()
        result = work(*arguments, **options)
        seconds[title] += time.process_time() - started
        return result

    return timed


def _open(browser: Browser, path: Path) -> Figures:
    """Open the page in a fresh profile and do what a reader does."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_function("() => window.kgGraph?.network")
    figures = {"open": float(page.evaluate(PAINTED))}
    figures |= _frame(page) | _click(page) | _search(page) | _filter(page)
    session = context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    figures["heap, MB"] = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    return figures


def _click(page: Page) -> Figures:
    place = page.evaluate(EDGE)
    if place is None:
        return {}
    started = time.perf_counter()
    page.mouse.click(place["x"], place["y"])
    page.wait_for_selector("#panel:not([hidden])")
    page.evaluate(PAINTED)
    return {"click": time.perf_counter() - started}


def _frame(page: Page) -> Figures:
    return {"a frame": median(float(page.evaluate(FRAME)) for _ in range(5))}


def _search(page: Page) -> Figures:
    """Type the first letters of a name into the field for searching, if the page has one."""
    field = page.locator("#finder input").first
    if not field.count():
        return {}
    started = time.perf_counter()
    field.fill("nor")
    page.locator("#finder [role=option]").first.wait_for()
    page.evaluate(PAINTED)
    return {"search": time.perf_counter() - started}


def _filter(page: Page) -> Figures:
    """Switch the first filter that is on the screen."""
    box = page.locator("input[type=checkbox]:visible").first
    if not box.count():
        return {}
    started = time.perf_counter()
    box.click()
    page.evaluate(PAINTED)
    return {"filter": time.perf_counter() - started}


def _median(runs: list[Figures]) -> Figures:
    return {name: median(run[name] for run in runs if name in run) for name in runs[0]}


def _print(figures: Figures) -> None:
    for name, figure in figures.items():
        print(f"  {name:<20} {figure:8.2f}", flush=True)


if __name__ == "__main__":
    main()
