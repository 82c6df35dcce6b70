"""The pipelines of the parser, loaded once in a process for all that make a parser: each takes a second or two."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from spacy.language import Language

from kg.extract.grammar.parsing import parser

__all__ = ["share_pipelines"]


class _Setter(Protocol):
    def __call__(self, target: object, name: str, value: object, /) -> None: ...


def share_pipelines(change: _Setter = setattr) -> None:
    """Let every parser of a language that is made from now on use one pipeline, which no parse changes."""
    load = parser._load

    @cache
    def loaded(language: str, pipeline: str) -> Language:
        assert parser.PIPELINES[language] == pipeline
        return load(language)

    change(parser, "_load", lambda language: loaded(language, parser.PIPELINES[language]))
