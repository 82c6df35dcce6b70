"""Every sentence of the contrast set gives exactly what it states, and nothing else: a test a family of contrast."""

from __future__ import annotations

from itertools import groupby

import pytest

from kg.extract.extractor import FrameExtractor
from kg.ontology import Ontology
from tests.contrast.sentences import LANGUAGES, Sentence, read_sentences
from tests.extract.reading import article

FAMILIES = {
    f"{language}: {group}": tuple(sentences)
    for language in LANGUAGES
    for group, sentences in groupby(read_sentences(language), key=lambda sentence: sentence.group)
}


def test_each_language_has_enough_sentences() -> None:
    assert {language: len(read_sentences(language)) >= 170 for language in LANGUAGES} == {"en": True, "fr": True}


def test_no_two_families_of_a_language_have_one_name() -> None:
    assert sum(map(len, FAMILIES.values())) == sum(len(read_sentences(language)) for language in LANGUAGES)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_the_sentences_of_a_family_give_exactly_what_they_state(
    family: tuple[Sentence, ...], extractor: FrameExtractor, ontology: Ontology
) -> None:
    symmetric = frozenset(name for name, relation in ontology.relations.items() if relation.symmetric)
    read = {one.text: one.faults(extractor.extract(article(one.text, one.language)), symmetric) for one in family}
    assert {text: faults for text, faults in read.items() if faults} == {}
