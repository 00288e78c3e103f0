"""What the body of today still owes before the day on which a plan ends it, and what its heir owes from then on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import DutyOutcome, told_anyway
from petr_advisor.consulting.ending import after_the_end, after_the_merger, organ_of_the_body
from petr_advisor.planning.building import Built
from petr_advisor.planning.days import end_of_the_body
from petr_advisor.planning.lines import Line, ends, owing, waiting_for_each_other
from petr_advisor.planning.situation import Situation

IN_TIME = frozenset({"met", "at_risk"})
"""States of a legal day that leave it worth planning by a body that ends."""


def with_what_is_due_until_then(
    consultation: Consultation, found: tuple[Line, ...], build: Callable[[tuple[Line, ...]], Built]
) -> tuple[tuple[Line, ...], Built]:
    """Add to the lines of a course that ends the body what it owes by then and can do, then what its heir owes.

    A text that usual durations put after that end is told as a date: nobody starts one for a body that goes before it.
    One that comes late, but before that end, is owed as by any other body, as is what an heir would owe after it.
    """
    built = build(found)
    planned = frozenset(each.procedure for line in found for each in line.instances)
    if not ends(consultation, planned):
        return found, built
    end = end_of_the_body(built)
    more = tuple(owing(consultation, planned, lambda duty: _runs(consultation, duty, end)))
    while more:
        whole = waiting_for_each_other((*found, *more))
        again = build(whole)
        kept = tuple(line for line in more if _can_be_done(line, again))
        if kept == more:
            found, built = whole, again
            break
        more = kept
    inherited = tuple(_inherited(consultation, found, built))
    return ((*found, *inherited), build((*found, *inherited))) if inherited else (found, built)


def _runs(consultation: Consultation, duty: DutyOutcome, end: date) -> bool:
    """Tell whether a duty has a day to come: before the end of the body where it ends with it, whatever it is else."""
    if duty.deadline is None or duty.deadline < consultation.as_of:
        return False
    return duty.deadline <= end or _passes(consultation, duty)


def passes_to(consultation: Consultation, duty: DutyOutcome) -> Consultation | None:
    """Give the case once the body is gone, where a known heir then owes a duty in its place; None where none does."""
    if organ_of_the_body(consultation, duty.rule.who):
        return None
    later = after_the_end(consultation) or after_the_merger(consultation)
    owed = later is not None and told_anyway(later, duty.rule) and any(duty.id == each.id for each in later.duties)
    return later if owed else None


def _passes(consultation: Consultation, duty: DutyOutcome) -> bool:
    """Tell whether a duty is, once the body is gone, that of a known heir who bears in its place what it is about."""
    return passes_to(consultation, duty) is not None


def _can_be_done(line: Line, built: Built) -> bool:
    """Tell whether the body can do what a line owes by law: in time, by convening sooner at most, or while there."""
    own = {each.procedure for each in line.instances}
    days = [legal for legal in built.schedule.legal if legal.act.partition("/")[0] in own]
    first, last = end_of_the_body(built, "shortest"), end_of_the_body(built)
    return bool(days) and all(
        legal.soonest < first or (legal.day <= last and (legal.state in IN_TIME or legal.by_a_vote_alone))
        for legal in days
    )


def _inherited(consultation: Consultation, found: tuple[Line, ...], built: Built) -> Iterator[Line]:
    """Give what carries out, once the body is gone, what its heir owes by a legal day; nothing where no day is known.

    A plan would otherwise hurry the end of the body on for what the heir owes.
    """
    later, end = after_the_end(consultation) or after_the_merger(consultation), built.last
    if later is None or end is None:
        return
    planned = {each.procedure for line in found for each in line.instances}
    ending = tuple(name for name in planned if _ends_a_body(consultation, name))
    for line in owing(
        consultation,
        planned,
        lambda duty: duty.deadline is not None and duty.deadline > end and _passes(consultation, duty),
    ):
        heirs = tuple(replace(each, after=ending) for each in line.instances)
        yield replace(line, situation=Situation(later), instances=heirs)


def _ends_a_body(consultation: Consultation, procedure: str) -> bool:
    return any(effect.end_subject is not None for effect in consultation.base.procedures[procedure].effects)
