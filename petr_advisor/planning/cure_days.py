"""The days of a cure that an answer of the course brings about: those of the plan, and no usual time."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.knowledge.acts import Cure
from petr_advisor.planning.model import Roadmap
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text


def cure_planned(case: Consultation, plan: Roadmap, cure: Cure) -> Text | None:
    """Tell between which days the option of the course that brings a cure about has its effect, as the plan has it.

    None where the course takes none of them: the cure has the usual time of whichever would be taken.
    """
    taken = (each.option for line in case.course.lines for each in line.to_carry_out if each.id in cure.options)
    for option in taken:
        effects = {f"{name}/{act}" for name in option.procedures[:1] for act in case.base.procedures[name].effect_at}
        held = [task for task in plan.tasks if task.id in effects and task.certain]
        if held:
            soonest, latest = max(task.soonest for task in held), max(task.latest for task in held)
            return told("cure-planned", soonest=soonest, latest=latest)
    return None
