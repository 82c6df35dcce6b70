from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.inquiry.asking.saved_questions import find_question, list_questions


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "leases.rq").write_text("# Who leases\n# to whom,\n# and why\n\nASK { }\n")
    return tmp_path


def test_a_saved_question_is_found_by_its_name(folder: Path) -> None:
    question = find_question("leases", folder)
    assert (question.name, question.title, question.description) == ("leases", "Who leases", "to whom, and why")


def test_a_file_is_read(folder: Path) -> None:
    assert find_question(str(folder / "leases.rq"), Path("elsewhere")).text.endswith("ASK { }\n")


def test_a_text_is_a_question_itself(folder: Path) -> None:
    assert find_question("ASK { ?s ?p ?o }", folder).text == "ASK { ?s ?p ?o }"


def test_an_unknown_name_is_told_with_the_known_ones(folder: Path) -> None:
    with pytest.raises(QueryError, match="use one of leases"):
        find_question("rents", folder)


def test_a_name_cannot_lead_out_of_the_folder(folder: Path) -> None:
    (folder / "deep").mkdir()
    with pytest.raises(QueryError, match="no such question"):
        find_question("../leases", folder / "deep")


def test_each_saved_question_of_ours_has_title_and_description() -> None:
    folder = Path(__file__).parents[3] / "ontology" / "queries"
    questions = list_questions(folder)
    assert {q.name for q in questions} >= {"leases", "powers", "funding", "chain", "raised", "plans", "attributed"}
    assert all(question.title and question.description for question in questions)


def test_a_name_that_is_too_long_for_a_file_is_no_question(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no such question"):
        find_question("a" * 5000, tmp_path)
