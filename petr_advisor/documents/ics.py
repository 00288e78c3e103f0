"""A plan as a calendar file (iCalendar, RFC 5545; published as RFC 5546 wants it) for any diary."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vCalAddress, vDuration, vText

from petr_advisor import __version__
from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents import roadmap_words as words
from petr_advisor.documents.in_time import in_time
from petr_advisor.planning.legal_days import LegalDay
from petr_advisor.planning.model import KeyDate, Roadmap, Task
from petr_advisor.planning.steps import called_votes
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import capital, clean
from petr_advisor.words.voice import Voice

NINE_O_CLOCK = timedelta(hours=9)
ALARMS = (30, 7)
"""Days before a legal day on which an alarm rings; acts ring none."""
NOBODY = "invalid:nomail"
"""The address of an organiser that is not to be answered."""
MINUTE = 60


def calendar_file(
    plan: Roadmap,
    consultation: Consultation,
    language: Language,
    *,
    stamp: datetime,
    territory: str = "",
    case: str = "",
    organizer: str = "petr-advisor",
) -> bytes:
    """Give the calendar of a plan; the same arguments give the same bytes.

    Identifiers of events hang on the case, its members and the act, never on words: a later file of the same case
    replaces the events of an earlier one, whatever its language, and two territories keep apart in one diary.
    """
    calendar, voice = Calendar(), Voice(language)
    calendar.add("prodid", f"-//petr-advisor//roadmap {__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = clean(f"{voice.phrase('roadmap')} – {territory or voice.say(plan.groups[0].option)}")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    identity = _identity(consultation, case)
    for event in _events(plan, consultation, voice, identity):
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("sequence", int(stamp.timestamp()) // MINUTE)
        organised = vCalAddress(NOBODY)
        organised.params["CN"] = vText(clean(organizer))
        event.add("organizer", organised)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def count_events(plan: Roadmap, consultation: Consultation) -> int:
    """Tell how many events the calendar of a plan holds."""
    called = sum(1 for _ in called_votes(consultation, plan))
    legal = sum(len(_days_for_all(task, plan)) for task in plan.tasks)
    return sum(not _by_members(task, plan) for task in plan.tasks) + legal + called + len(_to_come(plan))


def _events(plan: Roadmap, consultation: Consultation, voice: Voice, identity: str) -> Iterator[Event]:
    for task in plan.tasks:
        if not _by_members(task, plan):
            yield _task(task, plan, consultation, voice, identity)
        for found in _days_for_all(task, plan):
            yield _legal(found, task, plan, consultation, voice, identity)
    for task, step in called_votes(consultation, plan):
        yield _called(task, step, consultation, voice, identity)
    for each in _to_come(plan):
        yield _key_date(each, plan, consultation, voice, identity)


def _by_members(task: Task, plan: Roadmap) -> bool:
    """Tell whether members have each their own day told, a meeting or the last one: one for all gives another's."""
    own = [each for each in _to_come(plan) if each.act == task.id]
    return any(each.origin == "law" for each in own) or (task.planned is not None and bool(own))


def _days_for_all(task: Task, plan: Roadmap) -> list[LegalDay]:
    """Give the legal days of a task but those of some of its members only, which are told with their names."""
    own = {each.day for each in _to_come(plan) if each.act == task.id and each.origin == "law"}
    return [found for found in task.legal if found.day not in own]


def _to_come(plan: Roadmap) -> list[KeyDate]:
    """Give the dates to reckon with that a diary has a place for: none that was over on the day of law."""
    return [each for each in plan.key_dates if not each.past]


