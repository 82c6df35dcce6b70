"""The words of the page: the same in every language, none missing and none that nothing says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import kg.present.page
from kg.extract.amounts.amount_words import amount_words

TEMPLATES = Path(kg.present.page.__file__).parent / "templates"
WORDS: dict[str, dict[str, str]] = json.loads((TEMPLATES / "words.json").read_text("utf-8"))
SCRIPTS = "\n".join(path.read_text("utf-8") for path in sorted((TEMPLATES / "js").glob("*.js")))
SAID = re.compile(r'\bsay\(\s*"([\w.]+)"')
BEGUN = re.compile(r"\bsay\(`([\w.]+)\$\{")
NAMED = re.compile(r'"([\w.]+)"|^  (\w+): \{', re.MULTILINE)
"""A name that a script gives on to `say`: as text, or as that of a column."""


def slots(text: str) -> set[str]:
    return set(re.findall(r"\{\w\}", text))


def periods() -> set[str]:
    return {period for language in WORDS for period in amount_words(language).periods.values()}


@pytest.mark.parametrize("language", sorted(WORDS))
def test_every_language_says_the_same(language: str) -> None:
    english = WORDS["en"]
    assert {key: slots(text) for key, text in WORDS[language].items()} == {
        key: slots(text) for key, text in english.items()
    }


def test_what_a_script_says_has_words() -> None:
    assert set(SAID.findall(SCRIPTS)) - set(WORDS["en"]) == set()


def test_every_period_of_an_amount_has_words() -> None:
    assert periods() - set(WORDS["en"]) == set()


def test_nothing_is_there_that_no_script_says() -> None:
    named = {name for found in NAMED.findall(SCRIPTS) for name in found if name} | periods()
    begun = tuple(BEGUN.findall(SCRIPTS))
    keys = {key.removesuffix(".one") for key in WORDS["en"]}
    assert {key for key in keys - named if not key.startswith(begun)} == set()
