"""The register of EPCIs with own taxation on 1 January of a year.

Source: npm package @etalab/decoupage-administratif, after the lists of the DGCL (`knowledge/territories/README.md`).
The Métropole du Grand Paris is there as one EPCI; its eleven établissements publics territoriaux are not.
"""

import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from petr_advisor.errors import PetrAdvisorError
from petr_advisor.territory.names import bare, begins_words, but_for_kind, fold, joined, spellings

EpciKind = Literal["cc", "ca", "cu", "metropole"]
"""Communauté de communes, communauté d'agglomération, communauté urbaine, métropole."""

LYON = "200046977"
"""SIREN of the Métropole de Lyon: in the lists of EPCIs, though in law a territorial collectivity."""

_KINDS: dict[str, EpciKind] = {"CC": "cc", "CA": "ca", "CU": "cu", "METRO": "metropole", "MET69": "metropole"}
_HEADER = "siren,nom,nature,population_municipale,population_totale,communes,departements,region"
_LONGEST_SEARCH = 200
_LIKE = 0.7
"""From which likeness on, between 0 and 1, a word may be another one mistyped."""
_OF_A_YEAR = re.compile(r"epci-([0-9]{4})\.csv")


class RegisterError(PetrAdvisorError):
    """A register file that is missing or cannot be read; the text names the file and the line."""


