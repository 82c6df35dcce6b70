"""No script of ours makes markup of text; and if some came in all the same, the policy would refuse its deeds."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from kg.present.page.render import render
from tests.present.conftest import Opener
from tests.present.scene import four_statements, ontology

OUTSIDE = "https://kerlan.example/x"
SINKS = (
    r"\.(inner|outer)HTML\b",
    r"\binsertAdjacentHTML\b",
    r"\bdocument\.(write|writeln|open|domain|cookie|execCommand)\b",
    r"\b(DOMParser|createContextualFragment|setHTMLUnsafe|setHTML|parseHTMLUnsafe|srcdoc)\b",
    r"\b(eval|Function|importScripts|postMessage)\s*\(",
    r"\bset(Timeout|Interval)\(\s*[\"'`]",
    r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|Worker|RTCPeerConnection|window\.open)\b",
    r"\blocation\s*=[^=]|location\.(href|assign|replace)\s*[=(][^=]",
    r"\bimport\s*[\(\"'{]",
    r"\b(localStorage|sessionStorage|indexedDB)\b",
    r"\.(cssText\b|setAttributeNS\b|on[a-z]+\s*=[^=])",
)


def test_no_script_of_ours_turns_text_into_more() -> None:
    folder = files("kg.present.page") / "templates" / "js"
    scripts = {one.name: one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".js")}
    assert scripts != {}
    assert [(name, sink) for name, text in sorted(scripts.items()) for sink in SINKS if re.search(sink, text)] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        f"<script src={OUTSIDE}.js></script>",
        "<script type=module>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        f"<img src={OUTSIDE}.png>",
        f"<video src={OUTSIDE}.mp4></video>",
        f"<link rel=stylesheet href={OUTSIDE}.css>",
        f"<style>@font-face {{ font-family: x; src: url({OUTSIDE}.woff) }} body {{ font: 1px x }}</style>",
        f"<p style='background: url({OUTSIDE}.png)'>x</p>",
        f"<iframe src={OUTSIDE}></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        f"<object data={OUTSIDE}></object><embed src={OUTSIDE}>",
        f"<base href={OUTSIDE}/>",
        "<svg onload=alert(1)></svg>",
    ],
)
def test_markup_that_came_in_could_do_nothing(open_page: Opener, markup: str) -> None:
    html = render(*four_statements(), ontology()).replace("<noscript>", f"{markup}<noscript>", 1)
    opened = open_page(html)
    assert opened.page.locator("#list .statement").count() == 3
    assert opened.dialogs == []
    assert set(opened.requests) - set(opened.refused) == {opened.page.url}
    assert any("Content Security Policy" in complaint for complaint in opened.complaints)


@pytest.mark.browser
@pytest.mark.parametrize(
    "deed",
    [
        f"fetch('{OUTSIDE}')",
        f"navigator.sendBeacon('{OUTSIDE}')",
        "new WebSocket('wss://kerlan.example')",
        f"new EventSource('{OUTSIDE}')",
        f"import('{OUTSIDE}.js')",
        "document.body.innerHTML = '<b>x</b>'",
        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
        "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
        "document.write('<b>x</b>')",
        "eval('alert(1)')",
        "setTimeout('alert(1)')",
        "document.createElement('script').text = 'alert(1)'",
        "trustedTypes.createPolicy('own', {})",
        f"document.body.append(Object.assign(new Image(), {{ src: '{OUTSIDE}.png' }}))",
        f"Object.assign(document.body.appendChild(document.createElement('form')), {{ action: '{OUTSIDE}' }}).submit()",
    ],
)
def test_even_a_script_of_the_page_could_not(open_page: Opener, deed: str) -> None:
    opened = open_page(render(*four_statements(), ontology()))
    # Later, since the policy does not bind what a test runs at once.
    opened.page.evaluate(f"() => {{ window.setTimeout(() => {{ {deed}; }}, 0); }}")
    opened.page.wait_for_timeout(80)
    assert opened.dialogs == []
    assert set(opened.requests) - set(opened.refused) == {opened.page.url}
    assert opened.page.locator("body > b").count() == 0
    assert len(opened.complaints) >= 1
