"""What is not a document: the calendar file, the roadmap and the comparison of every real case, read back."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from petr_advisor.documents.blocks import Table, cell
from petr_advisor.documents.ics import calendar_file, count_events
from petr_advisor.documents.renderers.text import text as as_text
from petr_advisor.documents.texts import comparison_text, plan_text
from petr_advisor.explaining.comparing.comparison import then_and_now
from petr_advisor.planning.model import NothingToPlanError, Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.settings import PlanSettings
from petr_advisor.words.texts import Language
from petr_advisor.words.typography import KEYBOARD_SPACES, capital
from petr_advisor.words.voice import Voice
from tests.documents.conftest import CASES, real_case

STAMP = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
EACH_CASE = pytest.mark.parametrize(("name", "language"), CASES, ids=[case[0] for case in CASES])


def plan_of(name: str) -> Roadmap | None:
    """Plan a real case; None where there is nothing to plan."""
    case = real_case(name)
    try:
        return roadmap(case, case.as_of)
    except NothingToPlanError:
        return None


@EACH_CASE
def test_calendar(name: str, language: Language) -> None:
    """The library reads the file without a fault: an event for each task and date, on the day of the plan."""
    plan = plan_of(name)
    if plan is None:
        return
    content = calendar_file(plan, real_case(name), language, stamp=STAMP, territory=name)
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    events = list(calendar.walk("VEVENT"))
    assert len(events) == count_events(plan, real_case(name))
    days = {event.decoded("dtstart") for event in events if event.walk("VALARM")}
    to_come = {each.day for each in plan.key_dates if not each.past}
    assert to_come | {each.first for each in plan.legal} == days
    assert len({str(event["uid"]) for event in events}) == len(events)


@EACH_CASE
def test_roadmap(name: str, language: Language) -> None:
    """The parts of the course; each task with its actor, its days and what it leaves behind; each date to keep."""
    plan = plan_of(name)
    if plan is None:
        return
    voice = Voice(language)

    def said(words: str) -> str:
        return words.translate(KEYBOARD_SPACES)

    text = plan_text(real_case(name), language, PlanSettings(start=plan.start))
    assert all(said(voice.say(group.title)) in text for group in plan.groups)
    for task in plan.tasks:
        assert f"\n- {plan.number(task.id)} {said(capital(voice.say(task.who)))}" in text
        assert said(voice.day(task.latest)) in text
        assert all(said(voice.say(document)) in text for document in task.documents)
    assert all(said(voice.day(each.day)) in text for each in plan.key_dates)
    assert any(task.documents for task in plan.tasks)


@EACH_CASE
def test_what_is_not_planned_says_why(name: str, language: Language) -> None:
    """A plan goes with something to carry out; else neither roadmap nor calendar plans a way that nobody proposed."""
    case = real_case(name)
    if any(option.acts for line in case.course.lines for option in line.to_carry_out):
        assert plan_of(name)
        return
    assert plan_of(name) is None
    with pytest.raises(NothingToPlanError) as nothing:
        roadmap(case, case.as_of)
    said = Voice(language).say(nothing.value.text)
    assert said.translate(KEYBOARD_SPACES)[:40] in plan_text(case, language, PlanSettings()).translate(KEYBOARD_SPACES)


@EACH_CASE
def test_comparison(name: str, language: Language) -> None:
    """The same case in 2014 and today: both dates are named, and what changes or that nothing does."""
    (found,) = then_and_now(real_case(name), [date(2014, 6, 15), date(2026, 11, 24)])
    text, voice = comparison_text(found, language), Voice(language)
    assert voice.day(date(2014, 6, 15)) in text
    assert voice.day(date(2026, 11, 24)) in text
    assert len(text.splitlines()) > 3


def test_no_two_dashes_follow_each_other() -> None:
    """Arguments that have a dash each stand below their title; one argument alone stands beside it."""
    several, alone = (
        cell("– Un cadre de contrats", "– Une personne publique"),
        cell("Un seul argument, assez long " * 3),
    )
    table = Table(
        caption="", header=("Voie", "Pour", "Contre"), rows=((cell("Créer un PETR"), several, alone),), widths=(1, 1, 1)
    )
    assert as_text([table]).splitlines()[1:4] == [
        "    Pour",
        "      – Un cadre de contrats",
        "      – Une personne publique",
    ]
    assert as_text([table]).splitlines()[4].startswith("    Contre – Un seul argument")
