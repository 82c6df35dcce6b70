"""Arguments of frames: what fills a role, an entity or a value read by the amount grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.amounts.quantities import Quantity
from kg.extract.grammar.clauses import named_beside
from kg.extract.grammar.coordination import coordinated, examples, listed_before
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.phrases import phrase, possessors
from kg.extract.grammar.roles import OF
from kg.extract.grammar.syntax import Function, Word, is_amount
from kg.extract.reference.coreference import Discourse
from kg.extract.reference.parsed_article import ReadArticle, ReadSentence
from kg.model import Mention, Span, Value

__all__ = ["Arguments", "Filler"]

_YEAR = re.compile(r"(?:18|19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler of a role.

    Attributes:
        target: an entity's key, or a value.
        mention: its mention.
        how: `name`, `grammar`, `description`, `salience`, `topic`, `value`.
        step: why the mention refers to the target, for the explanation.
        path: the grammatical path by which it fills the role.
        far: whether the role belongs to another word than the trigger.
        untold: whether no word of the article indicates the entity's class, only its position in the sentence.
    """

    target: int | Value
    mention: Mention
    how: str
    step: str
    path: str = ""
    far: bool = False
    untold: bool = False


@dataclass(frozen=True, slots=True)
class Arguments:
    """Finds fillers of the classes that a relation allows."""

    read: ReadArticle
    discourse: Discourse
    cues: Cues

    def fill(
        self, sentence: ReadSentence, word: Word, classes: tuple[str, ...], *, alone: bool = False
    ) -> tuple[Filler, ...]:
        """Return the fillers of a word and of the words coordinated with it, restricted to the classes.

        If `alone`, words coordinated with a noun do not count.
        """
        parse = sentence.sentence
        listed = list(examples(parse, word, self.cues)) or list(listed_before(parse, word))
        named = word.unit is not None and word.unit.kind == "name"
        beside = [word] if alone and not named else list(coordinated(parse, word, self.cues))
        words = listed or beside
        found = [each for w in words if (filler := self._one(sentence, w, classes)) for each in self._members(filler)]
        # "un investissement de 30 millions": the amount is in the phrase.
        return tuple(found or self.amounts(sentence, (word,), classes))

    def topic(
        self,
        sentence: ReadSentence,
        trigger: Word,
        classes: tuple[str, ...],
        *,
        other: tuple[Filler, ...],
        acting: Iterable[int] = (),
    ) -> tuple[Filler, ...]:
        """Return the most salient entity of the classes at a trigger.

        Never one that fills the other argument, nor one of `acting`, the keys of entities whose role the clause states.
        """
        if any(filler.how == "salience" for filler in other):
            # Two guesses do not make a statement: "the customer" of the most salient entity.
            return ()
        barred = frozenset((*acting, *(filler.target for filler in other if isinstance(filler.target, int))))
        # A topic must be able to act, which a country that is merely mentioned does not.
        classes = tuple(cls for cls in classes if self.discourse.drafts.ontology.trait_of(cls) != "place")
        draft = self.discourse.salient(sentence.number, trigger.index, classes, barred=barred)
        if draft is None:
            return ()
        mention = Mention(trigger.text, trigger.span)
        return (Filler(draft.key, mention, "topic", f"the text is about “{draft.label}”"),)

    def clause(self, sentence: ReadSentence, trigger: Word, classes: tuple[str, ...]) -> tuple[Filler, ...]:
        """Return the words of a trigger's clause from the trigger on, as a value.

        Empty when nothing but attribution and punctuation follows.
        """
        kinds = [cls for cls in classes if self.discourse.drafts.ontology.classes[cls].kind == "words"]
        if not kinds:
            return ()
        parse = sentence.sentence
        sources = [w for w in parse.words if self.cues.has("source", w.case)]
        left_out = {w.index for source in sources for w in parse.subtree(source)}
        own = [w for w in parse.subtree(trigger) if w.index >= trigger.index and w.index not in left_out]
        own = [w for w in own if w.pos != "PUNCT"]
        if not own:
            return ()
        span = Span(trigger.span.start, max(w.span.end for w in own))
        text = span.of(self.read.article.text).rstrip(" .,;:…")
        value = Value(kinds[0], text, text)
        return (Filler(value, Mention(text, Span(span.start, span.start + len(text))), "value", f"foreseen: “{text}”"),)

    def is_dated(self, sentence: ReadSentence, trigger: Word) -> bool:
        """Return whether a trigger's clause contains a date."""
        words = sentence.sentence.subtree(trigger)
        inside = Span(words[0].span.start, words[-1].span.end)
        return any(inside.contains(date.span) for date in self.read.dates)

    def has_figure(self, sentence: ReadSentence, trigger: Word) -> bool:
        """Return whether a trigger's clause contains a date, an amount or a number."""
        words = sentence.sentence.subtree(trigger)
        return self.is_dated(sentence, trigger) or any(is_amount(w) or w.pos == "NUM" for w in words)

    def _members(self, filler: Filler) -> tuple[Filler, ...]:
        """Return a filler for each entity of a collective description, else the filler itself."""
        members = self.discourse.drafts[filler.target].members if isinstance(filler.target, int) else ()
        return tuple(replace(filler, target=key) for key in members) or (filler,)

    def _one(self, sentence: ReadSentence, word: Word, classes: tuple[str, ...]) -> Filler | None:
        value = self._value(word, classes)
        if value is not None:
            return value
        referent = self.discourse.at(sentence.number, word.index)
        if referent is not None:
            draft = self.discourse.drafts[referent.key]
            if not self.discourse.drafts.may_be_unnamed(referent.key) and (
                topic := self._topic_of(sentence, word, classes)
            ):
                return topic
            if any(self.discourse.drafts.fits(draft, cls) for cls in classes):
                return Filler(referent.key, Mention(word.text, word.span), referent.how, referent.step)
            if not self._may_be_named_otherwise(draft, word, classes):
                return self._topic_of(sentence, word, classes)
            draft.votes[classes[0]] += 1
            return Filler(referent.key, Mention(word.text, word.span), referent.how, referent.step)
        name = named_beside(sentence.sentence, word)
        return (
            (self._one(sentence, name, classes) if name is not None else None)
            or self._counted(sentence, word, classes)
            or self._topic_of(sentence, word, classes)
            or self._possessor(sentence, word, classes)
        )

    def _counted(self, sentence: ReadSentence, word: Word, classes: tuple[str, ...]) -> Filler | None:
        """Return the complement of a noun that only counts or groups: "a network of data centers" is data centers."""
        if not self.cues.has("transparent", word.lemma):
            return None
        inside = (w for w in sentence.sentence.children(word, Function.OBLIQUE) if w.case in OF)
        return next((filler for w in inside if (filler := self._one(sentence, w, classes))), None)

    def _possessor(self, sentence: ReadSentence, word: Word, classes: tuple[str, ...]) -> Filler | None:
        """Return the owner of something unnamed: money put "into its operations" is put into the company."""
        owners = possessors(sentence.sentence, word)
        for owner in owners if word.pos == "NOUN" and word.case else ():
            referent = self.discourse.at(sentence.number, owner.index)
            if referent is not None and any(
                self.discourse.drafts.fits(self.discourse.drafts[referent.key], cls) for cls in classes
            ):
                return Filler(referent.key, Mention(word.text, word.span), referent.how, f"{referent.step}, the owner")
        return None

    def _may_be_named_otherwise(self, draft: object, word: Word, classes: tuple[str, ...]) -> bool:
        """Return whether a name of unknown class can take the only class that a role allows."""
        unclassified = getattr(draft, "known", None) is None and not getattr(draft, "votes", None)
        traits = {self.discourse.drafts.ontology.trait_of(cls) for cls in classes}
        person = traits <= {"person"} and len(word.text.split()) > 1
        # "moved its headquarters to Kerlan"
        return unclassified and word.pos == "PROPN" and (person or (traits <= {"place"} and word.case == "to"))

    def _topic_of(self, sentence: ReadSentence, word: Word, classes: tuple[str, ...]) -> Filler | None:
        """Return a new entity for a common noun where a relation allows arbitrary topics."""
        ontology = self.discourse.drafts.ontology
        topics = [
            cls for cls in classes if ontology.trait_of(cls) == "topic" or ontology.classes[cls].ancestors == (cls,)
        ]
        topics = [cls for cls in topics if not ontology.classes[cls].kind]
        if not topics or word.pos not in {"NOUN", "PROPN"} or (word.unit is not None and word.unit.kind != "noun"):
            return None
        label = phrase(sentence.sentence, word)
        key = self.discourse.drafts.topic(label, sentence.number, word.index)
        return Filler(key, Mention(word.text, word.span), "description", f"“{label}” is the topic")

    def _value(self, word: Word, classes: tuple[str, ...]) -> Filler | None:
        ontology = self.discourse.drafts.ontology
        kinds = {ontology.classes[cls].kind: cls for cls in classes if ontology.classes[cls].kind}
        quantity = self.read.quantities.get(word.unit.span) if word.unit and word.unit.kind == "quantity" else None
        if quantity is not None and quantity.kind in kinds:
            value = _value_of(quantity, kinds[quantity.kind], self.read.article.text)
            mention = Mention(value.label, quantity.span)
            return Filler(value, mention, "value", f"“{value.label}” is {value.number} {value.unit}".rstrip())
        if "year" in kinds and _YEAR.fullmatch(word.text):
            value = Value(kinds["year"], word.text, word.text)
            return Filler(value, Mention(word.text, word.span), "value", f"year {word.text}")
        return None

    def amounts(self, sentence: ReadSentence, words: tuple[Word, ...], classes: tuple[str, ...]) -> Iterator[Filler]:
        """Return the amounts of the classes among words and their modifiers."""
        for word in words:
            beside = sentence.sentence.children(word, Function.MODIFIER, Function.OBLIQUE, Function.DETERMINER)
            for part in (word, *beside):
                filler = self._value(part, classes)
                if filler is not None:
                    yield filler


def _value_of(quantity: Quantity, cls: str, text: str) -> Value:
    return Value(
        cls=cls,
        label=quantity.span.of(text),
        number=_plain(quantity.value),
        unit=quantity.unit,
        bound=quantity.bound,
        upper=_plain(quantity.upper) if quantity.upper is not None else "",
        per=quantity.per,
        inferred=quantity.inferred,
    )


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
