"""A small ontology with colours, and short ways to write statements that a page can show."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from kg.model import Article, Entity, Mention, Modality, Qualifiers, Span, Statement, Step, Term, Value
from kg.ontology.schema import ModalityStyle, Ontology, OntologyClass, Relation

__all__ = ["CAMPUS", "NEWS", "NORDIC", "TELIA", "article", "find", "four_statements", "many", "ontology", "statement"]

BASE = "https://kg.example/id/"
NORDIC = Entity(BASE + "nordic", "Nordic Compute", "Organization", names=("Nordic",))
TELIA = Entity(BASE + "telia", "Telia", "Organization", same_as=("https://www.wikidata.org/wiki/Q1", "urn:x"))
CAMPUS = Entity(BASE + "campus", "campus de Luleå", "Facility", named=False)

NEWS = (
    "Un campus dans le nord\n\n"
    "Nordic Compute construira un campus à Luleå. Il devrait être loué à Telia, selon la presse.\n\n"
    "Nordic Compute a levé 40 millions d’euros, et n’est pas rachetée par Telia."
)


def ontology() -> Ontology:
    """Return three classes of entities, two of values, and five relations."""
    looks = {
        "Organization": ("dot", "#0072B2", "", "organisation"),
        "Facility": ("square", "#E69F00", "", "installation"),
        "Money": ("box", "#44AA99", "money", "somme"),
        "Words": ("text", "#777777", "words", "mots"),
    }
    classes = {
        name: OntologyClass(name, f"#{name}", {"en": name.lower(), "fr": french}, {}, (name,), shape, colour, kind=kind)
        for name, (shape, colour, kind, french) in looks.items()
    }
    colours = {
        "acquires": ("#CC79A7", "acquires", "acquiert"),
        "builds": ("#661100", "builds", "construit"),
        "leases_to": ("#D55E00", "leases to", "loue à"),
        "partner_of": ("#56B4E9", "partner of", "partenaire de"),
        "raised": ("#44AA99", "raised", "a levé"),
        "said": ("#444444", "said", "a dit"),
    }
    relations = {
        name: Relation(name, f"#{name}", {"en": en, "fr": fr}, {}, (), (), colour, symmetric=name == "partner_of")
        for name, (colour, en, fr) in colours.items()
    }
    lines = dict(zip(Modality, ("solid", "dashed", "dotted", "struck"), strict=True))
    styles = {one: ModalityStyle(one, f"#{one}", {"en": str(one)}, {}, line) for one, line in lines.items()}
    return Ontology(Path("ontology"), classes, relations, styles, (), (), (), ())


def article(text: str, document: str = "seeds/north.fr.md", title: str = "Un campus dans le nord") -> Article:
    """Return a French article of the first of June 2025."""
    sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Article(document, "fr", title, date(2025, 6, 1), text, Span(0, len(text)), sha256)


def find(text: str, words: str) -> Mention:
    """Return the first place of the words in the text."""
    start = text.index(words)
    return Mention(words, Span(start, start + len(words)))


def within(evidence: Mention, words: str) -> Mention:
    """Return the first place of the words in the evidence."""
    start = evidence.span.start + evidence.text.index(words)
    return Mention(words, Span(start, start + len(words)))


def statement(
    where: Article,
    ends: tuple[Entity, str, Entity | Value],
    words: tuple[str, str, str, str],
    *,
    modality: Modality = Modality.ASSERTED,
    qualifiers: Qualifiers | None = None,
    attribution: str | None = None,
) -> Statement:
    """Return a statement of `ends`; `words` are its evidence, and in that its subject, trigger and object."""
    subject, relation, target = ends
    evidence = find(where.text, words[0])

    return Statement(
        id=f"{relation}-{evidence.span.start}-{modality}",
        document=where.document,
        language=where.language,
        subject=Term(subject, within(evidence, words[1])),
        relation=relation,
        object=Term(target, within(evidence, words[3])),
        modality=modality,
        attribution=attribution,
        qualifiers=qualifiers or Qualifiers(),
        evidence=evidence,
        trigger=within(evidence, words[2]).span,
        frame=f"fr/{relation}",
        confidence=0.9,
        steps=(Step("subject", "it is a pronoun"),),
    )


def four_statements() -> tuple[list[Statement], list[Article]]:
    """Return a planned building, a possible lease, a sum raised and a denied purchase, with their article."""
    news = article(NEWS)
    euros = Value("Money", "40 millions d’euros", "40000000", "EUR")
    bought = "Nordic Compute a levé 40 millions d’euros, et n’est pas rachetée par Telia"
    return [
        statement(
            news,
            (NORDIC, "builds", CAMPUS),
            ("Nordic Compute construira un campus à Luleå", "Nordic Compute", "construira", "un campus"),
            modality=Modality.PLANNED,
        ),
        statement(
            news,
            (CAMPUS, "leases_to", TELIA),
            ("Il devrait être loué à Telia", "Il", "loué", "Telia"),
            modality=Modality.POSSIBLE,
            qualifiers=Qualifiers(date="2026-03", amount=Value("Money", "5 millions", "5000000", "EUR", per="year")),
            attribution="la presse",
        ),
        statement(news, (NORDIC, "raised", euros), (bought, "Nordic Compute", "levé", "40 millions d’euros")),
        statement(
            news,
            (TELIA, "acquires", NORDIC),
            (bought, "Telia", "rachetée", "Nordic Compute"),
            modality=Modality.DENIED,
        ),
    ], [news]


def many(count: int) -> tuple[list[Statement], list[Article]]:
    """Return so many purchases, each of another company by the same one, told in one article."""
    news = article(" ".join(f"Nordic Compute achète C{number}." for number in range(count)))
    return [
        replace(
            statement(
                news,
                (NORDIC, "acquires", Entity(f"{BASE}c{number}", f"C{number}", "Organization")),
                (f"Nordic Compute achète C{number}.", "Nordic Compute", "achète", f"C{number}"),
            ),
            id=f"s{number}",
        )
        for number in range(count)
    ], [news]
