"""What goes wrong in one article becomes a value that says what, and where."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from kg.errors import UsageError
from kg.extract.grammar.syntax import Sentence
from kg.extract.isolation import Failure, extract_safely
from kg.model import Article, Cause, Extraction, Skipped, Span
from tests.extract.reading import article

ARTICLE = article("Nordalia raised $30 million.")


class Broken:
    """An extractor that does what it is told instead of reading."""

    def __init__(self, act: Callable[[], object], prepare: Callable[[], object] = lambda: None) -> None:
        self.act = act
        self.before = prepare

    def prepare(self, language: str) -> None:
        self.before()

    def extract(self, article: Article) -> Extraction:
        self.act()
        return Extraction(article, (), (), ())


def fail(act: Callable[[], object], *, seconds: float = 0) -> Failure:
    found = extract_safely(ARTICLE, Broken(act), seconds=seconds)
    assert isinstance(found, Failure)
    return found


def stop(error: BaseException) -> Callable[[], object]:
    def act() -> object:
        raise error

    return act


def loop_for_ever() -> None:
    while True:
        pass


def recurse() -> None:
    recurse()


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (lambda: max([]), "ValueError"),
        (lambda: "".index("x"), "ValueError: substring not found"),
        (stop(MemoryError()), "MemoryError"),
        (recurse, "RecursionError: maximum recursion depth exceeded"),
        (stop(KeyError("a\x1b[31m\n\ud800b")), "KeyError: "),
    ],
)
def test_an_exception_of_any_kind_is_a_failure(act: Callable[[], object], reason: str) -> None:
    assert fail(act).reason.startswith(reason)


def test_a_reading_without_end_is_a_failure() -> None:
    assert fail(loop_for_ever, seconds=0.01).reason == "its reading took longer than 0.01 s"


def test_an_interruption_by_the_user_is_none() -> None:
    with pytest.raises(KeyboardInterrupt):
        fail(stop(KeyboardInterrupt()))


def test_what_goes_wrong_before_any_article_is_raised() -> None:
    missing = stop(UsageError("the pipeline is not installed"))
    with pytest.raises(UsageError):
        extract_safely(ARTICLE, Broken(lambda: None, missing), seconds=0)


def test_what_is_read_is_what_the_extractor_gives() -> None:
    assert extract_safely(ARTICLE, Broken(lambda: None), seconds=60) == Extraction(ARTICLE, (), (), ())


def test_a_failure_says_which_line_of_kg_it_comes_from() -> None:
    place = fail(lambda: Sentence.from_words(Span(0, 0), "en", (None,))).place  # type: ignore[arg-type]  # on purpose
    assert place.startswith("kg.extract.grammar.syntax:")
    assert place.endswith(" from_words")


def test_a_long_message_is_cut_and_holds_nothing_that_a_terminal_obeys() -> None:
    reason = fail(stop(ValueError("a\x1b[31m\u202eb\n\ud800" + "x" * 1000))).reason
    assert (len(reason), reason.isprintable()) == (200, True)


def test_a_failure_is_one_line_for_a_user() -> None:
    failure = Failure(ARTICLE, "ValueError: no", "kg.extract.reading:3 read")
    told = "a.txt: could not be read: ValueError: no, at kg.extract.reading:3 read; "
    assert str(failure.as_error()) == f"{told}report this line as a bug of kg"
    assert (
        str(failure.as_error(kept=True)) == f"{told}the store keeps what it had of it; report this line as a bug of kg"
    )


def test_a_failure_is_an_article_of_which_nothing_was_read() -> None:
    record = Skipped("a.txt", Span(0, 0), "", Cause.FAILED, "ValueError: no, at kg.extract.reading:3 read")
    failure = Failure(ARTICLE, "ValueError: no", "kg.extract.reading:3 read")
    assert failure.as_extraction() == Extraction(ARTICLE, (), (), (record,))


def test_what_was_read_before_stays_with_the_latest_failure_alone() -> None:
    other = Skipped("a.txt", Span(0, 5), "raised", Cause.NO_OBJECT, "nothing")
    before = Extraction(ARTICLE, (), (), (other,))
    first = Failure(ARTICLE, "ValueError: first", "").as_extraction(before)
    second = Failure(ARTICLE, "ValueError: second", "").as_extraction(first)
    assert [one.reason for one in second.skipped] == ["ValueError: second", "nothing"]


def test_a_failure_can_travel_to_another_process() -> None:
    failure = fail(lambda: max([]))
    assert pickle.loads(pickle.dumps(failure)) == failure  # noqa: S301 - our own
