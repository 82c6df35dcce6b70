"""What a page must still be after hostile text was shown on it: itself, and nothing more."""

from __future__ import annotations

from tests.present.conftest import Opened

__all__ = ["assert_intact", "faults"]

_FAULTS = """() => {
    const own = new Set((
        "html head meta link title style body header main section div h1 h2 h3 p ul ol li button span bdi input " +
        "label fieldset legend details summary output dl dt dd blockquote mark cite code meter article a noscript " +
        "script canvas table caption thead tbody tr th td svg g path rect circle ellipse polygon text strong"
    ).split(" "));
    const loading = ["src", "srcdoc", "action", "formaction", "xlink:href", "ping", "data", "background"];
    const faults = [];
    for (const element of document.querySelectorAll("*")) {
        if (!own.has(element.localName)) faults.push(`element ${element.localName}`);
        for (const { name, value } of element.attributes) {
            const isLink = name === "href" && element.localName !== "link";
            if (/^on/i.test(name) || loading.includes(name)) faults.push(`attribute ${name}`);
            if (isLink && !/^https?:/.test(value)) faults.push(`link to ${value}`);
            if (name === "style" && /url|expression/i.test(value)) faults.push(`style ${value}`);
        }
    }
    const counts = ["script", "style", "meta", "link"].map((one) => document.querySelectorAll(one).length);
    if (counts.join() !== "4,1,5,1") faults.push(`scripts, styles, metas, links: ${counts}`);
    for (const name in {}) faults.push(`every object has ${name}`);
    if (Object.getOwnPropertyNames(Object.prototype).length !== 12) faults.push("every object has more than before");
    if (`${{}}` !== "[object Object]") faults.push("objects call themselves otherwise");
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > window.innerWidth) faults.push(`the page is ${scrollWidth} wide`);
    return [...new Set(faults)];
}"""


def faults(opened: Opened) -> list[str]:
    """Return what the page has and should not have: elements, handlers, addresses, names on every object, width."""
    found: list[str] = opened.page.evaluate(_FAULTS)
    return found


def assert_intact(opened: Opened) -> None:
    """Check that nothing ran, nothing was asked for, nothing was complained of, and nothing was added to the page."""
    assert opened.dialogs == []
    assert opened.complaints == []
    assert [address for address in opened.requests if not address.startswith(("file:", "blob:"))] == []
    assert faults(opened) == []
