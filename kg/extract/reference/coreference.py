"""Coreference: which mentions of an article refer to the same entity, and why.

Mentions are resolved in the order of the text. A name refers to the entity with the same spelling or its long form; a
description ("la jeune pousse", "ce campus") or a pronoun to the most salient entity that agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from kg.extract.grammar.clauses import is_nested, later_owners
from kg.extract.grammar.cues import Cues
from kg.extract.grammar.phrases import is_owned, is_specified, possessors
from kg.extract.grammar.syntax import Function, Sentence, Word
from kg.extract.reference.companies_before import only_company, only_described, pair_before
from kg.extract.reference.descriptions import Description, contradicts, find_again, is_aim, read_description, remember
from kg.extract.reference.draft_entities import Draft, Drafts, Seen
from kg.extract.reference.homonyms import is_parted
from kg.extract.reference.mentions import MentionKind, WordMention, heads_first
from kg.extract.reference.referents import Referent, Referents, why_named, why_one, why_salient
from kg.extract.reference.salience import GENERAL, REACH, Preferences, affinity, agrees, ceiling, salience
from kg.extract.reference.sentence_coreference import group_same
from kg.extract.reference.short_forms import is_acronym
from kg.model import Mention

__all__ = ["Discourse", "Referent"]

_OFFICE = frozenset({"of", "at", "de", "chez"})


class Discourse(Referents):
    """The entities of one article and their mentions, built up sentence by sentence."""

    def __init__(self, drafts: Drafts, cues: Cues, preferences: Preferences) -> None:
        super().__init__()
        self.drafts = drafts
        self._cues = cues
        self._preferences = preferences
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
        """Resolve the mentions of the next sentence; `same` are pairs that corefer by grammar.

        Descriptions in a heading ("Un campus géant") anticipate entities that the text introduces, so they create none.
        """
        partners = group_same(same)
        for mention in mentions:
            if mention.kind is MentionKind.NAME:
                draft, why = self._named(number, mention, sentence)
                self._settle((number, sentence), mention, draft, ("name", why))
        # Mentions tied to names come first, as a possessive cannot refer to what it modifies: "sa filiale X".
        for last in (False, True):
            for mention in heads_first(mentions):
                self._join(mention, partners, (number, sentence), last=last and not heading)
                if last:
                    self._tie(number, mention, sentence)
        for mention in mentions:
            # Only now are the pronouns after a description resolved.
            described = self.at(number, mention.word.index) if mention.kind is MentionKind.NOUN else None
            if described is not None:
                remember(self.drafts[described.key], self._description(number, sentence, mention), mention)

    def _join(
        self, mention: WordMention, partners: Mapping[int, set[int]], place: tuple[int, Sentence], *, last: bool
    ) -> None:
        """Resolve a mention by grammar; the `last` time also by looking for an antecedent."""
        if self.at(place[0], mention.word.index) is not None:
            return
        named = self._partner(place[0], partners.get(mention.word.index, set()))
        if named is not None:
            trait = self.drafts.ontology.trait_of(mention.cls)
            if trait == "site" and not named.named and self.drafts.trait_of(named) == "project":
                # "A wind farm project" is a wind farm.
                self.drafts.relabel(named, mention.word.text)
            # A noun for both persons and companies ("actionnaire") indicates neither class.
            named.votes.update({mention.cls: 3} if trait else {})
            self._settle(place, mention, named, ("grammar", why_one(named)))
        elif last:
            self._refer_back(place[0], mention, place[1])

    def _tie(self, number: int, mention: WordMention, sentence: Sentence) -> None:
        """Record whose officer somebody is: "X's chief executive", "la PDG de X"."""
        bearer = self.at(number, mention.word.index)
        if bearer is None or mention.noun is None or self.drafts.ontology.trait_of(mention.cls) != "person":
            return
        for word in sentence.children(mention.word, Function.POSSESSOR, Function.OBLIQUE):
            owner = self.at(number, word.index)
            if (word.function is Function.POSSESSOR or word.case in _OFFICE) and owner is not None:
                self.drafts[owner.key].ties.add(bearer.key)
                self.drafts[bearer.key].ties.add(owner.key)

    def salient(self, number: int, index: int, classes: tuple[str, ...], *, barred: frozenset[int]) -> Draft | None:
        """Return the most salient named entity of one of the classes before a word, except `barred`; else `None`."""
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
            self._describe(number, sentence, mention)
        elif (owner := self._partner(number, {w.index for w in later_owners(sentence, mention.word)})) is not None:
            self._settle((number, sentence), mention, owner, ("grammar", why_one(owner)))
        elif (found := self._most_salient(number, mention, sentence)) is not None:
            self._settle((number, sentence), mention, found, ("salience", self._why(number, mention, found)))

    def _why(self, number: int, mention: WordMention, draft: Draft) -> str:
        """Return why a mention refers to an entity, with its last mention before."""
        seen = [self.at(one.sentence, one.index) for one in draft.before(number, mention.word.index)]
        words = (referent.mention.text for referent in reversed(seen) if referent is not None)
        return why_salient(mention, next((word for word in words if word in draft.names), draft.label))

    def _named(self, number: int, mention: WordMention, sentence: Sentence) -> tuple[Draft, str]:
        """Return the referent of a name, and why."""
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
            agrees = self.drafts.short_forms.agree(draft.label, name.text)
            if not draft.known and not parted and agrees and self._may_be_called(draft, mention, sentence.language):
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
        """Return whether a name may refer to an entity here: after "in", a single word is not a surname."""
        locative = self.drafts.classes.is_locative(mention.word.case, language)
        person = self.drafts.trait_of(draft) == "person"
        return draft.named and not (locative and person and " " not in mention.word.text)

    def _abbreviated(self, number: int, word: Word, sentence: Sentence) -> Draft | None:
        """Return the entity whose initials follow it in brackets: "Tessaly Grid (TG)"."""
        if word.index < 2 or sentence.words[word.index - 1].text != "(":
            return None
        before = self.at(number, word.index - 2)
        draft = self.drafts[before.key] if before is not None else None
        return draft if draft is not None and draft.named and is_acronym(word.text, draft.names) else None

    def _describe(self, number: int, sentence: Sentence, mention: WordMention) -> None:
        """Resolve a description to its antecedent, else to a new unnamed entity."""
        description = self._description(number, sentence, mention)
        found = self._described(number, sentence, mention, description=description)
        if found is None:
            if (
                mention.definite
                and is_aim(sentence, mention.word, self._cues)
                and not (description.places or description.owner)
            ):
                return
            found = (
                self._opened(mention, description),
                ("description", "a description of something not mentioned before"),
            )
        self._settle((number, sentence), mention, found[0], found[1])

    def _described(
        self, number: int, sentence: Sentence, mention: WordMention, *, description: Description
    ) -> tuple[Draft, tuple[str, str]] | None:
        """Return the antecedent of a description, with how it was found and why."""
        again = find_again(description, mention, self.drafts, (number, sentence.language))
        if again is not None:
            return again[0], ("description", again[1])
        trait = self.drafts.ontology.trait_of(mention.cls)
        site = trait in {"site", "project"}
        specified = is_specified(sentence, mention.word, site=site) and not mention.anaphoric
        if not mention.definite or possessors(sentence, mention.word) or (site and description.ordinal):
            return None
        if specified:
            only = only_described(self.drafts, number, mention)
            return (only, ("salience", self._why(number, mention, only))) if only is not None else None
        pair = pair_before(self.drafts, number, mention) if mention.number == "Plur" and trait == "organization" else ()
        if pair:
            together = self.drafts.together(pair, sentence.language)
            return together, ("salience", self._why(number, mention, together))
        found = self._most_salient(number, mention, sentence, description=description)
        return (found, ("salience", self._why(number, mention, found))) if found is not None else None

    def _opened(self, mention: WordMention, description: Description) -> Draft:
        """Return a new unnamed entity that a description introduces."""
        label = f"{description.ordinal} {mention.word.text}" if description.ordinal else mention.word.text
        draft = self.drafts.new(named=False, label=label)
        draft.votes[mention.cls] += 2
        draft.number, draft.owner = mention.number, description.owner
        remember(draft, description, mention)
        return draft

    def _description(self, number: int, sentence: Sentence, mention: WordMention) -> Description:
        return read_description((sentence, mention), partial(self._key, number), drafts=self.drafts, cues=self._cues)

    def _most_salient(
        self, number: int, mention: WordMention, sentence: Sentence, *, description: Description | None = None
    ) -> Draft | None:
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
                - (GENERAL if not draft.named and not draft.introduced else 0.0)
                - (3.0 if expected and not any(self.drafts.fits(draft, cls) for cls in expected) else 0.0),
                -draft.key,
            )
            for draft in self.drafts.near(number, REACH[mention.kind])
            if (seen := draft.before(number, mention.word.index))
            and number - seen[-1].sentence <= REACH[mention.kind]
            and draft.key not in barred
            and agrees(draft, mention, self.drafts, sentence.language)
            and not (description is not None and contradicts(description, draft))
        ]
        return self.drafts[-max(scored)[1]] if scored else only_company(self.drafts, number, mention)

    def _speaks(self, draft: Draft, mention: WordMention, sentence: Sentence) -> bool:
        """Return whether a pronoun is the subject of a verb of speech and the entity a person: "a-t-elle dit"."""
        head = sentence.head(mention.word)
        said = head is not None and self._cues.has("speech", head.lemma) and mention.word.function is Function.SUBJECT
        return said and self.drafts.trait_of(draft) == "person"

    def _only_reports(self, word: Word, sentence: Sentence) -> bool:
        """Return whether a subject merely reports what precedes: "…, relève le ministère", "…, the ministry said"."""
        verb = sentence.head(word)
        if verb is None or not self._cues.has("speech", verb.lemma):
            return False
        first = min(verb.index, sentence.subtree(word)[0].index)
        return any(other.has("VerbForm=Fin") for other in sentence.words[:first])

    def _settle(self, place: tuple[int, Sentence], mention: WordMention, draft: Draft, found: tuple[str, str]) -> None:
        """Record the referent of a mention; `found` says how it was found, and why."""
        (number, sentence), word, (how, why) = place, mention.word, found
        if mention.kind is not MentionKind.PRONOUN:
            self.drafts.give_name(draft, word.text)
        if mention.described_as:
            self.drafts.give_name(draft, mention.described_as)
        if mention.noun is not None:
            draft.describe(mention.noun, mention.epithets, gender=mention.gender)
        draft.may_be_place = draft.may_be_place and mention.kind is MentionKind.NAME and not mention.noun
        subject = word.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT}
        subject = subject and not self._only_reports(word, sentence)
        self.drafts.see(draft, Seen(number, word.index, subject, is_nested(sentence, word)))
        self._most_seen = max(self._most_seen, len(draft.seen))
        step = f"“{word.text}” → {draft.label}: {why}"
        self._referents[number, word.index] = Referent(draft.key, how, Mention(word.text, word.span), step)
