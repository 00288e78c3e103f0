"""In a diary, the days of members that vote on days of their own are told with their names, and no day for all."""

from datetime import UTC, datetime

from icalendar import Calendar

from petr_advisor.documents.ics import calendar_file, count_events
from petr_advisor.planning.roadmap import roadmap
from tests.drafting.conftest import SYNDICATE_OF_THREE, case

STAMP = datetime(2026, 11, 25, tzinfo=UTC)


def test_a_member_is_named_on_no_day_of_another() -> None:
    """Two members meet on two days and may answer until two: an event for both would give one the other's."""
    held = case(SYNDICATE_OF_THREE)
    plan = roadmap(held, held.as_of)
    events = Calendar.from_ical(calendar_file(plan, held, "fr", stamp=STAMP)).walk("VEVENT")
    assert len(events) == count_events(plan, held)
    days = [each for each in plan.key_dates if each.act is not None]
    task = plan.task(str(days[0].act))
    assert {each.origin for each in days} == {"law", "calendar"}
    names = {str(vote.value) for of in held.lists["member"].ids if (vote := held.facts.get("member.name", of))}
    told = [str(each["summary"]) for each in events if any(name in str(each["summary"]) for name in names)]
    assert len(told) == len(days)
    assert all(sum(name in said for name in names) == 1 for said in told)
    assert task.majority is not None
    by_day = {each.decoded("dtstart"): str(each["description"]) for each in events if str(each["summary"]) in told}
    assert all("Majorité" in by_day[each.day] for each in days)
