"""The plan of a course of action: acts in time, what the law wants by when, what was assumed.

>>> plan = roadmap(consultation, date(2026, 11, 24))
>>> plan.soonest, plan.finish, [task.id for task in plan.critical_path]
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from petr_advisor.consulting.consultation import LATEST, Consultation
from petr_advisor.consulting.let_pass import let_pass
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.explaining.clash_words import clash_text
from petr_advisor.knowledge.problems import unknown
from petr_advisor.planning.assumptions import assumptions
from petr_advisor.planning.backward import back_from
from petr_advisor.planning.belied import belied, by_the_days
from petr_advisor.planning.building import Building, Built
from petr_advisor.planning.days import days_off, key_dates, restraints
from petr_advisor.planning.duty_days import DutyDays, duty_days, with_terms
from petr_advisor.planning.foreseen import foreseen
from petr_advisor.planning.hastening import hastened
from petr_advisor.planning.legal_days import to_shorten
from petr_advisor.planning.lines import Line, lines
from petr_advisor.planning.model import KEPT, Belied, NothingToPlanError, Roadmap, Wish
from petr_advisor.planning.occurring import Occurring
from petr_advisor.planning.remedies import remedies
from petr_advisor.planning.tasks import Tasking, risks
from petr_advisor.planning.until_then import with_what_is_due_until_then
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

__all__ = ["EARLIEST_START", "Roadmap", "roadmap"]

EARLIEST_START = date(2014, 1, 29)


def roadmap(
    consultation: Consultation, start: date, option: str | None = None, *, effect: date | None = None
) -> Roadmap:
    """Plan a course from a day on; PetrAdvisorError says why when there is nothing to plan.

    `option` is chosen for its key question first. `effect` is a wished day of effect: acts then say by when at the
    latest, and by when out of prudence.
    """
    if not EARLIEST_START <= start <= LATEST:
        raise PetrAdvisorError.of("plan.start-outside", start=start, low=EARLIEST_START, high=LATEST)
    case = consultation if option is None else _choosing(consultation, option)
    _refuse_clashes(case)
    found, built = _drawn(case, start)
    if denied := tuple(belied(case, built)):
        case = by_the_days(case, denied)
        found, built = _drawn(case, start)
    if effect is not None and (kept := _kept(found, built, effect, start)) is not None:
        found, built = _drawn(case, start, (kept, effect))
    options = _options(found)
    done = {act: days.done for act, days in built.schedule.days["longest"].items()}
    duties = duty_days(case, options, built.schedule.networks.nodes.keys() - built.told_by.keys(), done)
    plan = _plan(case, found, built, duties, start)
    if not plan.tasks:
        raise _nothing(case)
    plan = _wishing(plan, built, effect) if effect is not None else plan
    return replace(plan, assumptions=(*_denied(case, denied), *assumptions(case, plan, found, built)), belied=denied)


def effect_needing(
    consultation: Consultation, start: date, acts: Collection[str], option: str | None = None
) -> tuple[date, date] | None:
    """Give the days of the effect, at the shortest and at the longest, were some acts of the plan needed.

    They are acts of which nobody knows it: without them, the plan has its effect sooner.
    """
    needed, case = frozenset(acts), consultation if option is None else _choosing(consultation, option)
    found, built = _drawn(case, start, needed=needed)
    if denied := tuple(belied(case, built)):
        found, built = _drawn(by_the_days(case, denied), start, needed=needed)
    act, days = _effect(found, built), built.schedule.days
    return None if act is None else (days["shortest"][act].done, days["longest"][act].done)


def _denied(case: Consultation, found: tuple[Belied, ...]) -> Iterator[Text]:
    """Say which answers the plan does not follow, its own days being against them; each once."""
    for each in {one.fact: one for one in found}.values():
        fact, title = case.base.facts[each.fact].label, each.term.term.title
        yield told("plan.belied", fact=fact, term=title, day=each.term.day, latest=each.latest)


def _drawn(
    case: Consultation, start: date, wished: tuple[str, date] | None = None, needed: frozenset[str] = frozenset()
) -> tuple[tuple[Line, ...], Built]:
    """Give the lines of a course, built; what follows an act with a wished day of effect waits for that day."""
    building = Building(start, case.as_of, wished, needed)
    return with_what_is_due_until_then(case, lines(case), lambda found: _built(case, found, building))


def _kept(found: tuple[Line, ...], built: Built, day: date, start: date) -> str | None:
    """Give the act of the effect, where it can be done by a wished day: what it brings about begins then."""
    act = _effect(found, built)
    if act is None:
        return None
    return act if back_from(built.schedule.networks, act, day, start).state in KEPT else None


def _built(case: Consultation, found: tuple[Line, ...], building: Building) -> Built:
    options = _options(found)
    built = building.of(found, lambda acts: with_terms(case, duty_days(case, options, acts).dues, acts))
    return hastened(built, building.as_of)


def _plan(case: Consultation, found: tuple[Line, ...], built: Built, duties: DutyDays, start: date) -> Roadmap:
    tasking = Tasking(case, built, duties, remedies(found, built.told))
    tasks = tuple(tasking.tasks())
    return Roadmap(
        start=start,
        groups=tuple(line.group for line in found if line.group.id in {task.group for task in tasks}),
        tasks=tasks,
        effect=_effect(found, built),
        key_dates=key_dates(case, built, duties, tasks, start),
        risks=tuple(risks(built)),
        restraints=restraints(case, tasks, start),
        critical=tasking.critical,
        wish=None,
        assumptions=(),
        done=tuple(tasking.done()),
        foreseen=foreseen(case, built, tasks),
        last=built.last,
        days_off=days_off(case.base),
    )


def _effect(found: tuple[Line, ...], built: Built) -> str | None:
    """Give the act whose day is that of the effect of the first line that has one: the last of those that make it.

    That of what a line needs first, or only calls, is not its own, nor that of what one of its own procedures calls;
    what only mends or prolongs comes after what is proposed, and what the calendar alone asks for is the effect of
    nothing proposed. Where another line has the first carried out as a part of its own effect, that one is waited for.
    """
    proposed = {line.group.id for line in found if line.option is not None}
    apart = {name for line in found for name in line.before_it}
    if proposed:
        apart |= {each.procedure for line in found if line.owed and line.option is None for each in line.instances}
    of_lines = {(line.group.id, name) for line in found if line.option for name in line.option.option.procedures}
    taking = (each for each in built.procedures if each.effect and each.name not in apart)
    own = [each for each in taking if not each.instance.called or (each.instance.group, each.name) in of_lines]
    own = [each for each in own if not any(_calls(other, each) for other in built.procedures)]
    first = min(own, key=lambda each: each.instance.group not in proposed, default=None)
    if first is None:
        return None
    whole = next((each for each in own if _completes(each, first)), first)
    days = built.schedule.days["longest"]
    return max((built.told(whole.key(act)) for act in whole.effect), key=lambda key: days[key].done)


def _calls(one: Occurring, other: Occurring) -> bool:
    """Tell whether one of two procedures of a line has the other one carried out."""
    return one.instance.group == other.instance.group and any(
        act.calls and other.name in act.calls.names for act in one.acts.values()
    )


def _completes(one: Occurring, other: Occurring) -> bool:
    """Tell whether the effect of a procedure is that of another one together with other acts, on one day."""
    calling = (act.calls for name, act in one.acts.items() if name in one.effect)
    return any(calls and other.name in calls.names for calls in calling)


def _wishing(plan: Roadmap, built: Built, day: date) -> Roadmap:
    """Count back from a wished day of effect."""
    if plan.effect is None:
        raise PetrAdvisorError.of("plan.no-effect")
    networks = built.schedule.networks
    found = back_from(networks, plan.effect, day, plan.start)
    tasks = tuple(replace(task, back=found.acts.get(task.id)) for task in plan.tasks)
    late = found.state in {"at_risk", "out_of_reach"}
    shorten = to_shorten(plan.effect, networks, built.schedule.days) if late else ()
    soonest = next((task.soonest for task in tasks if task.id == plan.effect), day)
    return replace(plan, tasks=tasks, wish=Wish(day, plan.effect, found.state, shorten, soonest))


def _choosing(consultation: Consultation, option: str) -> Consultation:
    """Give the case with an option chosen; PetrAdvisorError when it cannot be planned."""
    if option not in consultation.base.options:
        raise PetrAdvisorError(*unknown(option, consultation.base.options, "no option", "aucune voie"))
    question = consultation.base.options[option].answers
    if question not in consultation.key_questions or option not in consultation.rules.options:
        raise PetrAdvisorError.of("plan.not-plannable", option=option, day=consultation.as_of)
    chosen = consultation.choose(question, option)
    if any(line.shut for line in chosen.course.of(question)):
        raise NothingToPlanError.of("plan.closed", option=consultation.base.options[option].title)
    return chosen


def _options(found: tuple[Line, ...]) -> frozenset[str]:
    return frozenset(line.option.id for line in found if line.option is not None)


def _nothing(case: Consultation) -> NothingToPlanError:
    """Say why there is no plan, with the days on which the law itself acts: they come all the same."""
    days = [
        told("group.term-dated", title=found.term.title, day=found.day)
        for found in case.terms if found.day is not None and not found.past and not let_pass(case, found)
    ]  # fmt: skip
    if days:
        return NothingToPlanError.of("plan.nothing-but", lines=_states(case), days=days)
    return NothingToPlanError.of("plan.nothing", lines=_states(case))


def _states(case: Consultation) -> list[object]:
    """Say why the lines of the course have nothing to do, each question once: what is to be settled comes first."""
    first = sorted(case.course.lines, key=lambda line: line.state != "to_settle")
    states = {line.question: line.state for line in reversed(first)}  # of one with several, what is to be settled
    found: dict[str, list[Text]] = {}
    for question in dict.fromkeys(line.question for line in first):
        found.setdefault(states[question], []).append(case.base.key_questions[question].title)
    return [
        told("plan.nothing-line", questions=questions, state=told(f"line.{state}"))
        for state, questions in found.items()
    ]


def _refuse_clashes(consultation: Consultation) -> None:
    """Refuse to plan on answers that exclude each other."""
    if consultation.clashes:
        held_back = told("clash.held-back")
        clashes = [clash_text(consultation, clash) for clash in consultation.clashes]
        raise PetrAdvisorError(
            f"{held_back.en} {' '.join(text.en for text in clashes)}",
            fr=f"{held_back.fr} {' '.join(text.fr for text in clashes)}",
        )
