"""The README shows the figures that the benchmark holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality import CLOSING, EDGES, OPENING, complaints, read_floors, table

README = Path(__file__).parent.parent / "README.md"


def test_the_readme_shows_the_figures_last_reached() -> None:
    _, _, rest = README.read_text(encoding="utf-8").partition(OPENING)
    shown, _, _ = rest.partition(CLOSING)
    assert shown.strip() == table(read_floors())


@pytest.mark.parametrize(
    ("part", "figure"),
    [("news.all", {"recall": 0.4}), ("news.all", {"swapped": 0.5}), ("news.confidence", {"sure": 0.8, "rest": 0.8})],
)
def test_a_figure_that_got_worse_is_told(part: str, figure: dict[str, float]) -> None:
    floors = {"news.all": {"recall": 0.5, "swapped": 0.0}, "news.confidence": {"sure": 0.1, "rest": 0.1}}
    found = {part: {**floors[part], **figure}}
    assert [line.startswith(part) for line in complaints(found, floors)] == [True]


def test_a_figure_that_got_better_is_fine() -> None:
    floors = {"news.all": {"recall": 0.5, "swapped": 0.1}}
    assert list(complaints({"news.all": {"recall": 0.6, "swapped": 0.0}}, floors)) == []


def test_what_can_no_longer_be_measured_got_worse() -> None:
    lines = list(complaints({"news.all": {"recall": 0.5}}, {"news.all": {"recall": 0.5, "dates.recall": 0.3}}))
    assert lines == ["news.all.dates.recall is 0.0, was 0.3"]


def test_a_row_shows_a_dash_where_there_was_nothing_to_find() -> None:
    figures = {"seeds.all": {**dict.fromkeys((*EDGES, "labels"), 1.0), "dates.precision": 1.0, "dates.recall": 0.25}}
    assert "| the sample articles | 1.00 | 1.00 / 0.25 | – | – | – | – |" in table(figures).splitlines()
