"""A roadmap as a calendar file (iCalendar, RFC 5545) for Outlook, Thunderbird and Apple Calendar."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vDuration

from petr_advisor import __version__
from petr_advisor.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.knowledge.texts import Language
from petr_advisor.planning.key_dates import OF_TASK
from petr_advisor.planning.roadmap import KeyDate, Roadmap, Task
from petr_advisor.report import roadmap_words as words
from petr_advisor.report.typography import capital, clean

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
        raise PetrAdvisorError(
            "this roadmap holds no task and no date: there is nothing to put in a calendar",
            fr="cette feuille de route n'a ni tâche ni date : il n'y a rien à mettre dans un calendrier",
        )
    calendar = Calendar()
    calendar.add("prodid", f"-//petr-advisor//roadmap {__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = clean(f"{words.phrase('title', language)} – {territory or words.say(plan.title, language)}")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    identity = _identity(plan, consultation, territory)
    for event in _events(plan, consultation, language, identity):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(plan: Roadmap, consultation: Consultation, language: Language, identity: str) -> Iterator[Event]:
    for task in plan.tasks:
        yield _task(task, plan, consultation, language, identity)
    for each in plan.key_dates:
        if each.id.startswith(OF_TASK):
            continue  # the event of the task stands on that day
        yield _key_date(each, plan, consultation, language, identity)


def _task(task: Task, plan: Roadmap, consultation: Consultation, language: Language, identity: str) -> Event:
    """Give a task's event, on the day it is due by law or advice when that is to come, else on its last day."""
    due = task.due is not None and task.due.origin != "planned" and task.due.day >= plan.start
    last = task.due.day if task.due is not None and due else task.finish
    who, does = words.say(task.who, language), words.say(task.does, language)
    kind = ("Échéance", "Deadline") if due else ("Prévu", "Planned")
    lines = [
        f"{capital(who)}{' :' if language == 'fr' else ':'} {does}",
        capital(words.dates(task, language)),
        *words.details(task, plan, consultation, language),
        *([capital(words.phrase("critical", language))] if task.critical else []),
    ]
    summary = f"{kind[language == 'en']}{' :' if language == 'fr' else ':'} {does} ({who})"
    return _event(f"{identity}/{task.id}", last, summary, lines, language, ALARMS["due" if due else "planned"])


def _key_date(each: KeyDate, plan: Roadmap, consultation: Consultation, language: Language, identity: str) -> Event:
    """Give the event of a date to keep; one that comes back each year does so in the diary."""
    lines = [capital(words.phrase(f"origin-{each.origin}", language))]
    lines += [words.slack(each, plan, language) or "", words.cited(each.norms, consultation, language)]
    title = capital(words.say(each.title, language))
    event = _event(f"{identity}/{each.id}", each.day, title, lines, language, ALARMS["due"])
    if each.yearly:
        event.add("rrule", {"freq": "yearly"})
    return event


def _event(key: str, on: date, summary: str, lines: list[str], language: Language, alarms: tuple[int, ...]) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, key)}@petr-advisor")
    event.add("summary", clean(summary))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add(
        "description", "\n".join([*(clean(line) for line in lines if line), "", words.phrase("notice", language)])
    )
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
