"""Coreference: which mentions of an article are one entity, and why.

Mentions are resolved in the order of the text. A name joins the entity of the same spelling or of its long form; a
description ("la jeune pousse", "ce campus") and a pronoun join the most salient entity that agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.extract.grammar.clauses import is_nested, later_owners, subjects
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.phrases import is_owned, is_specified, possessors
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.names.name_classes import is_acronym
from kg.extract.reference.draft_entities import Draft, Drafts, Seen
from kg.extract.reference.homonyms import is_parted
from kg.extract.reference.mentions import MentionKind, WordMention
from kg.extract.reference.reasons import why_named, why_one, why_salient
from kg.extract.reference.salience import REACH, Preferences, affinity, agrees, ceiling, salience
from kg.extract.reference.sentence_coreference import group_same
from kg.model import Mention

__all__ = ["Discourse", "Referent"]

_OFFICE = frozenset({"of", "at", "de", "chez"})


@dataclass(frozen=True, slots=True)
class Referent:
    """What a mention refers to: the entity's key; whether by name, grammar, or salience; the words, and why."""

    key: int
    how: str
    mention: Mention
    step: str = ""


class Discourse:
    """The entities of one article and what refers to them, built up sentence by sentence."""

    def __init__(self, drafts: Drafts, cues: Cues, preferences: Preferences) -> None:
        self.drafts = drafts
        self._cues = cues
        self._preferences = preferences
        self._referents: dict[tuple[int, int], Referent] = {}
        self._most_seen = 0

    def read(
        self,
        number: int,
        sentence: Sentence,
        mentions: tuple[WordMention, ...],
        *,
        same: Iterable[tuple[WordMention, WordMention]],
        heading: bool = False,
    ) -> None:
        """Resolve the mentions of the next sentence; `same` are pairs that grammar joins.

        A heading's descriptions ("Un campus géant") announce what the text then introduces, so they open nothing.
        """
        partners = group_same(same)
        for mention in mentions:
            if mention.kind is MentionKind.NAME:
                draft, why = self._named(number, mention, sentence)
                self._settle((number, sentence), mention, draft, ("name", why))
        # What names join first, for a possessive before it cannot mean it: "sa filiale X".
        for last in (False, True):
            for mention in mentions:
                self._join(mention, partners, (number, sentence), last=last and not heading)
                if last:
                    self._tie(number, mention, sentence)

    def _join(
        self, mention: WordMention, partners: Mapping[int, set[int]], place: tuple[int, Sentence], *, last: bool
    ) -> None:
        """Settle a mention with what grammar joins it to; the `last` time also with what it refers back to."""
        if self.at(place[0], mention.word.index) is not None:
            return
        named = self._partner(place[0], partners.get(mention.word.index, set()))
        if named is not None:
            # A word that may be for persons and companies ("actionnaire") tells of neither.
            named.votes.update({mention.cls: 3} if self.drafts.ontology.trait_of(mention.cls) else {})
            self._settle(place, mention, named, ("grammar", why_one(named)))
        elif last:
            self._refer_back(place[0], mention, place[1])

    def _tie(self, number: int, mention: WordMention, sentence: Sentence) -> None:
        """Remember whose officer somebody is: "X's chief executive", "la PDG de X"."""
        bearer = self.at(number, mention.word.index)
        if bearer is None or mention.noun is None or self.drafts.ontology.trait_of(mention.cls) != "person":
            return
        for word in sentence.children(mention.word, Function.POSSESSOR, Function.OBLIQUE):
            owner = self.at(number, word.index)
            if (word.function is Function.POSSESSOR or word.case in _OFFICE) and owner is not None:
                self.drafts[owner.key].ties.add(bearer.key)
                self.drafts[bearer.key].ties.add(owner.key)

    def at(self, number: int, index: int) -> Referent | None:
        """Return what a word of a sentence refers to, if anything."""
        return self._referents.get((number, index))

    def referents(self) -> tuple[Referent, ...]:
        """Return all that mentions refer to, in the order of the text."""
        return tuple(sorted(self._referents.values(), key=lambda referent: referent.mention.span))

    def salient(self, number: int, index: int, classes: tuple[str, ...], *, barred: frozenset[int]) -> Draft | None:
        """Return the most salient named entity of one of the classes before a word, none of `barred`, or nothing."""
        best: tuple[float, int] | None = None
        met: set[int] = set()
        for sentence, keys in self.drafts.before(number):
            if best is not None and best[0] > ceiling(number - sentence, self._most_seen):
                break
            for draft in (self.drafts[key] for key in keys - met - barred):
                seen = draft.before(number, index)
                if (
                    draft.named
                    and seen
                    and (draft.known or len(draft.seen) > 1 or seen[-1].subject)
                    and any(self.drafts.fits(draft, cls) for cls in classes)
                ):
                    score = (salience(seen, number), -draft.key)
                    best = max(best or score, score)
            met |= keys
        return self.drafts[-best[1]] if best else None

    def _partner(self, number: int, indices: set[int]) -> Draft | None:
        return next((self.drafts[found.key] for index in sorted(indices) if (found := self.at(number, index))), None)

    def _refer_back(self, number: int, mention: WordMention, sentence: Sentence) -> None:
        if mention.kind is MentionKind.NOUN:
            draft, how = self._described(number, sentence, mention)
            self._settle((number, sentence), mention, draft, how)
        elif (owner := self._partner(number, {w.index for w in later_owners(sentence, mention.word)})) is not None:
            self._settle((number, sentence), mention, owner, ("grammar", why_one(owner)))
        elif (found := self._most_salient(number, mention, sentence)) is not None:
            self._settle((number, sentence), mention, found, ("salience", self._why(number, mention, found)))

    def _why(self, number: int, mention: WordMention, draft: Draft) -> str:
        """Return why a reference back means an entity, with the mention that it goes back to."""
        seen = [self.at(one.sentence, one.index) for one in draft.before(number, mention.word.index)]
        words = (referent.mention.text for referent in reversed(seen) if referent is not None)
        return why_salient(mention, next((word for word in words if word in draft.names), draft.label))

    def _named(self, number: int, mention: WordMention, sentence: Sentence) -> tuple[Draft, str]:
        """Return the entity of a name and why it is this one."""
        name = mention.name
        if name is None:
            raise TypeError("a mention by name has a name")
        for draft in self.drafts.called(name.text, name.known):
            if self._may_be_called(draft, mention, sentence.language):
                if not draft.known and draft.label.isupper() and not name.text.isupper():
                    # A headline in capitals named it first.
                    self.drafts.relabel(draft, name.text)
                return draft, why_named(draft, name)
        bracketed = self._abbreviated(number, mention.word, sentence)
        if bracketed is not None:
            return bracketed, f"in brackets it abbreviates “{bracketed.label}”"
        for draft in self.drafts.akin(name.text) if name.known is None and not is_owned(sentence, mention.word) else ():
            parted = len(name.text) < len(draft.label) and is_parted(sentence, mention.word, draft.seen_in(number))
            if not draft.known and not parted and self._may_be_called(draft, mention, sentence.language):
                why = f"a short form, a long form or the initials of “{draft.label}”"
                self.drafts.relabel(draft, max(draft.label, name.text, key=len))
                return draft, why
        draft = self.drafts.new(named=True, label=name.text, known=name.known)
        draft.may_be_place = self.drafts.classes.may_be_place(mention.word.case, sentence.language)
        if name.titled:
            draft.votes[self.drafts.ontology.class_of_trait("person")] += 3
        if name.placed:
            draft.votes[self.drafts.classes.place] += 3
        draft.votes.update(self.drafts.classes.votes(name.text, mention.word.case, sentence.language))
        return draft, "a known name" if name.known else "a name, here for the first time"

    def _may_be_called(self, draft: Draft, mention: WordMention, language: str) -> bool:
        """Return whether an entity may be what a name means here: nobody's surname stands after "in"."""
        locative = self.drafts.classes.is_locative(mention.word.case, language)
        person = self.drafts.ontology.trait_of(self.drafts.class_of(draft)) == "person"
        return draft.named and not (locative and person and " " not in mention.word.text)

    def _abbreviated(self, number: int, word: Word, sentence: Sentence) -> Draft | None:
        """Return the entity whose initials stand in brackets right after it: "Tessaly Grid (TG)"."""
        if word.index < 2 or sentence.words[word.index - 1].text != "(":
            return None
        before = self.at(number, word.index - 2)
        draft = self.drafts[before.key] if before is not None else None
        return draft if draft is not None and draft.named and is_acronym(word.text, draft.names) else None

    def _described(self, number: int, sentence: Sentence, mention: WordMention) -> tuple[Draft, tuple[str, str]]:
        """Return the entity of a description: a known one that it points to, else a new one without a name.

        With it come how it was found and why.
        """
        trait = self.drafts.ontology.trait_of(mention.cls)
        owned = possessors(sentence, mention.word)
        specified = is_specified(sentence, mention.word, site=trait == "site") and not mention.anaphoric
        if mention.definite and not owned and not specified:
            pair = self._pair(number, mention) if mention.number == "Plur" and trait == "organization" else ()
            found = (
                self.drafts.together(pair, sentence.language) if pair else self._most_salient(number, mention, sentence)
            )
            if found is not None:
                return found, ("salience", self._why(number, mention, found))
        draft = self.drafts.new(named=False, label=mention.word.text)
        draft.votes[mention.cls] += 2
        draft.number = mention.number
        owners = (owner.key for word in owned if (owner := self.at(number, word.index)))
        draft.owner = next(owners, None)
        return draft, ("description", "a description of something not mentioned before")

    def _pair(self, number: int, mention: WordMention) -> tuple[int, ...]:
        """Return the two organisations that "the companies" are: the only two named right before, else none."""
        near = [
            draft.key
            for draft in self.drafts.near(number, 1)
            if draft.named
            and (seen := draft.before(number, mention.word.index))
            and any(number - one.sentence <= 1 and not one.nested for one in seen[-3:])
            and self.drafts.ontology.trait_of(self.drafts.class_of(draft)) == "organization"
            and not draft.may_be_place
        ]
        return tuple(near) if len(near) == 2 else ()

    def _most_salient(self, number: int, mention: WordMention, sentence: Sentence) -> Draft | None:
        barred = self._clause_subjects(number, mention, sentence) | self._owned(number, mention)
        earlier = self._pronouns_before(number, mention.word.index)
        owners = self._owners(number, mention, sentence)
        pronoun = mention.kind is MentionKind.PRONOUN
        expected = self._preferences.of(sentence).get(mention.word.index, frozenset()) if pronoun else frozenset()
        scored = [
            (
                salience(seen, number, named=draft.named, pronoun=pronoun)
                + affinity(draft, mention, earlier, speaks=self._speaks(draft, mention, sentence))
                + (4.0 if draft.key in owners else 0.0)
                + (4.0 if draft.ties & barred else 0.0)
                - (3.0 if expected and not any(self.drafts.fits(draft, cls) for cls in expected) else 0.0),
                -draft.key,
            )
            for draft in self.drafts.near(number, REACH[mention.kind])
            if (seen := draft.before(number, mention.word.index))
            and number - seen[-1].sentence <= REACH[mention.kind]
            and draft.key not in barred
            and agrees(draft, mention, self.drafts, sentence.language)
        ]
        if not scored:
            return None
        return self.drafts[-max(scored)[1]]

    def _clause_subjects(self, number: int, mention: WordMention, sentence: Sentence) -> set[int]:
        """Return the subjects of a clause, which its object cannot be: "X le loue", "X, qui gère ce fonds"."""
        head = sentence.head(mention.word)
        if mention.word.function not in {Function.OBJECT, Function.OBLIQUE}:
            return set()
        return (
            {found.key for word in subjects(sentence, head) if (found := self.at(number, word.index))}
            if head
            else set()
        )

    def _owned(self, number: int, mention: WordMention) -> set[int]:
        """Return what a possessive belongs to, which does not own itself: "sa filiale X"."""
        owned = mention.word.function in {Function.DETERMINER, Function.POSSESSOR}
        head = self.at(number, mention.word.head) if owned else None
        return {head.key} if head is not None else set()

    def _owners(self, number: int, mention: WordMention, sentence: Sentence) -> set[int]:
        """Return the subjects of a possessive's clause, which tend to be the owner: "X, qui les destine à ses …"."""
        if mention.word.function not in {Function.DETERMINER, Function.POSSESSOR}:
            return set()
        verb = next((w for w in sentence.ancestors(mention.word) if w.pos == "VERB"), None)
        words = subjects(sentence, verb) if verb is not None else ()
        return {found.key for word in words if (found := self.at(number, word.index))}

    def _speaks(self, draft: Draft, mention: WordMention, sentence: Sentence) -> bool:
        """Return whether a pronoun is the subject of a verb of speech and the entity a person: "a-t-elle dit"."""
        head = sentence.head(mention.word)
        said = head is not None and self._cues.has("speech", head.lemma) and mention.word.function is Function.SUBJECT
        return said and self.drafts.ontology.trait_of(self.drafts.class_of(draft)) == "person"

    def _pronouns_before(self, number: int, index: int) -> frozenset[int]:
        """Return what the pronouns before a word in its sentence refer to."""
        found = (referent for i in range(index) if (referent := self.at(number, i)))
        return frozenset(referent.key for referent in found if referent.how == "salience")

    def _settle(self, place: tuple[int, Sentence], mention: WordMention, draft: Draft, found: tuple[str, str]) -> None:
        """Write down that a mention means an entity; `found` says how that was found, and why."""
        (number, sentence), word, (how, why) = place, mention.word, found
        if mention.kind is not MentionKind.PRONOUN:
            self.drafts.give_name(draft, word.text)
        if mention.described_as:
            self.drafts.give_name(draft, mention.described_as)
        if mention.noun is not None:
            draft.describe(mention.noun, mention.epithets, gender=mention.gender)
        draft.may_be_place = draft.may_be_place and mention.kind is MentionKind.NAME and not mention.noun
        subject = word.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT}
        self.drafts.see(draft, Seen(number, word.index, subject, is_nested(sentence, word)))
        self._most_seen = max(self._most_seen, len(draft.seen))
        step = f"“{word.text}” → {draft.label}: {why}"
        self._referents[number, word.index] = Referent(draft.key, how, Mention(word.text, word.span), step)
