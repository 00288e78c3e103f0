"""Whose refusal, or whose delay, would stop the course: votes under way, votes to come that lead to an effect."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from petr_advisor.consulting.attempts import gone_at
from petr_advisor.documents.building.close_votes import in_doubt
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.disputed_votes import is_moot, usual_majorities
from petr_advisor.documents.building.electorate import Electorates, electorates
from petr_advisor.documents.building.essential import Essential, together
from petr_advisor.documents.building.indispensable import by_turns, indispensable
from petr_advisor.documents.building.leading import act_in, leading_to_effect
from petr_advisor.documents.building.leaving import leaving_after
from petr_advisor.documents.building.second_rounds import last_round, second_round
from petr_advisor.documents.building.votes import names_said, voted_late, voter_name
from petr_advisor.documents.building.votings import fresh, last_day_to_save, voting_of
from petr_advisor.documents.leads import leading
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteStop
from petr_advisor.documents.model_roadmap import CalledVote, Roadmap, RoadmapTask
from petr_advisor.planning.lines import REPAIR
from petr_advisor.procedures.missing import blocking_alone
from petr_advisor.words.typography import capital, full_stop, no_capital

CITED = 2
"""Texts cited beside a danger: the table of the plan has them all."""


@dataclass(frozen=True)
class Refusals:
    """Whose refusal, or whose delay, would stop the course."""

    under_way: tuple[NoteStop, ...]
    """Members of the case who can stop what is being voted."""
    named: tuple[NoteStop, ...]
    """Those without whom a vote to come is lost, in order of time."""
    too_late: tuple[NoteStop, ...]
    """Times after which it is too late."""
    general: tuple[NoteStop, ...]
    """Bodies that any such course needs."""
    in_some_cases: tuple[NoteStop, ...]
    """Those of votes that the case may not call for."""
    votes: frozenset[str] = frozenset()
    """The acts, by `procedure/act`, of which those named are said to stop the vote."""


def refusals(desk: Desk, report: Report) -> Refusals:
    """Give what would block a vote, under way or to come, then the refusals and delays that end the procedure."""
    under_way = {tally.act for part in report.running for tally in part.tallies if tally.blocked_by is not None}
    begun = tuple(_under_way(desk, report))
    plan = report.roadmap
    if plan is None:
        return Refusals(begun, (), (), (), (), frozenset(under_way))
    groups = {group.number: group.id for group in plan.groups}
    beside = {number for number, group in groups.items() if group.startswith(REPAIR)}
    numbers = leading_to_effect(desk, plan)  # what is owed and mended beside the answers is no vote on any of them
    on_way = (task for task in plan.tasks if task.number in numbers and task.group not in beside)
    on_time = sorted(on_way, key=_in_time)
    alone: list[RoadmapTask] = []
    essential, perhaps = list[Essential | NoteStop](), list[Essential | NoteStop]()
    votes = {*under_way}
    for task in sorted((*on_time, *_refused_beforehand(desk, plan)), key=_in_time):
        if task.id in under_way or not task.majority:
            continue
        if decided := tuple(_of_the_essential(desk, plan, task, groups)):
            (essential if task.certain else perhaps).extend(decided)
            votes.add(task.id)
        elif voting_of(desk, task.id) is None and task.origin != "practice" and _ends(desk, task):
            alone.append(task)
    alone += _of_the_rest(desk, plan, {task.who for task in alone})
    alone.sort(key=lambda task: not task.certain)  # what the case may not call for stands last
    leads = leading(report.questions)
    of_others = {group.number: group.option for group in plan.groups if leads and _of(group.id) != leads.id}
    lost = [_lost(desk, alone, groups, of_others)] if alone else []
    sure = any(task.certain for task in alone)
    feared = _feared(desk)
    too_late = tuple(_too_late(desk, [task for task in on_time if task.id not in votes | feared], groups))
    maybe = (*together(desk, perhaps), *(() if sure else lost))
    named = tuple(together(desk, essential))
    return Refusals(begun, named, too_late, tuple(lost) if sure else (), maybe, frozenset(votes))


def _lost(
    desk: Desk, alone: Sequence[RoadmapTask], groups: Mapping[int, str], of_others: Mapping[int, str]
) -> NoteStop:
    """Name the bodies any of whose refusals ends a procedure; of one by which another answer goes, that as well."""
    acts = desk.listed((_refusing(desk, task, of_others.get(task.group)) for task in alone), "semicolon")
    return NoteStop(
        text=desk.phrase("note.stop-refusal", acts=acts),
        guard=None,
        citations=(),
        on=tuple(dict.fromkeys(_question(task, groups) for task in alone)),
        acts=tuple(task.id for task in alone),
    )


def _too_late(desk: Desk, tasks: Iterable[RoadmapTask], groups: Mapping[int, str]) -> Iterator[NoteStop]:
    """Give the times after which it is too late."""
    for task in tasks:
        if said := _lapse(desk, task):
            yield NoteStop(text=said, guard=None, citations=task.citations[:CITED], on=(_question(task, groups),))


def _feared(desk: Desk) -> frozenset[str]:
    """Give the acts whose refusal is told among the first dangers, with how to guard against it."""
    rules = (duty.rule for duty in desk.consultation.duties if not duty.presumed)
    return frozenset(act for rule in rules if rule.duty == "warning" and rule.grave for act in rule.refusal_of)


def _under_way(desk: Desk, report: Report) -> Iterator[NoteStop]:
    """Give who can stop what is being voted, to be made sure of before the law's day or that of the plan."""
    planned = {task.id: task.soonest for task in report.roadmap.tasks} if report.roadmap else {}
    for part in report.running:
        for tally in part.tallies:
            if tally.blocked_by is not None:
                by = _before(desk, tally.block_before or planned.get(tally.act))
                yield NoteStop(
                    text=desk.phrase("note.stop-under-way", title=part.title, blocked=no_capital(tally.blocked_by)),
                    guard=by,
                    citations=(),
                    on=tuple(dict.fromkeys(desk.base.options[key].answers for key in part.options)),
                )