class Epci(BaseModel):
    """One EPCI as the register knows it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    siren: str = Field(pattern=r"^\d{9}$")
    """Nine digits."""
    name: str = Field(min_length=1)
    """Name as published by the DGCL, with its prefix (CC, CA, CU)."""
    kind: EpciKind
    """Legal kind; the Métropole de Lyon is counted among the métropoles."""
    population_municipal: int = Field(ge=1)
    """Inhabitants, municipal population in force that year: the figure to use for seats."""
    population_total: int = Field(ge=1)
    """Inhabitants, total population: the municipal one and those counted apart."""
    communes: int = Field(ge=1)
    """Number of member communes."""
    departements: Annotated[tuple[str, ...], Field(min_length=1)]
    """Codes of the départements: the one with most inhabitants first, then by code."""
    region: str
    """Name of the région of the first département."""

    @property
    def kind_of_member(self) -> str:
        """Its kind as a member in the vocabulary: the Métropole de Lyon counts as another public body."""
        return self.kind if self.own_tax_epci else "other_public"

    @property
    def own_tax_epci(self) -> bool:
        """Tell whether it is an EPCI with own taxation in law: all of them but the Métropole de Lyon."""
        return self.siren != LYON


@dataclass(frozen=True)
class Register:
    """Every EPCI of one year, sorted by SIREN."""

    year: int
    """The register is that of 1 January of this year."""
    epcis: tuple[Epci, ...]
    """Sorted by SIREN."""

    @classmethod
    def load(cls, folder: Path, year: int) -> "Register":
        """Read `epci-YEAR.csv` in a folder; RegisterError names the file, the line and the years at hand."""
        path = folder / f"epci-{year}.csv"
        if not path.is_file():
            years = ", ".join(map(str, years_at_hand(folder)))
            raise RegisterError(f"{path}: no register of EPCIs for {year} (years at hand: {years or 'none'})")
        return cls(year, tuple(sorted(_read(path), key=lambda epci: epci.siren)))

    @classmethod
    def nearest(cls, folder: Path, day: date) -> "Register":
        """Read the register whose year is nearest to that of a day; RegisterError when there is none to read."""
        return cls.load(folder, min(years_at_hand(folder), key=lambda year: abs(year - day.year), default=day.year))

    def get(self, siren: str) -> Epci | None:
        """Give the EPCI with this SIREN, or None when the register has none."""
        return self._by_siren.get(siren)

    def called(self, name: str) -> Epci | None:
        """Give the one EPCI that bears a name, but for its kind word, accents and case; None for none or several."""
        alike = self._by_bare_name.get(bare(name), ())
        exactly = [epci for epci in alike if fold(epci.name) == fold(name)]
        return next((found[0] for found in (exactly, alike) if len(found) == 1), None)

    def search(self, text: str, limit: int = 12, around: Collection[str] = ()) -> tuple[Epci, ...]:
        """Give the EPCIs whose name or SIREN holds what was typed, at most `limit`, best first.

        First the one whose whole name was typed, then those where every word typed begins a word of the name, then
        those that hold the letters anywhere (from three letters on). Of these, the ones of the départements `around`
        come first, then those with the words next to each other, then by municipal population. With one or two
        letters, whole words come first (« Ré »).
        """
        words = fold(text[:_LONGEST_SEARCH])
        letters = joined(words)
        if not letters or limit < 1:
            return ()
        few = sum(map(len, words)) < 3
        ranked = []
        for epci, (known, run) in zip(self.epcis, self._index, strict=True):
            if letters == run or (few and known.issuperset(words)):
                rank = 0
            elif begins_words(words, known):
                rank = 1
            elif not few and letters in run:
                rank = 2
            else:
                continue
            away = not few and not set(around).intersection(epci.departements)
            ranked.append((rank, away, letters not in run, -epci.population_municipal, epci.siren, epci))
        if not ranked and (rest := but_for_kind(words)) != words:  # « CC de Chatillon »: few names have their « de »
            return self.search(" ".join(rest), limit, around)
        return tuple(entry[-1] for entry in sorted(ranked, key=lambda entry: entry[:-1])[:limit])

    def near(self, text: str, limit: int = 3) -> tuple[Epci, ...]:
        """Give the EPCIs whose name looks like what was typed, at most `limit`: each word that none has is mistyped."""
        words = [self._nearest(word) for word in fold(text[:_LONGEST_SEARCH])]
        return self.search(" ".join(words), limit) if all(words) else ()

    def _nearest(self, typed: str) -> str:
        """Give a word as typed when it begins one that is known, else the one most like it; none is like ``""``."""
        if any(word.startswith(typed) for word in self._words):
            return typed
        return next(iter(get_close_matches(typed, self._words, n=1, cutoff=_LIKE)), "")

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """Every word of a name, once."""
        return tuple(sorted({word for known, _ in self._index for word in known if not word.isdigit()}))

    @cached_property
    def _by_siren(self) -> dict[str, Epci]:
        return {epci.siren: epci for epci in self.epcis}

    @cached_property
    def _by_bare_name(self) -> dict[str, list[Epci]]:
        found: dict[str, list[Epci]] = {}
        for epci in self.epcis:
            found.setdefault(bare(epci.name), []).append(epci)
        return found

    @cached_property
    def _index(self) -> tuple[tuple[frozenset[str], str], ...]:
        """For each EPCI, the words of its name with its SIREN, and the name as one run of letters."""
        names = [fold(epci.name) for epci in self.epcis]
        return tuple(
            (spellings(words) | {epci.siren}, joined(words)) for epci, words in zip(self.epcis, names, strict=True)
        )


def years_at_hand(folder: Path) -> list[int]:
    """Give the years whose register is in a folder, the first one first."""
    found = (_OF_A_YEAR.fullmatch(path.name) for path in folder.glob("epci-*.csv"))
    return sorted(int(match[1]) for match in found if match)


def _read(path: Path) -> Iterator[Epci]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RegisterError(f"{path}: cannot be read as a UTF-8 CSV file ({error})") from error
    if not rows or ",".join(rows[0]) != _HEADER:
        raise RegisterError(f"{path}, line 1: the columns must be {_HEADER}")
    seen: set[str] = set()
    for line, row in enumerate(rows[1:], start=2):
        try:
            epci = _epci(row)
        except (ValidationError, ValueError, KeyError) as error:
            raise RegisterError(f"{path}, line {line}: {','.join(row)!r} is not an EPCI ({error})") from error
        if epci.siren in seen:
            raise RegisterError(f"{path}, line {line}: the EPCI {epci.siren} is there twice")
        seen.add(epci.siren)
        yield epci


def _epci(row: list[str]) -> Epci:
    siren, name, nature, municipal, total, communes, departements, region = row
    return Epci(
        siren=siren,
        name=name,
        kind=_KINDS[nature],
        population_municipal=int(municipal),
        population_total=int(total),
        communes=int(communes),
        departements=tuple(departements.split()),
        region=region,
    )
