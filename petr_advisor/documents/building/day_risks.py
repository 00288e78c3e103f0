"""What passing a day does by which something is voted, told with that day where it stands beside no answer."""

from collections.abc import Iterable, Iterator

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.feared import feared_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteAnswer, NoteDate
from petr_advisor.words.typography import no_capital


def with_risks(
    desk: Desk, report: Report, told: Iterable[NoteDate], answers: Iterable[NoteAnswer]
) -> Iterator[NoteDate]:
    """Add it to the days of votes that the law fixes."""
    beside = " ".join(said for answer in answers for said in answer.late).casefold()
    for each in told:
        passed = _passed(desk, report, each)
        if passed is None or passed.casefold() in beside:
            yield each
        elif each.danger:
            yield each.model_copy(update={"danger": desk.phrase("unmet-passed", unmet=each.danger, passed=passed)})
        else:
            yield each.model_copy(update={"text": f"{each.text} – {passed}"})


def _passed(desk: Desk, report: Report, told: NoteDate) -> str | None:
    if not told.voted or told.first is not None or report.roadmap is None:
        return None
    tasks = (task for task in report.roadmap.tasks if task.number == told.task)
    days = ((task, legal) for task in tasks for legal in task.legal if legal.day == told.day)
    found = (feared_of(desk, task, legal) for task, legal in days)
    consequences = (duty.rule.consequence for duty in found if duty is not None)
    said = next((desk.say(text) for text in consequences if text is not None), None)
    return no_capital(said.rstrip(".")) if said else None
