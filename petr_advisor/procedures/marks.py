"""Where each act of a procedure stands on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.limits import Due
from petr_advisor.procedures.tally import Tally

Status = Literal[
    "left_out", "waiting", "awaited", "done", "deemed", "implied", "refused", "lapsed", "closed", "planned"
]  # fmt: skip
"""It does not exist in the case; others come before; it can be done; it was done; silence stands for it; what came
after implies it; refused; the power is lost; its time, a right of others, is over; dated later."""

OVER: frozenset[Status] = frozenset({"done", "deemed", "implied", "closed"})
"""What lets the following acts be done."""


@dataclass(frozen=True)
class Mark:
    """Where an act stands."""

    status: Status
    day: date | None = None
    """The day on which it came to stand so, where it is known."""
    result: str = ""
    """What came of it: `carried`, `refused`, `dissolved`, `prefect_may`, `given`."""
    due: Due | None = None
    """By when it is to be done, where a limit runs."""
    due_unknown: bool = False
    """Whether a limit runs whose last day is not known, as the day of its event is missing."""
    late: bool = False
    """Whether its last day is past and it is still due, or was done after it."""
    doubtful: bool = False
    """Whether it is not known if it exists in the case."""
    waits_for: tuple[str, ...] = ()
    """Acts that come before and are not done."""
    tally: Tally | None = None
    """Its votes counted, where members vote."""
    votes: tuple[Ballot, ...] = ()
    """These votes, with the clock of each member."""
    count: Count | None = None
    """How they are counted."""
    effect: date | None = None
    """The day of effect that it fixes itself."""

    @property
    def shown(self) -> str:
        """Where it stands as far as a person sees: what waits, or is not in the case for the moment, is not told."""
        return "" if self.status in {"waiting", "left_out"} else self.status

    @property
    def over(self) -> bool:
        """Tell whether what follows may be done."""
        return self.status in OVER
