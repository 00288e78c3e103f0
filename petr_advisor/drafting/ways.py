"""The ways between which an act leaves the choice: those whose acts are drafted, and those that are only named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from petr_advisor.consulting.called import act_of, settled_way
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.occasions import procedure_of
from petr_advisor.knowledge.calls import Calls
from petr_advisor.planning.model import Roadmap, Task


@dataclass(frozen=True)
class Ways:
    """The ways of a plan, one of which is to be taken."""

    case: Consultation
    plan: Roadmap
    steps: tuple[Task, ...]
    """The tasks of the plan, with those of the procedures that they call."""

    @cached_property
    def instead(self) -> Mapping[str, str]:
        """The procedures of the ways that are not drafted, and of those that they call, with the way drafted instead.

        That is the way that the course proposes or, while the answers choose none, the first one, the most usual.
        """
        found: dict[str, str] = {}
        for _, calls in self._calls:
            held = [name for name in calls.one_of if name in self._there]
            proposed = [name for name in held if name in self._proposed] or held[:1]
            for name in held:
                if name not in proposed:
                    found |= dict.fromkeys(self.case.base.called_from(name), proposed[0])
        kept = self.case.base.called_from(*found.values()) | self._proposed
        return {name: way for name, way in found.items() if name not in kept}

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The procedures of the ways that the answers choose, and of those that they call: the acts of another body."""
        known = (self.case.base.act_under(task.id, self.case.followed).calls for task in self.steps)
        found = (settled_way(self.case, calls) for calls in known if calls is not None)
        return self.case.base.called_from(*filter(None, found)) & self._there

    @cached_property
    def _there(self) -> frozenset[str]:
        return frozenset(procedure_of(task.id) for task in self.steps)

    @cached_property
    def _proposed(self) -> frozenset[str]:
        """The procedures that the plan holds by themselves, or that an act of it calls for sure."""
        found = {procedure_of(task.id) for task in self.plan.tasks}
        sought = set(found)
        while sought:  # what an open way calls is proposed with that way only
            sought = {name for caller, calls in self._calls if caller in sought for name in calls.all} - found
            found |= sought
        return frozenset(found)

    @property
    def _calls(self) -> Iterator[tuple[str, Calls]]:
        """What the acts of the plan call, with the procedure of each."""
        for task in self.steps:
            calls = act_of(self.case, task.id).calls
            if calls is not None:
                yield procedure_of(task.id), calls
