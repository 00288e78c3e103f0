"""Regimes: the standing conditions that belong to a legal situation, written once for every way into it."""

from typing import Literal

from pydantic import Field

from petr_advisor.knowledge.acts import Made
from petr_advisor.knowledge.conditions import AllOf, AnyOf, Condition, When, period_guard
from petr_advisor.knowledge.conditions import Literal as Test
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.options import Requirement
from petr_advisor.words.texts import Entry, Text

CountsFor = Literal["to_become", "to_remain", "both"]
"""It bars what would enter the regime; its loss is a breach by what is under it; both."""


class Delay(Entry):
    """A number of months that runs from the day of a date fact."""

    months: int = Field(gt=0)
    """How many months."""
    from_: str = Field(alias="from")
    """The date fact."""


class Exemption(Entry):
    """A case in which a condition of a regime does not bind."""

    when: When
    """The facts that grant it."""
    period: InForcePeriod | None = None
    """The days on which the law grants it; always when absent."""
    counts_for: CountsFor = "both"
    """Whether it spares those who enter, those who are there, or both."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""


class RegimeCondition(Entry):
    """A standing condition of a regime."""

    title: Text
    """What is required, said as what is so when it holds."""
    lost: Text | None = None
    """What is so once it is lost, as a sentence with no capital; that the title is not met, when absent."""
    needs: When
    """The condition itself."""
    counts_for: CountsFor
    """What its failure does."""
    exceptions: tuple[Exemption, ...] = ()
    """Cases in which it does not bind."""
    cures: tuple[str, ...] = ()
    """Acts that can make it met."""
    instead: tuple[str, ...] = ()
    """Options to turn to when it fails for who would enter."""
    mended_by: tuple[str, ...] = ()
    """Options that mend its loss."""
    due_after: Delay | None = None
    """The last day to meet it at first: no breach until then; due at once when absent, or with the date unknown."""
    meanwhile: Text | None = None
    """What to beware of until it is mended, as a sentence with no capital."""
    by_law: Text | None = None
    """What the law does by itself when it is lost."""
    by_law_after: Delay | None = None
    """When the law does it; not told when absent, or where the date fact is unknown."""
    norms: tuple[str, ...] = Field(min_length=1)
    """Where it is written."""

    def bears_on(self, side: CountsFor) -> bool:
        """Tell whether it counts for those who enter (`to_become`) or for those who are there (`to_remain`)."""
        return self.counts_for in {side, "both"}

    def needed(self, side: CountsFor, calendar: str | None) -> Condition:
        """Give what must hold on one side: the condition, or an exception to it; `calendar` is the date of law."""
        spared = [_granted(found, calendar) for found in self.exceptions if found.counts_for in {side, "both"}]
        return AnyOf((self.needs, *spared)) if spared else self.needs

    def as_requirement(self, calendar: str | None) -> Requirement:
        """Give it as what is required of an option that enters the regime."""
        return Requirement(
            title=self.title,
            needs=self.needed("to_become", calendar),
            cures=self.cures,
            instead=self.instead,
            norms=self.norms,
        )


class Regime(Entry):
    """A legal situation with its standing conditions: what makes its result is under it by construction."""

    title: Text
    """Its name, as « un PETR »."""
    of: When | None = None
    """Who is under it already, judged on the facts of the case; nobody when absent."""
    makes: dict[str, Made] = {}
    """The facts that put a body under it: an option or a cure that makes them all so has to meet its conditions."""
    conditions: dict[str, RegimeCondition] = Field(min_length=1)
    """The conditions."""

    def entered_by(self, makes: dict[str, Made]) -> bool:
        """Tell whether what is made so puts a body under the regime."""
        return bool(self.makes) and self.makes.items() <= makes.items()


def _granted(found: Exemption, calendar: str | None) -> Condition:
    if found.period is None or calendar is None:
        return found.when
    return AllOf((found.when, Test(calendar, period_guard(found.period))))
