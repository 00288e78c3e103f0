"""Named measurements that the vocabulary may call for: what the register and the map say of a list of members."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.facts import EntityList, FactKey, Known, Value
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.territory.borders import Borders, PerimeterMeasure
from petr_advisor.territory.departements import COLUMNS, Departements
from petr_advisor.territory.outlines import Outlines
from petr_advisor.territory.register import Register
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import value_text

ONE_PIECE, NO_ENCLAVE, SOUND = "one_piece", "no_enclave", "one_piece_without_enclave"
SEVERAL, SEVERAL_REGIONS = "several_departements", "several_regions"
MEASURES = (ONE_PIECE, NO_ENCLAVE, SOUND, SEVERAL, SEVERAL_REGIONS, *COLUMNS)
"""The names that a fact type may give under `measure`: three on the borders, the others on the départements."""

MEASURED = "member"
"""The kind of entity whose list is measured."""
DEPARTEMENT = f"{MEASURED}.departement"
"""What tells the département of one that is not in the register."""

MAP_YEAR = 2026
"""The year of the borders and of the register that are measured on."""
BORDERS_VALID_FROM = date(2022, 1, 1)
"""Before this day the EPCIs were too different for today's map to say anything; their départements are the same."""
OUTLINES_DRAWN_FROM = date(2017, 1, 1)
"""From this day, that of the departmental schemes, a map may be drawn with today's outlines if it says so; nothing is
measured on it."""

REGIONS_OF_TODAY_FROM = date(2016, 1, 1)
"""From this day the regions are those of today."""

_SIREN = re.compile(r"[0-9]{9}")


@dataclass(frozen=True)
class Hint:
    """What a measurement found; when it is not settled a person must confirm it."""

    value: Value | None
    """What is found; None where it is several things."""
    settled: bool
    note: Text
    """Where it comes from, what is to be confirmed."""
    among: tuple[Value, ...] = ()
    """The only values there can be; empty where the measurement shuts none out."""

    def excludes(self, value: object) -> bool:
        """Tell whether somebody's answer cannot be true."""
        return bool(self.among) and value not in self.among


@lru_cache(maxsize=1)
def borders() -> Borders:
    """Give the land borders, read once."""
    return Borders.load(knowledge_folder() / "territories", MAP_YEAR)


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """Give the outlines of the EPCIs, read once."""
    return Outlines.load(knowledge_folder() / "territories", MAP_YEAR)


@lru_cache(maxsize=1)
def register() -> Register:
    """Give the register of the same year, read once."""
    return Register.load(knowledge_folder() / "territories", MAP_YEAR)


@lru_cache(maxsize=1)
def departements() -> Departements:
    """Give the table of départements, read once."""
    return Departements.load(knowledge_folder() / "territories")


@lru_cache(maxsize=256)
def _perimeter(sirens: tuple[str, ...]) -> PerimeterMeasure:
    return borders().measure(sirens)


def strange_values(kind: FactType) -> tuple[str, ...]:
    """Give, sorted, what the measurement of a fact may give and is no value of it."""
    given = departements().values(kind.measure) if kind.measure in COLUMNS else frozenset({True, False})
    possible = frozenset({True, False}) if kind.type == "yes_no" else frozenset(kind.choices)
    return tuple(sorted(map(str, given - possible)))


def measure(
    kind: FactType, members: EntityList, as_of: date, told_of: Mapping[str, str] = MappingProxyType({})
) -> Hint | None:
    """Measure a fact on a list of members; None when nothing can be measured.

    Borders are those of members known by SIREN number. `told_of` gives the département of the others, as it was typed.
    """
    if kind.measure in {SEVERAL, SEVERAL_REGIONS}:
        return _several(kind, members, as_of, told_of)
    if kind.measure in COLUMNS:
        found = _by_departement(kind, kind.measure, members, told_of)
        if found is None or kind.measure != "region" or as_of >= REGIONS_OF_TODAY_FROM:
            return found
        return replace(found, note=told("register.region-of-today", note=found.note))
    return _on_the_map(kind.measure or "", members, as_of)


def remaining(kind: FactType, members: EntityList | None, known: Mapping[FactKey, Known]) -> EntityList | None:
    """Give those on whom a fact is measured: of the list, those who are not left out; None before that is known."""
    if kind.without is None or members is None:
        return members
    said = {of: known.get((kind.without, of)) for of in members.ids}
    if not all(found is not None and isinstance(found.value, bool) for found in said.values()):
        return None
    return EntityList(tuple(of for of, found in said.items() if found and found.value is False), members.complete)


def typed_departements(known: Iterable[tuple[FactKey, object]]) -> dict[str, str]:
    """Give, of values by their fact, the départements of members, as they were typed."""
    told_of = ((of, value) for (fact, of), value in known if fact == DEPARTEMENT and of is not None)
    return {of: value for of, value in told_of if isinstance(value, str)}


