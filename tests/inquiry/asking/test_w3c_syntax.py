"""The W3C's tests of SPARQL syntax: what is right is answered, what is wrong or an update is refused in one line.

The suite is in the source of the package rdflib, and not here: `make w3c` fetches that and runs these tests, which are
passed over when `KG_W3C` names no folder. A case that goes another way has its reason in `OTHERWISE`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.term import Node

from kg.errors import QueryError
from kg.inquiry.asking.guard import check_question
from kg.store.oxigraph import OxigraphStore
from tests.present.serve import test_w3c_protocol as protocol

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
FOLDER = Path(os.environ.get("KG_W3C", "/nowhere"))
RIGHT = (MF.PositiveSyntaxTest, MF.PositiveSyntaxTest11)
WRONG = (MF.NegativeSyntaxTest, MF.NegativeSyntaxTest11, MF.PositiveUpdateSyntaxTest11, MF.NegativeUpdateSyntaxTest11)
OBSOLETE, FUNCTION = "SPARQL 1.1 has another grammar", "a function that nobody has defined"
ESCAPE, ELSEWHERE = "a letter by its number is refused outside of strings", "SERVICE is refused"
OTHERWISE = {
    "syntax-lit-08.rq": OBSOLETE,
    "syn-bad-26.rq": OBSOLETE,
    "qname-escape-01.rq": "the parser knows no escaped colon in a name, which the grammar allows",
    "syntax-esc-04.rq": ESCAPE,
    "syntax-esc-05.rq": ESCAPE,
    "syntax-service-01.rq": ELSEWHERE,
    "syntax-service-02.rq": ELSEWHERE,
    "syntax-service-03.rq": ELSEWHERE,
    "syntax-expr-05.rq": FUNCTION,
    "syntax-order-05.rq": FUNCTION,
    "syntax-order-06.rq": FUNCTION,
    "syntax-function-01.rq": FUNCTION,
    "syntax-function-02.rq": FUNCTION,
    "syntax-function-03.rq": FUNCTION,
    "syntax-function-04.rq": FUNCTION,
    "syntax-select-expr-04.rq": FUNCTION,
}


def manifest(path: Path) -> Graph:
    return Graph().parse(path, format="turtle", publicID=path.as_uri())


def cases(*kinds: Node) -> list[Path]:
    found = []
    for path in sorted(FOLDER.glob("*/syntax-*/manifest.ttl")):
        told = manifest(path)
        for case, action in told.subject_objects(MF.action):
            if not set(told.objects(case, RDF.type)).isdisjoint(kinds):
                found.append(path.parent / str(action).rpartition("/")[2])
    return sorted(found)


def is_answered(path: Path) -> bool:
    question = path.read_text(encoding="utf-8")
    try:
        check_question(question)
        OxigraphStore.in_memory().view().ask(question, {})
    except QueryError:
        return False
    return True


pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="KG_W3C names no folder of the suite; see `make w3c`")


@pytest.mark.parametrize("path", cases(*RIGHT), ids=lambda path: path.name)
def test_what_is_right_is_answered(path: Path) -> None:
    assert is_answered(path) == (path.name not in OTHERWISE)


@pytest.mark.parametrize("path", cases(*WRONG), ids=lambda path: path.name)
def test_what_is_wrong_or_an_update_is_refused(path: Path) -> None:
    assert is_answered(path) == (path.name in OTHERWISE)


def test_no_test_of_the_protocol_is_missing() -> None:
    told = manifest(FOLDER / "sparql11" / "protocol" / "manifest.ttl")
    names = {str(case).rpartition("#")[2] for case in told.subjects(RDF.type, MF.ProtocolTest)}
    known = {*protocol.TRUE, *protocol.TYPES, *protocol.ALONE, *protocol.BAD_QUERIES, *protocol.UPDATES}
    assert len(names) > 30
    assert names <= known
