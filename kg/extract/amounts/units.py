"""Units of amounts: watts and watt-hours, tonnes, metres, hectares, barrels, years, per cent, money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.extract.amounts.currencies import currency_words, dollar_spellings
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Unit", "UnitTable", "unit_table"]

_PREFIXES = (("", ""), ("kilo", "k"), ("méga", "M"), ("mega", "M"), ("giga", "G"), ("téra", "T"), ("tera", "T"))
_HOURS = ("heure", "heures", " heure", " heures", "hour", "hours", " hour", " hours", "/h")
_KINDS_IN_WORDS = (
    ("mass", "t", "tonne tonnes ton tons"),
    ("mass", "kt", "kilotonne kilotonnes kilotons"),
    ("mass", "Mt", "mégatonne mégatonnes megatonne megatonnes megaton megatons"),
    ("mass", "Gt", "gigatonne gigatonnes gigaton gigatons"),
    ("mass", "kg", "kilogramme kilogrammes kilogram kilograms kilo kilos"),
    ("length", "km", "kilomètre kilomètres kilometre kilometres kilometer kilometers"),
    ("length", "m", "mètre mètres metre metres meter meters"),
    ("length", "mi", "mile miles"),
    ("length", "ft", "foot feet"),
    ("area", "ha", "hectare hectares"),
    ("area", "acre", "acre acres"),
    ("volume", "bbl", "baril barils barrel barrels"),
    ("volume", "L", "litre litres liter liters"),
    ("volume", "gal", "gallon gallons"),
    ("power", "hp", "horsepower chevaux"),
    ("energy", "Btu", "btu btus"),
    ("percent", "%", "percent"),
    ("duration", "year", "ans année années year years"),
    ("duration", "month", "mois month months"),
    ("duration", "week", "semaine semaines week weeks"),
    ("duration", "day", "jour jours day days"),
    ("duration", "hour", "heure heures hour hours"),
    ("duration", "minute", "minute minutes"),
)
_KINDS_IN_PHRASES = (
    ("area", "m2", ("mètre carré", "mètres carrés", "square metre", "square metres", "square meter", "square meters")),
    ("area", "km2", ("kilomètres carrés", "square kilometres", "square kilometers")),
    ("area", "ft2", ("square foot", "square feet", "sq ft", "pieds carrés")),
    ("volume", "m3", ("mètre cube", "mètres cubes", "cubic metres", "cubic meters")),
    ("volume", "ft3", ("cubic foot", "cubic feet", "pieds cubes")),
    ("mass", "t", ("metric ton", "metric tons", "metric tonnes", "tonnes métriques")),
    ("mass", "lb", ("pounds of",)),  # without "of", pounds are money
    ("percent", "%", ("pour cent", "per cent")),
)
_SYMBOLS = (
    ("power", "W kW MW GW TW MVA hp", ()),
    ("power", "MW", ("MWc", "MWp", "MWe", "MWac", "MWdc", "MWth", "MWt", "Mw")),
    ("power", "GW", ("GWc", "GWp", "GWe", "Gw")),
    ("power", "kW", ("kWc", "kWp", "kw", "KW")),
    ("power", "hp", ("ch",)),
    ("energy", "Wh kWh MWh GWh TWh MMBtu Btu GJ TJ", ()),
    ("energy", "kWh", ("KWh", "kwh")),
    ("energy", "MMBtu", ("MMBTU", "mmBtu")),
    ("energy", "GWh", ("GW/h", "Gwh")),
    ("energy", "MWh", ("MW/h", "Mwh")),
    ("mass", "t kt Mt Gt kg", ()),
    ("mass", "t", ("tCO2", "tCO2e")),
    ("mass", "Mt", ("MtCO2", "MtCO2e")),
    ("length", "km m mi ft", ()),
    ("area", "ha m2 km2 ft2", ()),
    ("area", "m2", ("m²",)),
    ("area", "km2", ("km²",)),
    ("volume", "m3 bbl", ()),
    ("volume", "m3", ("m³",)),
    ("volume", "Bcf Mcf", ()),
    ("percent", "%", ()),
)
# Several tokens can form one unit ("US dollars", "mètres carrés", "kilowatt-hours", "sq. ft."); three suffice.
_TOKEN = re.compile(r"(?:[^\W\d_]{1,24}(?:/h\b|[²³]|[23](?!\w))?\.?|%)")
_JOINT = re.compile(r"[ \t\u00a0\u202f\u2009-]|[ \t]?\r?\n")
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, such as `MW` of kind `power` or `USD` of kind `money`; an ambiguous currency has no symbol."""

    kind: str
    symbol: str
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class UnitTable:
    """The units of a language: `words` by lower-case words, `symbols` by exact spelling."""

    words: Mapping[str, Unit]
    symbols: Mapping[str, Unit]

    def read(self, text: str, position: int) -> tuple[Unit, Span] | None:
        """Return the longest known unit that starts at `position`, with its span, or `None`."""
        found = None
        for span in _phrases(text, position):
            written = " ".join(span.of(text).split())
            unit = self.symbols.get(written) or self.words.get(_normal(written))
            if unit is not None:
                found = (unit, span)
        return found


@lru_cache(maxsize=4)
def unit_table(language: str) -> UnitTable:
    """Return the units of a language with its names of currencies; built once, without network access."""
    words = dict(_worded())
    words |= {_normal(name): Unit("money", code, why) for name, code, why in currency_words(language)}
    words |= {phrase: Unit(kind, symbol) for kind, symbol, phrases in _KINDS_IN_PHRASES for phrase in phrases}
    symbols = dict(_symbolised()) | {written: Unit("money", code) for written, code in dollar_spellings()}
    return UnitTable(MappingProxyType(words), MappingProxyType(symbols))


def _worded() -> Iterator[tuple[str, Unit]]:
    for prefix, symbol in _PREFIXES:
        for watts in ("watt", "watts"):
            yield prefix + watts, Unit("power", f"{symbol}W")
            for adjective in ("électrique", "électriques", "crête", "thermiques"):
                yield f"{prefix}{watts} {adjective}", Unit("power", f"{symbol}W")
            for hours in _HOURS:
                yield prefix + watts + hours, Unit("energy", f"{symbol}Wh")
    for kind, symbol, spellings in _KINDS_IN_WORDS:
        for spelling in spellings.split():
            yield spelling, Unit(kind, symbol)


def _symbolised() -> Iterator[tuple[str, Unit]]:
    for kind, symbol, others in _SYMBOLS:
        for spelling in others or symbol.split():
            yield spelling, Unit(kind, symbol if others else spelling)


def _phrases(text: str, position: int) -> Iterator[Span]:
    end = position
    for _ in range(_LONGEST):
        token = _TOKEN.match(text, end)
        if token is None:
            return
        written = token.group()
        yield Span(position, token.end() - written.endswith("."))
        joint = _JOINT.match(text, token.end())
        if joint is None:
            return
        end = joint.end()


def _normal(words: str) -> str:
    return " ".join(words.replace("-", " ").replace(".", "").lower().split())
