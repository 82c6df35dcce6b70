"""The reason in words why a mention refers to an entity."""

from __future__ import annotations

from kg.extract.names.finder import Name
from kg.extract.reference.draft_entities import Draft
from kg.extract.reference.mentions import WordMention

__all__ = ["why_named", "why_one", "why_salient"]

_SIGNS = {"Fem": "feminine", "Masc": "masculine", "Sing": "singular", "Plur": "plural"}


def why_named(draft: Draft, name: Name) -> str:
    """Return why a name refers to an entity named before."""
    known = name.known is not None and draft.known is name.known
    return "a spelling of the known name" if known else "the same name as before"


def why_one(draft: Draft) -> str:
    """Return the reason that grammar makes a mention and an entity corefer."""
    return f"grammar makes it one with “{draft.label}”"


def why_salient(mention: WordMention, last: str) -> str:
    """Return the features in which a mention agrees, and the last mention of the entity."""
    agreed = [_SIGNS[sign] for sign in (mention.gender, mention.number) if sign]
    agreed += [f"a {mention.noun.forms[0]}"] if mention.noun else []
    return f"the most present that agrees ({', '.join(agreed)}), last mentioned as “{last}”"
