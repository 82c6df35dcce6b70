from __future__ import annotations

from pathlib import Path

import pytest

from kg.config import DEFAULT_BASE, DEFAULT_SECONDS, Settings, find_names, find_ontology
from kg.errors import UsageError


def test_without_a_word_the_shipped_ontology_is_used() -> None:
    settings = Settings.from_environment(environment={})
    assert (settings.base, settings.ontology) == (DEFAULT_BASE, find_ontology())
    assert (settings.ontology / "kg.ttl").is_file()


def test_the_ontology_asked_for_is_used() -> None:
    assert Settings.from_environment(Path("mine"), {}).ontology == Path("mine")


def test_the_environment_sets_the_base() -> None:
    assert Settings.from_environment(environment={"KG_BASE": "http://a.example/x/"}).base == "http://a.example/x/"


@pytest.mark.parametrize(
    "base",
    ["", "/", "a.example/", "ftp://a.example/", "https://a.example", "https://a b/", "https://a/>", "https://a/\n/"],
)
def test_a_base_that_is_no_iri_with_a_slash_at_its_end_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="the base IRI is not an http") as caught:
        Settings.from_environment(environment={"KG_BASE": base})
    assert caught.value.where == f"KG_BASE={base}"


def test_decisions_on_names_are_where_an_option_says_then_the_environment_then_here() -> None:
    told = {"KG_NAMES": "theirs.ttl"}
    assert [find_names(Path("mine.ttl"), told), find_names(None, told), find_names(None, {})] == [
        Path("mine.ttl"),
        Path("theirs.ttl"),
        Path("names.ttl"),
    ]


def test_without_a_file_here_nothing_is_decided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings(Path()).with_names(environment={}).names is None
    Path("names.ttl").touch()
    assert Settings(Path()).with_names(environment={}).names == Path("names.ttl")


def test_a_file_that_is_named_and_not_there_is_not_passed_over(tmp_path: Path) -> None:
    assert Settings(Path()).with_names(tmp_path / "gone.ttl", {}).names == tmp_path / "gone.ttl"


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Settings(Path()).base = "https://b.example/"  # type: ignore[misc]  # that is what is tested


def test_the_environment_sets_how_long_an_article_may_take() -> None:
    told = [Settings.from_environment(environment={"KG_SECONDS": text}).seconds for text in ("0", "2.5", "")]
    assert told == [0, 2.5, DEFAULT_SECONDS]


@pytest.mark.parametrize("seconds", ["-1", "1e3", "nan", "ten", "1,5", "٣"])
def test_seconds_that_are_no_number_are_refused(seconds: str) -> None:
    with pytest.raises(UsageError, match="is no number of seconds") as caught:
        Settings.from_environment(environment={"KG_SECONDS": seconds})
    assert caught.value.where == f"KG_SECONDS={seconds}"
