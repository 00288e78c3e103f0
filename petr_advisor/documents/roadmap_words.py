"""What the roadmap's renderers say alike: tasks, delays, dates and where they are written."""

from collections.abc import Iterable

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.places import place_name, reference_on
from petr_advisor.knowledge.law import CONFIDENCE_ORDER, Confidence
from petr_advisor.planning.roadmap import Delay, KeyDate, Roadmap, Task
from petr_advisor.words.typography import capital
from petr_advisor.words.voice import Voice

SHORT_TIMING = 4
"""A delay in at most so many words says no more than its length."""


def length(delay: Delay, voice: Voice) -> str:
    """Give the length of a delay: 3 mois, 1 to 2 months, 12 months less a day."""
    said = voice.phrase("months" if delay.months else "days", n=delay.months or delay.days)
    if delay.shortest:
        said = voice.phrase("length.range", shortest=delay.shortest, longest=said)
    if delay.months and delay.days:
        days = voice.phrase("days", n=abs(delay.days))
        said = voice.phrase("length.less" if delay.days < 0 else "length.more", months=said, days=days)
    return said


def duration(task: Task, voice: Voice) -> str:
    """Give how long a task takes, and where that comes from."""
    running = f", {voice.phrase('time.running')}" if task.running else ""
    return f"{length(task.duration, voice)} ({voice.phrase(f'time.{task.duration.origin}')}{running})"


def timing(task: Task, voice: Voice) -> str | None:
    """Give the delay in the words of the rule base, where they say more than its length."""
    if task.words is None or (task.duration.words is not None and len(task.words.en.split()) <= SHORT_TIMING):
        return None
    return capital(voice.say(task.words))


def dates(task: Task, voice: Voice) -> str:
    """Give the first and last days of a task."""
    key = "on-day" if task.start == task.finish else "from-to"
    return voice.phrase(key, day=task.start, start=task.start, end=task.finish)


def due(task: Task, voice: Voice) -> str | None:
    """Give the day a task is due, and whether the plan keeps it."""
    if task.due is None:
        return None
    said = voice.labelled(voice.phrase(f"due.{task.due.origin}"), task.due.day)
    if task.due.origin == "planned":
        return said
    margin = task.margin or 0
    return f"{said} ({voice.phrase('due.missed' if margin < 0 else 'due.margin', n=abs(margin))})"


def slack(date_: KeyDate, plan: Roadmap, voice: Voice) -> str | None:
    """Give the days between a task and a date to keep."""
    if date_.slack is None or date_.task is None:
        return None
    late = "slack.later" if date_.origin == "calendar" else "slack.late"
    key = late if date_.slack < 0 else "slack.left"
    return voice.phrase(key, n=abs(date_.slack), task=plan.number(date_.task))


def details(task: Task, plan: Roadmap, consultation: Consultation, voice: Voice) -> tuple[str, ...]:
    """Give all there is to say of a task, one line each, apart from what it is and when it is planned."""
    lines = [duration(task, voice), timing(task, voice), due(task, voice)]
    if task.majority is not None:
        lines.append(voice.labelled(voice.phrase("majority"), task.majority))
    if task.silence is not None:
        lines.append(voice.silence(task.silence))
    if task.documents:
        lines.append(voice.labelled(voice.phrase("to-produce"), voice.listed(task.documents, "comma")))
    if task.kind != "step":
        lines.append(voice.labelled(voice.phrase("duty-kind"), voice.duty(task.kind)))
    if not task.certain:
        lines.append(voice.phrase("depends"))
    if task.note is not None:
        lines.append(voice.sentence(task.note))
    if task.after:
        lines.append(voice.phrase("after-tasks", tasks=[str(n) for n in sorted(map(plan.number, task.after))]))
    if places := cited(task.norms, consultation, voice):
        lines.append(voice.labelled(voice.phrase("col-text"), places))
    return tuple(capital(line) for line in lines if line)


def cited(norms: Iterable[str], consultation: Consultation, voice: Voice) -> str:
    """Give where norms stand, each place once, with what is not fully sure."""
    places: dict[str, Confidence] = {}
    for key in norms:
        norm = consultation.base.norms[key]
        reference = reference_on(consultation.base, norm, consultation.as_of) if norm.sources else None
        where = place_name(consultation.base, reference, voice) if reference else key
        places[where] = max(places.get(where, "verified"), norm.confidence, key=CONFIDENCE_ORDER.index)
    return voice.listed(
        where if sure == "verified" else f"{where} [{voice.confidence(sure)}]" for where, sure in places.items()
    )
