"""What may stop the course, as a note tells it: what the law forbids, who may refuse, what is feared in this case."""

from collections.abc import Iterable, Iterator, Mapping

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.refusals import Refusals, refusals
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import DutyPart
from petr_advisor.documents.model_note import NoteStop
from petr_advisor.documents.parts import Citation
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.words.typography import capital, full_stop, no_capital

STOPS, STOPS_OF_MANY = 3, 5
"""Dangers told of one key question, of several."""
REFUSALS_FIRST = 2
"""Refusals told before the grave dangers of a way."""
STOPS_OF_A_QUESTION = 2
"""How many dangers are told of one of several key questions."""


def stops(desk: Desk, report: Report, leads: str | None) -> list[NoteStop]:
    """Give what may stop the course: what is against the law today, refusals, disputed points, what is feared.

    The first is of the answer that leads, where anything is: it is told beside that answer, with what may stop a vote
    for which one of that answer waits.
    """
    several = len(report.questions) > 1
    found = _ranked(desk, report, several=several)
    ahead = next((stop for stop in found if leads in stop.on or not stop.on), None) if leads else None
    first, waited = [ahead] if ahead is not None else [], _waited_for(desk, report, leads)
    others = [stop for stop in found if stop is not ahead]
    if first:
        beside = [stop for stop in others if not waited.isdisjoint(stop.acts) and leads not in stop.on]
        others = [stop for stop in others if stop not in beside]
        first += [stop.model_copy(update={"leads": True}) for stop in beside]
    return [*first, *others][: STOPS_OF_MANY if several else STOPS]


def _waited_for(desk: Desk, report: Report, leads: str | None) -> frozenset[str]:
    """Give the acts, by `procedure/act`, for which votes of the answer that leads wait, by caution or by law."""
    plan = report.roadmap
    if plan is None:
        return frozenset()
    own = {group.number for group in plan.groups if group.id.partition("/")[0] == leads}
    votes = [task for task in plan.tasks if task.group in own and task.majority and task.certain]
    return frozenset(name for task in votes for name in desk.base.act(task.id).after_others)


def _ranked(desk: Desk, report: Report, *, several: bool) -> list[NoteStop]:
    """Give every danger in order.

    What is forbidden on the way of the answers comes after what is feared in this case; what is not even known to be
    needed, last. Of several answers each has its first dangers told before others have more; what goes with any case
    stops none.
    """
    place = {key: question.id for question in report.questions for key in question.retained}
    forbidden = tuple(_forbidden(report, place))
    waiting = _norms_still_to_meet(report, place)
    today = [duty for duty in forbidden if waiting & _norms(duty.citations)]
    others = [duty for duty in forbidden if duty not in today]
    refused = refusals(desk, report)
    risks = tuple(risk for risk in _with_all_names(desk, report) if not _is_told(desk, risk, refused))
    grave = [risk for risk in risks if _is_grave(risk, place)]
    whole, on_way = (
        [_stop(desk, risk, place, *_days_told(desk, risk)) for risk in grave if bool(risk.options) is of_a_way]
        for of_a_way in (False, True)
    )
    before = max(REFUSALS_FIRST - len(refused.under_way), 0)
    first = [
        *(_stop(desk, duty, place) for duty in today),
        *refused.under_way,  # who can stop what is being voted comes before what any vote may meet
        *whole,
        *refused.named[:before],
        *on_way,
        *refused.named[before:],
    ]
    feared, more = _shared_out(desk, report, risks, place, several=several)
    return [
        *first,
        *refused.general,
        *refused.too_late,
        *feared,
        *(_stop(desk, duty, place) for duty in others),
        *refused.in_some_cases,
        *more,
    ]


def _shared_out(
    desk: Desk, report: Report, risks: Iterable[DutyPart], place: dict[str, str], *, several: bool
) -> tuple[list[NoteStop], list[NoteStop]]:
    """Give what is feared on the way of the answers; of several, the first of each question, then the others.

    Those first ones are what the answers bring about and a point disputed, where a question has both. What stands on no
    way stops no vote of the note: the full report has it.
    """
    found: dict[str, list[NoteStop]] = {question.id: [] for question in report.questions}
    for options, stop in _feared(desk, report, risks, place):
        question = next((place[key] for key in options if key in place), None)
        if question is not None:
            found[question].append(stop)
    if not several:
        return [stop for stops in found.values() for stop in stops], []
    feared: list[NoteStop] = []
    for stops in found.values():
        doubts = [stop for stop in stops if stop.points]
        others = [stop for stop in stops if not stop.points]
        feared += [*others[:1], *doubts[:1], *others[1:], *doubts[1:]][:STOPS_OF_A_QUESTION]
    return feared, [stop for stops in found.values() for stop in stops if stop not in feared]


