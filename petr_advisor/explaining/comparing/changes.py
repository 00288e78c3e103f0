"""What may differ between two consultations, piece by piece."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.outcomes import ActOutcome
from petr_advisor.consulting.ranking import Status
from petr_advisor.consulting.requirements import CureOutcome, RequirementState
from petr_advisor.consulting.weighing import State
from petr_advisor.inference.atoms import Truth
from petr_advisor.inference.facts import FactKey, Value
from petr_advisor.knowledge.acts import Silence
from petr_advisor.knowledge.options import Merit, Option, Requirement
from petr_advisor.knowledge.procedures import Act

Told = State | Literal["included", "stay_beside", "unanswered", "not_asked"]
"""As what an answer of the course is told: its state, or what a reader is to understand by it.

An answer brought by those before it is included; one of a theme that stays beside an act proposed is not named.
"""


@dataclass(frozen=True)
class AnswerChange:
    """A fact answered otherwise; None is « I do not know » where it was `asked`, else no answer."""

    key: FactKey
    before: Value | None
    after: Value | None
    asked: tuple[bool, bool]
    """Whether it was answered on each side, were it by « I do not know »."""


@dataclass(frozen=True)
class EntityChange:
    """An entity in the list of one side only."""

    kind: str
    id: str
    gained: bool
    """Whether it is on the second side."""


@dataclass(frozen=True)
class ProposalChange:
    """A key question, or a theme of it, that the course of action answers otherwise."""

    question: str
    theme: str | None
    before: CourseLine[Consultation] | None
    after: CourseLine[Consultation] | None
    told: tuple[Told, ...]
    """As what each side is told."""


@dataclass(frozen=True)
class RequirementChange:
    """A requirement in another state."""

    key: str
    requirement: Requirement
    before: RequirementState | None
    """None where the option does not exist."""
    after: RequirementState | None
    cures: tuple[tuple[CureOutcome, CureOutcome], ...] = ()
    """Cures that are available on one side and not on the other, as they are on each."""


@dataclass(frozen=True)
class MeritChange:
    """An argument that holds on one side only; None is unknown, or an argument that does not exist."""

    key: str
    merit: Merit
    before: Truth
    after: Truth


class ActSide(NamedTuple):
    """What is told of an act on one side."""

    needed: Truth
    deadline: date | None
    majority: str | None
    silence: Silence | None


@dataclass(frozen=True)
class ActChange:
    """An act needed on one side only, by another day, by another majority, or of which silence means something else."""

    key: str
    before: ActOutcome | None
    after: ActOutcome | None

    @property
    def sides(self) -> tuple[ActSide | None, ActSide | None]:
        """What is told of it on each side; None where it is not needed."""
        return _side(self.before), _side(self.after)

    @property
    def act(self) -> Act:
        """The act itself."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change has two sides, of which one holds
        return found.act


@dataclass(frozen=True)
class Place:
    """The place of a route among those not closed."""

    number: int
    """One more than there are routes that compare better."""
    shared: bool
    """Whether another compares equal."""


@dataclass(frozen=True)
class OptionChange:
    """An option of which something differs."""

    id: str
    option: Option
    before: Status
    after: Status
    places: tuple[Place | None, Place | None]
    """Its place among the routes not closed, on each side."""
    requirements: tuple[RequirementChange, ...]
    merits: tuple[MeritChange, ...]
    acts: tuple[ActChange, ...]

    @property
    def moved(self) -> bool:
        """Whether its status or its place differs."""
        return self.before != self.after or self.places[0] != self.places[1]


@dataclass(frozen=True)
class DutyChange:
    """A duty gained, lost, or that follows less surely or by another day."""

    before: DutyOutcome | None
    after: DutyOutcome | None

    @property
    def duty(self) -> DutyOutcome:
        """The duty, as it is on the side where it is."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change has two sides, of which one holds
        return found


def _side(found: ActOutcome | None) -> ActSide | None:
    if found is None:
        return None
    vote = found.act.vote
    return ActSide(found.needed, found.deadline, vote.majority if vote else None, found.act.silence)
