from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.inquiry.results import Folder, read_folder
from kg.inquiry.selection import Selection
from kg.model import Modality
from kg.present.export.export import FORMATS, export, format_of
from kg.rdf.namespaces import KG
from kg.rdf.results_folder import write_results
from kg.resolve.resolution import resolve
from tests.world import article, entity, extraction, ontology, statement

BASE = "https://kg.example/"


@pytest.fixture(name="out", scope="module")
def _out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("export")
    where = article("Nordalia funds Bravane. Nordalia funds Kerlan.", "a.txt")
    funds = statement(where, entity("e1", "Nordalia"), "funds", entity("e2", "Bravane"))
    denied = statement(where, entity("e1", "Nordalia"), "funds", entity("e3", "Kerlan"), modality=Modality.DENIED)
    write_results(resolve([extraction(where, funds, denied)], ontology(), base=BASE), ontology(), out)
    return out


def text(folder: Folder, form: str, *modalities: Modality) -> str:
    return export(folder, form, ontology(), base=BASE, modalities=modalities or None)


@pytest.mark.parametrize(("form", "name"), [("trig", "graph.trig"), ("ttl", "graph.ttl")])
def test_the_whole_graph_is_what_the_build_wrote(out: Path, form: str, name: str) -> None:
    assert text(read_folder(out, ontology()), form) == (out / name).read_text(encoding="utf-8")


def edge(text: str, other: str) -> bool:
    return f"<{BASE}id/nordalia> <{KG}funds> <{BASE}id/{other}>" in text


def test_triples_hold_the_edges_that_are_asserted_or_planned_unless_others_are_named(out: Path) -> None:
    folder = read_folder(out, ontology())
    usual, every = text(folder, "nt"), text(folder, "nt", *Modality)
    assert (edge(usual, "bravane"), edge(usual, "kerlan")) == (True, False)
    assert (edge(every, "bravane"), edge(every, "kerlan")) == (True, True)


@pytest.mark.parametrize("form", FORMATS)
def test_a_part_speaks_of_its_statements_alone(out: Path, form: str) -> None:
    folder = read_folder(out, ontology())
    part = folder.part(replace(Selection(), modalities=(Modality.DENIED,)))
    kept, left_out = part.statements[0].id, next(iter({*folder.statements} - {*part.statements})).id
    written = text(part, form, Modality.DENIED)
    assert (kept in written, left_out in written, "id/bravane" in written) == (True, False, False)


@pytest.mark.parametrize(("name", "form"), [("a.TTL", "ttl"), ("b.c.gexf", "gexf"), ("/x.d/-.csv", "csv")])
def test_the_ending_tells_the_format(name: str, form: str) -> None:
    assert format_of(name) == form


def test_a_format_that_is_named_comes_first() -> None:
    assert format_of("a.ttl", "NT") == "nt"


@pytest.mark.parametrize("name", ["-", "graph", "a.xlsx", ".", "ttl", ""])
def test_an_ending_that_tells_no_format_is_an_error_with_all_of_them(name: str) -> None:
    with pytest.raises(UsageError, match=r"tells no format; use \.ttl, \.nt, .*, or --format"):
        format_of(name)


def test_an_unknown_format_is_an_error_with_all_of_them() -> None:
    with pytest.raises(UsageError, match="xlsx: no such format; use ttl, nt"):
        format_of("a.ttl", "xlsx")
