from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from kg.model import Article, Mention, Modality, Qualifiers, Span, Statement, Step, Term, Value
from kg.present.export.table import write_csv
from tests.world import article, entity, ontology, statement

TEXT = "Nordalia lets its campus to Bravane for about 5 million a year."
WHERE = replace(
    article(TEXT),
    date=date(2025, 3, 1),
    title="Nordalia lets",
    publisher="The Grid",
    url="https://grid.example/a",
)
PRICE = Value("Money", "about 5 million a year", "5000000", "EUR", "about", "6000000.5", "year", "currency")
CAMPUS = Term(entity("id:campus", "campus", "Facility"), Mention("campus", Span(18, 24)))


def letting() -> Statement:
    told = statement(WHERE, entity("id:nordalia", "Nordalia"), "leases_to", entity("id:bravane", "Bravane"))
    qualifiers = Qualifiers(date="2026", asset=CAMPUS, amount=PRICE, horizon="2030", purpose="to grow")
    told = replace(told, id="1", modality=Modality.PLANNED, attribution="IDC", qualifiers=qualifiers)
    return replace(told, trigger=Span(9, 13), steps=(Step("subject", "a name"), Step("confidence", "0.90")))


def table(*statements: Statement, articles: tuple[Article, ...] = (WHERE,)) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_csv(statements, articles, ontology()), newline="")))


def test_a_row_holds_all_that_a_statement_carries() -> None:
    (row,) = table(letting())
    assert {name: cell for name, cell in row.items() if cell} == {
        "id": "1", "document": "a.txt", "title": "Nordalia lets", "published": "2025-03-01", "language": "en",
        "publisher": "The Grid", "url": "https://grid.example/a",
        "sha256": WHERE.sha256,
        "subject": "Nordalia", "subject_class": "Organization", "subject_iri": "id:nordalia",
        "subject_words": "Nordalia", "subject_start": "0", "subject_end": "8",
        "relation": "leases_to", "relation_en": "leases to",
        "object": "Bravane", "object_class": "Organization", "object_iri": "id:bravane",
        "object_words": "Bravane", "object_start": "28", "object_end": "35",
        "modality": "planned", "attribution": "IDC", "date": "2026", "horizon": "2030",
        "asset": "campus", "asset_class": "Facility", "asset_iri": "id:campus",
        "asset_words": "campus", "asset_start": "18", "asset_end": "24",
        "amount": "about 5 million a year", "amount_class": "Money", "amount_number": "5000000",
        "amount_unit": "EUR", "amount_bound": "about", "amount_upper": "6000000.5", "amount_per": "year",
        "amount_inferred": "currency", "purpose": "to grow",
        "evidence": TEXT, "evidence_start": "0", "evidence_end": "63",
        "trigger": "lets", "trigger_start": "9", "trigger_end": "13",
        "frame": "en/test", "confidence": "0.9", "steps": "subject: a name | confidence: 0.90",
    }  # fmt: skip


def test_a_role_has_its_organisation_and_a_value_its_number_and_unit() -> None:
    role = replace(letting(), qualifiers=Qualifiers(organization=CAMPUS))
    (row,) = table(replace(role, object=Term(PRICE, Mention("about 5 million a year", Span(40, 62)))))
    assert (row["organization"], row["organization_iri"], row["organization_words"]) == (
        "campus",
        "id:campus",
        "campus",
    )
    assert (row["object"], row["object_number"], row["object_unit"], row["object_upper"]) == (
        "about 5 million a year", "5000000", "EUR", "6000000.5",
    )  # fmt: skip


def test_the_trigger_is_read_from_the_evidence_when_the_article_is_not_at_hand() -> None:
    assert table(letting(), articles=(replace(WHERE, text=""),))[0]["trigger"] == "lets"
    assert table(replace(letting(), trigger=Span(90, 95)), articles=())[0]["trigger"] == ""


def test_what_a_spreadsheet_would_run_has_an_apostrophe_before_it() -> None:
    told = replace(letting(), evidence=Mention("Nordalia\n=1+1", Span(0, 5)), attribution="=1+1")
    (row,) = table(told)
    assert (row["evidence"], row["attribution"]) == ("Nordalia\n'=1+1", "'=1+1")


def test_words_keep_their_quotes_commas_and_lines_but_no_control_characters() -> None:
    told = replace(letting(), evidence=Mention('a "b", c\r\nd\x00\x1b\ud800', Span(0, 5)))
    assert table(told)[0]["evidence"] == 'a "b", c\r\nd'


def test_a_table_without_rows_has_its_columns() -> None:
    assert write_csv([], [], ontology()) == write_csv([letting()], [WHERE], ontology()).partition("\r\n")[0] + "\r\n"
