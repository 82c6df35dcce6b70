"""Names, amounts and sentences that nobody wrote, in the lengths and proportions that the news has."""

from __future__ import annotations

from random import Random

from kg.model import Value

__all__ = ["FILLERS", "LANGUAGES", "STEPS", "TAILS", "amount", "name", "value"]

LANGUAGES = ("en", "fr")

_OPENINGS = (
    "Nor Bra Ker Val Tor Mel Sar Lin Dra Ost Fen Gal Hol Jas Mar Pel Quin Ras Sol Tam Ulm Ver Wes Yar Zel".split()
)
_MIDDLES = "da va lan bru ri mo se ta ve no li ra do ne pa ci".split()
_CLOSINGS = "lia ne ran nde vik sson ton mar lis dor gen que via rel sk bourg".split()
_ADDITIONS = """Energy Compute Capital Partners Holding Systems Cloud Power Networks Group Labs Industries Solar
    Nucléaire Réseaux Campus Nord Ouest Centrale Ventures Data Grid Robotics Infrastructure Développement
    Participations""".split()

_CODES = {"money": ("EUR", "USD"), "power": ("MW", "GW"), "energy": ("GWh",), "mass": ("t",)}
_SIGNS = {"EUR": "euros", "USD": "dollars"}
_SCALES = {"en": (("million", 10**6), ("billion", 10**9)), "fr": (("millions", 10**6), ("milliards", 10**9))}

TAILS = {
    "en": (
        "",
        " under a deal signed in the spring",
        ", two people familiar with the matter said",
        " as demand for computing outpaces what local grids can deliver",
        ", the latest in a series of agreements that tie suppliers to their largest buyers",
        " after months of talks with lenders, landowners and the regional operator of the network",
        ", a step that analysts had expected since the group reviewed its plans last autumn",
    ),
    "fr": (
        "",
        " selon un accord signé au printemps",
        ", ont indiqué deux personnes proches du dossier",
        " alors que la demande de calcul dépasse ce que les réseaux locaux peuvent fournir",
        ", dernier d’une série de contrats qui lient les fournisseurs à leurs plus gros acheteurs",
        " après des mois de discussions avec les prêteurs, les propriétaires et le gestionnaire du réseau",
        ", une étape attendue par les analystes depuis que le groupe a revu ses plans à l’automne",
    ),
}
"""How a sentence goes on after its statement."""

FILLERS = {
    "en": (
        "Prices have doubled within a year.",
        "The vote of the council was closer than most of those present had expected.",
        "Residents had asked for another study of the water that such a site would draw in summer.",
        "None of the companies wished to comment on the length of the contract or on its price.",
        "Whether the turbines arrive in time depends on a single factory, whose order book is full for four years.",
    ),
    "fr": (
        "Les prix ont doublé en un an.",
        "Le vote du conseil a été plus serré que la plupart des présents ne s’y attendaient.",
        "Les riverains avaient demandé une autre étude de l’eau qu’un tel site prélèverait en été.",
        "Aucune des entreprises n’a souhaité commenter la durée du contrat ni son prix.",
        "L’arrivée des turbines à temps dépend d’une seule usine, dont le carnet est plein pour quatre ans.",
    ),
}
"""Sentences that state nothing, as half of those of an article do."""

STEPS = (
    ("subject", "subject of “{relation}”"),
    ("subject", "“{subject}” → {subject}: a name that the article gives"),
    ("object", "object of “{relation}”, by the preposition that follows"),
    ("object", "“{object}” → {object}: a spelling of the known name"),
    ("confidence", "0.97 − 0.12 (the subject is a reference to what is most present)"),
)
"""The way to a statement, in the number and length that extraction gives."""


def name(dice: Random) -> str:
    """Return a name of one to four words, most often of two."""
    count = dice.choices((1, 2, 3, 4), (4, 10, 4, 1))[0]
    first = dice.choice(_OPENINGS) + "".join(dice.choices(_MIDDLES, k=dice.randint(0, 2))) + dice.choice(_CLOSINGS)
    return " ".join([first, *dice.sample(_ADDITIONS, count - 1)])


def amount(dice: Random, language: str, cls: str) -> Value:
    """Return a sum of money as a value of the class."""
    word, factor = dice.choice(_SCALES[language])
    count, code = dice.randint(2, 900), dice.choice(_CODES["money"])
    join = " de " if language == "fr" else " "
    bound = dice.choices(("exact", "about", "at least", "at most"), (7, 1, 1, 1))[0]
    return Value(cls, f"{count} {word}{join}{_SIGNS[code]}", str(count * factor), code, bound)


def value(dice: Random, language: str, known: tuple[str, str]) -> Value:
    """Return a value of a class, which is given with its kind."""
    cls, kind = known
    if kind == "money":
        return amount(dice, language, cls)
    if kind == "words":
        words = dice.choice(FILLERS[language])
        return Value(cls, words, words)
    if kind == "year":
        year = str(dice.randint(1950, 2030))
        return Value(cls, year, year)
    count, unit = dice.randint(3, 9000), dice.choice(_CODES.get(kind, ("",)))
    return Value(cls, f"{count} {unit}".strip(), str(count), unit)
