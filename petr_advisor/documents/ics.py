"""A roadmap as a calendar file (iCalendar, RFC 5545) for Outlook, Thunderbird and Apple Calendar."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vDuration

from petr_advisor import __version__
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents import roadmap_words as words
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.planning.key_dates import OF_TASK
from petr_advisor.planning.roadmap import KeyDate, Roadmap, Task
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import capital, clean
from petr_advisor.words.voice import Voice

NINE_O_CLOCK = timedelta(hours=9)
ALARMS = {"due": (30, 7), "planned": (7,)}
"""Days before the event on which an alarm rings: more for a day fixed by law or advice than for a planned one."""


def calendar_file(
    plan: Roadmap, consultation: Consultation, language: Language, *, stamp: datetime, territory: str = ""
) -> bytes:
    """Give the calendar of a roadmap; the same arguments give the same bytes.

    Identifiers of events hang on the territory's name, its members and the option: a later file of the same case
    replaces the events of an earlier one, and two territories keep apart in one diary.
    """
    if not plan.tasks and not plan.key_dates:
        raise PetrAdvisorError.of("command.nothing-to-plan")
    calendar, voice = Calendar(), Voice(language)
    calendar.add("prodid", f"-//petr-advisor//roadmap {__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = clean(f"{voice.phrase('roadmap')} – {territory or voice.say(plan.title)}")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    identity = _identity(plan, consultation, territory)
    for event in _events(plan, consultation, voice, identity):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(plan: Roadmap, consultation: Consultation, voice: Voice, identity: str) -> Iterator[Event]:
    for task in plan.tasks:
        yield _task(task, plan, consultation, voice, identity)
    for each in plan.key_dates:
        if each.id.startswith(OF_TASK):
            continue  # the event of the task stands on that day
        yield _key_date(each, plan, consultation, voice, identity)


def _task(task: Task, plan: Roadmap, consultation: Consultation, voice: Voice, identity: str) -> Event:
    """Give a task's event, on the day it is due by law or advice when that is to come, else on its last day."""
    due = task.due is not None and task.due.origin != "planned" and task.due.day >= plan.start
    last = task.due.day if task.due is not None and due else task.finish
    who, does = voice.say(task.who), voice.say(task.does)
    lines = [
        voice.labelled(capital(who), does),
        capital(words.dates(task, voice)),
        *words.details(task, plan, consultation, voice),
        *([capital(voice.phrase("critical"))] if task.critical else []),
    ]
    summary = f"{voice.label('event.due' if due else 'event.planned')} {does} ({who})"
    return _event(f"{identity}/{task.id}", last, summary, lines, voice, ALARMS["due" if due else "planned"])


def _key_date(each: KeyDate, plan: Roadmap, consultation: Consultation, voice: Voice, identity: str) -> Event:
    """Give the event of a date to keep; one that comes back each year does so in the diary."""
    lines = [capital(voice.phrase(f"told-by.{each.origin}"))]
    lines += [words.slack(each, plan, voice) or "", words.cited(each.norms, consultation, voice)]
    title = capital(voice.say(each.title))
    event = _event(f"{identity}/{each.id}", each.day, title, lines, voice, ALARMS["due"])
    if each.yearly:
        event.add("rrule", {"freq": "yearly"})
    return event


def _event(key: str, on: date, summary: str, lines: list[str], voice: Voice, alarms: tuple[int, ...]) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, key)}@petr-advisor")
    event.add("summary", clean(summary))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("description", "\n".join([*(clean(line) for line in lines if line), "", voice.phrase("roadmap-notice")]))
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["PETR"])
    for days in alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", clean(summary))
        alarm["trigger"] = vDuration(NINE_O_CLOCK - timedelta(days=days))
        event.add_component(alarm)
    return event


def _identity(plan: Roadmap, consultation: Consultation, territory: str) -> str:
    listed = consultation.facts.entities.get("member")
    members = ",".join(sorted(listed.ids)) if listed else ""
    return f"petr-advisor:{territory}:{members}:{plan.option}"
