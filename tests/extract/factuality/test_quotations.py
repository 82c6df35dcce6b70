"""Who says what: the speaker before, after, within and around the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction

Extract = Callable[[str, str], Extraction]


def said(extraction: Extraction) -> list[tuple[str, str]]:
    """Return who said what, without the comma or full stop that closes the words."""
    return [(s.subject.label, s.object.label.rstrip(",.")) for s in extraction.statements if s.relation == "said"]


WORDS = "We will build much more than this"


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDS},” said Anne Kerlan.",
        f"“{WORDS},” Anne Kerlan said.",
        f"Anne Kerlan said: “{WORDS}.”",
        f"Anne Kerlan, CEO of Nordalia, said: “{WORDS}.”",
        f'"{WORDS}," said Anne Kerlan.',
        f"According to Anne Kerlan, “{WORDS}”.",
        f"“{WORDS}.”\n\nAnne Kerlan, CEO of Nordalia\n\nIt was late.",
        f"Anne Kerlan, CEO of Nordalia, told us:\n\n“{WORDS}.”",
        f"> {WORDS}. — Anne Kerlan, CEO of Nordalia",
        f"Anne Kerlan spoke first. “{WORDS},” she said.",
    ],
)
def test_english_positions_of_the_speaker(extract: Extract, text: str) -> None:
    assert said(extract(text, "en")) == [("Anne Kerlan", WORDS)]


MOTS = "Nous allons construire bien plus que cela"


@pytest.mark.parametrize(
    "text",
    [
        f"« {MOTS} », a déclaré Anne Kerlan.",
        f"« {MOTS} », explique Anne Kerlan, PDG de Nordalia.",
        f"Anne Kerlan a déclaré : « {MOTS}. »",
        f"Selon Anne Kerlan, « {MOTS} ».",
        f"« {MOTS}. »\n\nAnne Kerlan, PDG de Nordalia\n\nIl est tard.",
        f"Anne Kerlan, PDG de Nordalia, précise :\n\n« {MOTS}. »",
        f"Anne Kerlan a parlé. « {MOTS} », a-t-elle dit.",
    ],
)
def test_french_positions_of_the_speaker(extract: Extract, text: str) -> None:
    assert said(extract(text, "fr")) == [("Anne Kerlan", MOTS)]


def test_words_that_go_on_are_of_the_same_speaker(extract: Extract) -> None:
    text = "“We build fast and we do it well,” Anne Kerlan said. “We will do so again tomorrow morning.”"
    assert [who for who, _ in said(extract(text, "en"))] == ["Anne Kerlan", "Anne Kerlan"]


@pytest.mark.parametrize("text", [f"“{WORDS}.” Nobody spoke.", "Anne Kerlan saw a “big plant” there."])
def test_words_of_nobody_and_coined_words_are_no_quotation(extract: Extract, text: str) -> None:
    assert said(extract(text, "en")) == []


def test_what_a_quotation_states_is_said_by_its_speaker(extract: Extract) -> None:
    found = extract("“Nordalia will acquire Bravane next year,” said Anne Kerlan.", "en")
    (acquires,) = [s for s in found.statements if s.relation == "acquires"]
    assert (acquires.attribution, acquires.modality) == ("Anne Kerlan", "planned")


def test_the_evidence_of_a_quotation_is_its_words(extract: Extract) -> None:
    text = f"“{WORDS},” said Anne Kerlan."
    (statement,) = [s for s in extract(text, "en").statements if s.relation == "said"]
    assert statement.evidence.span.of(text).startswith(WORDS)
