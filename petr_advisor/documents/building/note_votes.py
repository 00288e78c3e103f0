"""The votes of a note: those of the plan, of what it calls, and under way; which come first, who decides them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from petr_advisor.documents.building.close_votes import left_of, so_far
from petr_advisor.documents.building.counted_without import counted_without
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.disputed_votes import disputed_majority
from petr_advisor.documents.building.due_days import Days, due_of, held_before, held_within, in_good_time, is_pressed
from petr_advisor.documents.building.electorate import Electorates, electorates
from petr_advisor.documents.building.first_voted import body_voting
from petr_advisor.documents.building.hung_votes import hung_votes
from petr_advisor.documents.building.indispensable import indispensable
from petr_advisor.documents.building.lasting import late_parts, reserve
from petr_advisor.documents.building.later_law import later_law
from petr_advisor.documents.building.leading import leading_to_effect
from petr_advisor.documents.building.leaving import leaving_after
from petr_advisor.documents.building.once_voted import once_voted
from petr_advisor.documents.building.rival_votes import turns_on
from petr_advisor.documents.building.second_rounds import first_round_silence, last_round, second_round
from petr_advisor.documents.building.second_votes import second_vote
from petr_advisor.documents.building.silence import votes_unplanned
from petr_advisor.documents.building.votes import awaited_of, turns_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteVote
from petr_advisor.documents.model_roadmap import CalledVote, Roadmap, RoadmapTask
from petr_advisor.planning.beyond import Beyond
from petr_advisor.planning.legal_days import NEAR
from petr_advisor.planning.lines import DUE, REPAIR
from petr_advisor.words.typography import capital, no_capital

NEXT = 3
"""Votes added to the first ones of several questions because a body that has one there holds them before it."""
PRESSED = 2
"""Votes that a day of the law presses, added to the first ones of several questions."""
OPENED = 1
"""Votes added likewise because a text has the procedure that takes them begin at once."""
SOONER = 2
"""Votes to come that stand above that of the answer, where members have begun it."""
WEIGHED = frozenset({"members_and_population", "communes_and_population"})
"""Majorities that nobody counts without having their rule before him."""


def votes(desk: Desk, report: Report) -> tuple[NoteVote, ...]:
    """Give the acts that a majority carries, in order of time: those of the plan, of what it calls, and under way."""
    plan = report.roadmap
    planned = {*(task.id for task in plan.tasks), *(vote.id for vote in plan.called)} if plan else set()
    under_way = votes_unplanned(desk, planned)
    if plan is None:
        return tuple(sorted(under_way, key=_in_time))
    found = [task for task in plan.tasks if task.majority and not task.milestone]
    hung, asked = hung_votes(desk, plan), desk.consultation.key_questions
    ways = {group.number: group.option for group in plan.groups}
    places = {group.number: group.id.partition("/")[0] for group in plan.groups}
    questions = {task.number: places[task.group] for task in plan.tasks if places[task.group] in asked}
    leading = leading_to_effect(desk, plan)
    beside = {group.number for group in plan.groups if group.id.startswith((DUE, REPAIR))}
    proposed = {task.number for task in plan.tasks if task.group not in beside}
    own = [_vote(desk, plan, task, ways[task.group]) for task in found]
    called = [_called_vote(desk, plan, vote, ways) for vote in plan.called]
    ends = _ends(desk, plan)
    marked = (
        vote.model_copy(
            update={
                "decides": vote.task in leading,
                "question": questions.get(vote.task),
                "proposed": vote.task in proposed,
                "how": (*_reserved(desk, vote, ends), *vote.how, *hung.get(vote.task, ())),
                "hangs": next(iter(hung.get(vote.task, ())), None),
            }
        )
        for vote in (*own, *called)
    )
    return tuple(sorted((*marked, *under_way), key=_in_time))


def _ends(desk: Desk, plan: Roadmap) -> dict[int, Beyond | None]:
    """Give, by task, what ends what its answer uses before the plan has it carried out."""
    late, places = late_parts(desk), {group.number: group.id for group in plan.groups}
    return {task.number: late.get(places[task.group]) for task in plan.tasks}


def _reserved(desk: Desk, vote: NoteVote, ends: Mapping[int, Beyond | None]) -> Iterator[str]:
    """Say of a vote that comes after that end that this is to be cleared up first."""
    if said := reserve(desk, ends.get(vote.task), vote.soonest):
        yield said.rstrip(".")


def each_purpose_once(desk: Desk, found: Iterable[NoteVote]) -> Iterator[NoteVote]:
    """Leave what votes are for to the first of those that are for the same.

    One of another procedure refers to it where it stands just above, and says it again where another stands between:
    nothing else says what its votes are about.
    """
    told: dict[str, set[str | None]] = {}
    above: str | None = None
    for vote in found:
        by = told.setdefault(vote.purpose, set()) if vote.purpose else set()
        same = desk.phrase("note.same-purpose") if vote.purpose == above else vote.purpose
        said = None if vote.procedure in by else same
        yield vote.model_copy(update={"purpose": said}) if by else vote
        by.add(vote.procedure)
        above = vote.purpose


def _in_time(vote: NoteVote) -> tuple[date, date, int]:
    return vote.soonest, vote.latest, vote.task


def deciding_first(
    found: Sequence[NoteVote], first: int, most: int, stopping: Collection[str] = (), leading: str | None = None
) -> tuple[NoteVote, ...]:
    """Keep some votes: the first ones hold those that decide, as far as there is room; each lot is in order of time.

    A vote under way, and one held again, comes before those to come; where it has a term it stands before them. Of
    those that decide, what only some cases call for gives its place to what every case does, then to what one member
    alone can stop; of the others, those that may miss their day are kept, then those that one member can stop. To the
    first ones are added some that a day of the law presses, although no effect waits for them, the one by which all
    begins, that of what is to be begun at once though it takes long, and what a body told there votes before: a
    council reads in that table when it sits next. Those `stopping`, without which the note says that nothing is done
    or by a day that it tells, are all kept: among the first, those of the only answer, or those that decide the one
    that is `leading`, of which the first vote at least is there.
    """
    ranked = sorted(
        found,
        key=lambda vote: (not vote.awaited, not ((vote.begun or vote.anew) and vote.proposed), not vote.decides,
                          not vote.certain, not vote.lost_by_one, _in_time(vote)),
    )  # fmt: skip
    called_too = first < most  # where one table has them all, those that decide are not crowded out
    pressed = [vote for vote in ranked[first:] if vote.pressed and (called_too or vote.purpose is None)][:PRESSED]
    if called_too and (opening := _opening(ranked)) not in (*ranked[:first], *pressed, None):
        pressed = [*pressed, *filter(None, (opening,))]
    if called_too:
        pressed += [vote for vote in ranked[first:] if vote.opens and vote not in pressed][:OPENED]
        pressed += _next_of_each([*ranked[:first], *pressed], ranked)
    pressed += [vote for vote in ranked[first:] if vote not in pressed and vote.certain and vote.act in stopping
                and ((vote.decides and vote.question == leading) or not called_too)]  # fmt: skip
    if called_too and leading is not None and all(vote.question != leading for vote in (*ranked[:first], *pressed)):
        own = (vote for vote in ranked if vote.question == leading and vote.certain)
        pressed += [vote for vote in (min(own, key=_in_time, default=None),) if vote is not None]
    head = [vote.model_copy(update={"first": True}) for vote in _in_order((*ranked[:first], *pressed))]
    left = [vote for vote in ranked[first:] if vote not in pressed]
    rest = sorted(left, key=lambda vote: (vote.act not in stopping, not _late(vote), not vote.lost_by_one,
                                          _in_time(vote)))  # fmt: skip
    needed = sum(vote.act in stopping for vote in left)
    return (*head, *sorted(rest[: max(most - len(head), needed)], key=_in_time))


def _opening(ranked: Sequence[NoteVote]) -> NoteVote | None:
    """Give the vote by which all begins: the first that decides, where none is under way."""
    deciding = [vote for vote in ranked if vote.decides and vote.certain]
    under_way = any(vote.awaited for vote in ranked)
    return None if under_way else min(deciding, key=_in_time, default=None)


def _next_of_each(head: Sequence[NoteVote], ranked: Sequence[NoteVote]) -> list[NoteVote]:
    """Give what bodies that vote in the first table vote before, of what is proposed: all that each may vote first.

    A body of which a vote is under way sits for that one.
    """
    open_yet = {vote.who for vote in ranked if vote.awaited}
    known = {who: min(vote.soonest for vote in head if vote.who == who) for who in {vote.who for vote in head}}
    before = [vote for vote in ranked if vote.proposed and vote.certain and vote.who not in open_yet
              and vote.soonest < known.get(vote.who, date.min)]  # fmt: skip
    first = {who: min(vote.soonest for vote in before if vote.who == who) for who in {vote.who for vote in before}}
    return sorted((vote for vote in before if vote.soonest == first[vote.who]), key=_in_time)[:NEXT]


def _in_order(found: Sequence[NoteVote]) -> list[NoteVote]:
    """Put first what is being voted, then the rest in order of time.

    The vote of the answer itself, where members agreed or voted already, comes before all others to come where these
    would have it off the first page.
    """
    in_time = sorted(found, key=lambda vote: (not vote.awaited, _in_time(vote)))
    to_come = [vote for vote in in_time if not vote.awaited]
    places = [place for place, vote in enumerate(to_come) if (vote.begun or vote.anew) and vote.proposed]
    if not places or places[0] <= SOONER:
        return in_time
    return sorted(in_time, key=lambda vote: (not vote.awaited, not ((vote.begun or vote.anew) and vote.proposed)))


def _late(vote: NoteVote) -> bool:
    """Tell whether the usual durations take a vote past the day of the law that it has to keep."""
    return vote.due is not None and vote.latest > vote.due


def _called_vote(desk: Desk, plan: Roadmap, vote: CalledVote, ways: Mapping[int, str]) -> NoteVote:
    calling = next(task for task in plan.tasks if task.number == vote.task)
    awaited = awaited_of(desk, vote.id)
    opens = not awaited and _opens(plan, calling, vote)
    soonest, _ = vote.to_hold
    needed = None if awaited else _decided_by(desk, electorates(desk, plan, vote.id, soonest, vote.latest))
    between, due = held_within(desk, plan, calling, vote)
    return NoteVote(
        task=vote.task,
        act=vote.id,
        who=vote.who,
        does=vote.does,
        purpose=calling.title,
        procedure=vote.id.partition("/")[0],
        way=ways[calling.group],
        how=_how(desk, vote, needed),
        apart=counted_without(desk, vote.id),
        silence=vote.silence and capital(vote.silence),
        when=" ".join(awaited) or capital(desk.phrase("note.begin-now", when=between.said) if opens else between.said),
        days=() if awaited else between.told,
        awaited=awaited,
        turns=tuple(turns_of(desk, vote.id)),
        opens=opens,
        anew=second_vote(desk, vote.id) is not None,
        soonest=soonest,
        latest=vote.latest,
        due=None if awaited else due,
        pressed=not awaited and vote.before_end and is_pressed(plan, calling),
        certain=vote.certain,
        turns_on=None if vote.certain else turns_on(desk, vote.id),
        lost_by_one=needed is not None,
        citations=vote.citations,
    )


def _opens(plan: Roadmap, calling: RoadmapTask, vote: CalledVote) -> bool:
    """Tell whether a vote is the first of what a text asks for and nothing holds back: it is to be begun at once."""
    at_once = calling.origin == "law" and calling.certain and not calling.after and calling.begins <= plan.start
    of_the_same = [other for other in plan.called if other.task == vote.task]
    first = min(of_the_same, key=lambda other: (other.soonest, other.latest))
    return at_once and vote.certain and vote is first


def _vote(desk: Desk, plan: Roadmap, task: RoadmapTask, way: str) -> NoteVote:
    needed, due = _needed(desk, plan, task), None if task.awaited else due_of(plan, task)
    own = _back(task) or _days_planned(desk, task) or _once_kept(task)
    in_time = None if own or task.awaited else task.in_time
    first, last = task.to_hold if in_time else (task.soonest, due)
    when = own or _in_good_time(desk, plan, task) or held_before(desk, plan, task, due)
    return NoteVote(
        task=task.number,
        act=task.id,
        who=body_voting(desk, task),
        does=task.title,
        way=way,
        how=_how(desk, task, needed),
        sequel=(*_waits_for_others(desk, plan, task), *once_voted(desk, plan, task)),
        apart=counted_without(desk, task.id),
        silence=task.silence and capital(task.silence),
        when=" ".join(task.awaited) or capital(when.said),
        days=() if task.awaited else when.told,
        awaited=task.awaited,
        turns=tuple(turns_of(desk, task.id)),
        begun=so_far(desk, task.id) is not None,
        anew=second_vote(desk, task.id) is not None,
        soonest=first,
        latest=task.latest,
        due=last,
        pressed=not task.awaited and is_pressed(plan, task),
        certain=task.certain,
        turns_on=None if task.certain else turns_on(desk, task.id),
        lost_by_one=needed is not None and not task.awaited,
        citations=task.citations,
    )


def _days_planned(desk: Desk, task: RoadmapTask) -> Days | None:
    """Say the days on which members vote, where each that has not yet has one and they are several."""
    acts = (done for done in desk.consultation.recordings.acts if done.key == task.id and done.member is not None)
    days = sorted({done.on for done in acts if done.on is not None and done.on > desk.consultation.as_of})
    if len(days) < 2 or task.soonest != task.latest or days[-1] != task.latest:
        return None
    return Days(desk.listed((desk.phrase("on-day", day=day) for day in days), "and"), tuple(days))


def _once_kept(task: RoadmapTask) -> Days | None:
    """Say when a task is done where it waits for a legal day that may be kept, and where that day is missed."""
    return Days(task.dates_said, (*task.once_kept, task.soonest, task.latest)) if task.once_kept else None


def _in_good_time(desk: Desk, plan: Roadmap, task: RoadmapTask) -> Days | None:
    """Say up to when a vote leaves what follows it its time before a day of the law, and what is to be convened now."""
    if task.in_time is None:
        return None
    first, last, _ = task.in_time
    if first == task.soonest or desk.base.act(task.id).silence == "favourable":
        return Days(task.dates_said, (first, last))
    when = in_good_time(desk, task)
    near = last <= plan.start + NEAR
    return when._replace(said=desk.phrase("note.convene-now", when=when.said)) if near else when


def _back(task: RoadmapTask) -> Days | None:
    """Say by when a wished day wants an act; nothing where that day comes before the first on which it can be done."""
    if task.back_said is None or task.last is None or task.last < task.soonest:
        return None
    return Days(task.back_said, (task.last,))


def _how(desk: Desk, vote: RoadmapTask | CalledVote, needed: str | None) -> tuple[str, ...]:
    """Say how a vote is carried, and of that rule that it is disputed, or not in force yet.

    Of one that nobody said whether it was held: that it is asked for unless it was.
    """
    rule = (disputed_majority(desk, vote.id), later_law(desk, vote.id))
    held = desk.phrase("note.unless-held") if isinstance(vote, RoadmapTask) and vote.supposed else None
    anew = second_vote(desk, vote.id)
    counted = so_far(desk, vote.id)
    left = left_of(desk, vote.id)
    silence = first_round_silence(desk, vote.id, vote.silence)
    return tuple(capital(text) for text in (held, anew, vote.majority, counted, left, needed, silence, *rule) if text)


def _waits_for_others(desk: Desk, plan: Roadmap, task: RoadmapTask) -> Iterator[str]:
    """Say for what acts of other procedures a vote waits by caution, where the plan holds them."""
    titles = {other.id: other.title for other in plan.tasks}
    for name in desk.base.act(task.id).after_others:
        if name in titles:
            yield desk.phrase("note.after-others", act=no_capital(titles[name]))


def each_rule_once(desk: Desk, found: Iterable[NoteVote]) -> Iterator[NoteVote]:
    """Spell, at the first vote of the first table that it carries, a majority that counts people or takes two."""
    found = tuple(found)
    twice = {desk.base.act(vote.act).majority for vote in found if second_round(desk.base, vote.act)}
    known = (each for key, each in desk.base.majorities.items()
             if key in twice or (each.count and each.count.by in WEIGHED))  # fmt: skip
    rules = {capital(desk.say(each.label)): no_capital(desk.say(each.explanation)).rstrip(".") for each in known}
    for vote in found:
        spelt = [text for text in vote.how if text in rules and vote.first]
        yield vote.model_copy(
            update={"how": tuple(desk.labelled(text, rules[text]) if text in spelt else text for text in vote.how)}
        )
        rules = {text: rule for text, rule in rules.items() if text not in spelt}


def _needed(desk: Desk, plan: Roadmap, task: RoadmapTask) -> str | None:
    """Name the members without whom a vote is lost."""
    first, last = task.to_hold
    who = electorates(desk, plan, last_round(desk.base, task.id), first, last)
    even_then = second_round(desk.base, task.id) is not None
    return _decided_by(desk, who, leaving_after(desk, plan, first), even_then=even_then)


def _decided_by(desk: Desk, who: Electorates, leaving: Collection[str] = (), *, even_then: bool = False) -> str | None:
    names = indispensable(desk, who, leaving)
    return desk.phrase("note.decides-even-then" if even_then else "note.decides", names=names) if names else None
