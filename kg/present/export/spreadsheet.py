"""Escapes texts for spreadsheets, so that they are not run as formulas."""

from __future__ import annotations

import re

__all__ = ["as_cell"]

_UNSEEN = r"\s\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
# Including full-width forms. The look-behind makes the match of leading characters start only once.
_SIGN = re.compile(rf"(?<![;{_UNSEEN}])[;{_UNSEEN}]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
# In locales with a decimal comma, spreadsheets split at semicolons and ignore quotes.
_CUT = re.compile(r"[;\t\r\n]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def as_cell(text: str) -> str:
    """Return a text with an apostrophe before each sign that starts a formula; a number is unchanged.

    Such a sign is at the start of the text, or inside it where a spreadsheet may start a new cell.

    >>> as_cell("=1+1"), as_cell("IDC; =SUM(A1)"), as_cell("a = b"), as_cell("-5.2")
    ("'=1+1", "IDC; '=SUM(A1)", 'a = b', '-5.2')
    """
    return text if _NUMBER.fullmatch(text) else _SIGN.sub(_defused, text)


def _defused(found: re.Match[str]) -> str:
    opens = found.start() == 0 or _CUT.search(found[0])
    return found[0] + "'" if opens else found[0]
