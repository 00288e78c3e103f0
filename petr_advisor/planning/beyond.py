"""Answers whose plan comes wholly after the end of what they use: nothing of them is there any more by then."""

from dataclasses import dataclass
from datetime import date

from petr_advisor.consulting.breaches import TermOutcome
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.planning.model import Roadmap


@dataclass(frozen=True)
class Beyond:
    """An end by law that comes before the first day on which an answer can be carried out."""

    term: TermOutcome | None
    """The event by law that ends what the answer uses; none where what ends is the rule that opens it."""
    day: date
    """The day of the event, or the last day of the rule."""
    soonest: date
    """That first day, at the shortest usual durations."""


def beyond(case: Consultation, line: CourseLine[Consultation], plan: Roadmap) -> Beyond | None:
    """Give what first ends what an answer uses or rests on before a plan has it carried out; None where nothing does.

    It is carried out by the last of its own acts that bring it about, at the shortest usual durations.
    """
    soonest = _soonest(case, line, plan)
    if soonest is None:
        return None
    ends = [(term.day, term) for term in ending(case, line) if term.day is not None and term.day < soonest]
    rules = [(day, None) for day in closing(case, line) if day < soonest]
    found = min((*ends, *rules), key=lambda each: each[0], default=None)
    return Beyond(found[1], found[0], soonest) if found else None


def closing(case: Consultation, line: CourseLine[Consultation]) -> list[date]:
    """Give the last days of the rules that open what an answer has still to carry out, where another takes their place.

    That of a programme is the end of its own period: no rule says by itself that nothing of it is done after.
    """
    norms = case.base.norms
    replaced = {norm.succeeds for norm in norms.values()}
    ways = [option.option for option in line.to_carry_out if option.option.law_at is None]
    ends = (norms[key].period.to for way in ways for key in way.norms if key in replaced)
    return [day for day in ends if day is not None]


def ending(case: Consultation, line: CourseLine[Consultation]) -> list[TermOutcome]:
    """Give the events by law to come, the earliest first, beyond which an answer does not last."""
    own = line.to_carry_out if line.option else ()
    return [term for term in case.terms if not term.past and any(term.ends(option.id) for option in own)]


def _soonest(case: Consultation, line: CourseLine[Consultation], plan: Roadmap) -> date | None:
    """Give the first day on which all of an answer's own acts that bring it about are done."""
    names = {name for option in line.to_carry_out for name in option.option.procedures}
    doing = [task for task in plan.tasks if task.certain and not task.beside]
    own = [task for task in doing if task.id.partition("/")[0] in names]
    making = {f"{name}/{act}" for name in names for act in case.base.procedures[name].effect_at}
    met = _keeping(case, line)
    told = [task for task in own if task.id in making | met] or own
    return max((task.soonest for task in told), default=None)


def _keeping(case: Consultation, line: CourseLine[Consultation]) -> set[str]:
    """Give the acts by which an answer is carried out in time, wherever one is written: in another region as well."""
    own = {option.id for option in line.to_carry_out}
    terms = (term for term in case.base.terms.values() if not own.isdisjoint(term.ends))
    return {act for term in terms for found in term.avoided_by for act in found.met_by}
