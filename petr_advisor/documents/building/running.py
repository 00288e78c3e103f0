"""How far procedures have come, put in one language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.consulting.requirements import carried_out_by
from petr_advisor.consulting.running import setting_of
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.votes import names_said, tally_part
from petr_advisor.documents.model_running import RunningPart, SlipPart, TallyPart
from petr_advisor.knowledge.limits import Limit
from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.again import opponents
from petr_advisor.procedures.causes import refusing, settling
from petr_advisor.procedures.limits import Due
from petr_advisor.procedures.order import all_before
from petr_advisor.procedures.progress import Progress, earlier
from petr_advisor.procedures.slips import Slip
from petr_advisor.procedures.under_readings import Otherwise, Told
from petr_advisor.procedures.voting import TRANSITION
from petr_advisor.words.typography import capital, full_stop

AWAITED = 2
"""How many acts awaited are told in brief."""


def running_parts(desk: Desk) -> tuple[RunningPart, ...]:
    """Tell the procedures that have been started."""
    return tuple(_part(desk, told) for told in desk.consultation.progress.values())


def slip_parts(desk: Desk) -> tuple[SlipPart, ...]:
    """Tell the acts recorded that cannot be as they are said."""
    return tuple(SlipPart(kind=slip.kind, said=_slip(desk, slip)) for slip in desk.consultation.recordings.slips)


def _part(desk: Desk, told: Told) -> RunningPart:
    found = told.progress
    acts = found.acts
    tallies = {
        key: tally_part(desk, f"{found.procedure}/{key}", act_title(desk, acts[key]), mark)
        for key, mark in found.marks.items()
        if mark.tally is not None and mark.status not in {"left_out", "implied"}
    }
    awaited = tuple(_awaited(desk, found, key) for key in found.awaited)
    return RunningPart(
        procedure=found.procedure,
        title=_title(desk, found.procedure),
        options=(
            *(key for key, option in desk.base.options.items() if found.procedure in option.procedures),
            *(option.id for option in _called_by(desk, found.procedure)),
        ),
        state=found.state,
        disputed=told.disputed,
        headline=capital(_headline(desk, told)),
        awaited=awaited,
        said=tuple(_said(desk, acts, told)),
        brief=tuple(_brief(desk, told, awaited, tallies)),
        next_day=found.next_change.day if found.next_change else None,
        tallies=tuple(tallies.values()),
        citations=desk.cite(norm for key in found.awaited for norm in acts[key].norms),
    )


def _title(desk: Desk, procedure: str) -> str:
    """Name a procedure, with what it is carried out for where an answer calls it."""
    title = capital(desk.say(desk.base.title_of(procedure)))
    wanted = next((option.option.title for option in _called_by(desk, procedure)), None)
    return desk.phrase("running.of", title=title, option=desk.quoted(wanted)) if wanted else title


def _called_by(desk: Desk, procedure: str) -> Iterator[OptionOutcome]:
    """Give the option of an answer under way that a procedure carries out only as one that it calls."""
    for line in desk.consultation.course.lines:
        option = line.option if line.state == "running" else None
        if option and procedure in {*carried_out_by(line.case, option.option)} - {*option.option.procedures}:
            yield option


def _brief(desk: Desk, told: Told, awaited: Sequence[str], tallies: Mapping[str, TallyPart]) -> Iterator[str]:
    """Say who acts until when and what comes next; where nothing comes by itself, whose votes decide, and readings."""
    found = told.progress
    yield from map(full_stop, awaited[:AWAITED])
    if found.next_change is not None:
        yield from (full_stop(said) for tally in tallies.values() for said in tally.said if said not in tally.nearly)
        yield next_said(desk, found.acts, found)
        yield from (said for tally in tallies.values() for said in tally.nearly)
        return
    for key in dict.fromkeys((*found.awaited, *found.decided_by)):
        yield from tallies[key].said if key in tallies else ()
    yield from _otherwise_said(desk, told)


def _at_leave(found: Progress) -> Iterator[str]:
    """Give the votes that only let the prefect act, as some did not agree."""
    return (key for key, mark in found.marks.items() if mark.result == "prefect_may")


def opposing(desk: Desk, found: Progress) -> list[str]:
    """Name those whose refusals block or refuse a procedure, in the order of the list."""
    against = opponents(found)
    votes = (vote.member for act in found.decided_by for vote in found.marks[act].votes)
    return [member_name(desk, member) for member in dict.fromkeys(votes) if member in against]


def act_title(desk: Desk, act: Act) -> str:
    """Say who does what."""
    return desk.phrase("running.act", who=desk.actor(act.who), does=act.does)


def state_said(desk: Desk, found: Progress) -> str:
    """Say a state, with its day."""
    state = desk.phrase(f"running.{found.state}")
    if found.state == "votes_acquired" and found.silent:
        state = desk.phrase("running.acquired-by-silence")
    elif found.state == "votes_acquired" and any(_at_leave(found)):
        state = desk.phrase("running.acquired-at-leave")
    if found.since is None:
        return state
    if found.since <= found.as_of:
        return desk.phrase("running.since", state=state, day=found.since)
    decided = desk.phrase("running.decided") if found.state == "votes_acquired" else state
    return desk.phrase("running.from", state=decided, day=found.since)


def _headline(desk: Desk, told: Told) -> str:
    state = state_said(desk, told.progress)
    if told.progress.attempt > 1:
        state = f"{state} ({desk.phrase('running.attempt', n=told.progress.attempt)})"
    if not told.disputed:
        return state
    if told.progress.next_change is None:  # the readings follow, each with its point
        return desk.phrase("running.disputed", state=state)
    points = dict.fromkeys(other.point for other in told.otherwise if other.point in desk.base.disputed)
    named = desk.listed(desk.quoted(desk.base.disputed[point].question) for point in points)
    return desk.phrase("running.disputed-on" if named else "running.disputed", state=state, points=named)


def _awaited(desk: Desk, found: Progress, key: str) -> str:
    at_leave = key in desk.base.procedures[found.procedure].effect_at and any(_at_leave(found))
    said = desk.phrase("running.awaited-at-leave" if at_leave else "running.awaited", act=_by_when(desk, found, key))
    said = full_stop(f"{said} ({desk.phrase('running.doubtful')})" if found.marks[key].doubtful else said)
    return " ".join((said, *_time_started_too_late(desk, found, key)))


def _time_started_too_late(desk: Desk, found: Progress, key: str) -> Iterator[str]:
    """Say that the time which runs from an act awaited, if done today only, ends after the day planned of what follows.

    Until then nobody's silence counts. The act may be done already, and nobody said so.
    """
    setting = setting_of(desk.consultation)
    for then, planned, member in found.planned:
        before = all_before(found.acts, (then,)) if member is None else frozenset()
        acts = (found.acts[name] for name in found.acts if name in before)
        running = [act for act in acts if act.limit and act.limit.with_act == key and _deemed(act.limit)]
        ends = [due.last for act in running if act.limit and (due := setting.due(act.limit, found.as_of))]
        if ends and max(ends) > planned:
            who = [desk.actor(act.who) for act in running]
            what = act_title(desk, found.acts[then])
            said = {"who": desk.listed(who, "and"), "end": max(ends), "day": planned, "act": what}
            yield desk.phrase("running.time-not-over", **said)


def _deemed(limit: Limit) -> bool:
    return limit.kind == "maximum" and limit.passed is not None and limit.passed.does == "deemed"


def _by_when(desk: Desk, found: Progress, key: str) -> str:
    """Say until when an act can be done, and what silence is then worth, as the plan says it."""
    act, mark = found.acts[key], found.marks[key]
    title = act_title(desk, act)
    if mark.due is None:
        return desk.phrase("running.end-unknown" if mark.due_unknown else "running.no-term", act=title)
    if mark.late:
        return desk.phrase("running.late", act=title, day=mark.due.last)
    day = mark.due.last if mark.tally is None or mark.tally.until is None else mark.tally.until
    silent = act.vote is not None and (mark.tally is None or bool(mark.tally.waits_for))
    letter = desk.base.act(f"{found.procedure}/{key}").silence
    silence = desk.on_silence(act.silence_prudent or act.silence, letter) if silent else None
    said = desk.phrase("running.until" if silence else "running.until-only", act=title, day=day, silence=silence or "")
    moved = tuple(_moved(desk, mark.due)) if day == mark.due.last else ()
    return f"{said} ({desk.listed(moved)})" if moved else said


def _moved(desk: Desk, due: Due) -> Iterator[str]:
    if due.off:
        why = [day_off(desk, key) for _, key in due.off]
        yield desk.phrase("running.moved", day=due.off[0][0], why=why)
    if due.latest is not None:
        yield desk.phrase("running.moved-perhaps", day=due.latest, why=[day_off(desk, key) for _, key in due.doubtful])


def day_off(desk: Desk, key: str) -> str:
    """Say why nobody works on a day."""
    holiday = desk.base.holidays.get(key)
    return desk.say(holiday.label) if holiday is not None else desk.phrase(f"running.{key}")


def _said(desk: Desk, acts: Mapping[str, Act], told: Told) -> Iterator[str]:
    found = told.progress
    if found.decided_by:
        yield desk.phrase("running.by", acts=_titles(desk, acts, found.decided_by))
    yield next_said(desk, acts, found)
    for before in earlier(found.procedure, setting_of(desk.consultation), found.as_of):
        yield desk.phrase("running.earlier", n=before.attempt, state=state_said(desk, before))
    if omitted := [key for key in found.omitted if acts[key].origin == "law"]:
        yield desk.phrase("running.unrecorded", acts=_titles(desk, acts, omitted))
    for key, mark in found.marks.items():
        limit = acts[key].limit
        if mark.status == "awaited" and mark.due is not None and limit is not None and limit.kind == "window":
            yield full_stop(capital(_by_when(desk, found, key)))
    for act, day, member in found.planned:
        if member is None:
            yield desk.phrase("running.planned", day=day, act=act_title(desk, acts[act]))
        else:
            yield desk.phrase("running.planned-vote", day=day, member=member_name(desk, member))
    yield from _otherwise_said(desk, told)


def _titles(desk: Desk, acts: Mapping[str, Act], keys: Iterable[str]) -> list[str]:
    return [act_title(desk, acts[key]) for key in keys]


def next_said(desk: Desk, acts: Mapping[str, Act], found: Progress) -> str:
    """Say what comes next if nobody does anything."""
    change = found.next_change
    if change is None:
        return desk.phrase("running.stays")
    state = desk.phrase(f"running.{change.state}")
    if change.state == found.state and change.acts:
        return desk.phrase("running.next-act", day=change.day, acts=_titles(desk, acts, change.acts))
    against = refusing(found)
    members = against or settling(found)
    if not members:
        return desk.phrase("running.next", day=change.day, state=state)
    names = names_said(desk, [member_name(desk, member) for member in members])
    key = "running.next-refusals" if against else "running.next-clocks"
    return desk.phrase(key, day=change.day, state=state, names=names, n=len(members))


def _otherwise_said(desk: Desk, told: Told) -> Iterator[str]:
    """Say what other readings give; those of one point that give the same are told together."""
    together: dict[tuple[str, str], list[str]] = {}
    for other in told.otherwise:
        readings = together.setdefault((other.point, state_otherwise(desk, other)), [])
        if other.point != TRANSITION:
            readings.append(desk.say(desk.base.disputed[other.point].readings[other.reading].statement))
    for (point, state), readings in together.items():
        if point == TRANSITION:
            yield desk.phrase("running.transition", state=state)
        else:
            question, reading = desk.base.disputed[point].question, " ".join(readings).rstrip(".")
            yield desk.phrase("running.otherwise", n=len(readings), question=question, reading=reading, state=state)


def state_otherwise(desk: Desk, other: Otherwise) -> str:
    """Say where a procedure stands under another reading: its state, a majority reached already, and until when."""
    found = other.progress
    state, change = state_said(desk, found), found.next_change
    tallies = (found.marks[act].tally for act in found.awaited)
    if any(tally is not None and tally.state == "reached" for tally in tallies):
        state = desk.phrase("running.with-majority", state=state, tally=desk.phrase("running.tally.reached"))
    if change is None:
        return state
    return desk.phrase("running.until-only", act=state, day=change.day - timedelta(days=1))


def member_name(desk: Desk, member: str) -> str:
    """Name a member, in the list or not."""
    listed = desk.consultation.lists
    kind = next((kind for kind, found in listed.items() if member in found.ids), None)
    return desk.entity(kind, member) if kind is not None else desk.set(member)


def _slip(desk: Desk, slip: Slip) -> str:
    if slip.kind == "other_way":
        return _other_way(desk, slip)
    acts = desk.base.procedures[slip.done.procedure].acts
    act = act_title(desk, acts[slip.done.act])
    member = member_name(desk, slip.done.member) if slip.done.member is not None else ""
    said = desk.phrase("slip.by-member", act=act, member=member) if member else act
    fields = {"act": act if slip.kind == "stranger" else said, "member": member, "answer": _answered(desk, slip.fact)}
    told = capital(desk.phrase(f"slip.{slip.kind}", **fields, on=slip.done.on, day=slip.day))
    key = {"called": slip.done.act, "out_of_period": slip.other}.get(slip.kind)
    if key is None:
        return told
    if (other := acts[key]).calls is not None:
        titles = [desk.quoted(desk.base.title_of(name)) for name in other.calls.names]
        return desk.phrase("slip.instead-called", said=told, titles=titles)
    return desk.phrase("slip.instead", said=told, act=act_title(desk, other))


def _answered(desk: Desk, fact: str | None) -> str:
    """Tell what is answered of a fact, as « themes: in part only »."""
    if fact is None:
        return ""
    kind, known = desk.base.facts[fact], desk.consultation.facts.get(fact)
    return desk.labelled(desk.say(kind.label), desk.value(kind, known.value if known else None))


def _other_way(desk: Desk, slip: Slip) -> str:
    """Tell all the acts recorded of a way that is not the one of the case, and what is to be done instead."""
    acts = desk.base.procedures[slip.done.procedure].acts
    told = _titles(desk, acts, dict.fromkeys(done.act for done in slip.acts))
    instead = act_title(desk, acts[slip.other]) if slip.other is not None else ""
    return desk.phrase("slip.other_way", acts=desk.listed(told), instead=instead)
