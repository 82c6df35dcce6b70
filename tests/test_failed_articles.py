"""An article whose reading fails, in a graph that grows: it is kept as failed, and the others are added."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.extractor import FrameExtractor
from kg.inquiry.status import describe_store
from kg.model import Article, Cause, Extraction
from tests.test_growing import deal, grow_store, write


class Failing(FrameExtractor):
    """An extractor that fails on articles about one company."""

    def extract(self, article: Article) -> Extraction:
        if "Bravane" in article.text:
            raise ValueError("no word")
        return super().extract(article)


@pytest.fixture(name="failing")
def _failing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.growing.FrameExtractor", Failing)


def failures(tmp_path: Path) -> dict[str, str]:
    return {
        one.document.rpartition("/")[2]: one.failure
        for one in describe_store(tmp_path / "store").articles
        if one.failure
    }


@pytest.mark.usefixtures("failing")
def test_an_article_whose_reading_fails_is_kept_as_failed_and_the_others_are_added(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / "in", f"{number}.txt", deal(number))
    growth = grow_store(tmp_path, tmp_path / "in")
    assert [name.rpartition("/")[2] for name in growth.added] == ["0.txt", "2.txt"]
    assert [error.where.rpartition("/")[2] for error in growth.errors] == ["1.txt"]
    assert [one.reason for one in growth.resolution.skipped if one.cause is Cause.FAILED] == ["ValueError: no word"]
    assert failures(tmp_path) == {"1.txt": "ValueError: no word"}


def test_an_article_that_failed_is_read_again_when_it_is_named_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "in", "1.txt", deal(1))
    with monkeypatch.context() as patch:
        patch.setattr("kg.growing.FrameExtractor", Failing)
        assert [grow_store(tmp_path, path).added, grow_store(tmp_path, path).unchanged] == [(), ()]
    growth = grow_store(tmp_path, path)
    assert [statement.subject.label for statement in growth.resolution.statements][::2] == ["Bravane"]
    assert (len(growth.replaced), growth.errors, failures(tmp_path)) == (1, (), {})


def test_an_article_that_failed_is_read_again_when_the_ontology_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("kg.growing.FrameExtractor", Failing)
        grow_store(tmp_path, write(tmp_path / "in", "1.txt", deal(1)))
    other = write(tmp_path / "in", "0.txt", deal(0))
    assert grow_store(tmp_path, other).renewed == ()
    monkeypatch.setattr("kg.growing.rules_digest", lambda _: "others")
    assert [name.rpartition("/")[2] for name in grow_store(tmp_path, other).renewed] == ["0.txt", "1.txt"]
    assert failures(tmp_path) == {}


def test_what_a_store_had_of_an_article_stays_when_its_new_text_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "in", "a.txt", deal(0))
    grow_store(tmp_path, path)
    write(tmp_path / "in", "a.txt", deal(1))
    with monkeypatch.context() as patch:
        patch.setattr("kg.growing.FrameExtractor", Failing)
        growth = grow_store(tmp_path, path)
    assert [statement.subject.label for statement in growth.resolution.statements][::2] == ["Nordalia"]
    assert (growth.replaced, ["the store keeps what it had" in str(error) for error in growth.errors]) == ((), [True])
    assert failures(tmp_path) == {"a.txt": "ValueError: no word"}
    assert [len(grow_store(tmp_path, path).replaced), failures(tmp_path)] == [1, {}]


@pytest.mark.usefixtures("failing")
def test_the_same_text_as_one_that_failed_is_read(tmp_path: Path) -> None:
    grow_store(tmp_path, write(tmp_path / "in", "a.txt", deal(1)))
    assert len(grow_store(tmp_path, write(tmp_path / "in", "b.txt", deal(1))).errors) == 1
