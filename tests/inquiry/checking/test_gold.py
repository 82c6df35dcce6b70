from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import UsageError
from kg.inquiry.checking.gold import GoldDate, GoldStatement, read_gold

STATEMENT = {
    "subject": "Volt",
    "relation": "funds",
    "object": "Lambda",
    "modality": "asserted",
    "evidence": "Volt pays",
}


def written(folder: Path, **more: Any) -> Path:
    (folder / "one.gold.json").write_text(json.dumps([{**STATEMENT, **more}]))
    return folder


def read(folder: Path, **more: Any) -> GoldStatement:
    return read_gold(written(folder, **more))["one"].statements[0]


def test_what_a_reader_left_open_is_empty(tmp_path: Path) -> None:
    assert read(tmp_path, attribution=None) == GoldStatement("Volt", "funds", "Lambda", "asserted", "Volt pays")


def test_statements_may_stand_under_a_key(tmp_path: Path) -> None:
    (tmp_path / "one.gold.json").write_text(json.dumps({"language": "en", "statements": [STATEMENT]}))
    assert len(read_gold(tmp_path)["one"].statements) == 1


@pytest.mark.parametrize("key", ["borderline", "optional"])
def test_borderline_and_optional_ones_are_not_required(tmp_path: Path, key: str) -> None:
    assert not read(tmp_path, **{key: True}).required


def test_a_speaker_and_an_amount_are_read_as_worded(tmp_path: Path) -> None:
    found = read(tmp_path, attribution="IDC", amount="$5m")
    assert (found.attribution, found.amount) == ("IDC", "$5m")


def test_without_the_key_nobody_was_asked_for_a_date(tmp_path: Path) -> None:
    assert read(tmp_path).date is None


@pytest.mark.parametrize(
    ("keys", "date"),
    [
        ({"when": None}, GoldDate()),
        ({"when": "2025-03"}, GoldDate("2025-03")),
        ({"when": None, "announced": "2025-03-14"}, GoldDate("", ("2025-03-14",))),
        ({"when": "2025-03-14", "when_kind": "announcement"}, GoldDate("", ("2025-03-14",))),
    ],
)
def test_the_day_of_an_announcement_is_accepted_and_not_wanted(
    tmp_path: Path, keys: dict[str, str | None], date: GoldDate
) -> None:
    assert read(tmp_path, **keys).date == date


def test_entities_are_read_from_beside_the_statements(tmp_path: Path) -> None:
    (tmp_path / "one.things.json").write_text(json.dumps({"volt": {"class": "Organization", "names": ["Volt", "V"]}}))
    assert read_gold(written(tmp_path))["one"].entities == {"Volt": "volt", "V": "volt"}


def test_without_entities_no_name_has_an_id(tmp_path: Path) -> None:
    assert read_gold(written(tmp_path))["one"].entities == {}


@pytest.mark.parametrize("content", ["[", "[]", '{"volt": {"class": "Organization"}}', '{"volt": 1}'])
def test_a_broken_file_of_entities_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "one.things.json").write_text(content)
    with pytest.raises(UsageError, match="is not a file of entities"):
        read_gold(written(tmp_path))


@pytest.mark.parametrize("content", ["[", "5", '[{"subject": "Volt"}]', "[5]"])
def test_a_broken_file_of_statements_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "one.gold.json").write_text(content)
    with pytest.raises(UsageError, match="is not a file of gold statements"):
        read_gold(tmp_path)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold statements"):
        read_gold(tmp_path)
