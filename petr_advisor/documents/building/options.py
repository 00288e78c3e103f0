"""Options as a report shows them: conditions with the answers behind them, arguments, steps."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import NOTHING_PROPOSED, UNSETTLED, CourseLine
from petr_advisor.consulting.knowable import questions_of
from petr_advisor.consulting.outcomes import ActOutcome, OptionOutcome, QuestionOutcome, ways_instead
from petr_advisor.consulting.requirements import CureOutcome, RequirementOutcome, truth, waited_for
from petr_advisor.documents.building.council import entering
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_options import (
    AbsentPart,
    CurePart,
    MeritPart,
    OptionPart,
    RequirementPart,
    StepPart,
)
from petr_advisor.documents.places import to_check
from petr_advisor.explaining.explanations import Explanation, how
from petr_advisor.inference.relevance import SHUT
from petr_advisor.inference.working_memory import THE_TERRITORY
from petr_advisor.knowledge.acts import Cure
from petr_advisor.knowledge.conditions import TRUE, literals
from petr_advisor.knowledge.law import InForcePeriod
from petr_advisor.knowledge.options import WEIGHTS, Merit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.planning.cure_days import cure_planned
from petr_advisor.planning.model import Roadmap
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import STATUS_SYMBOL, act_details, cure_time

SHARES = frozenset({"share_of", "share_of_count", "largest_share"})
"""What is measured of one part of a whole: one more member changes it."""
MAX_BEHIND = 4
"""How many answers are shown behind a condition; the proof shows them all."""


def option_parts(
    desk: Desk, lines: Sequence[CourseLine[Consultation]], late: Collection[str] = (), missed: Collection[str] = ()
) -> Iterator[OptionPart]:
    """Give every option of a question, best first, then staying as today: each as the line of its theme weighs it.

    What can only be carried out too late, and is to be cleared up first, has no place and follows those that have one.
    Where nothing is proposed yet none has a place: a number would be read as a rank.
    Of ways of other questions that are taken, `missed` are those that miss their day.
    """
    outcome, place, ranked = lines[0].outcome, 0, any(line.state not in NOTHING_PROPOSED for line in lines)
    cases = {line.theme: line.case for line in lines}
    routes = _late_last(outcome.routes, late)
    for number, route in enumerate(routes):
        tied = any(other.rank == route.rank for other in routes if other is not route and other.id not in late)
        before = routes[number - 1] if number else None
        place = place if before and before.rank == route.rank else place + 1
        waits = _waits(route) or route.id in late
        here = replace(desk, consultation=cases.get(route.option.theme, desk.consultation))
        yield _option(here, route, place if ranked and not waits else None, missed, tied=tied and not waits)
    for staying in outcome.staying:
        if staying.status in SHUT:
            continue
        yield _option(desk, staying, None, missed, tied=False)


def _waits(route: OptionOutcome) -> bool:
    """Tell whether a route has no place yet, or none at all."""
    return bool(route.rank[0]) or route.status == "undetermined"


def _late_last(routes: Sequence[OptionOutcome], late: Collection[str]) -> list[OptionOutcome]:
    """Set what comes too late after the last of the routes that have a place."""
    kept, after = ([route for route in routes if (route.id in late) is told] for told in (False, True))
    end = max((number for number, route in enumerate(kept, 1) if not _waits(route)), default=0)
    return [*kept[:end], *after, *kept[end:]]


def steps_on_points(desk: Desk, options: Iterable[str]) -> Mapping[str, list[tuple[str, Act]]]:
    """Give, by disputed point still open, the options and their acts whose norms turn on it."""
    case = desk.consultation
    found: dict[str, list[tuple[str, Act]]] = {}
    wanted = set(options)
    steps = [
        (option.id, step.act)
        for outcome in case.outcomes
        for option in (*outcome.routes, *outcome.staying)
        if option.id in wanted
        for step in option.acts
        if step.needed is not False
    ]
    for option, act in steps:
        points = {point for norm in act.norms for point in desk.base.norms[norm].disputed}
        for point in sorted(points):
            arises = desk.base.disputed[point].arises
            if len(case.rules.readings(point)) > 1 and (arises is None or truth(case, arises) is not False):
                found.setdefault(point, []).append((option, act))
    return found


def _option(desk: Desk, found: OptionOutcome, place: int | None, missed: Collection[str], *, tied: bool) -> OptionPart:
    return OptionPart(
        id=found.id,
        title=desk.say(found.option.title),
        summary=desk.sentence(found.option.summary),
        kind=found.option.kind,
        place=place,
        tied=tied,
        status=found.status,
        possible=tuple(desk.status(status) for status in STATUS_SYMBOL if status in found.statuses),
        disputed=bool(found.disputed),
        requirements=tuple(_requirement(desk, requirement) for requirement in found.requirements),
        merits=tuple(_merits(desk, found, missed)),
        steps=tuple(step_part(desk, act, number) for number, act in enumerate(found.acts, 1)),
        confidence=found.confidence,
        citations=desk.cite(found.option.norms),
        to_check=tuple(desk.sentence(text) for text in to_check(desk.base, found)),
    )


def _merits(desk: Desk, found: OptionOutcome, missed: Collection[str]) -> Iterator[MeritPart]:
    """Give the arguments that hold, those for the option first, the weightiest first; what no day is left for last."""
    holding = [(merit.merit, _all_late(desk, merit.merit.through, missed)) for merit in found.merits if merit.holds]
    holding.sort(key=lambda pair: (pair[0].for_ is None, pair[1], WEIGHTS.index(pair[0].weight)))
    for merit, too_late in holding:
        yield MeritPart(
            text=capital(_of_whom(desk, merit)),
            favours=merit.for_ is not None,
            weight=merit.weight,
            citations=desk.cite((*_ruled(desk, merit), *merit.norms)),
            no_choice=merit.no_choice,
            no_votes=merit.no_votes,
            aim=bool(merit.through),
            too_late=too_late,
            without_effect=bool(merit.through) and _answered_otherwise(desk, merit.through),
        )


def _ruled(desk: Desk, merit: Merit) -> Iterator[str]:
    """Give the norms of the rules that conclude what an argument says again."""
    case = desk.consultation
    for name, rule in case.rules.rules.items() if merit.ruled is not None else ():
        if merit.ruled in rule.then and case.memory.has(f"rule:{name}:true", THE_TERRITORY):
            yield from rule.norms


def _of_whom(desk: Desk, merit: Merit) -> str:
    """Give an argument, with of whom it is true where it weighs the members of today and somebody is to join them."""
    said = desk.say(merit.text)
    weighs = any(_is_a_share(desk.base.facts.get(each.fact)) for each in literals(merit.when or TRUE))
    others = weighs and entering(replace(desk, consultation=desk.today or desk.consultation)) is not None
    return desk.phrase("reason-of-today", reason=said) if others else said


def _is_a_share(fact: FactType | None) -> bool:
    return fact is not None and fact.summary is not None and not SHARES.isdisjoint(fact.summary.measure)


def _answered_otherwise(desk: Desk, ways: tuple[str, ...]) -> bool:
    """Tell whether the questions that some ways answer are asked, and none of these is their answer, or may yet be."""
    course = (desk.today or desk.consultation).course
    lines = [line for question in {desk.base.options[way].answers for way in ways} for line in course.of(question)]
    open_yet = {option.id for line in lines if line.state in UNSETTLED for option in line.weighed}
    taken = {option.id for line in lines for option in line.options}
    return bool(lines) and (open_yet | taken).isdisjoint(ways)


def _all_late(desk: Desk, ways: Collection[str], missed: Collection[str]) -> bool:
    """Tell whether some ways are taken, and each of these misses the day that it has to keep."""
    course = (desk.today or desk.consultation).course
    taken = {option.id for line in course.lines for option in line.options}.intersection(ways)
    return bool(taken) and taken.issubset(missed)


def _requirement(desk: Desk, found: RequirementOutcome) -> RequirementPart:
    open_point = found.state in {"unmet", "unknown"}
    instead = [option.title for option in ways_instead(desk.consultation, found.requirement)]
    return RequirementPart(
        key=found.key,
        title=capital(desk.say(found.requirement.title)),
        state=found.state,
        said=desk.say(found.word),
        act=bool(found.requirement.act),
        behind=leaves(desk, f"requirement:{found.key}")[:MAX_BEHIND] if found.state != "not_applicable" else (),
        cures=tuple(cure_part(desk, cure) for cure in found.cures) if open_point else (),
        instead=tuple(map(desk.say, instead)) if open_point else (),
        unmet=desk.say(found.requirement.unmet) if found.state == "unmet" and found.requirement.unmet else None,
        questions=tuple(_questions(desk, found)),
        citations=desk.cite(found.requirement.norms),
    )


def _questions(desk: Desk, found: RequirementOutcome) -> Iterator[str]:
    """Name what can be answered today to settle a condition; nothing where it is known whether it is met."""
    waited = sorted(waited_for(desk.consultation, (found,)), key=str)
    for fact, of in questions_of(desk.today or desk.consultation, waited):
        yield fact if of is None else f"{fact}@{of}"


def leaves(desk: Desk, conclusion: str) -> tuple[str, ...]:
    """Give the answers and measures that a conclusion comes from; what earlier answers leave, where it takes them."""
    proof = how(desk.consultation, conclusion)
    if proof is not None and any(map(desk.afterwards, proof.walk())):
        proof = _already(desk, conclusion, proof) or proof
    found = [node for node in proof.walk() if node.origin and not node.children] if proof else []
    return tuple(dict.fromkeys(_leaf(desk, leaf) for leaf in found))


def _already(desk: Desk, conclusion: str, proof: Explanation) -> Explanation | None:
    """Prove the same of today, where it takes no answer that an earlier one of the course changes."""
    found = how(desk.today, conclusion) if desk.today is not None else None
    if desk.today is None or found is None or found.text != proof.text:
        return None
    then, now = desk.consultation.memory.facts, desk.today.memory.facts
    pairs = ((then.get(*node.about), now.get(*node.about)) for node in found.walk() if node.about is not None)
    changed = any(later is not None and (own is None or own.value != later.value) for later, own in pairs)
    return None if changed else found


def _leaf(desk: Desk, leaf: Explanation) -> str:
    said = capital(desk.say(leaf.text))
    return desk.phrase("behind-afterwards", fact=said) if desk.afterwards(leaf) else said


def cure_part(desk: Desk, found: CureOutcome) -> CurePart:
    """Give a cure: whether it can be done, by whom, how, in how long."""
    cure = found.cure
    details = [desk.say(detail) for detail in act_details(desk.base, cure, _planned(desk, cure))]
    if not found.in_force:
        details = [desk.phrase("not-in-force", period=desk.period(found.period))]
    state = {True: "available", False: "unavailable", None: "unknown"}[found.available] if found.in_force else None
    return CurePart.model_validate(
        {
            "id": found.id,
            "title": capital(desk.say(cure.title)),
            "state": state or "not_in_force",
            "details": tuple(details),
            "citations": desk.cite(cure.norms),
        }
    )


def _planned(desk: Desk, cure: Cure) -> Text | None:
    """Give the days of a cure that the course brings about; none where answers exclude each other: there is no plan."""
    if not cure.options or desk.consultation.clashes or not isinstance(desk.plan, Roadmap):
        return None
    return cure_planned(desk.consultation, desk.plan, cure)


def step_part(desk: Desk, found: ActOutcome, number: int) -> StepPart:
    """Give an act of the way."""
    step = found.act
    done = _done(desk, found)
    return StepPart(
        number=number,
        act=found.key,
        who=capital(desk.actor(step.who)),
        does=desk.say(step.does),
        majority=desk.majority(step.majority),
        when=desk.by_when(desk.base, step, desk.base.procedures[found.procedure]),
        deadline=None if done else found.deadline,
        done=done,
        advised=step.limit is not None and step.limit.is_advice,
        wished=step.limit is not None and step.limit.wished,
        silence=desk.silence_of(found.key, step.silence_prudent or step.silence),
        note=desk.sentence(step.note) if step.note else None,
        documents=desk.documents(step.documents),
        certain=found.needed is True,
        citations=desk.cite(step.norms),
    )


def _done(desk: Desk, found: ActOutcome) -> str | None:
    """Say that an act of a procedure that runs is done: recorded as such, or before one that is."""
    running = desk.consultation.progress.get(found.procedure)
    mark = running.progress.marks.get(found.key.partition("/")[2]) if running else None
    if mark is None or mark.status not in {"done", "deemed", "implied"}:
        return None
    if mark.status == "implied":
        return desk.phrase("step-implied")
    return desk.phrase("step-done-on", day=mark.day) if mark.day else desk.phrase("step-done")


def cure_steps(desk: Desk, found: OptionOutcome) -> Iterator[StepPart]:
    """Give the acts that make the unmet conditions met, one for each: of alternatives, one is to be carried out."""
    seen: set[str] = set()
    for requirement in found.requirements:
        cure = requirement.chosen
        if cure is None or cure.id in seen:
            continue
        seen.add(cure.id)
        yield StepPart(
            number=len(seen),
            who=capital(desk.actor(cure.cure.who)),
            does=desk.phrase(
                "cure-for", cure=desk.say(cure.cure.title), lacking=desk.say(requirement.requirement.title)
            ),
            majority=desk.majority(cure.cure.majority),
            when=desk.maybe(cure_time(desk.base, cure.cure)),
            silence=desk.on_silence(cure.cure.silence),
            note=desk.sentence(cure.cure.note) if cure.cure.note else None,
            documents=desk.documents(cure.cure.documents),
            certain=cure.available is True,
            citations=desk.cite(cure.cure.norms),
        )


def absent_parts(desk: Desk, outcome: QuestionOutcome) -> tuple[AbsentPart, ...]:
    """Give the options that do not exist at the date of law."""
    return tuple(_absent(desk, key, days) for key, days in outcome.absent)


def _absent(desk: Desk, key: str, days: InForcePeriod | None) -> AbsentPart:
    option = desk.base.options[key]
    return AbsentPart(
        id=key,
        title=desk.say(option.title),
        summary=desk.sentence(option.summary),
        period=desk.period(days),
        citations=desk.cite(option.norms),
    )
