"""On which occasion words are written: the procedure of a draft, what called it, the day, what the case says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.requirements import truth
from petr_advisor.knowledge.templates import Occasion
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.steps import act_of


@dataclass(frozen=True)
class Occasions:
    """What a draft of a plan is made for."""

    case: Consultation
    plan: Roadmap
    key: str
    """The act, by `procedure/act`."""
    day: date

    def is_now(self, occasion: Occasion) -> bool:
        """Tell whether an occasion is surely that of the draft."""
        if occasion.of and self.procedure not in occasion.of:
            return False
        if occasion.acts and self.key not in occasion.acts:
            return False
        if occasion.called_by and not self._callers & set(occasion.called_by):
            return False
        if not occasion.period.covers(self.day):
            return False
        return occasion.when is None or truth(self.case, occasion.when) is True

    @property
    def procedure(self) -> str:
        """The procedure of the act."""
        return procedure_of(self.key)

    @cached_property
    def _callers(self) -> frozenset[str]:
        """The procedures that call that of the draft; none where the plan has it for itself."""
        held = {procedure_of(act_of(task)) for task in self.plan.tasks}
        return frozenset() if self.procedure in held else frozenset(self._calling())

    def _calling(self) -> Iterator[str]:
        for task in self.plan.tasks:
            calls = self.case.base.act_under(act_of(task), self.case.followed).calls
            if calls is not None and self.procedure in calls.names:
                yield procedure_of(act_of(task))


def procedure_of(act: str) -> str:
    """Give the procedure of an act, `procedure/act`."""
    return act.partition("/")[0]
