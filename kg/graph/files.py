"""Writing a folder of results: its files appear whole and together, or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.errors import OutputError
from kg.graph.iris import Minter
from kg.graph.joining import Joined
from kg.graph.places import check_local
from kg.graph.quads import DEFAULT_GRAPH, Quad
from kg.graph.records import skipped_lines, statement_lines
from kg.graph.triples import graph_quads
from kg.graph.turtle import write_trig, write_turtle
from kg.graph.vocabulary import KG, RDF
from kg.model import Modality
from kg.ontology.schema import Ontology

__all__ = ["SEEN", "view", "write_results", "write_text", "write_texts"]

SEEN = (Modality.ASSERTED, Modality.PLANNED)
"""The modalities whose edges a query sees unless told otherwise."""


def write_results(
    joined: Joined, ontology: Ontology, out: Path, *, further: Mapping[str, str] = MappingProxyType({})
) -> tuple[Path, ...]:
    """Write statements.jsonl, skipped.jsonl, graph.trig, graph.ttl and `further` into `out`, and return their paths.

    `out` is made when it is missing. The same input gives the same bytes.

    Raises:
        OutputError: a file cannot be written; the old ones are then still there.
    """
    quads = list(dict.fromkeys(graph_quads(joined, ontology)))
    texts = {
        "statements.jsonl": statement_lines(joined.statements, Minter(joined.base), ontology),
        "skipped.jsonl": skipped_lines(joined.skipped),
        "graph.trig": write_trig(quads, joined.base),
        "graph.ttl": write_turtle(view(quads, ontology, SEEN), joined.base),
    }
    return write_texts({out / name: text for name, text in {**texts, **further}.items()})


def view(quads: Iterable[Quad], ontology: Ontology, modalities: Iterable[Modality]) -> list[Quad]:
    """Return the quads that a query sees in its default graph: edges of the modalities, and all that is no edge.

    The modalities of the view are said to be of class kg:Modality in it, so a question can ask for them.
    """
    seen = {ontology.modalities[modality].iri for modality in modalities}
    hidden = {style.iri for style in ontology.modalities.values()} - seen
    marks = [Quad(iri, RDF + "type", KG + "Modality") for iri in sorted(seen)]
    kept = [Quad(q.subject, q.predicate, q.object, DEFAULT_GRAPH) for q in quads if q.graph not in hidden]
    return [*marks, *kept]


def write_text(path: Path, text: str) -> Path:
    """Write `text` in UTF-8 to a temporary file beside `path`, move it there, and return `path`.

    Raises:
        OutputError: the folder or file cannot be written.
    """
    return write_texts({path: text})[0]


def write_texts(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write each text to a temporary file beside its path, then move all of them there, and return the paths.

    When the disk is full or the run is interrupted, the old files still stand together.

    Raises:
        OutputError: a folder or file cannot be written.
        UsageError: a path is the address of a server.
    """
    waiting: dict[Path, Path] = {}
    path = Path()
    try:
        for path, text in texts.items():
            waiting[path] = _stage(check_local(path), text)
        for path, temporary in waiting.items():
            temporary.replace(path)
    except OSError as error:
        raise OutputError(
            f"cannot be written ({error.strerror})", where=str(path), advice="check the folder, its rights and its disk"
        ) from error
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)
    return tuple(texts)


def _stage(path: Path, text: str) -> Path:
    """Return a temporary file beside `path` that holds the text, ready to be moved there."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    """Return the process's umask; the system tells it only when it is set."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
