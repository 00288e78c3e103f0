"""How long an answer holds: until an event by law, or until members are others than those that it counts on."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from petr_advisor.consulting.breaches import TermOutcome
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.founding import makes_a_body
from petr_advisor.documents.building.desk import Desk
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.beyond import Beyond, beyond, closing, ending
from petr_advisor.planning.model import KEPT
from petr_advisor.planning.running_apart import running_apart
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import no_capital


def ending_members(desk: Desk, line: CourseLine[Consultation]) -> tuple[str, ...]:
    """Give the procedures under way that change those who make a body, where an answer makes one."""
    own = {name for option in line.to_carry_out for name in option.option.procedures}
    makes = any(makes_a_body(desk.base, name) or _sets_form(desk.base, name) for name in own)
    return tuple(running_apart(desk.consultation, own)) if makes else ()


def _sets_form(base: KnowledgeBase, procedure: str) -> bool:
    return any(effect.set_form is not None for effect in base.procedures[procedure].effects)


def with_heirs(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Add, where a body is to be made, that a procedure under way changes those who make it."""
    names = ending_members(desk, line)
    said = (desk.phrase("decision-heirs", title=desk.say(desk.base.title_of(name))) for name in names)
    return " ".join((decision, *said))


def until(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Add the day beyond which the answer does not last, and what else there is.

    What cannot be carried out by that day is not proposed: what it would use is no more by then.
    """
    if (late := too_late(desk, line)) is not None:
        return _said_too_late(desk, late, line)
    found = next((term for term in desk.consultation.terms if line.option and term.ends(line.option.id)), None)
    return f"{decision} {lasting(desk, found)}" if found else decision


def too_late(desk: Desk, line: CourseLine[Consultation]) -> Beyond | None:
    """Give what ends what an answer uses or rests on before its plan has it carried out, if anything does."""
    case = desk.consultation
    lasts = not (ending(case, line) or closing(case, line))
    if case.clashes or lasts or isinstance(plan := desk.plan_of_answers, Text):
        return None
    return beyond(case, line, plan)


def late_ways(desk: Desk, ways: Iterable[str]) -> frozenset[str]:
    """Give, of some ways, those that are taken and miss the day that they have to keep, even if it is only aimed at."""
    taken, wanted = desk.consultation.course.lines, frozenset(ways)
    return frozenset(
        option.id
        for line in taken
        for option in line.options
        if option.id in wanted and (too_late(desk, line) is not None or _misses_its_day(desk, line))
    )


def _misses_its_day(desk: Desk, line: CourseLine[Consultation]) -> bool:
    """Tell whether an act of an answer comes after its day; no plan is made where none of them has one."""
    own = {name for option in line.to_carry_out for name in option.option.procedures}
    if desk.consultation.clashes or not _has_a_day(desk, own) or isinstance(plan := desk.plan_of_answers, Text):
        return False
    tasks = (task for task in plan.tasks if task.id.partition("/")[0] in own)
    return any(legal.state not in KEPT for task in tasks for legal in task.legal)


def _has_a_day(desk: Desk, procedures: Collection[str]) -> bool:
    dated = (duty for duty in desk.consultation.duties if duty.deadline is not None)
    limits = (act.limit for name in procedures for act in desk.base.procedures[name].acts.values())
    return any(act.partition("/")[0] in procedures for duty in dated for act in duty.rule.met_by) or any(
        limit is not None and limit.kind == "day" for limit in limits
    )


def late_parts(desk: Desk) -> dict[str, Beyond]:
    """Give, by its place in the course, what ends what an answer uses before its plan has it carried out."""
    lines = desk.consultation.course.lines
    return {line.place: found for line in lines if (found := too_late(desk, line)) is not None}


def reserve(desk: Desk, found: Beyond | None, soonest: date) -> str | None:
    """Say of an act of such an answer that it comes after that end, which is to be cleared up first."""
    if found is None or soonest <= found.day:
        return None
    term = no_capital(desk.say(found.term.term.title)) if found.term else desk.phrase("task-late-rule")
    return desk.phrase("task-late", day=found.day, term=term)


def _said_too_late(desk: Desk, found: Beyond, line: CourseLine[Consultation]) -> str:
    """Say that an answer can only be carried out after the end of what it uses, and what there is to do first."""
    words = {"option": desk.quoted(line.options[0].option.title), "soonest": found.soonest, "day": found.day}
    if found.term is None:
        return desk.phrase("decision-beyond-rule", **words)
    term = found.term.term
    but = desk.say(term.but) if term.but else desk.say(term.does)
    return desk.phrase("decision-beyond", **words, term=no_capital(desk.say(term.title)), but=but)


def lasting(desk: Desk, found: TermOutcome) -> str:
    """Say that something lasts until an event by law, and what else there is."""
    term = found.term
    words = {"day": found.day, "term": no_capital(desk.say(term.title)), "but": desk.say(term.but) if term.but else ""}
    but = "-but" if term.but else ""
    return desk.phrase(f"lasts-until-{found.known}{but}", **words)


def avoided_first(desk: Desk, found: TermOutcome) -> Iterator[str]:
    """Say that what puts an event by law off is voted first, where the plan has it and whatever is decided after."""
    if found.past or desk.consultation.clashes or isinstance(plan := desk.plan_of_answers, Text):
        return
    planned = {task.id.partition("/")[0] for task in plan.tasks}
    avoiding = (each.act.procedure for each in found.acts if not each.too_late and each.act.procedure in planned)
    for name in avoiding:
        if name is not None:
            yield desk.phrase("lasts-voted-first", act=desk.quoted(desk.base.title_of(name)))
            return
