"""The acts of a way under the numbers of the plan: one number for one act, wherever a report names it."""

from petr_advisor.documents.model_options import OptionPart, QuestionPart
from petr_advisor.documents.model_roadmap import Roadmap


def as_numbered(question: QuestionPart, plan: Roadmap) -> QuestionPart:
    """Give a question whose ways retained have their acts in the order and by the numbers of the plan."""
    numbers = {task.id: task.number for task in plan.tasks}
    options = tuple(
        _numbered(option, numbers) if option.id in question.retained else option for option in question.options
    )
    return question.model_copy(update={"options": options})


def _numbered(option: OptionPart, numbers: dict[str, int]) -> OptionPart:
    """Number the acts that the plan has; those that it has not, done or left for later, come first, without number.

    A way of which the plan has no act keeps its own numbers.
    """
    if not any(step.act in numbers for step in option.steps):
        return option
    steps = (step.model_copy(update={"number": numbers.get(step.act or "")}) for step in option.steps)
    return option.model_copy(update={"steps": tuple(sorted(steps, key=lambda step: step.number or 0))})
