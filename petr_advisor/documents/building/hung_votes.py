"""The votes of a plan that come to be only if others, which a refusal blocks or which have failed, are carried."""

from collections.abc import Iterable, Iterator

from petr_advisor.consulting.curing import cures_of
from petr_advisor.consulting.hanging import is_stopped
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.knowledge.options import Option


def hung_votes(desk: Desk, plan: Roadmap) -> dict[int, tuple[str, ...]]:
    """Say of what follows from a way whose votes are blocked, or have failed, that it hangs on them.

    What the way takes effect by does not: it is voted with them; nor do the cures it needs, which come before.
    """
    said: dict[int, tuple[str, ...]] = {}
    for found in (each for line in desk.consultation.course.lines for each in line.to_carry_out):
        option = found.option
        if is_stopped(desk.consultation, option):
            own = {f"{name}/{act}" for name in option.procedures for act in desk.base.procedures[name].acts}
            groups = {task.group for task in plan.tasks if task.id in own}
            leading = {*_leading(desk, option), *_mending(desk, found)}
            group = (task for task in plan.tasks if task.group in groups and not task.awaited)
            later = (task.number for task in group if task.id not in leading)
            said |= dict.fromkeys(later, (desk.phrase("note.hangs-on", option=desk.quoted(option.title)),))
    return said


def _leading(desk: Desk, option: Option) -> Iterator[str]:
    """Give the acts (`procedure/act`) without which the way takes no effect, those of what they call included."""
    known, procedures = desk.consultation.progress, desk.base.procedures
    for name in option.procedures:
        for key in known[name].progress.on_the_way if name in known else ():
            yield f"{name}/{key}"
            calls = procedures[name].acts[key].calls
            yield from _acts_from(desk, calls.names if calls is not None else ())


def _mending(desk: Desk, found: OptionOutcome) -> Iterator[str]:
    """Give the acts of the cures that a way needs first, those of what they call included."""
    for cure in cures_of(found):
        yield from cure.acts
        yield from _acts_from(desk, (cure.procedure,) if cure.procedure else ())


def _acts_from(desk: Desk, procedures: Iterable[str]) -> Iterator[str]:
    """Give the acts of procedures and of all that they call in turn."""
    for name in desk.base.called_from(*procedures):
        yield from (f"{name}/{key}" for key in desk.base.procedures[name].acts)
