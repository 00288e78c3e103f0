"""Dates that a plan has to reckon with: legal days that no act meets, fixed days, elections, calls, yearly acts."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Literal

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.attempts import begun_again
from petr_advisor.consulting.breaches import AvoidingOutcome, presses
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.duties import DutyOutcome
from petr_advisor.consulting.ending import after_the_end, after_the_merger, heir, organ_of_the_body
from petr_advisor.consulting.let_pass import in_place, let_pass
from petr_advisor.consulting.read_otherwise import later_for
from petr_advisor.consulting.to_check import all_to_check, unsound
from petr_advisor.explaining.tree import said
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.planning.building import Built
from petr_advisor.planning.duty_days import DutyDays, day_of_year, duty_title, is_law, is_of_a_scheme, is_wished, key_of
from petr_advisor.planning.model import KeyDate, Restraint, Task
from petr_advisor.planning.restraining import Weeks, known, votes_of, weeks
from petr_advisor.planning.tempo import Tempo
from petr_advisor.planning.voters import named
from petr_advisor.procedures.ballots import Standing
from petr_advisor.procedures.marks import Mark
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

HORIZON = timedelta(days=366)
"""How long after the end of a plan elections still matter to it."""


def key_dates(
    case: Consultation, built: Built, duties: DutyDays, tasks: Sequence[Task], start: date
) -> tuple[KeyDate, ...]:
    """Give the dates to reckon with, in order of time."""
    last = max((task.latest for task in tasks), default=start) + HORIZON
    found = [
        *_unmet(case, duties, end_of_the_body(built)),
        *_terms(case, tasks),
        *_running(case, {each.name for each in built.procedures}),
        *_members_days(case),
        *_to_check(case, built),
        *_unsound(case, built),
        *(each for each in _elections(case, start) if each.day <= last),
        *_calls(case, start),
        *_yearly(built, start),
        *_each_year(case, duties, start, end_of_the_body(built)),
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.id)))


def end_of_the_body(built: Built, tempo: Tempo = "longest") -> date:
    """Give the last day of the body under study, known or by the plan at a speed; the last of all with no end."""
    if built.last is not None:
        return built.last
    days = built.schedule.days[tempo]
    ends = (
        days[each.key(act)].done
        for each in built.procedures
        if any(effect.end_subject for effect in built.situations[each.name].base.procedures[each.name].effects)
        for act in each.effect
    )
    return min(ends, default=date.max)


def _unmet(case: Consultation, duties: DutyDays, end: date) -> Iterator[KeyDate]:
    """Give the dated duties that no act of the plan meets; one that several members owe for one day is told once.

    A day of the body's own life, or of one of its organs, that comes after the plan has ended it is none, unless it
    passes to who takes its place; what passes to a successor is told as owed by that one.
    """
    later = after_the_end(case) or after_the_merger(case) or case
    owed: dict[tuple[str, date | None, bool], list[DutyOutcome]] = {}
    for found in duties.unmet:
        gone = organ_of_the_body(case, found.rule.who) and found.deadline is not None and found.deadline > end
        if gone and (found.rule.passes_on is None or heir(case) is None):
            continue
        owed.setdefault((found.id, found.deadline, found.presumed), []).append(found)
    for (duty, day, presumed), several in owed.items():
        assert day is not None  # noqa: S101 - only dated duties are there
        first, law = several[0], is_law(several[0])
        yield KeyDate(
            duty if len(several) > 1 else key_of(first),
            _with_other_day(
                case, first, _passed_on(case, first, end) or duty_title(later if day > end else case, *several)
            ),
            day,
            "wish" if is_wished(first) else "law" if law else "advice",
            first.rule.norms,
            unmet=law,
            beside=first.rule.beside_plan,
            past=day < case.as_of,
            presumed=presumed,
            consequence=(first.rule.consequence or _too_late(case, first, end)) if law else None,
        )


def _passed_on(case: Consultation, duty: DutyOutcome, end: date) -> Text | None:
    """Say what is owed by who takes the place of the body that a duty binds, once it is gone."""
    after = heir(case) if duty.deadline is not None and duty.deadline > end else None
    if after is None or duty.rule.passes_on is None:
        return None
    return told("mark.labelled", label=who_acts(case, after), value=duty.rule.passes_on)


def _too_late(case: Consultation, duty: DutyOutcome, end: date) -> Text | None:
    """Say of what the body owes while it is there, and no plan holds, that it may be done once the body is gone."""
    comes = duty.deadline is not None and case.as_of <= duty.deadline <= end < date.max
    rule = duty.rule
    if not comes or rule.carried_out_by is None or rule.who is None:
        return None
    return told("date.body-gone", who=who_acts(case, rule.who))


def _with_other_day(case: Consultation, duty: DutyOutcome, title: Text) -> Text:
    """Add to what is owed the day of another reading, where it gives more time."""
    day = later_for(case, duty)
    if day is None:
        return title
    if day.at_earliest is not None:
        return told("date.otherwise-earliest", title=title, day=day.day, where=day.at_earliest)
    return told("date.otherwise", title=title, day=day.day)


def _terms(case: Consultation, tasks: Sequence[Task]) -> Iterator[KeyDate]:
    """Give the events by law to come, and the last day of the acts that avoid each, unless the plan does one by it."""
    for found in case.terms:
        term = found.term
        if found.day is None:
            continue
        origin: Literal["law", "scheme"] = "scheme" if is_of_a_scheme(case.base, term.norms) else "law"
        yield KeyDate(found.key, said(term.title, term.does), found.day, origin, term.norms, past=found.past)
        planned = any(_can_be_done(tasks, each) for each in found.acts)
        if found.spared or planned or let_pass(case, found) or in_place(case, found):
            continue
        for number, each in enumerate(found.acts, 1):
            if each.last is None:
                continue
            asking = said(who_acts(case, term.who), each.does)
            unmet = presses(each.last, case.as_of)  # further away it is asked of nobody yet
            key = f"{found.key}/ask-{number}"
            # Of what the event puts an end to, the answer itself says to ask: no task is missing.
            itself = not each.act.met_by or (bool(term.ends) and each.act.procedure is None)
            yield KeyDate(key, asking, each.last, origin, term.norms, unmet=unmet, itself=itself, past=each.too_late)


def _can_be_done(tasks: Iterable[Task], avoiding: AvoidingOutcome) -> bool:
    """Tell whether a plan can do by its last day, at the shortest usual durations, what avoids an event by law.

    What it begins with for that alone is done with bodies convened at once, where the law leaves the time.
    """
    last = avoiding.last or date.max
    doing = [task for task in tasks if task.id in avoiding.act.met_by]
    hurried = [task for task in doing if avoiding.act.procedure is not None]
    kept = {legal.day for task in hurried for legal in task.legal if legal.state == "out_of_reach"}
    return last in kept or any(task.soonest <= last for task in doing)


def _running(case: Consultation, planned: AbstractSet[str]) -> Iterator[KeyDate]:
    """Give the last days that run in procedures under way which the plan does not carry on."""
    over = planned | begun_again(case)
    for key, found in case.progress.items():
        for act in found.progress.awaited if key not in over else ():
            mark, written = found.progress.marks[act], found.progress.acts[act]
            if mark.due is not None and not mark.late:
                until = mark.tally.until if mark.tally is not None else None
                title = told("mark.labelled", label=who_acts(case, written.who), value=written.does)
                yield KeyDate(f"{key}/{act}", title, until or mark.due.last, "law", written.norms)


def _members_days(case: Consultation) -> Iterator[KeyDate]:
    """Give the days of single members: of a vote planned, the last one of each to answer where they differ."""
    for done in case.recordings.acts:
        if done.member is not None and done.on is not None and done.on > case.as_of:
            act, procedure = case.base.act(done.key), case.base.title_of(done.procedure)
            title = told("date.planned-vote", member=named(case, act, done.member), procedure=procedure)
            yield KeyDate(f"{done.key}@{done.member}", title, done.on, "calendar", act.norms, act=done.key)
    over = begun_again(case)
    for key, found in case.progress.items():
        for name in found.progress.awaited if key not in over else ():
            mark, act = found.progress.marks[name], found.progress.acts[name]
            for (day, standing), members in _clocks(mark).items():
                names = [named(case, act, of) for of in members]
                asked = "date.clock" if standing == "awaited" else "date.clock-back"
                title = told(asked, names=names, procedure=case.base.title_of(key))
                clock = f"{key}/{name}#{day}{'' if standing == 'awaited' else '-back'}"
                yield KeyDate(clock, title, day, "law", act.norms, act=f"{key}/{name}")


def _clocks(mark: Mark) -> dict[tuple[date, Standing], list[str]]:
    """Give the members whose time runs, by its last day, to answer or to go back on a refusal that blocks.

    None where it is one day for all.
    """
    found: dict[tuple[date, Standing], list[str]] = {}
    if mark.tally is None:
        return found
    running: frozenset[Standing] = frozenset({"awaited", *(("against",) if mark.tally.state == "blocked" else ())})
    for vote in mark.votes:
        if (standing := mark.tally.standing[vote.member]) in running and vote.until is not None:
            found.setdefault((vote.until, standing), []).append(vote.member)
    return dict(sorted(found.items())) if len({day for day, _ in found}) > 1 else {}


def _to_check(case: Consultation, built: Built) -> Iterator[KeyDate]:
    """Give the repairs that what is done is to hold, by the end of what is awaited, else by the day of effect."""
    for found in all_to_check(case):
        option, day = case.base.options[found.option], found.by or _effect(case, built, found.procedure)
        if day is not None:
            yield KeyDate(f"check-{found.option}", told("date.to-check", option=option.title), day, "law", option.norms)


def _unsound(case: Consultation, built: Built) -> Iterator[KeyDate]:
    """Give what may be amiss in what is done, by the day of effect, unless a repair says so already."""
    said = {found.procedure for found in all_to_check(case)}
    for found in unsound(case):
        day = found.by or _effect(case, built, found.procedure)
        if day is not None and not found.known and found.procedure not in said:
            title = told("date.unsound", title=found.condition.requirement.title)
            yield KeyDate(check_key(found.condition.key), title, day, "law", found.condition.requirement.norms)


def check_key(condition: str) -> str:
    """Give the key of the day by which a condition is checked."""
    return f"check-{condition.replace('/', '-')}"


def _effect(case: Consultation, built: Built, procedure: str) -> date | None:
    """Give the first day on which a procedure under way may have its effect."""
    days = built.schedule.days["shortest"]
    keys = (f"{procedure}/{act}" for act in case.base.procedures[procedure].effect_at)
    return min((days[key].done for key in keys if key in days), default=None)


def _elections(case: Consultation, start: date) -> Iterator[KeyDate]:
    """Give the municipal elections to come that a norm dated on the day of law."""
    for first, key in elections(case.base).items():
        if first >= start and known(case.base.norms[key], case.as_of):
            yield KeyDate(f"elections-{first}", told("date.elections"), first, "calendar", (key,))


def elections(base: KnowledgeBase) -> dict[date, str]:
    """Give the first ballot of each municipal election that a norm dates, in order of time, with that norm."""
    return dict(sorted((norm.days["election"], key) for key, norm in base.norms.items() if "election" in norm.days))


def _calls(case: Consultation, start: date) -> Iterator[KeyDate]:
    """Give the closing days of calls that norms of the case date."""
    cited = dict.fromkeys(norm for duty in case.duties for norm in duty.rule.norms)
    for line in case.course.lines:
        cited |= dict.fromkeys(norm for option in line.options for norm in option.option.norms)
    for key in cited:
        norm = case.base.norms[key]
        last = norm.days.get("call_closes")
        if last is not None and last >= start:
            yield KeyDate(f"call-{key}", norm.statement, last, "calendar", (key,))


def _yearly(built: Built, start: date) -> Iterator[KeyDate]:
    """Give the days of the year by which acts come back."""
    for own in built.procedures:
        base = built.situations[own.name].base
        for name, act in own.acts.items():
            if act.repeat == "yearly" and act.limit is not None and act.limit.yearly is not None:
                day = date(start.year, act.limit.yearly.month, act.limit.yearly.day)
                day = day if day >= start else day.replace(year=day.year + 1)
                title = told("mark.labelled", label=base.actors[act.who].label, value=act.does)
                yield KeyDate(own.key(name), title, day, "law", act.norms, yearly=True)


def _each_year(case: Consultation, duties: DutyDays, start: date, end: date) -> Iterator[KeyDate]:
    """Give the next day of each yearly duty that no act of the plan meets, while the body that owes it lasts."""
    for found in duties.yearly:
        day = day_of_year(case, found, start)
        if day is not None and (day <= end or not organ_of_the_body(case, found.rule.who)):
            title, norms = duty_title(case, found), found.rule.norms
            yield KeyDate(key_of(found), title, day, "law", norms, yearly=True, presumed=found.presumed)


def restraints(case: Consultation, tasks: Iterable[Task], start: date) -> tuple[Restraint, ...]:
    """Give the days on which bodies of the plan may not decide freely, or had better not vote."""
    planned = tuple(tasks)
    last = max((task.latest for task in planned), default=start)
    found = [
        Restraint(f"{each.key}-{each.first}", each.restraint.title, each.first, each.last, each.restraint.norms)
        for each in weeks(case.base, case.as_of)
        if each.first <= last and each.last >= start and (not each.restraint.advised or _met(case.base, each, planned))
    ]
    return tuple(sorted(found, key=lambda each: each.first))


def _met(base: KnowledgeBase, found: Weeks, tasks: Iterable[Task]) -> bool:
    """Tell whether a vote that the weeks of an election concern may fall in them."""
    then = (task for task in tasks if task.soonest <= found.last and task.latest >= found.first)
    return any(votes_of(found.restraint, base.act(task.id)) for task in then)


def days_off(base: KnowledgeBase) -> dict[str, Text]:
    """Name the days on which nobody works."""
    weekend = {"saturday": told("running.saturday"), "sunday": told("running.sunday")}
    return {**weekend, **{key: holiday.label for key, holiday in base.holidays.items()}}
