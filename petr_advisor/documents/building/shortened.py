"""What is said of a legal day that usual durations do not reach, and that shortened ones still keep."""

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import LegalDayPart, RoadmapTask


def state_of(desk: Desk, task: RoadmapTask, legal: LegalDayPart) -> str:
    """Say whether a legal day of a task is kept: where only shortened times keep it, by when, as beside the vote."""
    if legal.state != "out_of_reach" or legal.counted or task.in_time is None or task.in_time[2] != legal.day:
        return legal.state_said
    return desk.phrase("state-kept-shortened", state=legal.state_said, last=task.in_time[1])