def departements_of(
    members: EntityList | None, told_of: Mapping[str, str] = MappingProxyType({})
) -> frozenset[str] | None:
    """Give the codes of the départements of members; None where that of one is neither in the register nor told."""
    found = [_codes(of, told_of) for of in members.ids] if members is not None and members.complete else []
    if not found or None in found:
        return None
    return frozenset(code for codes in found if codes for code in codes)


def _codes(member: str, told_of: Mapping[str, str]) -> frozenset[str] | None:
    """Give the codes of the départements of a member: those of the register, else those told."""
    epci = register().get(member)
    if epci is not None:
        return frozenset(epci.departements)
    return _named(told_of[member]) if member in told_of else None


@lru_cache(maxsize=256)
def _named(text: str) -> frozenset[str] | None:
    return departements().named(text)


def _on_the_map(name: str, members: EntityList, as_of: date) -> Hint | None:
    """Measure on the land borders.

    A favourable measure settles the point. An unfavourable one does not: islands, estuaries and bridges are not on the
    map of land borders, so it is shown and the question is asked.
    """
    sirens = members.ids
    if as_of < BORDERS_VALID_FROM or not members.complete or len(sirens) < 2:
        return None
    if not all(_SIREN.fullmatch(siren) for siren in sirens):
        return None
    found = _perimeter(sirens)
    if name != NO_ENCLAVE and found.missing and all(register().get(siren) for siren in found.missing):
        return _seen(favourable=False)  # an EPCI of the register without a land border: an island
    if found.missing:
        return None
    whole, open_ = name == NO_ENCLAVE or found.in_one_piece, name == ONE_PIECE or not found.possible_enclaves
    return _seen(favourable=whole and open_)


def _seen(*, favourable: bool) -> Hint:
    if favourable:
        return Hint(value=True, settled=True, note=told("borders.measured", borders_year=str(MAP_YEAR)), among=(True,))
    return Hint(value=False, settled=False, note=told("borders.to-confirm", borders_year=str(MAP_YEAR)))


def _several(kind: FactType, members: EntityList, as_of: date, told_of: Mapping[str, str]) -> Hint | None:
    """Tell whether the communes of the members lie in several départements or regions; one more member leaves « yes ».

    Long before the year of the register an EPCI of the same number may have had fewer communes: to be confirmed then.
    """
    found = [_codes(of, told_of) for of in members.ids]
    codes = frozenset(code for each in found if each for code in each)
    parts = _regions(codes, as_of) if kind.measure == SEVERAL_REGIONS else codes
    if not parts:
        return None
    value, source = len(parts) > 1, {"codes": sorted(codes), "year": str(MAP_YEAR)}
    if as_of < BORDERS_VALID_FROM or not (value or (members.complete and None not in found)):
        note = told("register.to-confirm", labels=[value_text(kind, value)], **source)
        return Hint(value, settled=False, note=note)
    if any(of in told_of and register().get(of) is None for of in members.ids):
        return Hint(value, settled=True, note=told("register.told", **source))
    return Hint(value, settled=True, note=told("register.departements", **source), among=(value,))


def _regions(codes: frozenset[str], as_of: date) -> frozenset[Value]:
    """Give the regions of some départements on a day; none where that of one is not known."""
    names = ("region",) if as_of >= REGIONS_OF_TODAY_FROM else ("former_region", "region")
    found = [next((said[name] for name in names if name in said), None) for said in map(departements().said_of, codes)]
    return frozenset() if None in found else frozenset(region for region in found if region is not None)


def _by_departement(kind: FactType, column: str, members: EntityList, told_of: Mapping[str, str]) -> Hint | None:
    """Tell what the départements of the members say; settled when all are known and say the same.

    With members of whom neither the register nor anybody says it, or a list to be completed, it is to be confirmed.
    What was typed shuts no answer out.
    """
    typed = any(of in told_of and register().get(of) is None for of in members.ids)
    found = [_codes(of, told_of) for of in members.ids]
    codes = frozenset(code for each in found if each for code in each)
    values = departements().of(codes, column)
    if values is None:
        return None
    source = {"codes": sorted(codes), "year": str(MAP_YEAR)}
    if None in found or not members.complete:
        labels = [value_text(kind, value) for value in values]
        note = told("register.to-confirm", labels=labels, **source)
        return Hint(values[0] if len(values) == 1 else None, settled=False, note=note)
    if len(values) == 1:
        if typed:
            return Hint(values[0], settled=True, note=told("register.told", **source))
        return Hint(values[0], settled=True, note=told("register.departements", **source), among=values)
    labels = [value_text(kind, value) for value in values]
    among = () if typed else values
    return Hint(None, settled=False, note=told("register.several", labels=labels, **source), among=among)
