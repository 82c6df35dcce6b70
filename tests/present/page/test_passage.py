from __future__ import annotations

from dataclasses import replace

from kg.present.page.passage import Passage, find_passage
from tests.present.scene import NORDIC, TELIA, article, statement


def passage(text: str) -> Passage:
    made = statement(article(text), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    return find_passage(made, article(text))


def marked(found: Passage) -> dict[str, str]:
    """Return the words of each role, found as a browser finds them."""
    units = found.text.encode("utf-16-le")
    return {role: units[2 * span.start : 2 * span.end].decode("utf-16-le") for role, span in found.spans.items()}


def test_finds_the_evidence_its_ends_and_trigger() -> None:
    assert marked(passage("So A buys B.")) == {"evidence": "A buys B", "subject": "A", "trigger": "buys", "object": "B"}


def test_places_are_counted_as_a_browser_counts() -> None:
    assert marked(passage("😀 So 🏭 A buys B."))["trigger"] == "buys"


def test_a_passage_is_the_paragraph_between_blank_lines() -> None:
    text = "Before.\n\nOne line\nand A buys B\nto the end.\n \nAfter."
    assert passage(text).text == "One line\nand A buys B\nto the end."


def test_a_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert passage("Before.\nHere A buys B.\nAfter.").text == "Here A buys B."


def test_a_long_paragraph_is_cut_at_a_space_near_the_evidence() -> None:
    found = passage("word " * 300 + "A buys B" + " word" * 300)
    assert found.text.startswith("… word ")
    assert found.text.endswith(" word …")
    assert len(found.text) < 900
    assert marked(found)["evidence"] == "A buys B"


def test_statements_of_a_paragraph_of_common_length_share_their_passage() -> None:
    text = "word " * 100 + "A buys B" + " word" * 100
    assert passage(text).text == text


def test_roles_may_overlap() -> None:
    made = statement(article("A buys B"), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "buys B"))
    assert marked(find_passage(made, article("A buys B")))["object"] == "buys B"


def test_a_role_outside_of_the_passage_is_left_out() -> None:
    made = statement(article("A buys B"), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    far = replace(made.subject.mention, span=replace(made.subject.mention.span, start=50, end=51))
    moved = replace(made, subject=replace(made.subject, mention=far))
    assert "subject" not in find_passage(moved, article("A buys B")).spans


def test_without_its_article_the_evidence_stands_alone() -> None:
    made = statement(article("So A buys B."), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    assert find_passage(made, None).text == "A buys B"


def test_another_text_than_the_one_read_is_not_quoted() -> None:
    made = statement(article("So A buys B."), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    assert find_passage(made, article("Now C sells D!")).text == "A buys B"


def test_evidence_outside_the_body_is_still_quoted_in_its_line() -> None:
    text = "A buys B\nThe body."
    made = statement(article(text), (NORDIC, "acquires", TELIA), ("A buys B", "A", "buys", "B"))
    headed = replace(article(text), body=replace(article(text).body, start=9))
    assert find_passage(made, headed).text == "A buys B"
