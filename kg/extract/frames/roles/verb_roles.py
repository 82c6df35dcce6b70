"""The roles around a verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.grammar.clauses import OF_WHICH, antecedent, is_infinitive, is_passive, subjects
from kg.extract.grammar.roles import AGENT, OF, Roles, RoleTable
from kg.extract.grammar.syntax import Function, Sentence, Word, is_amount

__all__ = ["shifted_objects", "verb_roles"]

# Prepositions that express a bound on an amount, which remains an object.
_BOUNDS = frozenset(
    {
        "jusqu'à", "jusqu' à", "près de", "plus de", "moins de", "autour de", "environ", "entre", "up to", "over",
        "under", "about", "around", "between", "nearly",
    }
)  # fmt: skip
_INDEFINITE = frozenset({"un", "une", "des", "a", "an"})


def verb_roles(sentence: Sentence, verb: Word) -> Roles:
    """Return the words in each role around a verb, in the order of the sentence."""
    table = RoleTable(sentence)
    passive = is_passive(sentence, verb)
    caused = _is_caused(sentence, verb)
    _add_obliques(verb, table, agents=AGENT[sentence.language] if passive or caused else frozenset())
    for word in sentence.children(verb, Function.OBJECT) if caused else ():
        table.add("subject", (w for w in sentence.children(word, Function.OBLIQUE) if w.case in AGENT["fr"]))
    governed = sentence.children(verb, Function.OPEN_CLAUSE, Function.ADVERBIAL_CLAUSE)
    table.add("subject", _shared_agents(sentence, verb) if passive and not table.get("subject") else ())
    table.add("infinitive", (word for word in governed if is_infinitive(sentence, word)))
    table.add("attribute", sentence.children(verb, Function.ATTRIBUTE))
    table.add("object", _mistaken_relative(sentence, verb))
    table.add("object", (antecedent(sentence, word, verb) for word in sentence.children(verb, Function.OBJECT)))
    if not table.get("object"):
        table.add("object", _amounts(sentence, verb))
    if not passive and not table.get("object"):
        table.add("object", _shared_object(sentence, verb))
    table.add_by_case(_there(sentence, verb))
    receivers = _seen_given(sentence, verb)
    table.add("à", receivers)
    _add_hidden(verb, table)
    surface = () if receivers else subjects(sentence, verb)
    if not (caused and table.get("subject")):
        table.add("object" if passive else "subject", surface)
    table.add("subject", _sharing(sentence, verb))
    table.add("surface-subject", surface)
    table.add("object", _gap(verb, table))
    of_which = (word for word in sentence.children(verb) if word.text.lower() in OF_WHICH)
    table.add("de", (antecedent(sentence, pronoun, verb) for pronoun in of_which))
    return table.finished()


def _amounts(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the amounts that are objects of a verb, though parsed differently.

    "investir jusqu'à deux milliards dans X"; "fournir à X 200 MW", where the parser attaches the amount to the name.
    """
    for bound in sentence.children(verb, Function.OBLIQUE):
        if is_amount(bound) and bound.case in {*_BOUNDS, ""}:
            yield bound
        if bound.unit is not None and bound.unit.kind == "name":
            yield from (word for word in sentence.children(bound) if is_amount(word) and not word.case)


