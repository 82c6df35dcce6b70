"""Strings that break pages which are careless with text, by what each of them attacks.

Any of them may stand in any text of an article, an entity, a statement or an ontology. All that runs shows a dialog, or
asks for an address under `https://kerlan.example`, so that a test sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["HUGE", "KINDS", "NAUGHTY", "shown"]

HUGE = "valbrune" * 12_500
"""One word of 100,000 letters."""

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "markup": (
            "<script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "</title></style></textarea><img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<math><mtext><table><mglyph><style><!--</style><img src onerror=alert(1)>",
            "<details open ontoggle=alert(1)><summary>x</summary></details>",
            "<form action=https://kerlan.example><button autofocus onfocus=alert(1)>",
            "<base href=https://kerlan.example/><link rel=stylesheet href=x.css>",
            '<meta http-equiv=refresh content="0;url=https://kerlan.example/">',
            "&lt;img src=x onerror=alert(1)&gt; &amp; &#60;b&#62; &nbsp",
            "<plaintext><noscript><template>",
        ),
        "attributes": (
            '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
            "' onclick='alert(1)' style='position:fixed;inset:0",
            "x` onerror=`alert(1)",
            '"><input autofocus onfocus=alert(1)>',
        ),
        "addresses": (
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)//https://kerlan.example",
            "java\tscript:alert(1)",
            "java\nscript\n:alert(1)",
            " \u0001javascript:alert(1)",
            "javascript&colon;alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+",
            "vbscript:msgbox(1)",
            "//kerlan.example/pixel.png",
            "https://kerlan.example/\"onclick='alert(1)'<b>",
            "https://user:word@kerlan.example:8080/?a=1#s=x",
            "file:///etc/hosts",
            "blob:https://kerlan.example/1",
            "../../../etc/hosts\\..\\con",
        ),
        "styles": (
            "x}</style><style>body{display:none}",
            "red;background:url(https://kerlan.example/a.png)",
            "expression(alert(1))",
            "@import 'https://kerlan.example/a.css';",
            "#0072B2;x",
        ),
        "data blocks": (
            "<!--<script>",
            "--><script>alert(1)</script>",
            '"}]};alert(1);//',
            '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e \\\\ \\" \\',
            "line \u2028 paragraph \u2029 end",
            "'-alert(1)-'",
        ),
        "templates": (
            "{{7*7}} {% raw %} {# x #}",
            "{{ ''.__class__.__mro__ }}",
            "${alert(1)} `${7*7}` #{7*7} <%= 7*7 %>",
            "{n} {a} {b} %s %d $& $1 $`",
        ),
        "drawings": (
            "]]></title><svg/onload=alert(1)>",
            '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hosts">]><x>&y;</x>',
            "<foreignObject><body onload=alert(1)></foreignObject>",
            "<b>bold</b> *bold* _it_ `code`",
        ),
        "spreadsheets": (
            '=HYPERLINK("https://kerlan.example","Bravane")',
            "=cmd|' /C calc'!A0",
            "+33 1 23 45 67 89",
            "-2+3",
            "@SUM(A1:A9)",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "  =1+1",
            "\ufeff=1+1",
            "＝1+1",
            "Bravane;=1+1;x",
            "Bravane\t=1+1",
            "Bravane\n=1+1",
            "Bravane,=1+1",
            'Bravane",=1+1,"',
            'Bravane"\n=1+1,"',
        ),
        "hashes": ("a&s=b&n=c", "#s=x", "%E0%A4%A", "%00%0a%3Cscript%3E", "a+b c%20d", "?q=1;r=2", "=&=&"),
        "keys": ("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length", "prototype", "null"),
        "directions": (
            "\u202egnp.exe \u2066hidden\u2069 \u200f\u061c",
            "مرحبا Nordalia שלום (1) [2]",
            "\u2067\u202b\u202dunclosed",
        ),
        "unseen": (
            "zero\u200bwidth\u200d\ufeff\u2060\u00ad",
            "\u200b",
            "\u3164\u115f",
            "\ufff9a\ufffab\ufffb \ufffe \uffff",
        ),
        "heaps": ("Z" + "\u0300\u0489\u033f" * 60 + "algo", "\u0e47" * 40, "\U000e0041" * 30),
        "pictures": ("👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇫🇷 1️⃣", "𝔑𝔬𝔯𝔡𝔞𝔩𝔦𝔞 𠜎𠜱 \U0010ffff", "🤖" * 90),
        "halves": ("half \ud83d of a pair", "\udc00 other half", "\ud83d\ude00 two halves", "x" * 79 + "😀" * 50),
        "controls": (
            "null \u0000 bell \u0007 escape \u001b[31m delete \u007f",
            "next \u0085 form \u000c feed \u000b",
            "a\r\nb\rc",
        ),
        "numbers": (
            "NaN",
            "Infinity",
            "-Infinity",
            "1e400",
            "-0",
            "0x10",
            "9" * 400,
            "1e308",
            "1,5.2",
            "١٢٣",
            "true",
            "[object Object]",
        ),
        "dates": (
            "0000-00-00",
            "0000-01-01",
            "9999-12-31",
            "2025-02-31/1900",
            "2025-02-31",
            "2025-13",
            "2025/",
            "-2025",
            "99999",
        ),
        "lengths": ("long" * 400, "word " * 400, "ﷺ" * 120, "漢" * 300),
        "nothing": ("", " ", "\n\n", "\u00a0\u3000"),
    }
)

NAUGHTY: tuple[str, ...] = tuple(text for texts in KINDS.values() for text in texts)


def shown(text: str) -> str:
    """Return the text as a page can hold it: with a mark in place of each half of a character."""
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
