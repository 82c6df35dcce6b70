"""Statements and articles of any number, as the news of deals has them, the same for the same wishes.

Articles speak of a few entities each: some of their own, some known before, and those the oftener the more is said of
them. So a few become hubs, most have one link or two, and some articles stand apart from all others. Classes,
relations and their words come from the ontology.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from benchmarks.invented_article import Fact, write_article
from benchmarks.invented_words import LANGUAGES, amount, name, value
from kg.model import Entity, Modality, Qualifiers, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Article, Statement
    from kg.ontology.schema import Ontology, OntologyClass, Relation

__all__ = ["invent"]

_SECTORS = 40
_MODALITIES = dict(zip(Modality, (70, 16, 10, 4), strict=True))
_TRIES = 30


def invent(nodes: int, edges: int, ontology: Ontology, *, seed: int = 1) -> tuple[list[Statement], list[Article]]:
    """Return statements that are drawn as so many nodes and edges, with their articles; `edges` is more than `nodes`.

    There are some more statements than edges: what is said twice, and words that are not drawn.
    """
    world = _World(ontology, Random(seed))  # noqa: S311 - the same each time is what is wanted
    world.nodes, world.edges = nodes, edges
    statements: list[Statement] = []
    articles: list[Article] = []
    while world.edges:
        language = world.dice.choice(LANGUAGES)
        facts = world.next_facts(language)
        if facts:
            written, article = write_article(facts, world.dice, number=len(articles), language=language)
            statements += written
            articles.append(article)
    return statements, articles


@dataclass(slots=True)
class _Scene:
    """What one article is about: its entities, the sector it belongs to, its language."""

    cast: list[Entity]
    sector: int
    language: str


@dataclass(slots=True)
class _World:
    """What was told so far, how often each entity was an end in each sector, and how much is left to tell."""

    ontology: Ontology
    dice: Random
    nodes: int = 0
    edges: int = 0
    told: list[Fact] = field(default_factory=list)
    seen: set[tuple[str, ...]] = field(default_factory=set)
    ends: list[list[Entity]] = field(default_factory=lambda: [[] for _ in range(_SECTORS)])
    count: int = 0

    def next_facts(self, language: str) -> list[Fact]:
        """Return what the next article tells; at times nothing, when its entities have nothing left to tell."""
        sector = min(int(self.dice.paretovariate(0.6)), _SECTORS) - 1
        known = [self._known(sector) for _ in range(self.dice.randint(1, 3))]
        scene = _Scene([one for one in known if one is not None], sector, language)
        is_apart = self.nodes > 2 and (not scene.cast or self.dice.random() < 0.06)
        if is_apart:
            self.nodes -= 1
            scene.cast = [self._new_entity([one.name for one in self._entities() if self._relations(one.ancestors)])]
        facts = [fact for _ in range(self.dice.randint(7, 14)) for fact in self._next(scene)]
        self.nodes += is_apart and not facts
        return facts

    def _next(self, scene: _Scene) -> list[Fact]:
        """Return a new edge, or none after many tries, and at times what is said again or not drawn."""
        if not self.edges or not scene.cast:
            return []
        is_new = self.dice.random() * self.edges < self.nodes
        fact = next(filter(None, (self._try(scene, is_new=is_new) for _ in range(_TRIES))), None)
        if fact is None:
            return []
        self.edges -= 1
        self.nodes -= is_new
        self.told.append(fact)
        self.ends[scene.sector] += [end for end in (fact.subject, fact.target) if isinstance(end, Entity)]
        again = [self.dice.choice(self.told)] if self.dice.random() < 0.1 else []
        words = self._words(fact.subject, scene.language) if self.dice.random() < 0.1 else []
        return [fact, *again, *words]

    def _try(self, scene: _Scene, *, is_new: bool) -> Fact | None:
        # What an article knew from before is what most of it is about.
        subject = scene.cast[int(len(scene.cast) * self.dice.random() ** 2)]
        fitting = self._relations(self.ontology.classes[subject.cls].ancestors)
        if not fitting:
            return None
        relation = self.dice.choice(fitting)
        target = self._target(relation, scene, is_new=is_new)
        if target is None or target == subject:
            return None
        modality = self.dice.choices(list(_MODALITIES), list(_MODALITIES.values()))[0]
        key = _key(subject, relation, target)
        if key in self.seen and (is_new or (*key, modality) in self.seen):
            return None
        self.seen |= {key, (*key, modality)}
        scene.cast += [target] if is_new and isinstance(target, Entity) else []
        return Fact(subject, relation, target, modality, self._qualifiers(target, scene.language))

    def _target(self, relation: Relation, scene: _Scene, *, is_new: bool) -> Entity | Value | None:
        kind = self.ontology.classes[relation.targets[0]].kind
        if kind:
            is_drawn = self.ontology.classes[relation.targets[0]].shape != "text"
            return self._value(relation, scene.language) if is_new and is_drawn else None
        if is_new:
            return self._new_entity(
                [one.name for one in self._entities() if set(one.ancestors) & set(relation.targets)]
            )
        found = [one for one in (*scene.cast, *(self._known(scene.sector) for _ in range(4))) if one is not None]
        fitting = [one for one in found if set(self.ontology.classes[one.cls].ancestors) & set(relation.targets)]
        return self.dice.choice(fitting) if fitting else None

    def _value(self, relation: Relation, language: str) -> Value:
        cls = self.dice.choice(relation.targets)
        return value(self.dice, language, (cls, self.ontology.classes[cls].kind))

    def _words(self, subject: Entity, language: str) -> list[Fact]:
        """Return a quotation or the like of the subject, if it can have one."""
        ancestors = self.ontology.classes[subject.cls].ancestors
        shapes = {one.name: one.shape for one in self.ontology.classes.values() if one.kind}
        fitting = [one for one in self._relations(ancestors) if shapes.get(one.targets[0]) == "text"]
        if not fitting:
            return []
        relation = self.dice.choice(fitting)
        return [Fact(subject, relation, self._value(relation, language), Modality.ASSERTED, Qualifiers())]

    def _qualifiers(self, target: Entity | Value, language: str) -> Qualifiers:
        date = f"{self.dice.randint(2023, 2028)}-{self.dice.randint(1, 12):02}" if self.dice.random() < 0.3 else None
        money = [one.name for one in self.ontology.classes.values() if one.kind == "money"]
        has_sum = bool(money) and isinstance(target, Entity) and self.dice.random() < 0.15
        return Qualifiers(date=date, amount=amount(self.dice, language, money[0]) if has_sum else None)

    def _known(self, sector: int) -> Entity | None:
        """Return an entity that was told of, mostly in the sector, each as likely as it was an end."""
        local = self.ends[sector] if self.dice.random() < 0.7 else self.dice.choice(self.ends)
        return self.dice.choice(local) if local else None

    def _new_entity(self, classes: Sequence[str]) -> Entity:
        self.count += 1
        label, cls = name(self.dice), self.dice.choice(classes)
        iri = f"https://kg.example/id/{label.lower().replace(' ', '-')}-{self.count}"
        return Entity(iri, label, cls, names=(label, label.split()[0]))

    def _entities(self) -> list[OntologyClass]:
        return [one for _, one in sorted(self.ontology.classes.items()) if one.shape and not one.kind]

    def _relations(self, ancestors: Sequence[str]) -> list[Relation]:
        """Return the relations that an entity under these classes may be the subject of."""
        return [one for _, one in sorted(self.ontology.relations.items()) if set(ancestors) & set(one.sources)]


def _key(subject: Entity, relation: Relation, target: Entity | Value) -> tuple[str, ...]:
    """Return what the drawing tells edges apart by, besides their modality."""
    if isinstance(target, Value):
        return subject.iri, relation.name, target.number, target.unit, target.bound
    ends = sorted((subject.iri, target.iri)) if relation.symmetric else [subject.iri, target.iri]
    return *ends, relation.name