def _in_time(task: RoadmapTask) -> tuple[date, date, int]:
    return (*task.to_hold, task.number)


def _refused_beforehand(desk: Desk, plan: Roadmap) -> Iterator[RoadmapTask]:
    """Give the votes of procedures called, each as a task, that somebody stops alone who has refused what is under way.

    Who has refused it cannot be counted on in what follows it. And those that are to keep a legal day by shorter times.
    """
    groups = {group.number: group.id for group in plan.groups}
    for vote, task in _as_tasks(plan):
        pressed = vote.in_time is not None and voting_of(desk, vote.id) is not None
        if pressed or (vote.certain and any(True for _ in _refused_already(desk, task, groups))):
            yield task


def _of_the_rest(desk: Desk, plan: Roadmap, told: set[str]) -> Iterator[RoadmapTask]:
    """Give, of the procedures that a way names beside its first, the votes of what these call that a refusal ends.

    The effect of the way waits for none of them, and yet a part of what is proposed comes to nothing by one refusal:
    the first vote of each body that is not told yet is told.
    """
    options = (each.option for line in desk.consultation.course.lines for each in line.to_carry_out)
    rest = {name for option in options for name in option.procedures[1:]}
    calling = {task.number: task for task in plan.tasks if task.certain and task.id.partition("/")[0] in rest}
    for vote, task in _as_tasks(plan):
        needed = vote.task in calling and vote.certain and vote.before_end and vote.who not in told
        if needed and voting_of(desk, vote.id) is None and _ends(desk, task):
            told.add(vote.who)
            yield task


def _as_tasks(plan: Roadmap) -> Iterator[tuple[CalledVote, RoadmapTask]]:
    """Give the votes of procedures called, each as a task."""
    calling = {task.number: task for task in plan.tasks}
    for vote in plan.called:
        told = {"id": vote.id, "who": vote.who, "title": vote.does, "citations": vote.citations, "awaited": ()}
        first, last = vote.to_hold
        days = {"soonest": first, "latest": last, "majority": vote.majority, "certain": vote.certain}
        yield vote, calling[vote.task].model_copy(update={**told, **days})


def _of_the_essential(
    desk: Desk, plan: Roadmap, task: RoadmapTask, groups: Mapping[int, str]
) -> Iterator[Essential | NoteStop]:
    """Say without whom a vote is lost and, of one under way that is close, what another reading would ask for."""
    first, last = task.to_hold
    who = electorates(desk, plan, last_round(desk.base, task.id), first, last)
    names = indispensable(desk, who, leaving_after(desk, plan, first))
    if names is None:
        return
    refused = [said for said, _ in _refused_already(desk, task, groups)]
    failing = desk.base.act(task.id).failing if refused else None  # who has refused once may well refuse again
    by = last_day_to_save(desk.consultation, task.id, first)
    yield Essential(
        act=task.id,
        on=_question(task, groups),
        who=_who(desk, task),
        does=_if_needed(desk, task),
        names=names,
        disputed=bool(usual_majorities(desk, task.id)) and not is_moot(desk, task.id),
        more=(*refused, *((desk.sentence(failing),) if failing else ())),
        by_when=task.by_when if _lapse(desk, task) else None,
        guard=_guard(desk, who, by),  # no vote keeps an earlier one
        day=by,
        alike=not by_turns(desk, who),
        citations=task.citations[:CITED],
    )
    if doubt := in_doubt(desk, task.id, _who(desk, task), task.title):
        yield doubt.model_copy(update={"on": (_question(task, groups),), "acts": (task.id,)})


def _who(desk: Desk, task: RoadmapTask) -> str:
    """Name who acts, without those of whom a vote is still awaited: they would stand in the middle of a sentence."""
    return capital(desk.actor(desk.base.act(task.id).who)) if task.awaited else task.who


def _refusing(desk: Desk, task: RoadmapTask, way: str | None) -> str:
    """Name who may refuse, with what it does, and that it is asked out of caution where it is."""
    said = desk.phrase("note.stop-who", who=no_capital(task.who), does=_if_needed(desk, task))
    return desk.phrase("note.stop-who-for", said=said, way=way) if way else said


