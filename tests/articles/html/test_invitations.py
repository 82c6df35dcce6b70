from __future__ import annotations

import pytest

from kg.articles.html.invitations import is_invitation, is_label


@pytest.mark.parametrize(
    "words",
    ["Read also: Brisk pays", "READ MORE: x", "À lire aussi : x", "Sur le même sujet", "Sign up for our letter",
     "Abonnez-vous", "Related: x", "Advertisement", "You may also like"],
)  # fmt: skip
def test_words_that_lead_elsewhere_are_an_invitation(words: str) -> None:
    assert is_invitation(words)


@pytest.mark.parametrize(
    "words", ["Readers paid for it.", "Related firms pay.", "Advertisement sales rose.", "More than ten plants stand."]
)
def test_words_that_only_begin_alike_are_none(words: str) -> None:
    assert not is_invitation(words)


@pytest.mark.parametrize("words", ["Newsletter", "Les plus lus", "Comments (12)", "Most read", "Related stories"])
def test_a_heading_of_what_leads_elsewhere_is_a_label(words: str) -> None:
    assert is_label(words)


@pytest.mark.parametrize("words", ["Newsletters lose readers", "A related deal", "Read more: " + "long " * 20])
def test_a_heading_of_an_article_is_no_label(words: str) -> None:
    assert not is_label(words)
