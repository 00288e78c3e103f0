"""The weeks in which a body handles current business only, and what it leaves to the one that follows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import Norm
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.restraints import Restraint
from petr_advisor.planning.network import Closed, last_begin
from petr_advisor.planning.spans import Lasting


@dataclass(frozen=True)
class Weeks:
    """The days of one election on which some bodies may not decide freely."""

    key: str
    restraint: Restraint
    first: date
    last: date

    @property
    def outgoing(self) -> date:
        """The day from which, by habit, a body leaves to the next one what would only hold for its own term."""
        ahead = self.restraint.outgoing
        return last_begin(Lasting(ahead), self.first) if ahead is not None else self.first


def weeks(base: KnowledgeBase, as_of: date) -> Iterator[Weeks]:
    """Give the weeks that a norm known on a day dates."""
    for key, restraint in base.restraints.items():
        for norm in base.dating:
            first, last = norm.days.get(restraint.first), norm.days.get(restraint.last)
            if known(norm, as_of) and first is not None and last is not None:
                yield Weeks(key, restraint, first, last)


def known(norm: Norm, day: date) -> bool:
    """Tell whether a norm was there on a day: what dates an election stands in no earlier plan."""
    return norm.in_force.from_ is None or norm.in_force.from_ <= day


def closed_to(act: Act, restrained: Iterable[Weeks]) -> tuple[Closed, ...]:
    """Give the days on which an act is not planned: its body may not decide then, or leaves it to the next."""
    return tuple(
        Closed(found.outgoing if act.for_its_term else found.first, found.last, begun=not act.for_its_term)
        for found in restrained
        if not found.restraint.advised and votes_of(found.restraint, act)
    )


def votes_of(restraint: Restraint, act: Act) -> bool:
    """Tell whether an act is a vote of bodies that a restraint concerns, and not of their current business."""
    return act.vote is not None and not act.current_business and not {act.vote.body, act.who}.isdisjoint(restraint.who)
