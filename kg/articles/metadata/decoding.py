"""Bytes to text: UTF-8, what a byte order mark or a page says, or else what the bytes look like."""

from __future__ import annotations

import codecs
import re

from kg.errors import ArticleError
from kg.model import Cause, Remark

__all__ = ["decode", "encoding_named"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How far into a page its encoding may be declared, by the HTML standard, with room for long comments before.
_HEAD = 4_096
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
# What the encoding standard (https://encoding.spec.whatwg.org/#names-and-labels) means by these names.
_MEANT = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252"}
# Python knows more, such as those of the names of hosts, which take quadratic time and which no page is in.
_KNOWN = (
    "utf-8",
    "utf-16",
    "utf-32",
    "ascii",
    "cp",
    "iso8859",
    "koi8",
    "mac",
    "gb",
    "big5",
    "euc",
    "shift_jis",
    "iso2022",
    "hz",
    "johab",
    "tis",
)
_SAMPLE = 65_536
_LEGACY = "windows-1252"
_MOST_CONTROLS = 0.01


def decode(content: bytes, document: str, *, declares: bool = False) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of a file, without a byte order mark, and what is to be said of its encoding if it is not UTF-8.

    A mark goes before UTF-8, UTF-8 before what the file itself says (`declares`: a page or XML does), and this before
    what its bytes look like.

    Raises:
        ArticleError: the file is binary or empty.
    """
    text, name = _decoded(content, declares=declares)
    if text is None or _is_binary(text):
        raise ArticleError("is not text but binary", where=document, advice="save it as UTF-8 text")
    if not text.strip():
        raise ArticleError("is empty", where=document, advice="give it a text")
    known = name in {"utf-8", "utf-8-sig"}
    return text, () if known else (Remark(Cause.ENCODING, f"the file was read as {name}"),)


def _decoded(content: bytes, *, declares: bool) -> tuple[str | None, str]:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace"), name
    named = _declared(content) if declares else ""
    for name in ("utf-8", named):
        try:
            return content.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    guessed = _guess(content)
    return (content.decode(guessed, "replace"), guessed) if guessed else (None, "")


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content[:_HEAD])
    name = match[1].decode("ascii", "replace").lower() if match else ""
    name = encoding_named(_MEANT.get(name, name))
    return "" if name.startswith(("utf-16", "utf-32")) else name


def encoding_named(name: str) -> str:
    """Return Python's name of an encoding that texts are in; empty for one that is not known."""
    try:
        known = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
    return known if known.startswith(_KNOWN) else ""


def _guess(content: bytes) -> str:
    """Return the encoding that the bytes look like; empty for none.

    Short texts of western languages look like a dozen encodings; all that is written in French and English is
    windows-1252 then, unless every second byte is zero.
    """
    sample = content[:_SAMPLE]
    if sample.count(0) * 4 > len(sample) > 1:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    if 0 in sample:
        return ""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, and slow to import

    candidates = ["cp1252", "mac_roman", "cp850", "iso8859_15"]
    best = from_bytes(sample, cp_isolation=candidates, threshold=0.5).best()
    return _LEGACY if best is None or best.encoding in {"ascii", "cp1252"} else best.encoding


def _is_binary(text: str) -> bool:
    controls = sum(c < " " and c not in "\t\n\r\f\v\x1b" for c in text[:_SAMPLE])
    return "\x00" in text or controls > _MOST_CONTROLS * len(text[:_SAMPLE])
