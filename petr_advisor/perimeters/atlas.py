"""Every grouping of the country, part after part: what is said of each to a table, what sums them up by EPCI.

Memory holds one part at a time, whatever their number; the parts are then read one after the other into one table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.in_columns import NAMED
from petr_advisor.perimeters.criteria import Criterion
from petr_advisor.perimeters.exploring import Groupings, check_day, ground, measured
from petr_advisor.perimeters.facts import alike, departement_codes
from petr_advisor.perimeters.lines import SEPARATOR, places_of, status_of
from petr_advisor.progress import Progress
from petr_advisor.territory.ground import Ground
from petr_advisor.territory.groupings import Bounds, all_groupings

ROWS = 131_072
"""Groupings of a part."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Best:
    """The grouping that is ranked first among those of an EPCI or a département."""

    keys: tuple[float, ...]
    """What it is ranked by, the smallest first."""
    places: tuple[int, ...]
    population: int
    compactness: float


@dataclass(eq=False)
class Atlas:
    """What is known of all groupings, summed up."""

    case: Consultation
    bounds: Bounds
    rank: tuple[Criterion, ...]
    ground: Ground
    found: int = 0
    left_out: int = 0
    """Those that would surround an EPCI."""
    to_confirm: int = 0
    by_engine: int = 0
    sizes: dict[int, int] = field(default_factory=dict)
    """How many, by number of members."""
    holding: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    """By place: the groupings that hold it."""
    within: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    """By place: those of them that lie in one département."""
    statuses: dict[str, dict[str, int]] = field(default_factory=dict)
    """By option and status: how many groupings."""
    best: dict[int, Best] = field(default_factory=dict)
    """By place."""
    of_departements: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    """By département, in the order of their codes: the groupings that lie in it, wholly or not."""
    only_in: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    """The same of those that lie in no other."""


def make_atlas(
    case: Consultation, bounds: Bounds, rank: tuple[Criterion, ...], folder: Path, progress: Progress
) -> Atlas:
    """Find, measure and conclude every grouping; each has its line in `groupings.parquet` of the folder."""
    check_day(case.as_of)
    land = ground()
    sets = all_groupings(land, bounds)
    places, codes = len(land.sirens), len(departement_codes(land))
    none = [np.zeros(size, np.int64) for size in (places, places, codes, codes)]
    atlas = Atlas(case, bounds, rank, land, holding=none[0], within=none[1], of_departements=none[2], only_in=none[3])
    parts = folder / "parts"
    parts.mkdir()
    paths = []
    for first in range(0, len(sets), ROWS):
        part = measured(case, land, sets[first : first + ROWS])
        paths.append(parts / f"{first:09}.parquet")
        _table(part).write_parquet(paths[-1])
        _sum_up(atlas, part)
        progress(min(first + ROWS, len(sets)), len(sets))
    pl.scan_parquet(paths).sink_parquet(folder / "groupings.parquet")
    for path in paths:
        path.unlink()
    parts.rmdir()
    return atlas


def _sum_up(atlas: Atlas, part: Groupings) -> None:
    places = len(atlas.ground.sirens)
    alone = part.departements.sum(axis=1) == 1
    there = part.sets >= 0
    atlas.found += len(part.sets)
    atlas.left_out += part.left_out
    atlas.to_confirm += int(part.to_confirm.sum())
    atlas.by_engine += part.standing.by_engine
    for size, count in zip(*np.unique(part.members, return_counts=True), strict=True):
        atlas.sizes[int(size)] = atlas.sizes.get(int(size), 0) + int(count)
    atlas.holding += np.bincount(part.sets[there], minlength=places)
    atlas.within += np.bincount(part.sets[alone][there[alone]], minlength=places)
    atlas.of_departements += part.departements.sum(axis=0)
    atlas.only_in += part.departements[alone].sum(axis=0)
    for key, codes in part.standing.codes.items():
        counts = atlas.statuses.setdefault(key, {})
        for code, count in zip(*np.unique(codes, return_counts=True), strict=True):
            status = status_of(int(code))
            counts[status] = counts.get(status, 0) + int(count)
    _put_best(atlas, part)


def _put_best(atlas: Atlas, part: Groupings) -> None:
    """Keep, for each EPCI, the grouping ranked first among those of this part and of the parts before."""
    keys = [criterion.keys(part.numbers(criterion.measure, [])) for criterion in atlas.rank]
    order = part.ranked(atlas.rank, [])
    flat = part.sets[order].ravel()
    found, at = np.unique(flat, return_index=True)
    for place, index in zip(found.tolist(), at.tolist(), strict=True):
        if place < 0:
            continue
        row = int(order[index // part.sets.shape[1]])
        ranked = tuple(float(key[row]) for key in keys)
        if place not in atlas.best or ranked < atlas.best[place].keys:
            whose = tuple(places_of(part, row))
            people, compact = int(part.people[row].sum()), float(part.compactness[row])
            atlas.best[place] = Best(ranked, whose, people, compact)


def _table(part: Groupings) -> pl.DataFrame:
    """Give the lines of groupings, as a table."""
    statuses = pl.Enum(list(dict.fromkeys(status_of(code) for code in range(len(NAMED)))))
    people = part.people.sum(axis=1)
    columns: Mapping[str, Any] = {
        "members": part.members.astype(np.int8),
        "sirens": _joined(np.array([*part.ground.sirens, ""])[part.sets]),
        "population": people,
        "largest_share": (part.people.max(axis=1) / people).round(4),
        "departements": _departements(part),
        "regions": part.regions.astype(np.int8),
        "area_km2": part.areas.round(1),
        "compactness": part.compactness.round(3),
        "seats_total": part.seats.sum(axis=1).astype(np.int16),
        "seats": _joined(np.where(part.sets >= 0, part.seats, 0).astype(str), nothing="0"),
        "enclave": pl.Series(np.where(part.to_confirm, "to_confirm", "none"), dtype=pl.Enum(["none", "to_confirm"])),
    }
    names = np.array([status_of(code) for code in range(len(NAMED))])
    options = {key: pl.Series(names[codes], dtype=statuses) for key, codes in part.standing.codes.items()}
    return pl.DataFrame({**columns, **options})


def _joined(words: NDArray[np.str_], nothing: str = "") -> pl.Series:
    """Write the words of each row in one cell, without those that stand for nothing, which come last."""
    frame = pl.DataFrame({str(number): column for number, column in enumerate(words.T)})
    cells = [pl.when(pl.col(name) != nothing).then(pl.col(name)) for name in frame.columns]
    return frame.select(pl.concat_str(cells, separator=SEPARATOR, ignore_nulls=True).alias("all"))["all"]


def _departements(part: Groupings) -> pl.Series:
    codes = departement_codes(part.ground)
    first, same = alike(part.departements)
    said = [SEPARATOR.join(code for code, lies in zip(codes, part.departements[row], strict=True) if lies)
            for row in first]  # fmt: skip
    return pl.Series(np.array(said)[same])


def varying(atlas: Atlas) -> Iterator[tuple[str, dict[str, int]]]:
    """Give the options that have not one status in all groupings, with how many have each."""
    yield from ((key, counts) for key, counts in atlas.statuses.items() if len(counts) > 1)
