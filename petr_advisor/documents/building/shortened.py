"""What is said of a legal day that usual durations do not reach, and that shortened ones still keep."""

from collections.abc import Iterable

from petr_advisor.documents.model_roadmap import CalledVote, LegalDayPart
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.model import Task
from petr_advisor.planning.steps import pressing
from petr_advisor.words.voice import Voice


def state_of(legal: LegalDayPart) -> str:
    """Say whether a legal day is kept: where only shortened times keep it, by when, as beside the vote."""
    return legal.kept_said or legal.state_said


def kept_said(voice: Voice, task: Task, legal: LegalDay, called: Iterable[CalledVote], state: str) -> str | None:
    """Say by when what shortened times bring forward is done for a legal day: the task itself, or votes that it calls.

    Nothing where they do not keep it, or usual ones do.
    """
    if legal.state != "out_of_reach" or legal.counted:
        return None
    if task.in_time is not None:
        kept = task.in_time.due == legal.day
        return voice.phrase("state-kept-shortened", state=state, last=task.in_time.last) if kept else None
    pressed = pressing(task)
    days = [vote.brought[1] for vote in called if vote.in_time and vote.brought]
    if pressed is None or pressed.day != legal.day or not days:
        return None
    return voice.phrase("state-kept-by-votes", state=state, last=max(days))
