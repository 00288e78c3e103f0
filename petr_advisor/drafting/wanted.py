"""A template used for a task of a plan; those that a draft of who joins the members does in the place of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from petr_advisor.consulting.newcomer import NEWCOMER
from petr_advisor.knowledge.templates import ActTemplate
from petr_advisor.planning.model import Task


@dataclass(frozen=True)
class Wanted:
    """A template used for a task of the plan, with the one that it goes with where it is a note."""

    key: str
    task: Task
    other: str | None = None
    member: str | None = None
    """The member for which it is, where there is one for each."""

    @property
    def act(self) -> str:
        """The act of the task, by `procedure/act`."""
        return self.task.id


def covered(found: Sequence[Wanted], templates: Mapping[str, ActTemplate]) -> tuple[Wanted, ...]:
    """Give those that are not needed, as who joins takes another act of the plan that does as well."""
    taken = {each.act for each in found if each.member == NEWCOMER}
    return tuple(each for each in found if taken.intersection(templates[each.other or each.key].covered_by))


def place_in_a_meeting(found: tuple[str, ActTemplate]) -> int:
    """Say in which order acts of one meeting are told: minutes that elect, votes, minutes of what a vote settled."""
    template = found[1]
    if template.kind != "minutes":
        return 0
    return 1 if template.apart else -1