def _obliques(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the complements of a verb, including those attached to an amount: "détenu à 60 % par X"."""
    for word in sentence.children(verb, Function.OBLIQUE):
        yield word
        inner = tuple(sentence.children(word, Function.OBLIQUE))
        # "détenu à parts égales par X"
        yield from inner if is_amount(word) else (part for part in inner if part.case in AGENT["fr"])


def _is_caused(sentence: Sentence, verb: Word) -> bool:
    """Return whether somebody else does it: "X fait construire une usine par Y"."""
    return sentence.language == "fr" and any(w.lemma == "faire" for w in sentence.children(verb, Function.AUXILIARY))


def _add_obliques(verb: Word, table: RoleTable, *, agents: frozenset[str]) -> None:
    """Add what stands after prepositions; the agent of a passive, or of what somebody has done, is its subject."""
    sentence = table.sentence
    for word in _obliques(sentence, verb):
        # "gives X access": a recipient without a preposition.
        role = word.case or ("to" if sentence.language == "en" else "")
        table.add("subject" if role in agents else role, [antecedent(sentence, word, verb)])


def shifted_objects(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """Return the heavy objects of a verb: indefinite nouns parsed as appositions of its places.

    "construire à Lille, dans le Nord, une usine": the parser attaches the noun to "Nord".
    """
    head = sentence.head(verb)
    above = head if head is not None and verb.function is Function.OPEN_CLAUSE else verb
    hosts = dict.fromkeys((*sentence.children(verb, Function.OBLIQUE), *sentence.children(above, Function.OBLIQUE)))
    return tuple(
        word
        for host in hosts
        for word in sentence.children(host, Function.APPOSITION)
        if (determiner := sentence.child(word, Function.DETERMINER)) is not None
        and determiner.text.lower() in _INDEFINITE
    )


def _add_hidden(verb: Word, table: RoleTable) -> None:
    """Add complements that the parser attaches to another one."""
    for noun in table.get("object"):
        _add_from_object(verb, noun, table)
    if table.get("object") or verb.pos != "VERB":
        return
    if table.sentence.language == "fr":
        for word in table.sentence.children(verb, Function.OBLIQUE):
            # "fournir de l'électricité": the partitive article looks like a preposition.
            if word.case == "de" and 0 < word.index - verb.index <= 3:
                table.add("object", [word])
                table.add_by_case(table.sentence.children(word, Function.OBLIQUE))
        for negation in table.sentence.children(verb, Function.NEGATION):
            # "ne construira plus de site": the object is attached to the negation.
            table.add("object", (w for w in table.sentence.children(negation, Function.OBLIQUE) if w.case == "de"))
    table.add("object", shifted_objects(table.sentence, verb))


def _add_from_object(verb: Word, noun: Word, table: RoleTable) -> None:
    """Add complements of the object after the verb, as they may be the verb's: "ouvrir l'accès du site à X".

    An amount has no complements of its own: "prêter 30 millions à X".
    """
    for word in table.sentence.children(noun, Function.OBLIQUE):
        if is_amount(noun) or (word.case not in OF and word.index > verb.index):
            table.add_by_case([word])
        if word.case in OF:
            inner = table.sentence.children(word, Function.OBLIQUE)
            table.add_by_case(part for part in inner if part.case not in OF)


def _gap(verb: Word, table: RoleTable) -> Iterator[Word]:
    """Return the antecedent of a relative clause without a pronoun: "the site Oracle leases"."""
    sentence = table.sentence
    head = sentence.head(verb)
    own_subject = sentence.child(verb, Function.SUBJECT)
    bare = own_subject is not None and antecedent(sentence, own_subject, verb) == own_subject
    if verb.function is Function.RELATIVE and bare and head is not None and not table.get("object"):
        yield head


def _mistaken_relative(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the noun before a relative "que" parsed as a conjunction: "ses usines, qu'elle alimente"."""
    for marker in sentence.children(verb, Function.MARKER):
        comma = marker.index > 1 and sentence.words[marker.index - 1].text == ","
        before = marker.index - (2 if comma else 1)
        relative = marker.text.lower().replace("’", "'") in {"que", "qu'"}
        if relative and (comma or verb.function is not Function.CLAUSE) and before >= 0:
            yield from (word for word in sentence.words[before : before + 1] if word.pos in {"NOUN", "PROPN"})


def _shared_object(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the object that a verb shares with the next verb: "owns and operates a plant"."""
    for other in sentence.children(verb, Function.CONJUNCT):
        if other.pos == "VERB" and other.index - verb.index <= 3 and not sentence.child(other, Function.SUBJECT):
            own = tuple(sentence.children(other, Function.OBJECT))
            yield from own or _shared_object(sentence, other)


def _shared_agents(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the agent that a passive shares with the next verb: "owned and operated by X"."""
    for other in sentence.children(verb, Function.CONJUNCT):
        if other.pos in {"VERB", "ADJ"} and other.index - verb.index <= 3 and is_passive(sentence, other):
            yield from (w for w in sentence.children(other, Function.OBLIQUE) if w.case in AGENT[sentence.language])


def _there(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the French "y" as a complement with "à" and with "dans" ("y investir")."""
    for word in sentence.children(verb):
        if sentence.language == "fr" and word.text.lower() == "y" and word.pos == "PRON":
            yield replace(word, case="à")
            yield replace(word, case="dans")


def _sharing(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Return the names after a verb and a colon that each have an amount: "contribuent : X pour 3 millions, Y 2 M€"."""
    colon = next((w.index for w in sentence.words[verb.index + 1 : verb.index + 4] if w.text == ":"), None)
    if colon is None:
        return
    for name, after, beyond in zip(
        sentence.words[colon + 1 :], sentence.words[colon + 2 :], sentence.words[colon + 3 :], strict=False
    ):
        named = name.unit is not None and name.unit.kind == "name"
        if named and (is_amount(after) or (after.text in {"pour", "à"} and is_amount(beyond))):
            yield name


def _seen_given(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """Return the recipient in the French passive with "se voir": "X s'est vu accorder un prêt"."""
    head = sentence.head(verb)
    if sentence.language != "fr" or head is None or head.lemma != "voir" or verb.function is not Function.OPEN_CLAUSE:
        return ()
    return subjects(sentence, head)
