from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from kg.articles.formats.source import LARGEST, Source, guarded, unexpected
from kg.errors import ArticleError
from kg.model import Article


def test_the_ending_of_a_name_is_that_of_its_innermost_part() -> None:
    assert Source("a.zip#b/c.HTML", io.BytesIO()).suffix == ".html"


def test_a_file_within_keeps_what_the_user_said_and_lies_deeper() -> None:
    inner = Source("a.zip", io.BytesIO(), "fr", {"text": "story"}, 1).within("b.txt", io.BytesIO(b"x"))
    assert (inner.document, inner.language, inner.fields, inner.depth) == ("a.zip#b.txt", "fr", {"text": "story"}, 2)


def test_a_file_that_is_too_large_is_an_error() -> None:
    with pytest.raises(ArticleError, match=f"a.txt: has more than {LARGEST} bytes"):
        Source("a.txt", io.BytesIO(b" " * (LARGEST + 1))).read()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ArticleError("is odd", where="a.txt"), "a.txt: is odd"),
        (OSError(5, "bad disk"), "a.txt: cannot be read (bad disk)"),
        (ValueError("x\ny"), "a.txt: cannot be read (ValueError: x y); report this line as a bug of kg"),
    ],
)
def test_an_error_costs_only_what_is_left_of_its_source(error: Exception, words: str) -> None:
    def reader(_: Source) -> Iterator[Article | ArticleError]:
        yield ArticleError("first", where="a.txt")
        raise error

    first, second = guarded(reader, Source("a.txt", io.BytesIO()))
    assert str(first) == "a.txt: first"
    assert str(second).startswith(words)


def test_a_long_error_is_cut() -> None:
    assert len(str(unexpected(ValueError("x" * 5_000), "a.txt"))) < 400
