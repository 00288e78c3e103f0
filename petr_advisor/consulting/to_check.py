"""Repairs that an act done already is to hold: what it says is checked before the procedure has its effect."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import CourseLine
from petr_advisor.consulting.requirements import truth
from petr_advisor.procedures.progress import Progress

UNDER_WAY = frozenset({"running", "blocked", "votes_acquired"})
"""States of a procedure that has begun and goes on."""


@dataclass(frozen=True)
class ToCheck:
    """An option whose acts are all contained in what is done of a procedure under way."""

    option: str
    procedure: str
    """The procedure that holds them."""
    by: date | None
    """The last day of what is awaited of it; None where none is known."""


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
    if line.option is None or not mends(line):
        return None
    acts = {key for key, act in case.base.acts_of(line.option.id).items() if _may_be(line.case, key)}
    for found in (told.progress for told in case.progress.values()):
        if found.state in UNDER_WAY and acts and acts <= _contained(case, found):
            return ToCheck(line.option.id, found.procedure, _until(found))
    return None


def _may_be(case: Consultation, key: str) -> bool:
    when = case.base.act(key).when
    return when is None or truth(case, when) is not False


def _contained(case: Consultation, found: Progress) -> frozenset[str]:
    acts = case.base.procedures[found.procedure].acts
    return frozenset(inner for act, mark in found.marks.items() if mark.over for inner in acts[act].contains)


def _until(found: Progress) -> date | None:
    """Give the last day of the acts awaited, of several the first."""
    marks = [found.marks[act] for act in found.awaited]
    days = [mark.tally.until if mark.tally and mark.tally.until else mark.due.last for mark in marks if mark.due]
    return min(days, default=None)
