"""Recording and withdrawing a person's decisions on names; the file is theirs and stays readable."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kg.atomic_files import write_text
from kg.config import DEFAULT_BASE
from kg.errors import UsageError
from kg.resolve.constraints import check_decisions, node_of
from kg.resolve.decisions import Decision, is_iri, read_decisions
from kg.resolve.iris import check_iri, clean_text

__all__ = ["decide", "decisions_of", "undo"]

_HEADER = """\
@prefix kg: <https://kg.example/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

# Which names are one entity, and which are not, as people have decided. kg same and kg different write this file anew.
"""


def decisions_of(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file in its order; none when the file does not exist.

    Raises:
        OntologyError: the file is broken.
    """
    return read_decisions(path if path.exists() else None)


def decide(path: Path, names: tuple[str, str], *, same: bool, because: str = "", base: str) -> Decision:
    """Add a decision to a file, created if missing, and return the decision with its line in the file.

    Repeating a decision replaces its reason, or keeps the old one when no reason is given.

    Raises:
        OntologyError: the file is broken.
        OutputError: it cannot be written.
        UsageError: a name is empty, both are the same, or the decision contradicts others; the file is then unchanged.
    """
    before = decisions_of(path)
    wanted = Decision(same, _ends(names, base), " ".join(clean_text(because).split()), "the new decision")
    old = _find(before, wanted, base)
    if old and not wanted.because:
        wanted = Decision(same, wanted.ends, old.because, wanted.place)
    after = [*(decision for decision in before if decision is not old), wanted]
    check_decisions(after, base)
    written = _write(path, after)
    return next(decision for decision in written if (decision.same, decision.ends) == (same, wanted.ends))


def undo(path: Path, names: tuple[str, str], *, same: bool, base: str) -> Decision:
    """Remove a decision from a file and return it; the file stays, even if it is then empty.

    Raises:
        OntologyError: the file is broken.
        OutputError: it cannot be written.
        UsageError: the file has no such decision.
    """
    before = decisions_of(path)
    old = _find(before, Decision(same, _ends(names, base)), base)
    if old is None:
        what = f'has no decision that "{names[0]}" and "{names[1]}" are {"the same" if same else "different"}'
        raise UsageError(what, where=str(path), advice="see `kg same --list`")
    _write(path, [decision for decision in before if decision is not old])
    return old


def _ends(names: tuple[str, str], base: str) -> tuple[str, str]:
    one, other = sorted(_end(name, base) for name in names)
    return one, other


def _end(name: str, base: str) -> str:
    """Return a name without superfluous spaces; an IRI in full, one of kg's under the default base, as in all files."""
    text = " ".join(clean_text(name).split())
    if not text:
        raise UsageError("is an empty name", where=repr(name), advice="name an entity as the articles do")
    for start in ("id:", base + "id/"):
        if text.startswith(start):
            text = f"{DEFAULT_BASE}id/{text.removeprefix(start)}"
    return check_iri(text) if is_iri(text) else text


def _find(decisions: Iterable[Decision], wanted: Decision, base: str) -> Decision | None:
    nodes = {node_of(end, base) for end in wanted.ends}
    return next((d for d in decisions if d.same == wanted.same and {node_of(e, base) for e in d.ends} == nodes), None)


def _write(path: Path, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Write the whole file, `kg:Same` first, each kind sorted by names; return the decisions read back."""
    ordered = sorted(decisions, key=lambda decision: (not decision.same, decision.ends))
    write_text(path, "\n".join([_HEADER, *map(_turtle, ordered)]))
    return read_decisions(path)


def _turtle(decision: Decision) -> str:
    names = ", ".join(_quoted(end) for end in decision.ends if not is_iri(end))
    entities = ", ".join(f"<{end}>" for end in decision.ends if is_iri(end))
    properties = [f"kg:name {names}"] * bool(names) + [f"kg:thing {entities}"] * bool(entities)
    properties += [f"rdfs:comment {_quoted(decision.because)}"] * bool(decision.because)
    return f"[] a kg:{'Same' if decision.same else 'Different'} ; " + " ; ".join(properties) + " .\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
