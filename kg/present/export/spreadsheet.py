"""Texts as cells that a spreadsheet opens and does not run."""

from __future__ import annotations

import re

__all__ = ["as_cell"]

_UNSEEN = r"\s\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
# With the wide forms of Asian keyboards. What stands before a sign is looked at once, from where it begins.
_SIGN = re.compile(rf"(?<![;{_UNSEEN}])[;{_UNSEEN}]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
# Where the comma is the decimal sign, spreadsheets cut at semicolons and heed no quotes.
_CUT = re.compile(r"[;\t\r\n]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def as_cell(text: str) -> str:
    """Return a text with an apostrophe before each sign by which a spreadsheet knows a formula; a number stays one.

    Such a sign opens the text, or stands within it where a spreadsheet may begin another cell.

    >>> as_cell("=1+1"), as_cell("IDC; =SUM(A1)"), as_cell("a = b"), as_cell("-5.2")
    ("'=1+1", "IDC; '=SUM(A1)", 'a = b', '-5.2')
    """
    return text if _NUMBER.fullmatch(text) else _SIGN.sub(_defused, text)


def _defused(found: re.Match[str]) -> str:
    opens = found.start() == 0 or _CUT.search(found[0])
    return found[0] + "'" if opens else found[0]
