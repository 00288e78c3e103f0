"""On which occasion words are written: the procedure of a draft, what called it, the day, what the case says."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from petr_advisor.consulting.acting import who_acts_in
from petr_advisor.consulting.called import act_of, settled_way
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.requirements import truth
from petr_advisor.knowledge.blanks import Occasion, Saying
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.model import Roadmap, Task
from petr_advisor.words.texts import Text


@dataclass(frozen=True)
class Occasions:
    """What a draft of a plan is made for."""

    case: Consultation
    plan: Roadmap
    key: str
    """The act, by `procedure/act`."""
    day: date
    steps: tuple[Task, ...]
    """The tasks of the plan, with those of the procedures that they call."""

    def is_now(self, occasion: Occasion) -> bool:
        """Tell whether an occasion is surely that of the draft."""
        if occasion.of and self.procedure not in occasion.of:
            return False
        if occasion.acts and self.key not in occasion.acts:
            return False
        if occasion.called_by and not self.is_called_by(occasion.called_by):
            return False
        if occasion.to_come and not self.awaits(occasion.to_come):
            return False
        if not occasion.period.covers(self.day):
            return False
        return occasion.when is None or truth(self.case, occasion.when) is True

    def first(self, sayings: Iterable[Saying]) -> Saying | None:
        """Give the first of some words whose occasion it is."""
        return next((each for each in sayings if self.is_now(each)), None)

    def who_acts(self, actor: str) -> Text:
        """Name who acts in the procedure: of another body, where it is carried out there."""
        return who_acts_in(self.case, actor, self.procedure, self.callers)

    def is_called_by(self, procedures: Collection[str]) -> bool:
        """Tell whether the procedure of the draft is in the plan because one of these calls it."""
        return bool(self.callers & set(procedures))

    def holds(self, acts: Collection[str]) -> bool:
        """Tell whether the plan holds one of these acts, by `procedure/act`."""
        return any(task.id in acts for task in self.steps)

    def awaits(self, acts: Collection[str]) -> bool:
        """Tell whether one of these acts, by `procedure/act`, is planned for a day after that of the draft."""
        return any(task.id in acts and task.held_from > self.day for task in self.steps)

    @property
    def calling(self) -> Iterator[Act]:
        """Give the acts of the plan that call the procedure of the draft."""
        for task in self.steps:
            act = act_of(self.case, task.id)
            if act.calls is not None and self.procedure in act.calls.names:
                yield act

    @property
    def procedure(self) -> str:
        """The procedure of the act."""
        return procedure_of(self.key)

    @cached_property
    def callers(self) -> frozenset[str]:
        """The procedures that call that of the draft, those that call them too; none where the plan has it itself."""
        held = {procedure_of(task.id) for task in self.plan.tasks}
        found: set[str] = set()
        sought = {self.procedure} - held
        while sought:
            callers = {caller for called in sought for caller in self._calling.get(called, ())}
            sought = callers - held - found
            found |= callers
        return frozenset(found)

    @property
    def way(self) -> str | None:
        """The procedure that is one of several ways that the plan leaves open, and of which the draft is."""
        several = {
            name
            for task in self.steps
            if (calls := act_of(self.case, task.id).calls) is not None
            for name in calls.one_of
        }
        return next((name for name in (self.procedure, *sorted(self.callers)) if name in several), None)

    @property
    def settled_way(self) -> tuple[str, tuple[str, ...]] | None:
        """The way that the answers choose among several, and of which the draft is; the others with it."""
        for task in self.steps:
            calls = self.case.base.act_under(task.id, self.case.followed).calls
            way = settled_way(self.case, calls) if calls is not None else None
            if calls is not None and way is not None and way in {self.procedure, *self.callers}:
                return way, tuple(name for name in calls.one_of if name != way)
        return None

    @cached_property
    def _calling(self) -> Mapping[str, frozenset[str]]:
        """The procedures that call each procedure in the plan."""
        found: dict[str, set[str]] = {}
        for task in self.steps:
            calls = act_of(self.case, task.id).calls
            for name in calls.names if calls is not None else ():
                found.setdefault(name, set()).add(procedure_of(task.id))
        return {name: frozenset(callers) for name, callers in found.items()}


def procedure_of(act: str) -> str:
    """Give the procedure of an act, `procedure/act`."""
    return act.partition("/")[0]
