"""How long a start takes: `kg --help`, a first `kg build` of one article, and each stage of it, in one run.

    python -m benchmarks.startup [ARTICLE]

Every figure is wall time in seconds. The commands run in processes of their own, `--help` five times, the best taken;
the stages run one after another in this process, which has loaded nothing before.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["main"]

Result = TypeVar("Result")

ARTICLE = Path(__file__).resolve().parents[1] / "seeds" / "crusoe-energy.fr.md"
HELP_RUNS = 5


class Clock:
    """Keeps the time of each stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], Result]) -> Result:
        """Return what `work` returns, and remember how long it took."""
        started = time.perf_counter()
        result = work()
        self.stages[stage] = time.perf_counter() - started
        return result


def main() -> None:
    """Print the figures as a table."""
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLE
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        _stages(clock, article, Path(folder))
        shown = min(_seconds("--help") for _ in range(HELP_RUNS))
        built = _seconds("build", str(article), "--out", folder)
    print(f"kg --help                {shown:6.2f} s")
    print(f"kg build, one article    {built:6.2f} s, cold")
    total = sum(clock.stages.values())
    for stage, seconds in clock.stages.items():
        print(f"  {stage:<22} {seconds:6.2f} s {seconds / total:5.0%}")


def _seconds(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _stages(clock: Clock, path: Path, out: Path) -> None:
    clock.time("import spaCy", _import_spacy)
    clock.time("import kg", _import_kg)
    from kg.articles.article_files import read_articles  # noqa: PLC0415
    from kg.config import find_ontology  # noqa: PLC0415 - what is imported when is what is measured
    from kg.extract.extractor import FrameExtractor  # noqa: PLC0415
    from kg.model import Article  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415
    from kg.rdf.results_folder import write_results  # noqa: PLC0415
    from kg.resolve.resolution import resolve  # noqa: PLC0415

    ontology = clock.time("read the ontology", lambda: read_ontology(find_ontology()))
    (article,) = (found for found in read_articles([path]) if isinstance(found, Article))
    extractor = FrameExtractor(ontology)
    clock.time("load the parser", lambda: extractor.extract(article))
    extraction = clock.time("extract", lambda: extractor.extract(article))
    # The first extraction loads the parser and extracts; the second extracts alone.
    clock.stages["load the parser"] -= clock.stages["extract"]
    resolution = clock.time("join names", lambda: resolve([extraction], ontology, base="https://kg.example/"))
    clock.time("write the graph", lambda: write_results(resolution, ontology, out))
    clock.time("draw the page", lambda: _draw(resolution.statements, resolution.articles, ontology))


def _import_spacy() -> None:
    import spacy  # noqa: F401, PLC0415


def _import_kg() -> None:
    import kg.pipeline  # noqa: F401, PLC0415


def _draw(*arguments: object) -> object:
    from kg.present.page.render import render  # noqa: PLC0415

    return render(*arguments)  # type: ignore[arg-type]  # handed on as they come


if __name__ == "__main__":
    main()