def _forbidden(report: Report, kept: Iterable[str]) -> Iterator[DutyPart]:
    """Give what the law forbids on the way of the answers, as the case is known to be."""
    found = (duty for duty in report.duties if duty.kind == "prohibition" and duty.consequence)
    yield from (duty for duty in found if duty.likelihood == "established" and not set(kept).isdisjoint(duty.options))


def _norms_still_to_meet(report: Report, kept: Iterable[str]) -> frozenset[str]:
    """Give the norms of the conditions that the ways of the answers do not meet yet."""
    options = (option for question in report.questions for option in question.options if option.id in set(kept))
    waiting = (found for option in options for found in option.requirements if found.state in {"unmet", "to_come"})
    return frozenset(norm for found in waiting for norm in _norms(found.citations))


def _norms(citations: Iterable[Citation]) -> frozenset[str]:
    return frozenset(citation.norm for citation in citations)


def _with_all_names(desk: Desk, report: Report) -> Iterator[DutyPart]:
    """Give every risk; that of several members once, with their names."""
    listed = desk.consultation.memory.facts.entities
    by_rule: dict[str, list[DutyPart]] = {}
    for risk in report.risks:
        by_rule.setdefault(risk.rule, []).append(risk)
    for key, same in by_rule.items():
        kind, concerned = desk.base.rules[key].for_each, {risk.of for risk in same}
        of = [each for each in listed[kind].ids if each in concerned] if kind is not None and kind in listed else []
        who = desk.some(kind, of) if kind is not None and of else None
        if kind is None and not same[0].options:
            who = capital(same[0].who)  # on no way in particular, it is not said of whom it speaks
        does = desk.labelled(who, same[0].does) if who else same[0].does
        yield same[0].model_copy(update={"does": does})


def _is_grave(risk: DutyPart, kept: Iterable[str]) -> bool:
    """Tell whether a risk is told among the first: it follows from the answers, whatever the way or on theirs."""
    return risk.grave and (not risk.options or not set(kept).isdisjoint(risk.options))


def _is_told(desk: Desk, risk: DutyPart, refused: Refusals) -> bool:
    """Tell whether a risk is the refusal of a vote that is told already, with whoever stops it."""
    return not refused.votes.isdisjoint(desk.base.rules[risk.rule].refusal_of)


def _days_told(desk: Desk, risk: DutyPart) -> Iterator[str]:
    """Say the days answered that bring a danger about: the one that is over, for instance."""
    for fact in facts_of(desk.base.rules[risk.rule].when):
        kind, day = desk.base.facts[fact], desk.consultation.memory.facts.day(fact)
        if day is not None and kind.ask is not None:
            yield full_stop(desk.labelled(desk.say(kind.label), desk.day(day)))


def _on(options: Iterable[str], place: Mapping[str, str]) -> tuple[str, ...]:
    """Give the key questions whose answers a danger stands on the way of."""
    return tuple(dict.fromkeys(place[key] for key in options if key in place))


def _stop(desk: Desk, risk: DutyPart, place: Mapping[str, str], *days: str) -> NoteStop:
    does = risk.does  # « faire de l'association un PETR » is read as advice where nothing says that the law forbids it
    if risk.kind == "prohibition":
        does = desk.phrase("note.stop-forbidden", who=no_capital(risk.who), does=does)
    text = " ".join(filter(None, (full_stop(capital(does)), *map(capital, days), risk.consequence)))
    return NoteStop(text=text, guard=risk.precaution, citations=risk.citations, on=_on(risk.options, place))


def _feared(
    desk: Desk, report: Report, risks: Iterable[DutyPart], place: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], NoteStop]]:
    """Give every danger with the options on whose way it stands, the gravest first."""
    disputed = {o.id for question in report.questions for o in question.options if o.disputed and o.id in place}
    for point in report.disputed:
        if not disputed.isdisjoint(point.options):
            guard = f"{point.course} {desk.labelled(desk.phrase('whom-to-ask'), point.ask)}"
            yield (
                point.options,
                NoteStop(
                    text=point.question,
                    guard=guard,
                    citations=point.citations,
                    points=(point.id,),
                    on=_on(point.options, place),
                ),
            )
    order = ("established", "presumed", "general")
    others = [risk for risk in risks if not _is_grave(risk, place)]
    on_way = [risk for risk in others if risk.options and _on(risk.options, place)]
    anyway = [risk for risk in others if not risk.options and risk.likelihood != "general"]
    for risk in (*sorted(on_way, key=lambda risk: order.index(risk.likelihood)), *anyway):
        of_anybody = risk.likelihood == "general"
        yield () if of_anybody else risk.options, _stop(desk, risk, place)
