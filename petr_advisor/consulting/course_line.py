"""A line of the course: what answers a key question, or a theme of it, on the facts that the lines before leave."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.held_up import HeldUp, held_up
from petr_advisor.consulting.outcomes import OptionOutcome, QuestionOutcome, question_outcome
from petr_advisor.consulting.weighing import State, obtaining, weigh_in
from petr_advisor.words.texts import Text

C = TypeVar("C", bound=Case)

CARRIED = frozenset({"proposed", "running", "chosen", "stay"})
"""States of a line whose option changes the facts of the lines after it, where it makes any so."""


@dataclass(frozen=True)
class GivenUp:
    """A better option that the course has no place for."""

    option: OptionOutcome
    price: str
    """The earlier key question that would have to be answered otherwise."""
    by: tuple[str, ...]
    """The options of that question which would make place for it; none named where any other answer might."""


UNSETTLED = frozenset({"to_settle", "tied"})
"""States of a line that may still give any of its options."""
NOTHING_PROPOSED = frozenset({"to_settle", "none", "moot", "conflict"})
"""States of a line in which nothing is proposed, nor there already."""


@dataclass(frozen=True)
class CourseLine(Generic[C]):
    """The answer to a key question, or to a theme of it."""

    question: str
    theme: str | None
    state: State
    options: tuple[OptionOutcome, ...]
    """What the answer is: one option; several that compare equal; none."""
    outcome: QuestionOutcome
    """Every option of the question, weighed on the facts that the lines before leave."""
    case: C
    """The case with those facts."""
    weighed: tuple[OptionOutcome, ...] = ()
    """The options that were weighed: the routes that have a place in the course, then staying."""
    waiting: frozenset[str] = frozenset()
    """The routes that may have a place or not, as an earlier question is not settled."""
    after: tuple[tuple[str, str], ...] = ()
    """The options, each with its key question, that change the facts on which this answer rests."""
    until: tuple[tuple[str, str], ...] = ()
    """Of what a body does meanwhile, the options that lead to the one to come, each with its key question."""
    rival: OptionOutcome | None = None
    """The route that would pass before it if what is unknown were favourable."""
    given_up: GivenUp | None = None
    """The better option that had no place in the course."""
    moot: Text | None = None
    """Why there is nothing to answer, where there is nothing."""
    supposed: Text | None = None
    """The « if » that the answer rests on, where no earlier answer says that it will be so."""
    whatever: str | None = None
    """The earlier key question, still open, whose answers all lead to this one."""
    once_answered: bool = False
    """Whether it stands on what those answers leave, and waits for one of them to be given."""

    @property
    def place(self) -> str:
        """Its key question, with its theme where it has one: what its part of a plan is called."""
        return f"{self.question}/{self.theme}" if self.theme else self.question

    @property
    def option(self) -> OptionOutcome | None:
        """The option that the answer consists in; none where there are several or none."""
        return self.options[0] if len(self.options) == 1 else None

    @cached_property
    def held_up(self) -> HeldUp | None:
        """What is to be known, of its first way or of all, before any is proposed."""
        return held_up(self.case, self.question, self.rival)

    @property
    def shut(self) -> bool:
        """Whether the user chose what a norm closes: no answer, and nothing to plan."""
        return self.state == "chosen" and all(option.rank[0] for option in self.options)

    @property
    def waits_for_another(self) -> bool:
        """Whether it holds only once another question is answered as it has to be, or at all."""
        return self.supposed is not None or self.once_answered

    @property
    def asks_for_acts(self) -> bool:
        """Whether it asks for acts, were it only once another question is answered."""
        return self.state in {"proposed", "running", "chosen", "tied"}

    @property
    def to_carry_out(self) -> tuple[OptionOutcome, ...]:
        """The options still to be carried out; none of an answer that holds on another answer still to come."""
        if self.waits_for_another and self.state != "chosen":
            return ()
        return self.options if self.asks_for_acts and not self.shut else ()

    @property
    def since(self) -> date | None:
        """Since when what the answer leads to is there, where it is and that is known."""
        return self.option.done_on if self.option and self.state == "done" else None

    def under(self, readings: Mapping[str, str]) -> "CourseLine[C]":
        """Give the same line with disputed points read otherwise, on the facts that the same lines before leave."""
        case = replace(self.case, readings=dict(readings))
        outcome = question_outcome(case, self.question)
        found = {option.id: option for option in (*outcome.routes, *outcome.staying)}
        if self.state == "chosen":
            kept = tuple(found[option.id] for option in self.options)
            return replace(self, options=kept, outcome=outcome, case=case)
        here = {option.id for option in self.weighed}
        routes = tuple(in_waiting(obtaining(route), self.waiting) for route in outcome.routes if route.id in here)
        weighed = weigh_in(case, routes, outcome.staying)
        return replace(self, state=weighed.state, options=weighed.options, outcome=outcome, case=case)


def in_waiting(route: OptionOutcome, waiting: Collection[str]) -> OptionOutcome:
    """Give a route that may yet turn out to have no place as one that is not settled."""
    return replace(route, statuses=route.statuses | {"closed"}) if route.id in waiting else route
