"""What an act done already is to hold: it is checked before the procedure has its effect."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from petr_advisor.consulting.breaches import may_be_mended_by
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.requirements import RequirementOutcome
from petr_advisor.consulting.settled import held, under_way
from petr_advisor.knowledge.conditions import Condition, facts_of
from petr_advisor.procedures.progress import Progress


@dataclass(frozen=True)
class ToCheck:
    """An option whose acts are all contained in what is done of a procedure under way."""

    option: str
    procedure: str
    """The procedure that holds them."""
    by: date | None
    """The last day of what is awaited of it, or the one planned for its effect; None where none is known."""


@dataclass(frozen=True)
class Unsound:
    """A condition of a way under way that is not met, or nobody knows whether it is.

    What was voted had to meet it, or it is there beforehand and can be mended before the effect.
    """

    option: str
    procedure: str
    """The procedure under way."""
    condition: RequirementOutcome
    by: date | None
    """The day planned for the effect; None where none is known."""

    @property
    def known(self) -> bool:
        """Whether it is known not to be met."""
        return self.condition.state == "unmet"


def mends(line: CourseLine[Consultation]) -> bool:
    """Tell whether the option of the line mends a breach, which the law wants mended."""
    return line.option is not None and any(line.option.id in found.mended_by for found in line.case.breaches)


def all_to_check(case: Consultation) -> Iterator[ToCheck]:
    """Give, line by line, the repairs that what is done already is to hold."""
    found = (to_check(case, line) for line in case.course.lines if line.to_carry_out)
    yield from (each for each in found if each is not None)


def to_check(case: Consultation, line: CourseLine[Consultation]) -> ToCheck | None:
    """Give the repair of a line that what is done is to hold; None where it has acts of its own or mends nothing.

    The facts do not say whether it does: the text put to the vote is not an answer.
    """
    if line.option is None or not (mends(line) or line.option.id in may_be_mended_by(line.case)):
        return None
    found = held(case, line)
    return ToCheck(line.option.id, found.procedure, _until(found) or planned_effect(case, found)) if found else None


def unsound(case: Consultation) -> Iterator[Unsound]:
    """Give what is amiss, or may be, in acts done of the ways under way or beneath them, before these take effect.

    What a vote still to be counted gives is the procedure's own to tell.
    """
    for line in case.course.lines:
        for option in line.options if line.state == "running" else ():
            for found in option.requirements:
                amiss = found.state == "unknown" or (found.state == "unmet" and found.chosen is not None)
                beneath = found.state == "unknown" and not found.requirement.act and _can_be_mended(found)
                names = option.option.procedures if beneath else _held_in(case, found) if amiss else ()
                progress = _under_way(case, names)
                if progress is not None:
                    yield Unsound(option.id, progress.procedure, found, planned_effect(case, progress))


def amiss_in_the_text(case: Consultation, line: CourseLine[Consultation]) -> Unsound | None:
    """Give what is known to be amiss in a text that holds the option of a line, and which that option puts right."""
    text = held(case, line)
    if text is None or line.option is None:
        return None
    right = {fact for needs in _put_right_by(case, line.option.id) for fact in facts_of(needs)}
    known = (found for found in unsound(case) if found.known and found.procedure == text.procedure)
    return next((found for found in known if right & {*facts_of(found.condition.requirement.needs)}), None)


def mends_or_amends(case: Consultation, line: CourseLine[Consultation]) -> bool:
    """Tell whether the option of the line mends a breach of today, or what is amiss in the text that holds it."""
    return mends(line) or amiss_in_the_text(case, line) is not None


def _put_right_by(case: Consultation, option: str) -> Iterator[Condition]:
    """Give what a body has to meet to remain what it is, and which an option mends."""
    for regime in case.base.regimes.values():
        for condition in regime.conditions.values():
            if option in condition.mended_by:
                yield condition.needed("to_remain", case.base.calendar)


def planned_effect(case: Consultation, found: Progress) -> date | None:
    """Give the day to come that the case gives the act by which a procedure has its effect."""
    effect = case.base.procedures[found.procedure].effect_at
    return min((day for act, day, _ in found.planned if act in effect), default=None)


def _can_be_mended(condition: RequirementOutcome) -> bool:
    """Tell whether a condition has a cure that is known to be open to the case."""
    return any(cure.in_force and cure.available is True for cure in condition.cures)


def _held_in(case: Consultation, condition: RequirementOutcome) -> frozenset[str]:
    """Give the procedures that hold the acts by which a condition is met, none of them a vote."""
    acts = condition.requirement.act
    return frozenset(act.partition("/")[0] for act in acts if case.base.act(act).vote is None)


def _under_way(case: Consultation, names: Collection[str]) -> Progress | None:
    """Give the first of some procedures that is under way."""
    return next((each for each in under_way(case) if each.procedure in names), None)


def _until(found: Progress) -> date | None:
    """Give the day by which what is awaited comes first: a vote that a member has planned, else the end of its time."""
    marks = [found.marks[act] for act in found.awaited]
    days = [mark.tally.until if mark.tally and mark.tally.until else mark.due.last for mark in marks if mark.due]
    meetings = (day for act, day, member in found.planned if member is not None and act in found.awaited)
    return min((*days, *meetings), default=None)
