from __future__ import annotations

from kg.present.page.fact_tables import Numbered, tables


def test_each_distinct_value_has_one_number_in_the_order_they_come() -> None:
    numbered: Numbered[str] = Numbered()
    assert [numbered.number(value) for value in ("b", "a", "b")] == [0, 1, 0]
    assert numbered.values() == ["b", "a"]


def test_a_list_of_objects_becomes_a_table() -> None:
    assert tables({"nodes": [{"a": 1}, {"b": 2}]}) == {"nodes": {"keys": ["a", "b"], "rows": [[1], [None, 2]]}}


def test_an_empty_list_is_an_empty_table() -> None:
    assert tables({"nodes": []}) == {"nodes": {"keys": [], "rows": []}}


def test_what_is_no_list_stays_as_it_is() -> None:
    assert tables({"title": "x", "classes": {"a": {}}}) == {"title": "x", "classes": {"a": {}}}
