from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.locations import address_of, check_local, is_remote, name_of


@pytest.mark.parametrize(
    "address", ["http://localhost:7878", "https://graph.nordalia.example/news", "http://[::1]:3030/ds"]
)
def test_an_address_that_became_a_path_is_found_again(address: str) -> None:
    assert address_of(Path(address)) == name_of(Path(address)) == address


@pytest.mark.parametrize("folder", ["news", "/srv/http:/news", "https", "http", "ftp://localhost"])
def test_a_folder_is_no_server(folder: str) -> None:
    assert not is_remote(Path(folder))
    assert name_of(Path(folder)) == str(Path(folder))


def test_a_server_is_no_place_for_files() -> None:
    assert check_local(Path("news")) == Path("news")
    with pytest.raises(UsageError, match=r"http://localhost:7878: is a server, .*--store"):
        check_local(Path("http://localhost:7878"))