def _before(desk: Desk, day: date | None) -> str | None:
    return desk.phrase("note.sound-before", day=day) if day is not None and day > desk.consultation.as_of else None


def _guard(desk: Desk, who: Electorates, day: date) -> str | None:
    """Say what to make sure of before a vote, or on which side of a merger to hold it."""
    before = _before(desk, day)
    if not by_turns(desk, who):
        return before
    aside = desk.phrase("note.on-one-side")
    return f"{before} {capital(aside)}" if before else aside


def _if_needed(desk: Desk, task: RoadmapTask) -> str:
    said = [] if task.certain else [desk.phrase("depends")]
    written = desk.base.act(task.id) if act_in(desk, task) else None  # caution follows the reading by which it is law
    if written is not None and written.origin == "advice" and written.disputed:
        said.append(desk.phrase("note.cautious-step"))
    return desk.listed((task.title, *said), "comma")


def _ends(desk: Desk, task: RoadmapTask) -> bool:
    """Tell whether a refusal ends the procedure, or sends it back to its beginning; not where another vote follows."""
    act = act_in(desk, task) if second_round(desk.base, task.id) is None else None
    found = act.refused.targets() if act is not None and act.refused is not None else ()
    return any(each.does == "ends" or each.to for each in found)


def _lapse(desk: Desk, task: RoadmapTask) -> str | None:
    """Say that past its time the power to act is lost, or silence is a refusal."""
    act = act_in(desk, task)
    passed = act.limit.passed if act is not None and act.limit is not None else None
    if task.awaited:
        return None  # told beside the vote, with who may still answer until when
    if passed is None or task.by_when is None or not (passed.does == "lapses" or passed.result == "unfavourable"):
        return None
    return full_stop(desk.labelled(desk.phrase("running.act", who=_who(desk, task), does=task.title), task.by_when))


def deciding(desk: Desk, act: str) -> tuple[str, ...]:
    """Give the members each of whom stops a vote to come by its own refusal; none where there is no list."""
    voting = voting_of(desk, last_round(desk.base, act))
    if voting is None:
        return ()
    return blocking_alone(fresh(desk.consultation, voting), voting.count, desk.consultation.as_of)


def refused_already(desk: Desk, plan: Roadmap) -> dict[str, str]:
    """Say, of the first question whose answer needs members that have refused what is under way, who they are.

    The answers after it hang on it: it is not said of each. One that needs what was refused comes before one that is
    about another thing.
    """
    needing, groups = leading_to_effect(desk, plan), {group.number: group.id for group in plan.groups}
    found: dict[bool, dict[str, str]] = {}
    for task in plan.tasks:
        needed = task.number in needing and task.majority and not task.awaited
        for said, same in _refused_already(desk, task, groups) if needed else ():
            text = f"{said} {desk.phrase('note.needed-here')}" if same else said
            found.setdefault(same, {_question(task, groups): text})
    return found.get(True, found.get(False, {}))


def _refused_already(desk: Desk, task: RoadmapTask, groups: Mapping[int, str]) -> Iterator[tuple[str, bool]]:
    """Say which of those who decide a vote voted against something under way, and whether it is about the same thing.

    Nobody can count on them here; having refused another thing, they have not refused this one. Who has left by
    then, or leaves for the answer to be carried out, stops nothing.
    """
    members = frozenset(deciding(desk, task.id)) - gone_at(desk.consultation, groups[task.group])
    for told in desk.consultation.progress.values():
        same = _same_subject(desk, told.progress.procedure, task, groups)
        for name, mark in told.progress.marks.items():
            late = voted_late(desk, f"{told.progress.procedure}/{name}", "against") if mark.votes else ()
            refused = (vote.member for vote in mark.votes if vote.vote == "against" or vote.member in late)
            against = [of for of in refused if of in members]
            if against:
                act = _what_is_refused(desk, told.progress.procedure)
                names = names_said(desk, [voter_name(desk, of) for of in dict.fromkeys(against)])
                phrase = "note.has-refused" if same else "note.has-refused-another"
                yield desk.phrase(phrase, names=names, n=len(against), act=act), same


def _what_is_refused(desk: Desk, procedure: str) -> str:
    """Name what is refused as the answers name it, where one is it: a procedure may serve other bodies as well."""
    kept = (each.option for line in desk.consultation.course.lines for each in line.options)
    names = (option.title for option in kept if procedure in option.procedures)
    return no_capital(desk.say(next(names, desk.base.title_of(procedure))))


def _same_subject(desk: Desk, procedure: str, task: RoadmapTask, groups: Mapping[int, str]) -> bool:
    """Tell whether a procedure leads to what a task does, or to another answer to the same question."""
    answered = {each.answers for each in desk.base.options.values() if procedure in each.procedures}
    return task.id.partition("/")[0] == procedure or _question(task, groups) in answered


def _question(task: RoadmapTask, groups: Mapping[int, str]) -> str:
    return _of(groups[task.group])


def _of(group: str) -> str:
    return group.partition("/")[0]
