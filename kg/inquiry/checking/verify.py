"""Verifies the evidence: every quotation, offset and hash in results, against the articles as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.inquiry.sources import reread
from kg.model import Article
from kg.rdf.quads import Literal, Node
from kg.rdf.records import Record, read_records
from kg.resolve.iris import clean_text
from kg.store.opening import is_store, open_graph
from kg.store.updating import stored_articles

__all__ = ["Broken", "Verification", "verify"]

ARTICLES = """
SELECT ?document ?sha256 ?language ?article ?reader WHERE {
  ?article a kg:Article ; dcterms:identifier ?document ; schema:sha256 ?sha256 ; schema:inLanguage ?language .
  OPTIONAL { ?article kg:reader ?reader }
} ORDER BY ?document
"""
QUOTATIONS = """
SELECT ?statement ?article ?part ?exact ?prefix ?suffix ?start ?end WHERE {
  ?statement a kg:Statement ; prov:wasDerivedFrom ?article .
  OPTIONAL {
    ?statement ?part ?selector .
    ?selector oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix ; oa:start ?start ; oa:end ?end .
  }
} ORDER BY ?article ?statement ?part ?start
"""

MENTIONS = """
SELECT ?entity ?article ?part ?exact ?prefix ?suffix ?start ?end WHERE {
  GRAPH ?article {
    ?selector ?part ?entity ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix ; oa:start ?start ; oa:end ?end .
  }
  FILTER (?part = kg:refersTo)
} ORDER BY ?article ?start
"""
CUES = """
SELECT ?statement ?article ?part ?exact ?prefix ?suffix ?start ?end WHERE {
  ?statement prov:wasDerivedFrom ?article ; kg:step ?step . ?step ?part ?selector . FILTER (?part = kg:cue)
  ?selector oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix ; oa:start ?start ; oa:end ?end .
} ORDER BY ?article ?statement ?start
"""


@dataclass(frozen=True, slots=True)
class Broken:
    """One mismatch.

    Attributes:
        document: the article.
        statement: the id of the statement, or the local name of the mentioned entity; empty for the article itself.
        problem: what does not match, in words.
    """

    document: str
    statement: str
    problem: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of `verify`: what was checked, and the mismatches, sorted by document and statement."""

    articles: int
    statements: int
    quotations: int
    broken: tuple[Broken, ...]


def verify(out: Path, sources: Sequence[str] = (), *, fields: Mapping[str, str] | None = None) -> Verification:
    """Return the mismatches between articles and graph.trig and statements.jsonl, or a store.

    The articles are read again from their original location, or from `sources`, where a file with the same name
    replaces one from elsewhere. For a store, its own copy of the text replaces one that is gone.

    Raises:
        OutputError: the folder lacks graph.trig or statements.jsonl, or they cannot be read.
    """
    with open_graph(out) as view:
        recorded = {texts[3]: texts for texts in map(_texts, view.ask(ARTICLES, {}).rows)}
        quotations = list(map(_texts, view.ask(QUOTATIONS, {}).rows))
        further = [texts for question in (MENTIONS, CUES) for texts in map(_texts, view.ask(question, {}).rows)]
    articles = reread({document: language for document, _, language, *_ in recorded.values()}, sources, fields=fields)
    if is_store(out) and any(document not in articles for document, *_ in recorded.values()):
        articles = stored_articles(out) | articles
    broken = {
        *_broken_articles(recorded.values(), articles),
        *_broken_quotations([*quotations, *further], recorded, articles),
    }
    if not is_store(out):
        records = list(read_records(out / "statements.jsonl"))
        broken |= {*_broken_records(records, articles), *_only_in_one(quotations, records)}
    found = tuple(sorted(broken, key=lambda one: (one.document, one.statement, one.problem)))
    return Verification(len(recorded), len({row[0] for row in quotations}), len(quotations) + len(further), found)


def _texts(row: Iterable[Node | None]) -> list[str]:
    return [node.text if isinstance(node, Literal) else node or "" for node in row]


def _broken_articles(recorded: Iterable[Sequence[str]], articles: Mapping[str, Article]) -> Iterator[Broken]:
    for document, sha256, _, _, reader in recorded:
        if document not in articles:
            yield Broken(document, "", "the article cannot be read")
        elif articles[document].sha256 != sha256:
            now = articles[document].reader
            readers = f", or the reader has: {reader} then, {now or 'none'} now" if reader and reader != now else ""
            yield Broken(document, "", f"the article has changed{readers}: its hash is another")


def _broken_quotations(
    quotations: Iterable[Sequence[str]], recorded: Mapping[str, Sequence[str]], articles: Mapping[str, Article]
) -> Iterator[Broken]:
    for statement, iri, part, *quoted in quotations:
        document, name = recorded[iri][0] if iri in recorded else iri, statement.rpartition("/")[2]
        if not part:
            yield Broken(document, name, "has no evidence in the graph")
        elif document in articles:
            problem = _mismatch(articles[document].text, quoted)
            if problem:
                yield Broken(document, name, f"{part.rpartition('#')[2].removesuffix('Mention')}: {problem}")


def _mismatch(text: str, quoted: Sequence[str]) -> str:
    """Return the mismatch of a quotation (exact, prefix, suffix, start, end), or an empty string."""
    exact, prefix, suffix, start, end = quoted
    first, last = int(start), int(end)
    if not 0 <= first < last <= len(text):
        return f"characters {first} to {last} are outside the article"
    if clean_text(text[first:last]) != exact:
        return f'characters {first} to {last} are no longer "{exact}"'
    before, after = clean_text(text[max(0, first - 64) : first]), clean_text(text[last : last + 64])
    same = before.endswith(prefix) and after.startswith(suffix)
    return "" if same else f'the words around "{exact}" have changed'


def _broken_records(records: Iterable[Record], articles: Mapping[str, Article]) -> Iterator[Broken]:
    for record in records:
        try:
            document, name = str(record["document"]), str(record["id"])
            quotes = _quotes(record)
        except (KeyError, TypeError) as error:
            raise OutputError(f"lacks {error}", where=f"statement {record.get('id')}", advice="build again") from error
        text = articles[document].text if document in articles else None
        for part, words, start, end in quotes:
            if text is not None and text[start:end].encode("utf-8", "replace").decode() != words:
                yield Broken(document, name, f'{part}: characters {start} to {end} are no longer "{words}"')


def _quotes(record: Record) -> list[tuple[str, str, int, int]]:
    """Return part, words, start and end of each quotation of a record; a value's words are its label."""
    ends = [(part, record[part]) for part in ("subject", "object")]
    places = [(part, end.get("mention", end["label"]), end["start"], end["end"]) for part, end in ends]
    return [("evidence", record["evidence"], record["start"], record["end"]), *places]


def _only_in_one(quotations: Iterable[Sequence[str]], records: Iterable[Record]) -> Iterator[Broken]:
    recorded = {str(record["id"]): str(record["document"]) for record in records}
    drawn = {row[0].rpartition("/")[2] for row in quotations}
    for name in recorded.keys() - drawn:
        yield Broken(recorded[name], name, "is in statements.jsonl but not in graph.trig")
    for name in drawn - recorded.keys():
        yield Broken("", name, "is in graph.trig but not in statements.jsonl")
