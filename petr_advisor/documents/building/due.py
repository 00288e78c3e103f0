"""What remains to be done where an answer is there already: duties that fall due, what the plan does again."""

from collections.abc import Iterable, Iterator
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.done_away import still_owed
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.pressing import named_together
from petr_advisor.documents.model_options import StepPart
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.typography import capital


def duties_due(desk: Desk, question: str, lines: Iterable[CourseLine[Consultation]]) -> Iterator[StepPart]:
    """Give the dated obligations on a key question of which a part is done: those to come, then those overdue.

    Where the question has no subject once an answer before it is carried out, those that run until then are left.
    """
    kept = {option.id for line in lines if line.state == "done" for option in line.options}
    today = desk.consultation.as_of
    there = [duty for duty in desk.consultation.duties if kept and _falls_due(duty, question, kept)]
    same: dict[tuple[bool, date, str], list[DutyOutcome]] = {}
    for each in there or still_owed(desk.consultation, question):
        if each.deadline and each.rule.to:
            same.setdefault((each.deadline < today, each.deadline, each.id), []).append(each)
    in_time = sorted(same.items(), key=lambda due: due[0][:2])
    for number, ((late, day, _), several) in enumerate(in_time, 1):
        each, rule = several[0], several[0].rule
        who = (desk.entity(rule.for_each or "", one.of) if one.of else desk.actor(rule.who) for one in several)
        yield StepPart(
            number=number,
            who=named_together(desk, [capital(name) for name in who]),
            does=desk.maybe(rule.to) or "",
            deadline=day,
            late=late,
            silence=desk.on_silence(rule.silence),
            note=desk.sentence(rule.consequence) if rule.consequence else None,
            documents=desk.documents(rule.documents),
            certain=not each.presumed,
            citations=desk.cite(rule.norms),
        )


def _falls_due(found: DutyOutcome, question: str, kept: set[str]) -> bool:
    """Tell whether a duty is an obligation on a key question, whatever way is taken or on a way that was."""
    rule = found.rule
    advised = rule.limit is not None and rule.limit.is_advice
    bears = not rule.options or not kept.isdisjoint(rule.options)
    return rule.duty == "obligation" and not advised and question in rule.about and bears


def done_again(base: KnowledgeBase, plan: Roadmap, options: Iterable[str]) -> tuple[str, ...]:
    """Give the tasks of a plan, `procedure/act`, that call a procedure by which one of some options is carried out."""
    held = {name for option in options for name in _procedures(base, option)}
    return tuple(task.id for task in plan.tasks if not held.isdisjoint(_called(base, task.id)))


def _procedures(base: KnowledgeBase, option: str) -> Iterator[str]:
    yield from base.options[option].procedures
    for name in base.acts_of(option):
        yield from _called(base, name)


def _called(base: KnowledgeBase, act: str) -> tuple[str, ...]:
    procedure, _, name = act.partition("/")
    found = base.procedures[procedure].acts.get(name) if procedure in base.procedures else None
    return tuple(found.calls.names) if found and found.calls else ()
