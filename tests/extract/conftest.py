"""The grammars of the shared extractor, and a short way to extract."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.extractor import FrameExtractor
from kg.extract.resources import Resources
from kg.model import Extraction
from tests.extract.reading import article


@pytest.fixture(name="french", scope="session")
def _french(extractor: FrameExtractor) -> Resources:
    return extractor._grammar("fr")  # the extractor's own, so that no parser is loaded twice


@pytest.fixture(name="english", scope="session")
def _english(extractor: FrameExtractor) -> Resources:
    return extractor._grammar("en")


@pytest.fixture(name="extract", scope="session")
def _extract(extractor: FrameExtractor) -> Callable[[str, str], Extraction]:
    """Return a function that extracts what a text in a language states."""
    return lambda text, language: extractor.extract(article(text, language))
