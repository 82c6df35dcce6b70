from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.articles.article_files import read_article, read_articles
from kg.errors import ArticleError, NoArticlesError, UnreadFilesError
from kg.model import Article, Cause


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read_one(path: Path) -> Article:
    (found,) = read_articles([path])
    assert isinstance(found, Article), found
    return found


def complaint(path: Path, language: str | None = None) -> str:
    (found,) = read_articles([path], language=language)
    assert isinstance(found, ArticleError), found
    return str(found)


def test_the_text_is_kept_exactly_as_it_is(tmp_path: Path) -> None:
    found = read_one(write(tmp_path / "a.txt", "The plant\r\nis  here. \n"))
    assert (found.text, found.body.of(found.text)) == ("The plant\r\nis  here. \n", "The plant\r\nis  here. \n")


def test_the_hash_is_that_of_the_text_in_utf_8(tmp_path: Path) -> None:
    found = read_one(write(tmp_path / "a.txt", "The café"))
    assert found.sha256 == "179835424e55d60754484c85af649c5715e09e623d856318c61845d5e2200dbd"


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.txt", b"\xef\xbb\xbfThe plant is here.")).text == "The plant is here."


def test_front_matter_tells_title_language_and_date(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", '---\ntitle: "Nordalia: a deal"\nlang: FR\ndate: 2025-03-04\n---\nThe plant.')
    found = read_one(path)
    assert (found.title, found.language, found.date) == ("Nordalia: a deal", "fr", date(2025, 3, 4))
    assert found.body.of(found.text) == "The plant."


def test_front_matter_may_have_line_ends_of_windows(tmp_path: Path) -> None:
    found = read_one(write(tmp_path / "a.md", "---\r\ntitle: T\r\nlanguage: en-GB\r\n---\r\nThe plant."))
    assert (found.title, found.language, found.body.of(found.text)) == ("T", "en", "The plant.")


def test_a_rule_in_the_text_is_no_front_matter(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.md", "The plant.\n---\ntitle: T\n---\n")).body.start == 0


def test_without_a_title_the_first_line_is_it(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.md", "\n# **The plant**\n\nIt is here.")).title == "The plant"


def test_a_first_line_that_is_a_paragraph_is_no_title(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.txt", "The plant is here. " * 20)).title == ""


def test_the_language_asked_for_goes_before_the_one_stated(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "---\nlanguage: en\n---\nThe plant is here.")
    (found,) = read_articles([path], language="fr")
    assert isinstance(found, Article)
    assert found.language == "fr"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t", "is empty"),
        ("a.md", b"---\nlanguage: en\n---\n \n", "is empty"),
        ("a.txt", b"The\x00plant", "is not text but binary; save it as UTF-8 text"),
        ("a.txt", b"\xff\xfe", "is empty"),
        ("a.md", b"---\nlanguage: de\n---\nThe plant", "unknown language 'de'; use one of en, fr"),
        ("a.txt", b"Nordalia Kerlan", "its language is not known from its words; name it by --language en or fr"),
        ("a.txt", b"Das Werk ist nicht in Berlin.", "its words are of the language 'de'; use one of en, fr"),
        ("a.csv", b"The plant", "unknown kind of file; use one of .html .txt .md "),
        ("a.pdf", b"%PDF", "is no PDF that can be read; check that it opens"),
        ("a.html", b"<script>the plant</script>", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_place(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = write(tmp_path / name, content)
    assert complaint(path).startswith(f"{path.as_posix()}: ")
    assert words in complaint(path)


@pytest.mark.parametrize("name", ["nowhere", "nowhere/a.txt", "x" * 5_000, "a\0b"])
def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path, name: str) -> None:
    assert "no such file or folder; check the path" in complaint(tmp_path / name)


def test_an_unknown_language_is_an_error(tmp_path: Path) -> None:
    assert complaint(tmp_path, language="de") == "unknown language 'de'; use one of en, fr"


def test_a_folder_is_read_at_any_depth_and_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.TXT", "b/a.md", "a.txt", "a.csv"):
        write(tmp_path / name, "The plant is here.")
    found = [item.document for item in read_articles([tmp_path]) if isinstance(item, Article)]
    assert [Path(document).relative_to(tmp_path).as_posix() for document in found] == ["a.txt", "b/a.md", "c.TXT"]


def test_files_of_a_folder_that_are_not_read_are_counted_by_kind(tmp_path: Path) -> None:
    for name in ("a.txt", "b.csv", "c.csv", "licence"):
        write(tmp_path / name, "The plant is here.")
    *_, last = read_articles([tmp_path])
    assert isinstance(last, UnreadFilesError)
    assert str(last).startswith(f"{tmp_path}: files of kinds that are not read: 2 .csv, 1 without an ending")


def test_a_hidden_file_of_a_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("a.txt", ".b.txt", ".git/c.txt"):
        write(tmp_path / name, "The plant is here.")
    assert [Path(item.document).name for item in read_articles([tmp_path]) if isinstance(item, Article)] == ["a.txt"]


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    assert "the folder holds no articles; use one of .html " in complaint(tmp_path)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", b"\x00")
    write(tmp_path / "b.txt", "The plant is here.")
    assert [type(item) for item in read_articles([tmp_path])] == [ArticleError, Article]


def test_what_is_named_twice_is_read_once_where_it_came_first(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, "The plant is here.")
    found = read_articles([tmp_path / "b.txt", tmp_path, f"{tmp_path}/./a.txt"])
    assert [item.document[-5:] for item in found if isinstance(item, Article)] == ["b.txt", "a.txt"]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"The plant is here.")))
    (found,) = read_articles(["-"])
    assert isinstance(found, Article)
    assert (found.document, found.text) == ("stdin.txt", "The plant is here.")


@pytest.mark.parametrize(
    ("content", "kind", "document"),
    [
        (b"<p>The plant is here.</p>", "html", "stdin.html"),
        (b"<html><p>The plant is here.</p>", "", "stdin.html"),
        (b'{"text": "The plant is here."}\n{"text": "The site is there."}', "", "stdin.jsonl#1"),
        (b"# The plant is here.", ".MD", "stdin.md"),
    ],
)
def test_standard_input_has_the_kind_that_is_told_or_that_it_begins_like(
    monkeypatch: pytest.MonkeyPatch, content: bytes, kind: str, document: str
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    first = next(read_articles(["-"], kind=kind))
    assert isinstance(first, Article)
    assert first.document == document


@pytest.mark.parametrize("told", ["last week", "2025-02-30"])
def test_a_date_that_is_not_understood_costs_the_date_and_is_remarked(tmp_path: Path, told: str) -> None:
    found = read_one(write(tmp_path / "a.md", f"---\ndate: {told}\n---\nThe plant is here."))
    assert found.date is None
    assert [(remark.cause, remark.text) for remark in found.remarks] == [(Cause.FIELD, told)]


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252"])
def test_a_text_that_is_not_utf_8_is_read_and_remarked(tmp_path: Path, encoding: str) -> None:
    words = "Le siège de l'usine est là, près de la forêt."
    found = read_one(write(tmp_path / "a.txt", words.encode(encoding)))
    assert found.text == words
    assert [remark.reason for remark in found.remarks] == [f"the file was read as {encoding}"]


@pytest.mark.parametrize("name", ["a.txt", "a#b.txt", "a.jsonl#7"])
def test_an_article_is_found_again_by_its_document(tmp_path: Path, name: str) -> None:
    jsonl = ".jsonl" in name
    content = '{"text": "The site"}\n{"id": 7, "text": "The plant"}' if jsonl else "The plant"
    write(tmp_path / (name.partition("#")[0] if jsonl else name), content)
    found = read_article(f"{tmp_path.as_posix()}/{name}")
    assert isinstance(found, Article)
    assert (found.document, found.text) == (f"{tmp_path.as_posix()}/{name}", "The plant")


def test_an_article_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "The site"}')
    assert "no such article" in str(read_article(f"{path.as_posix()}#9"))


def test_hostile_front_matter_takes_linear_time(tmp_path: Path) -> None:
    text = "---\ntitle: " + " " * 200_000 + "x\n" + "-" * 200_000 + "\n---\nThe plant"
    assert read_one(write(tmp_path / "a.md", text)).title == "x"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "news.txt"
    os.mkfifo(pipe)
    assert [str(found) for found in read_articles([pipe])] == [
        f"{pipe}: is no regular file; name a file, or - for standard input"
    ]


@pytest.mark.parametrize("told", ["2004", "2004-06", "2004/2005", "2004-11/2005-02"])
def test_a_date_without_a_day_is_none(tmp_path: Path, told: str) -> None:
    (found,) = read_articles([write(tmp_path / "a.md", f"---\ndate: {told}\n---\nThe plant is in the town.")])
    assert isinstance(found, Article)
    assert found.date is None


def test_what_nobody_foresaw_in_a_file_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise RecursionError("too\ndeep")

    monkeypatch.setattr("kg.articles.formats.pages.read_page", fail)
    sources = [write(tmp_path / "a.html", "<p>The plant"), write(tmp_path / "b.txt", "The plant is in the town.")]
    first, second = read_articles(sources)
    assert str(first).endswith("a.html: cannot be read (RecursionError: too deep); report this line as a bug of kg")
    assert isinstance(second, Article)


def test_json_of_a_folder_that_holds_other_things_is_no_error(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "The plant is here.")
    write(tmp_path / "b.json", '[{"a": 1}, {"b": 2}]')
    _, unread = read_articles([tmp_path])
    assert (type(unread), "files without articles: 1 .json" in str(unread)) == (UnreadFilesError, True)


def test_json_of_a_folder_loses_no_article_behind_other_records(tmp_path: Path) -> None:
    write(tmp_path / "a.json", '[{"a": 1}, {"b": 2}, {"text": "The plant is here."}]')
    assert [type(found) for found in read_articles([tmp_path])] == [NoArticlesError, NoArticlesError, Article]


def test_json_that_is_named_and_holds_other_things_is_an_error(tmp_path: Path) -> None:
    (found,) = read_articles([write(tmp_path / "a.json", "{}")])
    assert type(found) is NoArticlesError
