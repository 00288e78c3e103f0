"""What the roadmap's renderers say alike: tasks, durations, legal days and where they are written."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.read_otherwise import OtherDay
from petr_advisor.consulting.requirements import truth
from petr_advisor.documents.in_time import BROUGHT
from petr_advisor.documents.places import norms_in, place_name, reference_in
from petr_advisor.knowledge.law import CONFIDENCE_ORDER, Confidence
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.legal_days import LAST_DAY, Forward, LegalDay
from petr_advisor.planning.model import LATE, InTime, KeyDate, NothingToPlanError, Restraint, Risk, Roadmap, Task
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.situation import Situation
from petr_advisor.words.typography import capital, no_capital
from petr_advisor.words.voice import Voice

TO_SHORTEN = 3
"""Acts to shorten that are told of a wished day: where most is to be won."""


def takes(task: Task, voice: Voice) -> str:
    """Give how long a task usually takes."""
    if task.milestone:
        return voice.phrase("milestone")
    if task.takes is None:
        return voice.phrase("takes.called", titles=task.calls)
    return voice.takes(task.takes)


def dates(task: Task, voice: Voice) -> str:
    """Give the days between which a task is done, and those if a legal day that it waits for is kept.

    Of a vote that may make a later act miss its legal day, up to when that one is kept.
    """
    if task.once_kept is not None:
        first, last, due = task.once_kept
        usual = {"soonest": task.soonest, "latest": task.latest}
        return voice.phrase("between-once-kept", first=first, last=last, due=due, **usual)
    if task.in_time is not None:
        return _in_time(task, task.in_time, voice)
    if task.soonest == task.latest:
        return voice.phrase("on-day", day=task.latest)
    return voice.phrase("between", soonest=task.soonest, latest=task.latest)


def _in_time(task: Task, found: InTime, voice: Voice) -> str:
    useful = "on-last-useful" if found.first == found.last else "between-last-useful"
    phrase = useful if found.within_usual else BROUGHT[task.letter == "favourable"]
    usual = {"soonest": task.soonest, "latest": task.latest}
    return voice.phrase(phrase, first=found.first, last=found.last, due=found.due, **usual)


def back(task: Task, voice: Voice) -> str | None:
    """Give the days by which a task has to be done for the wished day."""
    return voice.phrase("back", last=task.back.last, prudent=task.back.prudent) if task.back else None


def numbers(keys: Iterable[str], plan: Roadmap) -> list[str]:
    """Give the numbers of tasks, of those that the plan shows."""
    shown = {task.id: str(place) for place, task in enumerate(plan.tasks, 1)}
    return list(dict.fromkeys(shown[key] for key in keys if key in shown))


def moved(off: tuple[tuple[date, str], ...], plan: Roadmap, voice: Voice) -> list[str]:
    """Say from which days on which nobody works a last day was moved; nothing when it was not."""
    return [voice.phrase("running.moved", day=off[0][0], why=[plan.days_off[key] for _, key in off])] if off else []


def state(found: LegalDay, plan: Roadmap, voice: Voice, *, alone: bool = False) -> str:
    """Say whether a legal day is kept; which act to bring forward, and until when, where its day alone is too late.

    One that moves with the plan is no day out of reach: what its time is too short for is prepared before it runs.
    What is told `alone` names acts: a number is nothing without the list of tasks beside it.
    """
    forward = [_to_bring_forward(each, found, plan, voice, alone=alone) for each in found.forward]
    if found.today:
        return voice.phrase("state.today")
    if found.counted and found.state == "out_of_reach":
        return voice.phrase("state.too_short")
    return voice.listed(forward) if forward else voice.phrase(f"state.{found.state}")


def _to_bring_forward(each: Forward, found: LegalDay, plan: Roadmap, voice: Voice, *, alone: bool) -> str:
    """Say by when to do an act that is planned too late: the one bound by the day, or one that comes before it."""
    days = {"on": each.on, "by": each.by}
    task = numbers([each.act], plan)
    if each.act == found.act or not task:
        return voice.phrase("legal-forward-own", **days)
    if alone:
        return voice.phrase("legal-forward-named", **days, act=_named([each.act], plan, voice)[0])
    return voice.phrase("legal-forward", **days, task=task[0])


def _named(keys: Iterable[str], plan: Roadmap, voice: Voice) -> list[str]:
    """Name tasks, of those that the plan shows."""
    names = {task.id: voice.phrase("running.act", who=task.who, does=task.does) for task in plan.tasks}
    return list(dict.fromkeys(names[key] for key in keys if key in names))


def _to_shorten(found: LegalDay, plan: Roadmap, voice: Voice, *, alone: bool) -> list[str]:
    """Say what to shorten when a legal day is in danger: all of it by number, or where most is to be won by name."""
    if not (tasks := numbers(found.shorten, plan)):
        return []
    if alone:
        before = _named((key for key in found.shorten if key != found.act), plan, voice)
        itself = [voice.phrase("legal-shorten-itself")] if found.act in found.shorten else []  # named just before
        return [voice.phrase("legal-shorten-named", acts=[*before, *itself][:1])]
    return [voice.phrase("legal-shorten", tasks=tasks)]


def completing(task: Task, plan: Roadmap, voice: Voice) -> Iterator[str]:
    """Say the legal days of the tasks that a task completes, where it may come after them."""
    for key in task.completes:
        for found in plan.task(key).legal:
            if found.wished or task.latest <= found.day:
                continue
            how = "completes-late" if task.soonest > found.day else "completes-maybe-late"
            if found.first < found.day:
                how = "completes-late-span" if task.soonest > found.day else "completes-maybe-late-span"
            days = {"first": found.first, "day": found.day}
            yield voice.phrase(how, task=numbers([key], plan)[0], **days)


def legal(found: LegalDay, plan: Roadmap, voice: Voice, *, alone: bool = False) -> str:
    """Give a legal day, its state, why it was moved, and the acts to shorten when it is in danger."""
    key = LAST_DAY if found.name == LAST_DAY else "legal-counted" if found.counted else "legal-day"
    key = "scheme-day" if found.of_a_scheme else key
    key = "wished-day" if found.wished else "legal-span" if found.first < found.day else key
    said = voice.phrase(key, first=found.first, day=found.day, state=state(found, plan, voice, alone=alone))
    more = _to_shorten(found, plan, voice, alone=alone)
    return voice.listed([said, *otherwise(found, voice), *moved(found.off, plan, voice), *more])


def otherwise(found: LegalDay, voice: Voice) -> list[str]:
    """Give the day of another reading, where it gives more time, and whether that is not enough either."""
    if found.otherwise is None:
        return []
    key = "legal-otherwise-kept" if found.kept_otherwise else "legal-otherwise"
    key = "legal-otherwise-late" if found.missed_otherwise else key
    return [voice.phrase(key, day=other_day(found.otherwise, voice))]


def other_day(found: OtherDay, voice: Voice) -> str:
    """Say the last day by another reading; where it is only the earliest that it can be, that it is."""
    if found.first is not None and found.first < found.day:
        return voice.phrase("note.day-between", first=found.first, day=found.day)
    if found.at_earliest is not None:
        return voice.phrase("day-at-earliest", day=found.day, where=voice.say(found.at_earliest))
    return voice.day(found.day)


def warnings(plan: Roadmap, voice: Voice) -> Iterator[str]:
    """Say which legal days are in danger: out of reach, impossible, past, met by no act; last those only at risk."""
    yield from (_in_danger(same, plan, voice) for same in late_together(plan) if same[0].state != "at_risk")
    for each in plan.key_dates:
        # what is to be asked of a scheme before it ends is advice, told with that end: it is no legal day
        if each.unmet and each.origin == "law" and not beside(each) and not _to_check(each):
            unmet = voice.phrase("unmet-past" if each.past else "unmet-itself" if each.itself else "unmet")
            yield capital(voice.phrase("roadmap-legal", day=each.day, what=each.title, state=unmet))
    yield from (_in_danger(same, plan, voice) for same in late_together(plan) if same[0].state == "at_risk")


def late_together(plan: Roadmap) -> list[list[LegalDay]]:
    """Give the legal days in danger, each once: one procedure has one day, though two of its acts are bound by it."""
    found: dict[object, list[LegalDay]] = {}
    for each in plan.late:
        one = (each.act.partition("/")[0], each.day, each.first, each.state, each.shorten)
        found.setdefault(one, []).append(each)
    return list(found.values())


def _in_danger(same: Sequence[LegalDay], plan: Roadmap, voice: Voice) -> str:
    """Say a legal day that is in danger, the acts that it binds, and what to shorten."""
    found, tasks = same[0], [plan.task(each.act) for each in same]
    what = voice.listed([voice.labelled(voice.say(task.who), task.does) for task in tasks])
    told = state(found, plan, voice, alone=True)
    how = [told, *otherwise(found, voice), *_to_shorten(found, plan, voice, alone=True)]
    key = "roadmap-legal-span" if found.first < found.day else "roadmap-legal"
    return capital(voice.phrase(key, first=found.first, day=found.day, what=what, state=voice.listed(how)))


def wish(plan: Roadmap, voice: Voice) -> str | None:
    """Say whether the wished day of effect can be kept, and what to shorten."""
    if plan.wish is None:
        return None
    said = [voice.phrase("roadmap-wish", day=plan.wish.day, state=voice.phrase(f"state.{plan.wish.state}"))]
    if plan.wish.soonest > plan.wish.day:
        said.append(voice.phrase("roadmap-wish-first", day=plan.wish.soonest))
    shorten = _named(plan.wish.shorten, plan, voice)
    if shorten and plan.wish.state in LATE:
        said.append(voice.phrase("roadmap-shorten", acts=shorten[:TO_SHORTEN]))
    return " ".join(said)


def risk(found: Risk, plan: Roadmap, consultation: Consultation, voice: Voice) -> str:
    """Say how long a right of others runs, from what, and until when."""
    base, procedure = consultation.base, found.id.partition("/")[0]
    limit = voice.limit(base, found.limit, base.procedures[procedure])
    task = ", ".join(numbers([found.after], plan))
    said = voice.phrase("risk-until", limit=limit, soonest=found.soonest, latest=found.latest, task=task)
    return voice.listed([said, *moved(found.off, plan, voice)])


def restraint(found: Restraint, voice: Voice) -> str:
    """Say between which days bodies may not decide freely."""
    return voice.phrase("restraint", first=found.first, last=found.last, what=found.title)


def unmet(each: KeyDate, voice: Voice) -> str | None:
    """Say that no act of the plan meets a legal day, and what passing one to come does."""
    if not each.unmet:
        return None
    if _to_check(each):
        return voice.phrase("unmet-to-check")
    if beside(each):
        return voice.phrase("unmet-beside")
    if each.past:
        return voice.phrase("unmet-past")
    told = voice.phrase("unmet-itself" if each.itself else "unmet-unless-done" if each.presumed else "unmet")
    passed = no_capital(voice.say(each.consequence).rstrip(".")) if each.consequence else None
    return voice.phrase("unmet-passed", unmet=told, passed=passed) if passed else told


def beside(each: KeyDate) -> bool:
    """Tell whether a day is told beside the plan and is no alert: unless somebody said that it was not kept."""
    return each.beside and (not each.past or each.presumed)


def _to_check(each: KeyDate) -> bool:
    """Tell whether a past day may have been kept: nobody was told that it was not."""
    return each.past and each.presumed


def by_when(task: Task, consultation: Consultation, voice: Voice) -> str | None:
    """Give the limit that runs for an act and what passing it does; None without one."""
    base, procedure = consultation.base, task.id.partition("/")[0]
    act = base.act(task.id).model_copy(update={"limit": task.limit})
    return voice.by_when(base, act, base.procedures[procedure])


def publicity(task: Task, consultation: Consultation, voice: Voice) -> str | None:
    """Give how an act is made known."""
    ways = [voice.phrase(f"publicity.{way}") for way in consultation.base.act(task.id).publicity]
    return voice.labelled(voice.phrase("made-known"), voice.listed(ways, "comma")) if ways else None


def opinions(task: Task, consultation: Consultation, voice: Voice) -> Iterator[str]:
    """Say whose opinion is asked for within an act: not its own, nor one given in a procedure that it calls."""
    act = consultation.base.act_under(task.id, consultation.followed)
    given = {act.who, *_given(act, consultation)}
    for each in act.consults:
        if each.body not in given and (each.when is None or truth(consultation, each.when) is not False):
            key = "opinion-asked" if each.origin == "law" else "opinion-advised"
            body = voice.say(consultation.base.actors[each.body].label)
            yield voice.phrase(key, body=body, needed=no_capital(voice.say(each.needed)))


def _given(act: Act, consultation: Consultation) -> Iterator[str]:
    """Give who has done an act of a procedure that another act calls."""
    situation = Situation(consultation)
    for name in act.calls.names if act.calls else ():
        marks = situation.marks(name)
        yield from (inner.who for key, inner in situation.acts(name).items() if key in marks and marks[key].over)


def plan_in_short(consultation: Consultation, voice: Voice) -> str:
    """Say in one sentence what the plan of a case comes to, or why there is none."""
    try:
        plan = roadmap(consultation, consultation.as_of)
    except NothingToPlanError as nothing:
        return voice.say(nothing.text)
    said = voice.phrase("plan-in-short", start=plan.start, soonest=plan.soonest, latest=plan.finish)
    return voice.listed([said, *warnings(plan, voice)])


def details(task: Task, plan: Roadmap, consultation: Consultation, voice: Voice) -> tuple[str, ...]:
    """Give all there is to say of a task, one line each, apart from what it is and when it is planned."""
    lines: list[str | None] = [
        takes(task, voice),
        back(task, voice),
        *(legal(each, plan, voice) for each in task.legal),
        *completing(task, plan, voice),
    ]
    if task.origin != "law":
        lines.append(voice.phrase(f"act-origin.{task.origin}"))
    lines.append(by_when(task, consultation, voice))
    lines.extend(opinions(task, consultation, voice))
    lines.append(publicity(task, consultation, voice))
    if task.meets:
        lines.append(voice.phrase("meets", duties=task.meets))
    if task.mends:
        lines.append(voice.phrase("mends-by", cures=task.mends))
    lines.extend(voting(task, voice))
    if task.documents:
        lines.append(voice.labelled(voice.phrase("to-produce"), voice.listed(task.documents, "comma")))
    if not task.certain:
        lines.append(voice.phrase("depends"))
    if task.note is not None:
        lines.append(voice.sentence(task.note))
    if task.after:
        lines.append(voice.phrase("after-tasks", tasks=sorted(numbers(task.after, plan), key=int)))
    if task.same_day:
        lines.append(voice.phrase("same-day-tasks", tasks=sorted(numbers(task.same_day, plan), key=int)))
    if places := cited(task.norms, consultation, voice):
        lines.append(voice.labelled(voice.phrase("col-text"), places))
    return tuple(capital(line) for line in lines if line)


def voting(task: Task, voice: Voice) -> tuple[str, ...]:
    """Give the majority of a task and what silence does, one line each."""
    lines = []
    if task.majority is not None:
        lines.append(voice.labelled(voice.phrase("majority"), task.majority))
    if task.silence is not None:
        lines.append(voice.silence(task.letter or task.silence, safe=task.letter in {None, task.silence}))
    return tuple(map(capital, lines))


def cited(norms: Iterable[str], consultation: Consultation, voice: Voice) -> str:
    """Give where norms stand, each place once, with what is not fully sure."""
    places: dict[str, Confidence] = {}
    for key in norms_in(consultation, norms):
        norm = consultation.base.norms[key]
        reference = reference_in(consultation, norm) if norm.sources else None
        where = place_name(consultation.base, reference, voice) if reference else key
        places[where] = max(places.get(where, "verified"), norm.confidence, key=CONFIDENCE_ORDER.index)
    return voice.listed(
        where if sure == "verified" else f"{where} [{voice.confidence(sure)}]" for where, sure in places.items()
    )
