"""Words that are often capitalized without being names."""

from __future__ import annotations

__all__ = ["LEGAL_FORM", "OPENERS"]

OPENERS = frozenset(
    "a an the this that these those its their his her our my in on at by for from with to of and or but if as so "
    "no not when while after before since because although though however meanwhile moreover also now then here "
    "there how why what which who he she it they we you i one two three some many most more other another all "
    "both each every such le la les un une des du de d l au aux ce cet cette ces son sa ses leur leurs notre nos "
    "mon ma mes en dans sur sous pour par avec sans chez vers entre depuis selon alors ainsi mais ou et donc car "
    "ni si quand lorsque puis enfin après avant pendant comme dont où que qui quoi il elle ils elles nous vous je "
    "tu y tout toute tous toutes plus moins aussi non oui ici là cela ceci ça autant autrement face fin début "
    "loin faute défaut hormis même bientôt peut-être will may shall can maybe perhaps "
    "neither either nor whether according reportedly "
    "objectif pourquoi comment "
    "among unlike despite under through following during within without upon toward towards via amid per until yet "
    "still today yesterday earlier later just only even over between around about across along beyond inside "
    "outside near off against throughout is are was were has have had does did do would could should might must "
    "been being former formerly ex our based founded headquartered backed owned led last next "
    "us plutôt malgré sauf via contre dès outre unless rather instead".split()
)
"""Words that can open a sentence but are not part of a name, in both languages."""

LEGAL_FORM = (
    r"(?:,?[ \u00a0](?:&[ \u00a0](?:Co\b\.?|Cie\b)|(?:Inc|Ltd|Corp|Co)\b(?![-‑])\.?"
    r"|LLC\b|L\.L\.C\.|LP\b|L\.P\.|PLC\b|plc\b|A/S\b|S\.p\.A\.))"
)
"""The pattern of a legal form after a company's name: "Kerlan Systems, Inc.", "Bravane A/S"."""
