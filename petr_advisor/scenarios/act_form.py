"""The form of acts recorded in a scenario, and of what is expected of procedures."""

from datetime import date
from typing import Literal

from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.limits import Passing
from petr_advisor.procedures.marks import Status
from petr_advisor.procedures.progress import State
from petr_advisor.procedures.record import Result
from petr_advisor.procedures.slips import SlipKind
from petr_advisor.procedures.tally import State as TallyState
from petr_advisor.words.texts import Entry


class ActDone(Entry):
    """An act done, or the vote of one member in it."""

    procedure: str
    """The procedure."""
    act: str
    """The act."""
    member: str | None = None
    """The member that votes, by its SIREN number or its name in the list."""
    received: date | None = None
    """The day on which that member received what it votes on."""
    on: date | None = None
    """The day of the act or of the vote."""
    result: Result | None = "carried"
    """What came of it; null for a member that has received and not voted yet."""
    effect: date | None = None
    """The day of effect that the act itself fixes."""
    attempt: int = 1
    """The attempt it belongs to."""


class ChangeExpected(Entry):
    """What must come next if nobody does anything."""

    day: date
    """The day from which it holds."""
    state: State
    """What the procedure becomes."""


class TallyExpected(Entry):
    """How votes must be counted; what is not named is free."""

    state: TallyState
    """Where the tally stands."""
    waits_for: tuple[str, ...] | None = None
    """Members whose answer is awaited, by name or number."""
    late: tuple[str, ...] | None = None
    """Members whose vote came too late."""
    to_carry: int | None = None
    """How many members are missing to carry it, at least."""
    to_block: int | None = None
    """How many refusals would block it, at least."""


class ActExpected(Entry):
    """What an act must be; what is not named is free."""

    status: Status | None = None
    """Where it stands."""
    majority: str | None = None
    """The majority it takes."""
    silence: Silence | None = None
    """What silence is worth."""
    until: date | None = None
    """Its last day."""
    passed: Passing | None = None
    """What passing its limit does."""
    after: tuple[str, ...] | None = None
    """The acts it waits for."""


class SlipExpected(Entry):
    """An act recorded that cannot be as it is said."""

    kind: SlipKind
    """Why."""
    act: str
    """The act, as `procedure/act`."""
    member: str | None = None
    """The member, by name or number."""


ProgressExpected = State | Literal["disputed", "not_started"] | tuple[State | Literal["disputed"], ...]
"""The state of a procedure; with `disputed` when another reading gives something else."""
