"""Explore: every grouping around some EPCIs, measured, concluded, ranked."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.relevance import STATUSES
from petr_advisor.perimeters.criteria import Criterion, Measure
from petr_advisor.perimeters.facts import Rows, departements_in
from petr_advisor.perimeters.standing import Standing, standing
from petr_advisor.perimeters.wanted import Wanted, checked
from petr_advisor.progress import Progress, to_nobody
from petr_advisor.territory.enclosing import cut_off, enclosed
from petr_advisor.territory.ground import Ground, Places
from petr_advisor.territory.groupings import groupings_around
from petr_advisor.territory.many_seats import Seats, propose_many, usual_totals
from petr_advisor.territory.measures import BORDERS_VALID_FROM, borders, outlines, register
from petr_advisor.territory.shapes import Shapes

OPEN = 1 << STATUSES.index("open")
"""The code of an option that is open, whatever is not known."""


@lru_cache(maxsize=1)
def ground() -> Ground:
    """Give the ground of the borders at hand, made once."""
    return Ground.of(borders(), register(), outlines())


@dataclass(frozen=True, eq=False)
class Groupings:
    """Groupings in one piece and without enclave, with what is measured and concluded of each."""

    ground: Ground
    sets: Places
    """[groupings, members]: their places, -1 behind them."""
    to_confirm: Rows
    """Which ones cut off land that lies on the sea or on a foreign border: « without enclave » is to be confirmed."""
    left_out: int
    """How many others were left out, for they surround an EPCI."""
    standing: Standing
    shapes: Shapes

    @cached_property
    def people(self) -> NDArray[np.int64]:
        """[groupings, members]: inhabitants; 0 where there is no member."""
        return np.where(self.sets >= 0, self.ground.populations[self.sets], 0)

    @cached_property
    def members(self) -> NDArray[np.int64]:
        """How many members each has."""
        return np.asarray((self.sets >= 0).sum(axis=1))

    @cached_property
    def seats(self) -> Seats:
        """[groupings, members]: the seats proposed, in a council of the usual size."""
        return propose_many(self.people, usual_totals(self.members))

    @cached_property
    def departements(self) -> Rows:
        """[groupings, départements]: in which each lies."""
        return departements_in(self.ground, self.sets)

    @cached_property
    def regions(self) -> NDArray[np.int64]:
        """How many régions each lies in, by the first département of its members."""
        known = [register().get(siren) for siren in self.ground.sirens]
        names = sorted({epci.region for epci in known if epci})
        of = np.array([names.index(epci.region) if epci else len(names) for epci in known] + [len(names)])
        lies = np.zeros((len(self.sets), len(names) + 1), np.bool_)
        for column in self.sets.T:
            lies[np.arange(len(lies)), of[column]] = True
        return np.asarray(lies[:, :-1].sum(axis=1))

    @cached_property
    def compactness(self) -> NDArray[np.float64]:
        """How near each is to a disc, which has 1."""
        return self.shapes.compactness(self.sets)

    @cached_property
    def areas(self) -> NDArray[np.float64]:
        """Square km."""
        return self.shapes.areas(self.sets)

    @cached_property
    def open(self) -> NDArray[np.int64]:
        """How many options are open, whatever is not known."""
        found = np.zeros(len(self.sets), np.int64)
        for codes in self.standing.codes.values():
            found += codes == OPEN
        return found

    def numbers(self, measure: Measure, around: list[int]) -> NDArray[np.float64]:
        """Give the numbers of a criterion; `around` are the places of those who look."""
        match measure:
            case "members":
                return np.asarray(self.members, np.float64)
            case "population":
                return np.asarray(self.people.sum(axis=1), np.float64)
            case "regions":
                return np.asarray(self.regions, np.float64)
            case "departements":
                return np.asarray(self.departements.sum(axis=1), np.float64)
            case "compactness":
                return _rounded(self.compactness, 3)
            case "centre":
                return _rounded(self.shapes.off_centre(self.sets, around), 1)
            case "balance":
                return np.asarray(self.people.max(axis=1) / self.people.sum(axis=1))
            case "open":
                return np.asarray(self.open, np.float64)

    def ranked(self, criteria: tuple[Criterion, ...], around: list[int]) -> NDArray[np.int64]:
        """Give the groupings by number, the best first; those alike stand in the order they were found in."""
        keys = [criterion.keys(self.numbers(criterion.measure, around)) for criterion in criteria]
        return np.lexsort(keys[::-1]) if keys else np.arange(len(self.sets))


@dataclass(frozen=True, eq=False)
class Explored:
    """What was found around some EPCIs."""

    wanted: Wanted
    case: Consultation
    groupings: Groupings
    order: NDArray[np.int64]
    """Groupings by number, the best first."""

    @cached_property
    def centre(self) -> NDArray[np.float64]:
        """How far those who look lie from the middle of each grouping, in km."""
        return self.groupings.numbers("centre", [self.groupings.ground.place[siren] for siren in self.wanted.around])


def explore(case: Consultation, wanted: Wanted, progress: Progress = to_nobody) -> Explored:
    """Find, conclude and rank every grouping that is wanted; PetrAdvisorError for what cannot be looked for.

    The case gives the date of law, the key questions and what is known beside the members.
    """
    wanted, land = checked(wanted), ground()
    check_day(case.as_of)
    around = [land.place[siren] for siren in (*wanted.around, *wanted.with_)]
    without = [land.place[siren] for siren in wanted.without]
    for place in around:
        if not land.members[place]:
            raise PetrAdvisorError.of("perimeter.no-member", name=name_of(land, place))
    found = measured(case, land, groupings_around(land, around, without, wanted.bounds), progress)
    ours = [land.place[siren] for siren in wanted.around]
    return Explored(wanted, case, found, found.ranked(wanted.rank, ours))


def measured(case: Consultation, land: Ground, sets: Places, progress: Progress = to_nobody) -> Groupings:
    """Measure and conclude groupings in one piece, less those that surround an EPCI."""
    cut = cut_off(land, sets)
    enclosing = np.zeros(len(sets), np.bool_)
    enclosing[cut] = enclosed(land, sets[cut])
    kept, doubtful = sets[~enclosing], cut[~enclosing]
    shapes = Shapes.of(land, outlines(), np.unique(kept[kept >= 0]).tolist())
    concluded = standing(case, land, kept, doubtful, progress)
    return Groupings(land, kept, doubtful, int(enclosing.sum()), concluded, shapes)


def _rounded(numbers: NDArray[np.float64], digits: int) -> NDArray[np.float64]:
    found = np.empty_like(numbers)
    np.round(numbers, digits, out=found)
    return found


def check_day(day: date) -> None:
    """Refuse a day on which the EPCIs were others than those of the register."""
    if day < BORDERS_VALID_FROM:
        raise PetrAdvisorError.of("perimeter.too-early", day=BORDERS_VALID_FROM)


def name_of(land: Ground, place: int) -> str:
    """Give the name of the EPCI of a place."""
    found = register().get(land.sirens[place])
    return found.name if found else land.sirens[place]
