"""The votes of a plan that come to be only if others, which a refusal blocks or which have failed, are carried."""

from petr_advisor.consulting.hanging import has_failed, is_blocked
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import Roadmap


def hung_votes(desk: Desk, plan: Roadmap) -> dict[int, tuple[str, ...]]:
    """Say of the acts of a way whose votes are blocked, but for these votes, that they hang on them.

    Of one whose votes have failed, those that follow from it do; its own are voted anew.
    """
    said: dict[int, tuple[str, ...]] = {}
    for option in (option for line in desk.consultation.course.lines for option in line.to_carry_out):
        blocked = is_blocked(desk.consultation, option.option)
        if blocked or has_failed(desk.consultation, option.option):
            own = {f"{name}/{act}" for name in option.option.procedures for act in desk.base.procedures[name].acts}
            groups = {task.group for task in plan.tasks if task.id in own}
            group = (task for task in plan.tasks if task.group in groups and not task.awaited)
            later = (task.number for task in group if blocked or task.id not in own)
            said |= dict.fromkeys(later, (desk.phrase("note.hangs-on", option=desk.quoted(option.option.title)),))
    return said
