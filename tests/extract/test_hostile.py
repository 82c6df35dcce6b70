"""Texts that nobody writes on purpose, or only to harm: no crash, and no more time than their length asks for."""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Callable

import pytest

from kg.extract.text.plain_text import PlainText
from kg.model import Extraction
from tests.extract.reading import facts

Extract = Callable[[str, str], Extraction]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "text",
    [
        " ",
        ".",
        "?!",
        "🚀🚀🚀",
        "שלום נורדליה לווה מיליון",
        "\u202eNordalia raised $30 million.\u202c",
        "Nordalia\x00raised\x1b[31m $30 million.",
        "a\u0301\u0302" * 50,
        "NORDALIA RAISED $30 MILLION FROM KERLAN CAPITAL AND BUILT A PLANT",
        "nordalia raised money from kerlan and built a plant and then it left " * 20,
        "<script>alert('Nordalia')</script> & <b>Kerlan</b> raised $30 million.",
        "«»“”\"'‘’()[]{}<>—–-…" * 20,
        "Nordalia, Nordalia, Nordalia and Nordalia acquired Nordalia.",
        "who which that whom " * 30,
        "It said it said it said it said it said it.",
        "http://a.example/?x=<y>&z={z} raised $30 million.",
        "{{7*7}} ${x} %s %n `id` ; DROP TABLE",
        "1 2 3 $ € % 30 30 30 million million",
    ],
)
def test_strange_text_is_read_without_a_crash(extract: Extract, text: str, language: str) -> None:
    found = extract(text, language)
    assert all(s.evidence.span.of(text) == s.evidence.text for s in found.statements)


TEXTS = {
    "en": "Nordalia raised $30 million from Kerlan Capital. The company will build a plant in Valbrune with Bravane.",
    "fr": "Nordalia a levé 30 millions d’euros auprès de Kerlan Énergie. L’entreprise construira une usine à Valbrune.",
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "disguise",
    [
        lambda text: unicodedata.normalize("NFD", text),
        "\u200b".join,
        lambda text: text.replace("o", "o\u00ad"),
        lambda text: f"\u202e{text}\u202c",
        lambda text: f"\ufeff{text}",
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace(" ", "\u3000"),
        lambda text: text.replace(". ", ".\r\n\r\n"),
    ],
    ids=["apart", "zero-width", "soft-hyphen", "right-to-left", "mark", "double", "wide", "windows"],
)
def test_what_no_reader_sees_changes_nothing(extract: Extract, disguise: Callable[[str], str], language: str) -> None:
    text = disguise(TEXTS[language])
    found = extract(text, language)
    seen = [(s.subject.label, s.relation, PlainText.from_text(s.object.label).text) for s in found.statements]
    plain = extract(TEXTS[language], language).statements
    assert seen == [(s.subject.label, s.relation, s.object.label) for s in plain]
    assert [s.object.label for s in found.statements if s.relation == "raised"] == [
        s.object.mention.text for s in found.statements if s.relation == "raised"
    ]
    mentions = [m for s in found.statements for m in (s.evidence, s.subject.mention, s.object.mention)]
    assert [m.span.of(text) for m in mentions] == [m.text for m in mentions]


def test_a_name_goes_on_in_the_next_line(extract: Extract) -> None:
    text = "After two years of talks with its many creditors, Nordalia acquired Kerlan\nEnergy.\n\n" * 3
    assert facts(extract(text, "en"))[0] == "Nordalia | acquires | Kerlan Energy | asserted"


def test_nobody_acquires_itself(extract: Extract) -> None:
    assert facts(extract("Nordalia acquired Nordalia.", "en")) == []


def test_an_emoji_shifts_no_offset(extract: Extract) -> None:
    text = "🚀 Nordalia raised $30 million 🚀."
    (statement,) = extract(text, "en").statements
    assert statement.object.mention.span.of(text) == "$30 million"


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\u2028"])
def test_line_ends_of_all_kinds_end_a_heading(extract: Extract, line_end: str) -> None:
    text = f"A new plant{line_end}{line_end}Nordalia acquired Bravane.{line_end}"
    assert facts(extract(text, "en")) == ["Nordalia | acquires | Bravane | asserted"]


def test_long_lists_and_chains_are_no_recursion_error(extract: Extract) -> None:
    names = ", ".join(f"Bravane{number}" for number in range(100))
    assert len(extract(f"Nordalia raised $30 million from {names} and Kerlan.", "en").statements) == 102
    extract("cats and dogs and " * 300, "en")
    extract("le site de " * 300, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "." * 20_000,
        "“" * 6_000,
        "word " * 4_000,
        "The " * 4_000,
        "Nordalia" + " " * 20_000 + "raised $30 million.",
        "A" * 200_000,
        "a\n" * 1_500,
    ],
    ids=["dots", "marks", "words", "capitals", "spaces", "letters", "lines"],
)
def test_a_long_line_takes_linear_time(extract: Extract, text: str) -> None:
    start = time.process_time()
    extract(text[: len(text) // 4], "en")
    quarter = time.process_time() - start
    start = time.process_time()
    extract(text, "en")
    assert time.process_time() - start < 8 * quarter + 1


def work(extract: Extract, text: str) -> int:
    """Return how often Python functions were entered to extract from a text, which no other process disturbs."""
    entered = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal entered
        entered += event == "call"

    sys.setprofile(count)
    try:
        extract(text, "en")
    finally:
        sys.setprofile(None)
    return entered


@pytest.mark.parametrize(
    "part",
    [
        "Nordalia{0} raised ${0} million. The company will build a plant. It pays for it.\n\n",
        "| Kerlan{0} | Bravane{0} | ${0} million |\n",
        "Kerlan{0} Bravane{1}\n",
        "Kerlan{0}, ",
        "“We will build a plant in Valbrune{0} next year,” said Anne Kerlan{1}. ",
    ],
    ids=["articles", "table", "list", "line", "quotations"],
)
def test_work_grows_with_the_length(extract: Extract, part: str) -> None:
    extract(part, "en")
    half, whole = ("".join(part.format(n, n + 1) for n in range(count)) for count in (80, 160))
    assert work(extract, whole) < 3 * work(extract, half)
