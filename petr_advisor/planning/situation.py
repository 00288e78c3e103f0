"""What a case says to a plan: whether a condition holds, the day of a fact, the reading followed."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.running import setting_of
from petr_advisor.inference.atoms import Truth
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import When
from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.marking import Marking
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.progress import attempts
from petr_advisor.procedures.record import Setting


@dataclass(frozen=True)
class Situation:
    """A case as a plan reads it."""

    case: Consultation

    @cached_property
    def setting(self) -> Setting:
        """The same as procedures read it."""
        return setting_of(self.case)

    @cached_property
    def _marks(self) -> dict[str, dict[str, Mark]]:
        """Those asked for so far."""
        return {}

    @property
    def base(self) -> KnowledgeBase:
        """The rule base."""
        return self.case.base

    def truth(self, condition: When | None) -> Truth:
        """Tell whether a condition on the territory holds; true where there is none, None where it is not known."""
        if condition is None:
            return True
        return self.setting.holds(condition, self.case.as_of)

    def day(self, fact: str | None) -> date | None:
        """Give the day that a date fact holds, when it is known."""
        return self.setting.day_of(fact) if fact is not None and fact in self.base.all_facts else None

    def marks(self, procedure: str) -> dict[str, Mark]:
        """Tell where each act of a procedure stands, in its last attempt."""
        if procedure not in self._marks:
            last = attempts(procedure, self.setting, self.case.as_of)[-1]
            marking = Marking(procedure, self.setting, self.case.as_of, last).settled()
            self._marks[procedure] = {act: marking.mark(act) for act in marking.acts}
        return self._marks[procedure]

    def acts(self, procedure: str) -> dict[str, Act]:
        """Give the acts of a procedure as they are under the readings followed."""
        found = self.base.procedures[procedure].acts
        return {name: self.base.act_under(f"{procedure}/{name}", self.case.followed) for name in found}
