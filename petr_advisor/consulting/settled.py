"""What acts recorded have settled already: nothing is proposed of it any more, its text is what counts."""

from collections.abc import Iterable
from datetime import date

from petr_advisor.consulting.attempts import begun_again
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.requirements import truth
from petr_advisor.procedures.order import all_before
from petr_advisor.procedures.progress import UNDER_WAY, Progress


def adopted(case: Consultation, act: str) -> date | None:
    """Give the day on which an act, `procedure/act`, was done, or the first vote of a member for it given."""
    done = (each for each in case.recordings.acts if each.key == act and not each.only_received)
    days = (each.on for each in done if each.on and each.on <= case.as_of and each.side == "for")
    return min(days, default=None)


def adopted_under_way(case: Consultation, acts: Iterable[str]) -> date | None:
    """Give the day on which one of some acts was done, in a procedure under way; None where none was."""
    going_on = {found.procedure for found in under_way(case)}
    mine = (act for act in acts if act.partition("/")[0] in going_on)
    return min((day for act in mine if (day := adopted(case, act)) is not None), default=None)


def held(case: Consultation, line: CourseLine[Consultation]) -> Progress | None:
    """Give the procedure under way in which acts done contain every act of the option of a line; None for none."""
    if line.option is None:
        return None
    acts = {key for key in case.base.acts_of(line.option.id) if _may_be(line.case, key)}
    return next((found for found in under_way(case) if acts and acts <= _contained(case, found)), None)


def under_way(case: Consultation) -> tuple[Progress, ...]:
    """Give the procedures that have begun and go on: none whose attempt the course begins again."""
    found = (told.progress for told in case.progress.values() if told.progress.state in UNDER_WAY)
    again = begun_again(case)
    return tuple(each for each in found if each.procedure not in again)


def _may_be(case: Consultation, key: str) -> bool:
    when = case.base.act(key).when
    return when is None or truth(case, when) is not False


def _contained(case: Consultation, found: Progress) -> frozenset[str]:
    """Give the acts that are contained in what is done of a procedure, the text that members are voting on among it."""
    acts = case.base.procedures[found.procedure].acts
    voted = {act for act in found.marks if adopted(case, f"{found.procedure}/{act}") is not None}
    done = {act for act, mark in found.marks.items() if mark.over} | voted | all_before(acts, voted)
    return frozenset(inner for act in done for inner in acts[act].contains)
