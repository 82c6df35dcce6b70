"""What is not stated is said: every word of a frame that stated nothing, and every part that was not read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Cause, Extraction, Skipped
from tests.extract.reading import facts

Extract = Callable[[str, str], Extraction]

GERMAN = "Der Standort in Kerlan ist nicht an das Netz angeschlossen und wird von Valbrune mit den Nachbarn gebaut."


def skip_of(extraction: Extraction, trigger: str) -> Skipped:
    return next(one for one in extraction.skipped if one.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "cause"),
    [
        ("Nordalia and its rival Kerlan Labs are hiring.", "rival", Cause.PART_OF_SPEECH),
        ("The money was raised in spring.", "raised", Cause.CLASS),
        ("Valbrune funded the study.", "funded", Cause.CLASS),
        ("Nordalia acquired in haste.", "acquired", Cause.NO_OBJECT),
        ("Nordalia raised in spring.", "raised", Cause.NO_AMOUNT),
        ("The customer of Nordalia is happy.", "customer", Cause.UNNAMED),
        ("Valbrune a financé une étude.", "financé", Cause.CLASS),
        ("Nordalia a racheté.", "racheté", Cause.NO_OBJECT),
    ],
)
def test_a_word_of_a_frame_that_states_nothing_has_its_reason(
    extract: Extract, text: str, trigger: str, cause: Cause
) -> None:
    skipped = skip_of(extract(text, "fr" if " a " in text else "en"), trigger)
    assert (skipped.cause, skipped.text, bool(skipped.reason)) == (cause, text, True)


def test_the_place_of_the_word_and_the_frame_that_came_nearest_are_kept(extract: Extract) -> None:
    text = "Good news. Valbrune funded the study."
    skipped = skip_of(extract(text, "en"), "funded")
    assert skipped.place is not None
    assert (skipped.place.of(text), skipped.frame) == ("funded", "en/fund")


def test_words_of_a_frame_that_do_not_belong_together_are_said(extract: Extract) -> None:
    text = "Nordalia met en avant un campus, dont la disposition plaît à Kerlan."
    assert skip_of(extract(text, "fr"), "met").cause in {Cause.APART, Cause.CLASS, Cause.NO_OBJECT}


def test_a_name_that_calls_a_frame_by_its_class_alone_is_no_such_word(extract: Extract) -> None:
    found = extract("Nordalia pays for its data centers.", "en")
    assert "data centers" not in {one.trigger for one in found.skipped}


def test_a_second_word_that_states_the_same_is_said_to_repeat_it(extract: Extract) -> None:
    found = extract("Nordalia bought Bravane, acquiring Bravane.", "en")
    repeated = skip_of(found, "acquiring")
    assert (facts(found), repeated.cause) == (["Nordalia | acquires | Bravane | asserted"], Cause.REPEATED)
    assert repeated.reason == "“bought” states it in the same sentence: Nordalia acquires Bravane"


def test_words_in_quotation_marks_without_a_speaker_are_said(extract: Extract) -> None:
    found = extract("“We will build a much larger campus.”", "en")
    assert skip_of(found, "We will build a much larger campus.").cause is Cause.SPEAKER


def test_a_paragraph_in_another_language_is_not_read_and_said(extract: Extract) -> None:
    text = f"Kerlan Capital invested in Nordalia.\n\n{GERMAN}\n\nNordalia acquired Bravane."
    found = extract(text, "en")
    (part,) = [one for one in found.skipped if one.cause is Cause.LANGUAGE]
    assert (part.sentence.of(text), part.reason) == (GERMAN, "these words are German, and were not read")
    assert len(found.statements) == 2


def test_a_foreign_quotation_in_a_native_sentence_stays(extract: Extract) -> None:
    text = "« We are proud of the work that we did with the people of Kerlan », a déclaré Anna Keller, PDG de Nordalia."
    found = extract(text, "fr")
    assert [one for one in found.skipped if one.cause is Cause.LANGUAGE] == []
    assert any(" | said | " in fact for fact in facts(found))


def test_a_text_without_sentence_ends_is_said_to_be_cut(extract: Extract) -> None:
    found = extract("one two three " * 200, "en")
    assert [one.cause for one in found.skipped if not one.trigger] == [Cause.CUT]
