"""`kg ontology`: shows the ontology and checks its examples."""

from __future__ import annotations

import typer

from kg.cli.options import OntologyFolder

__all__ = ["app"]

app = typer.Typer(help="Look at and check the ontology.", no_args_is_help=True)


@app.command("check")
def check(*, ontology: OntologyFolder = None) -> None:
    """Run the example of every frame and cue; exit 1 when one gives something else than it says.

    Example: kg ontology check
    """
    from kg.cli.console import print_line  # noqa: PLC0415 - for a quick --help
    from kg.config import Settings  # noqa: PLC0415
    from kg.extract.example_check import check_examples  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415

    found = read_ontology(Settings.from_environment(ontology).ontology)
    failures = check_examples(found)
    for failure in failures:
        wanted = f"does not give “{failure.missing}”" if failure.missing else "gives what it should not"
        print_line(
            f"{failure.place}: {failure.id}: “{failure.text}” {wanted}; it gives: {'; '.join(failure.found) or '-'}"
        )
    examples = sum(len(f.examples) for f in found.frames) + sum(len(c.examples) for c in found.cues)
    print_line(f"{len(found.frames)} frames, {len(found.cues)} cues, {examples} examples, {len(failures)} failures")
    if failures:
        raise typer.Exit(1)


@app.command("show")
def show(*, ontology: OntologyFolder = None) -> None:
    """Print the relations with their ends, and how many frames in each language state them.

    Example: kg ontology show
    """
    from kg.cli.console import print_line, print_table  # noqa: PLC0415 - for a quick --help
    from kg.config import Settings  # noqa: PLC0415
    from kg.ontology import read_ontology  # noqa: PLC0415

    found = read_ontology(Settings.from_environment(ontology).ontology)
    print_table(
        ("relation", "English", "French", "from", "to", "holds", "happens", "pays", "frames en", "frames fr"),
        [
            (
                relation.name,
                relation.labels.get("en", ""),
                relation.labels.get("fr", ""),
                ", ".join(relation.sources),
                ", ".join(relation.targets),
                relation.holds,
                relation.happens,
                relation.pays,
                *(
                    str(sum(f.relation == relation.name and f.language == lang for f in found.frames))
                    for lang in ("en", "fr")
                ),
            )
            for relation in found.relations.values()
        ],
    )
    print_line(
        f"{len(found.names)} known names, {len(found.nouns)} nouns, {len(found.cues)} cues, {len(found.frames)} frames"
    )
