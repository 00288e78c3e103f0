"""The duty that an act meets by a day, where a consequence of passing that day is written."""

from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import LegalDayPart, RoadmapTask


def feared_of(desk: Desk, task: RoadmapTask, legal: LegalDayPart, question: str | None = None) -> DutyOutcome | None:
    """Give the duty which an act meets by a day, where a consequence of passing it is written; about a question."""
    for duty in desk.consultation.duties:
        rule = duty.rule
        met = duty.deadline == legal.day and task.id in rule.met_by
        if met and rule.consequence is not None and question in {None, *rule.about}:
            return duty
    return None
