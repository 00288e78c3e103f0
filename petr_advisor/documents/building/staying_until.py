"""Staying as things are where only an operation that is not acquired would close it: it is open until then."""

from typing import NamedTuple

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.counting_on import counted_on
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.curing import with_facts
from petr_advisor.consulting.outcomes import OptionOutcome, option_outcome
from petr_advisor.consulting.ranking import Status
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.silence import CARRIED
from petr_advisor.inference.relevance import SHUT
from petr_advisor.words.typography import full_stop


class Until(NamedTuple):
    """How staying stands as long as an operation is not acquired."""

    status: Status
    said: tuple[str, ...]
    """What it hangs on, where it hangs on something."""


def until_carried(desk: Desk, question: str, closed: OptionOutcome, lacking: str) -> Until | None:
    """Tell how a closed way of staying stands while what another question plans has not come; None where it has.

    `lacking` is what closes it once it has.
    """
    counts = desk.base.key_questions[question].counts_on
    lines = desk.consultation.course.of(counts.question) if counts else ()
    if counts is None or not lines:
        return None
    stays = option_outcome(with_facts(desk.consultation, counts.otherwise), closed.id)
    if stays.status in SHUT or any(_comes(desk, line) for line in lines):
        return None
    if not counted_on(desk.consultation, lines):
        open_yet = next((line.rival for line in lines if line.state == "to_settle" and line.rival), None)
        if open_yet is None:
            return Until(stays.status, ())
        return Until(
            "undetermined",
            (full_stop(desk.phrase("note.stays-if-not", way=desk.quoted(open_yet.option.title), what=lacking)),),
        )
    coming = next((option for line in lines for option in line.to_carry_out), None)
    if coming is None:
        return None
    said = desk.phrase("note.stays-until", way=desk.quoted(coming.option.title), what=lacking)
    return Until(stays.status, (full_stop(said),))


def _comes(desk: Desk, line: CourseLine[Consultation]) -> bool:
    """Tell whether what a line plans is acquired, or comes by others whatever is done here."""
    known = desk.consultation.progress
    names = {name for option in line.to_carry_out for name in option.option.procedures}
    by_others = any(desk.base.procedures[name].comes_anyway for name in names)
    return by_others or any(name in known and known[name].progress.state in CARRIED for name in names)
