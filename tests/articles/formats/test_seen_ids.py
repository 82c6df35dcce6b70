from __future__ import annotations

from kg.articles.formats.seen_ids import SeenIds


def test_an_id_is_new_once() -> None:
    seen = SeenIds()
    assert [seen.add(identity) for identity in ("a", "b", "a", "", "")] == [True, True, False, True, False]


def test_many_ids_are_told_apart() -> None:
    seen = SeenIds()
    assert all(seen.add(str(number)) for number in range(20_000))
    assert not any(seen.add(str(number)) for number in range(20_000))
