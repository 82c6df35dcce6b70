"""Isolates articles from each other: any error while reading one becomes a `Failure`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import TracebackType

from kg.errors import ArticleError
from kg.extract.extractor import Extractor
from kg.extract.timelimit import TimeUpError, call_within
from kg.model import Article, Cause, Extraction, Skipped, Span

__all__ = ["Failure", "extract_safely"]

# The length in characters at which an article gets twice the time of a short one.
_LENGTH = 10_000
# How many characters of an exception's message are reported: it may quote the article.
_MOST_WORDS = 200
_ADVICE = "report this line as a bug of kg"
_TIME_ADVICE = "give it more seconds with KG_SECONDS, or report this line as a bug of kg"


@dataclass(frozen=True, slots=True)
class Failure:
    """An article whose reading failed.

    Attributes:
        article: the article.
        reason: the exception and its message, or how long the reading took.
        place: where in kg, as `module:line function`; empty when no code of kg was running.
        advice: what the user can do.
    """

    article: Article
    reason: str
    place: str
    advice: str = _ADVICE

    def as_error(self, *, kept: bool = False) -> ArticleError:
        """Return the failure as one line for a user; `kept` adds that a store keeps what it had of the article."""
        advice = ("the store keeps what it had of it; " if kept else "") + self.advice
        return ArticleError(f"could not be read: {self._described()}", where=self.article.document, advice=advice)

    def as_extraction(self, before: Extraction | None = None) -> Extraction:
        """Return an extraction that records the failure, along with the extraction `before`, if any."""
        skipped = Skipped(self.article.document, Span(0, 0), "", Cause.FAILED, self._described())
        if before is None:
            return Extraction(self.article, (), (), (skipped,))
        others = (one for one in before.skipped if one.cause is not Cause.FAILED)
        return replace(before, skipped=(skipped, *others))

    def _described(self) -> str:
        return f"{self.reason}, at {self.place}" if self.place else self.reason


def extract_safely(article: Article, extractor: Extractor, *, seconds: float) -> Extraction | Failure:
    """Return the extraction of an article, or the failure: an exception of any kind, or a timeout.

    `seconds` is the limit for a short article, a longer one gets more in proportion to its length; 0 is no limit.
    Loading the resources of a language does not count, and errors in it are raised.
    """
    extractor.prepare(article.language)
    limit = seconds * (1 + len(article.text) / _LENGTH)
    try:
        return call_within(limit, lambda: extractor.extract(article))
    except TimeUpError as error:
        reason = f"its reading took longer than {round(limit, 2):g} s"
        return Failure(article, reason, _place(error.__traceback__), _TIME_ADVICE)
    except Exception as error:
        return Failure(article, _describe(error), _place(error.__traceback__))


def _describe(error: Exception) -> str:
    """Return an exception in one line, without control characters and those that UTF-8 cannot encode."""
    words = " ".join("".join(c if c.isprintable() else " " for c in str(error)).split())
    said = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return said if len(said) <= _MOST_WORDS else said[: _MOST_WORDS - 1] + "…"


def _place(trace: TracebackType | None) -> str:
    """Return the innermost place in kg of a traceback, not counting this module and the time limit."""
    place = ""
    while trace is not None:
        code, module = trace.tb_frame.f_code, str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("kg.") and module not in {__name__, call_within.__module__}:
            place = f"{module}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    return place
