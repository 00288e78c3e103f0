"""What a body that the course ends owes after its end: who takes its place owes it, or nobody does."""

from collections.abc import Iterable, Iterator

from petr_advisor.consulting.ending import heir, organ_of_the_body
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_matters import DutyPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.words.typography import capital


def as_planned(desk: Desk, plan: Roadmap, duties: Iterable[DutyPart]) -> Iterator[DutyPart]:
    """Give duties as a plan has them; without those of the body by a day on which it is there no more."""
    after = heir(desk.consultation)
    dates = {each.id: each.title for each in plan.milestones}
    acts = {task.id for task in plan.tasks}
    for duty in duties:
        rule = desk.base.rules[duty.rule]
        theirs = after is not None and duty.of is None and organ_of_the_body(desk.consultation, rule.who)
        if after is None or not theirs or duty.deadline is None or not acts.isdisjoint(rule.met_by):
            yield duty
        elif rule.passes_on and dates.get(duty.rule, "").endswith(passed := desk.say(rule.passes_on)):
            yield duty.model_copy(update={"who": capital(desk.actor(after)), "does": passed})
        elif duty.rule in dates:
            yield duty
