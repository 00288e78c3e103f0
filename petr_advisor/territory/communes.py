"""The communes of each EPCI, with their municipal populations: who votes where the communes of an EPCI do."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.territory.measures import BORDERS_VALID_FROM, MAP_YEAR

_COLUMNS = ["siren", "code", "nom", "population_municipale"]


class CommunesError(PetrAdvisorError):
    """A file of communes that is missing or cannot be read; the text names the file and the line."""


class Commune(NamedTuple):
    """A commune of an EPCI."""

    code: str
    """Its code in the Code officiel géographique."""
    name: str
    population: int
    """Inhabitants, municipal population in force that year."""


def load(folder: Path, year: int) -> Mapping[str, tuple[Commune, ...]]:
    """Read `communes-YEAR.csv` in a folder: the communes of each EPCI, by SIREN, in the order of their codes."""
    path = folder / f"communes-{year}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file)) or [[]]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommunesError(f"{path}: cannot be read as a UTF-8 CSV file ({error})") from error
    if header != _COLUMNS:
        raise CommunesError(f"{path}, line 1: the columns must be {','.join(_COLUMNS)}")
    found: dict[str, list[Commune]] = {}
    for line, row in enumerate(rows, start=2):
        try:
            siren, code, name, people = row
            found.setdefault(siren, []).append(Commune(code, name, int(people)))
        except ValueError as error:
            raise CommunesError(f"{path}, line {line}: {','.join(row)!r} is not a commune") from error
    return {siren: tuple(communes) for siren, communes in found.items()}


@lru_cache(maxsize=1)
def _communes() -> Mapping[str, tuple[Commune, ...]]:
    return load(knowledge_folder() / "territories", MAP_YEAR)


def communes_of(siren: str) -> tuple[Commune, ...]:
    """Give the communes of an EPCI; none where the register does not know it."""
    return _communes().get(siren, ())


def how_many(siren: str, on: date) -> int | None:
    """Give how many communes an EPCI has; None before the perimeters fit the register, or where it is not in it."""
    return len(communes_of(siren)) or None if on >= BORDERS_VALID_FROM else None
