"""What is said not to be known and would turn an answer over.

One argument of it against the answer is decisive, or another answer to it leads to another option.
"""

from dataclasses import dataclass
from typing import TypeVar

from petr_advisor.consulting.case import Case
from petr_advisor.consulting.course import line_on
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.supposing import with_each
from petr_advisor.consulting.sureness import contenders, missing_answers
from petr_advisor.consulting.weighing import LIVE
from petr_advisor.inference.facts import FactKey

C = TypeVar("C", bound=Case)


@dataclass(frozen=True)
class Overturning:
    """What an answer is to be verified for first."""

    facts: tuple[FactKey, ...]
    """What is said not to be known."""
    instead: tuple[OptionOutcome, ...]
    """The options that would be proposed if it spoke against the answer, by what it might be."""


def overturning(line: CourseLine[C]) -> Overturning | None:
    """Tell what would turn over an answer still to be carried out, and to which option; None where nothing does."""
    option = line.option
    if option is None or option not in line.to_carry_out:
        return None
    live = (other for other in contenders(line) if other.id != option.id and other.status in LIVE)
    instead = min(live, key=lambda other: other.rank, default=None)
    facts = _undecided(line.case, option)
    return Overturning(facts, (instead,)) if instead is not None and facts else _by_another_answer(line, option)


def _by_another_answer(line: CourseLine[C], option: OptionOutcome) -> Overturning | None:
    """Tell which answer said not to be known would, given otherwise, have another option proposed."""
    for key in missing_answers(line):
        if key in line.case.state.answers:
            lines = [line_on(line, each, line.after) for each in with_each(line.case, key)]
            others = [later.options[0] for later in lines if len(later.options) == 1]
            instead = {other.id: other for other in others if other.id != option.id}
            if instead:
                return Overturning((key,), tuple(instead.values()))
    return None


def _undecided(case: Case, option: OptionOutcome) -> tuple[FactKey, ...]:
    """Give the facts said not to be known on which a decisive argument against an option turns."""
    situation = case.situation
    against = (found.merit for found in option.merits if found.holds is None and found.merit.weight == "decisive")
    nodes = (situation.diagrams.condition(merit.when) for merit in against if merit.against)
    keys = sorted({key for node in nodes for key in situation.relevant(node)})
    return tuple(key for key in keys if key in case.state.answers)
