from __future__ import annotations

from pathlib import Path

from tests.cli.runs import ROOT, run


def kg(where: Path, *words: str) -> str:
    done = run(*words, where=where, PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_a_decision_is_written_listed_and_undone(tmp_path: Path) -> None:
    assert '"Kerlan" and "Norvane" are the same' in kg(tmp_path, "same", "Kerlan", "Norvane", "--because", "one owner")
    kg(tmp_path, "different", "Kerlan", "Kerlan Capital")
    listed = kg(tmp_path, "same", "--list")
    assert "one owner" in listed
    assert "Kerlan Capital" in listed
    kg(tmp_path, "same", "Norvane", "Kerlan", "--undo")
    assert "one owner" not in kg(tmp_path, "same", "--list")


def test_a_contradiction_is_one_line(tmp_path: Path) -> None:
    kg(tmp_path, "same", "Kerlan", "Norvane")
    done = run("different", "Kerlan", "Norvane", where=tmp_path, PYTHONPATH=str(ROOT))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_build_uses_the_decisions_and_explain_tells_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nordalia raised $5 million in 2024.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Valbrune raised $7 million in 2025.", encoding="utf-8")
    kg(tmp_path, "same", "Nordalia", "Valbrune", "--because", "renamed in 2025")
    told = kg(tmp_path, "build", "a.txt", "b.txt")
    assert "2 statements, 1 entity" in told
    assert "1 decisions on names of names.ttl" in told
    assert "decided: same (names.ttl:6): renamed in 2025" in kg(tmp_path, "explain", "Valbrune")


def test_a_decision_says_what_it_is_about_and_an_unknown_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nordalia raised $5 million. Valbrune acquired Nordalia.", encoding="utf-8")
    kg(tmp_path, "build", "a.txt", "--language", "en")
    told = kg(tmp_path, "different", "Nordalia", "Valbrune")
    assert '"Nordalia" has 2 statements, "Valbrune" has 1 statement; they are two entities so far, and stay so' in told
    done = run("same", "Nordalia", "Valbrun", where=tmp_path, PYTHONPATH=str(ROOT))
    assert (done.returncode, done.stderr) == (
        2,
        "kg: Valbrun: no entity or statement has this name; do you mean Valbrune?\n",
    )
    assert "Valbrun " not in (tmp_path / "names.ttl").read_text("utf-8")
