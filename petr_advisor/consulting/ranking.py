"""Where an option stands among those that answer a key question: what is possible of it, its arguments, its rank."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.requirements import is_running
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.relevance import SHUT, STATUSES
from petr_advisor.knowledge.options import WEIGHTS, Merit, Option

Status = Literal["open", "conditional", "closed", "not_in_force", "undetermined"]
RANK: Mapping[Status, int] = {"open": 0, "conditional": 1, "undetermined": 2, "closed": 3, "not_in_force": 4}


@dataclass(frozen=True)
class MeritOutcome:
    """An argument and whether it holds in this case."""

    key: str
    merit: Merit
    holds: Truth


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What places an option among the others, and nothing else of it."""

    id: str
    option: Option
    statuses: frozenset[str]
    """The statuses still possible under the prudent readings."""
    merits: tuple[MeritOutcome, ...]
    recommended: Truth
    """Whether a matching row of a choice table names it; true where the question has no table."""
    rows: tuple[str, ...]
    """The matching rows that name it."""
    running: bool = False
    """Whether the answers say that its procedure runs."""

    @cached_property
    def status(self) -> Status:
        """The one status possible, or undetermined; what its conditions hide is not looked at."""
        return next((status for status in RANK if self.statuses == {status}), "undetermined")

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """The key by which routes are ranked, what runs already first; equal keys are ties."""
        if self.status in SHUT:
            return (1, RANK[self.status], 0, 0, 0, 0, 0)
        decisive, strong, slight = (self._balance(weight) for weight in WEIGHTS)
        named = {True: 0, None: 1, False: 2}[self.recommended]
        # A decisive argument only reverses the order of routes that are known not to be closed.
        decisive = 0 if self.statuses & SHUT else decisive
        first = 0 if self.running and self.status in {"open", "conditional"} else 1
        return (0, named, first, -decisive, RANK[self.status], -strong, -slight)

    def _balance(self, weight: str) -> int:
        holding = [found.merit for found in self.merits if found.holds and found.merit.weight == weight]
        return sum(1 if merit.for_ else -1 for merit in holding)


def standing(case: Case, key: str) -> Standing:
    """Give where an option of the date of law stands; what is shut has no argument."""
    option, statuses = case.rules.options[key], statuses_of(case, key)
    weighed = {} if statuses <= SHUT else option.merits
    recommended, rows = _recommendation(case, key, option)
    return Standing(
        id=key,
        option=option,
        statuses=statuses,
        merits=merits_of(case, key, weighed),
        recommended=recommended,
        rows=rows,
        running=is_running(case, option),
    )


def statuses_of(case: Case, key: str) -> frozenset[str]:
    """Give the statuses still possible of an option: the one that the engine concluded, else those of some completion.

    What is concluded holds in every completion, so that no diagram is needed.
    """
    concluded = next((status for status in STATUSES if case.memory.has(f"option:{key}:{status}")), None)
    return frozenset({concluded}) if concluded else case.situation.statuses(key, case.readings)


def merits_of(case: Case, key: str, merits: Mapping[str, Merit]) -> tuple[MeritOutcome, ...]:
    """Give arguments about an option, by name, with whether they hold."""
    found = ((f"{key}/{name}", merit) for name, merit in merits.items())
    return tuple(MeritOutcome(place, merit, case.memory.truth("merit", place)) for place, merit in found)


def _recommendation(case: Case, key: str, option: Option) -> tuple[Truth, tuple[str, ...]]:
    """Tell whether the choice tables recommend an option, and by which rows."""
    rows = case.rules.rows_for(option.answers)
    naming = {name: case.memory.truth("row", name) for name, row in rows.items() if key in row.options}
    matching = tuple(name for name, truth in naming.items() if truth)
    if matching or not rows:
        return True, matching
    return (None if None in naming.values() else False), ()
