"""Statements, articles and an ontology of which every text is a naughty one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.model import Article, Entity, Mention, Modality, Qualifiers, Span, Statement, Step, Term, Value
from kg.ontology.schema import ModalityStyle, Ontology, OntologyClass, Relation
from tests.present.scene import article

__all__ = ["Poisoned", "poisoned", "poisoned_ontology", "poisoned_page"]

Poisoned = tuple[list[Statement], list[Article], Ontology]

SHAPES = ("dot", "square", "box", "text", "star", "constructor", "<b>", "")
LINES = ("solid", "dashed", "constructor", "__proto__")


def poisoned_page(texts: Sequence[str]) -> Poisoned:
    """Return three statements of each text, with its article, and an ontology in which each names and labels all.

    The entities stand in a chain, each beside the one of the next text, so that a path leads from any to any.
    """
    statements: list[Statement] = []
    articles: list[Article] = []
    for place, text in enumerate(texts):
        told, news = poisoned(text, following=texts[(place + 1) % len(texts)])
        statements += told
        articles.append(news)
    return statements, articles, poisoned_ontology(texts)


def poisoned(text: str, *, following: str = "next") -> tuple[list[Statement], Article]:
    """Return statements about an entity, an amount and the following entity, of which every text is `text`."""
    news = replace(article(text, document=text, title=text), language=text)
    whole = Mention(text, Span(0, len(text)))
    value = Value("Money", text, text, text, bound=text, upper=text, per=text, inferred=text)
    asset = Term(Entity(f"{text}#asset", text, text), whole)
    about = Statement(
        id=text,
        document=text,
        language=text,
        subject=Term(_entity(text), whole),
        relation=text,
        object=Term(Entity(f"{text}#object", text, text), whole),
        modality=Modality.ASSERTED,
        attribution=text,
        qualifiers=Qualifiers(text, asset, value, text, asset, text),
        evidence=whole,
        trigger=Span(0, 1),
        frame=text,
        confidence=0.5,
        steps=(Step(text, text),),
    )
    amount = replace(about, id=f"{text}#amount", object=Term(value, whole), modality=Modality.PLANNED)
    onward = replace(about, id=f"{text}#next", relation="partner_of", object=Term(_entity(following), whole))
    return [about, amount, replace(onward, modality=list(Modality)[len(text) % 4])], news


def _entity(text: str) -> Entity:
    return Entity(text, text, text, names=(text, f"{text} again"), same_as=(text, f"https://kerlan.example/{text}"))


def poisoned_ontology(texts: Sequence[str]) -> Ontology:
    """Return an ontology with a class and a relation of each text, labelled, defined, coloured and shaped by it."""
    classes = {
        text: OntologyClass(
            text, text, {"fr": text, text: text}, {"fr": text}, (text,), SHAPES[place % len(SHAPES)], text
        )
        for place, text in enumerate(texts)
    }
    classes["Money"] = OntologyClass(
        "Money", "#Money", {"fr": texts[0]}, {}, ("Money",), "box", "#44AA99", kind="money"
    )
    relations = {
        text: Relation(text, text, {"fr": text, text: text}, {"fr": text}, (), (), text)
        for text in [*texts, "partner_of"]
    }
    labels = [texts[place % len(texts)] for place in range(len(Modality))]
    modalities = {
        modality: ModalityStyle(modality, label, {"fr": label, "en": label}, {"fr": label}, line)
        for modality, label, line in zip(Modality, labels, LINES, strict=True)
    }
    return Ontology(Path("ontology"), classes, relations, modalities, (), (), (), ())
