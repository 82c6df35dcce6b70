from __future__ import annotations

import pytest

from kg.errors import OutputError
from kg.resolve.iris import Minter, check_iri, clean_text, digest, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Énergie d'Œuvre & Cie", "energie-d-oeuvre-cie"),
        ("L’eau", "l-eau"),
        ("Straße № 5", "strasse-no-5"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 80, "a" * 60),
    ],
)
def test_a_slug_is_plain_words(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_name_in_another_script_still_has_a_slug() -> None:
    assert slug("北京") != slug("上海")


def test_a_digest_tells_where_its_parts_end() -> None:
    assert digest("ab", "c") != digest("a", "bc")


def test_control_characters_and_lone_surrogates_leave_a_text() -> None:
    assert clean_text("a\x00b\x1b[2Jc\ud800d\te\n") == "ab[2Jcd\te\n"


@pytest.mark.parametrize(
    "iri", ["oracle", "https://x/ y", "https://x/>", 'https://x/"', "https://x/\n", "https://x/\ud800"]
)
def test_what_is_no_iri_is_refused(iri: str) -> None:
    with pytest.raises(OutputError, match="not an absolute IRI"):
        check_iri(iri)


def test_a_known_name_elsewhere_keeps_its_iri() -> None:
    assert Minter("https://deals.test/").known("http://example.org/x") == "http://example.org/x"