def _task(task: Task, plan: Roadmap, consultation: Consultation, voice: Voice, identity: str) -> Event:
    """Give a task's event: from the day on which it is done at the shortest to the same at the longest.

    Of a vote that has to leave what follows it its time before a day of the law, those that do.
    """
    who, does = voice.say(task.who), voice.say(task.does)
    lines = [
        voice.labelled(capital(who), does),
        capital(words.dates(task, voice)),
        *words.details(task, plan, consultation, voice),
        *([capital(voice.phrase("critical"))] if task.critical else []),
    ]
    summary = voice.labelled(voice.phrase("event.planned"), voice.phrase("running.act", who=who, does=does))
    first, last = task.to_hold
    return _event(f"{identity}/{task.id}", first, last, summary, lines, voice)


def _called(task: Task, step: Task, consultation: Consultation, voice: Voice, identity: str) -> Event:
    """Give the event of a vote of a procedure that a task calls, on the days that keep a legal one if it has any."""
    base = consultation.base
    act = base.act_under(step.id, consultation.followed)
    said = voice.phrase("running.act", who=who_acts(consultation, act.who), does=act.does)
    told = in_time(consultation, task, step, voice)
    lines = [capital(said), capital(told or words.dates(step, voice))]
    if act.majority:
        lines.append(capital(voice.labelled(voice.phrase("majority"), base.majorities[act.majority].label)))
    lines += [] if step.certain else [capital(voice.phrase("depends"))]
    lines.append(words.cited(act.norms, consultation, voice))
    summary = voice.labelled(voice.phrase("event.planned"), said)
    first, last = step.brought if told and step.brought else (step.soonest, step.latest)
    return _event(f"{identity}/called/{step.id}", first, last, summary, lines, voice)


def _legal(
    found: LegalDay, task: Task, plan: Roadmap, consultation: Consultation, voice: Voice, identity: str
) -> Event:
    """Give the event of a day by which the law wants a task; one that moves with the plan lasts as long as it may."""
    lines = [capital(words.legal(found, plan, voice, alone=True)), words.cited(task.norms, consultation, voice)]
    due = voice.phrase(_due_of(found))
    if found.state != "met":  # a list of events shows their names alone
        due = voice.phrase("event.in-danger", due=due, state=voice.phrase(f"event.state.{_state_of(found)}"))
    summary = voice.labelled(due, voice.phrase("running.act", who=task.who, does=task.does))
    return _event(f"{identity}/{task.id}#{found.name}", found.first, found.day, summary, lines, voice, ALARMS)


def _due_of(found: LegalDay) -> str:
    """Give the phrase that says what kind of day a legal day is."""
    key = "event.due-counted" if found.counted else "event.due-of-a-scheme" if found.of_a_scheme else "event.due"
    return "event.wished" if found.wished else key


def _state_of(found: LegalDay) -> str:
    """Give the state in short: one that moves with the plan is no day out of reach, its time is too short."""
    too_short = found.counted and found.state == "out_of_reach"
    return "today" if found.today else "too_short" if too_short else found.state


def _key_date(each: KeyDate, plan: Roadmap, consultation: Consultation, voice: Voice, identity: str) -> Event:
    """Give the event of a date to keep; one that comes back each year does so in the diary."""
    lines = [capital(voice.phrase(f"told-by.{each.origin}")), words.unmet(each, voice) or ""]
    task = next((task for task in plan.tasks if task.id == each.act), None)
    lines += [voice.labelled(capital(voice.say(task.who)), task.does), *words.voting(task, voice)] if task else []
    lines.append(words.cited(each.norms, consultation, voice))
    title = capital(voice.say(each.title))
    event = _event(f"{identity}/{each.id}", each.day, each.day, title, lines, voice, ALARMS)
    if each.yearly:
        event.add("rrule", {"freq": "yearly"})
    return event


def _event(
    key: str, first: date, last: date, summary: str, lines: list[str], voice: Voice, alarms: tuple[int, ...] = ()
) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, key)}@petr-advisor")
    event.add("summary", clean(summary))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
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


def _identity(consultation: Consultation, case: str) -> str:
    listed = consultation.facts.entities.get("member")
    members = ",".join(sorted(listed.ids)) if listed else ""
    return f"petr-advisor:{case}:{members}"
