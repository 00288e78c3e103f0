"""Named measurements that the vocabulary may call for: what the map says of a list of members."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.facts import EntityList, Value
from petr_advisor.territory.borders import Borders, PerimeterMeasure
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

MEASURES = ("one_piece", "no_enclave")
"""The names that a fact type may give under `measure`."""

MEASURED = "member"
"""The kind of entity whose list is measured."""

BORDERS_YEAR = 2026
BORDERS_VALID_FROM = date(2022, 1, 1)
"""Before this day the EPCIs were too different for today's map to say anything."""

_SIREN = re.compile(r"[0-9]{9}")


@dataclass(frozen=True)
class Hint:
    """What a measurement found; when it is not settled a person must confirm it."""

    value: Value
    settled: bool
    note: Text


@lru_cache(maxsize=1)
def _borders() -> Borders:
    return Borders.load(knowledge_folder() / "territories", BORDERS_YEAR)


@lru_cache(maxsize=256)
def _perimeter(sirens: tuple[str, ...]) -> PerimeterMeasure:
    return _borders().measure(sirens)


def measure(name: str, members: EntityList, as_of: date) -> Hint | None:
    """Measure a list of members known by SIREN number; None when nothing can be measured.

    A favourable measure settles the point. An unfavourable one does not: islands, estuaries and bridges are not on the
    map of land borders, so it is shown and the question is asked.
    """
    sirens = members.ids
    if as_of < BORDERS_VALID_FROM or not members.complete or len(sirens) < 2:
        return None
    if not all(_SIREN.fullmatch(siren) for siren in sirens):
        return None
    found = _perimeter(sirens)
    if found.missing:
        return None
    if name == "one_piece":
        return _hint(favourable=found.in_one_piece)
    return _hint(favourable=not found.possible_enclaves)


def _hint(*, favourable: bool) -> Hint:
    if favourable:
        note = told("borders.measured", borders_year=str(BORDERS_YEAR))
    else:
        note = told("borders.to-confirm", borders_year=str(BORDERS_YEAR))
    return Hint(favourable, favourable, note)
