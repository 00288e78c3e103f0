"""The calendar of a roadmap, read back by the library and line by line as RFC 5545 wants it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from petr_advisor.checking import load
from petr_advisor.commands.roadmap import roadmap_text, write_calendar
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.ics import calendar_file
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.planning.roadmap import Roadmap, roadmap
from petr_advisor.planning.settings import PlanSettings

STAMP = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
START = date(2026, 11, 24)
HOSTILE = 'CC; "A", B\\n\nEND:VEVENT\r\nX:1 <script> {{7*7}} 🏔 עברית \u202e' + "é" * 120
SCENARIO = "scenarios/evolution/real/combraille.yaml#perimeter-sound"
NATIVE = Settings(engine="native")
CREATION = PlanSettings(option="creation")


@pytest.fixture(scope="module")
def consultation() -> Consultation:
    found = Consultation.start(load(None), START, ("evolution",), engine("native"))
    members = {of: {"member.name": HOSTILE, "member.kind": "cc", "member.population": 9000} for of in ("a", "b")}
    return found.list_entities("member", members).answer("structure.legal_form", "closed_syndicate")


@pytest.fixture(scope="module")
def plan(consultation: Consultation) -> Roadmap:
    return roadmap(consultation, START, "l5741-4")


@pytest.fixture(scope="module")
def content(plan: Roadmap, consultation: Consultation) -> bytes:
    return calendar_file(plan, consultation, "fr", stamp=STAMP, territory=HOSTILE)


def events(content: bytes) -> list[Component]:
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def test_one_event_for_each_task_and_each_date(content: bytes, plan: Roadmap) -> None:
    """All-day events, each with its norm, the notice, an alarm."""
    found = events(content)
    assert len(found) == len(plan.tasks) + len(plan.key_dates)
    for event in found:
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        assert type(start) is date
        assert end - start == timedelta(days=1)
        assert event.decoded("dtstamp") == STAMP
        assert "non une consultation juridique" in str(event["description"])
        assert event.walk("VALARM")
    vote = next(event for event in found if "délibère sur la transformation" in str(event["summary"]))
    assert vote.decoded("dtstart") == plan.task("l5741-4/votes-transformation-preferably").finish
    assert "L. 5741-4" in str(vote["description"]).replace("\u00a0", " ")
    assert "silence vaut accord" in str(vote["description"])


def test_lines_as_the_standard_wants_them(content: bytes) -> None:
    """CRLF, at most 75 octets a line, version and product named, no line of ours or of a name unfolded."""
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"VERSION:2.0" in lines
    assert any(line.startswith(b"PRODID:") for line in lines)
    assert b"X:1" not in lines
    for line in lines:
        line.decode()


def test_a_hostile_name_stays_a_name(content: bytes, plan: Roadmap) -> None:
    """It closes nothing, opens nothing, and comes back without its control characters."""
    assert content.count(b"BEGIN:VEVENT") == content.count(b"\r\nEND:VEVENT") == len(plan.tasks) + len(plan.key_dates)
    name = str(Calendar.from_ical(content)["x-wr-calname"])
    assert 'CC; "A", B' in name
    assert "<script> {{7*7}} 🏔 עברית" in name
    assert "\n" not in name
    assert "\u202e" not in name


def test_identifiers_are_stable_and_apart(content: bytes, plan: Roadmap, consultation: Consultation) -> None:
    """The same event keeps its identifier when dates move; another territory's has another."""
    uids = [str(event["uid"]) for event in events(content)]
    assert len(set(uids)) == len(uids)
    moved = roadmap(consultation, START + timedelta(days=40), "l5741-4")
    later = calendar_file(moved, consultation, "en", stamp=STAMP, territory=HOSTILE)
    tasks = len(plan.tasks)
    assert [str(event["uid"]) for event in events(later)][:tasks] == uids[:tasks]
    other = calendar_file(plan, consultation, "fr", stamp=STAMP, territory="Autre")
    assert not set(uids) & {str(event["uid"]) for event in events(other)}
    assert calendar_file(plan, consultation, "fr", stamp=STAMP, territory=HOSTILE) == content


def test_alarms_ring_in_the_morning_of_a_day_before(content: bytes) -> None:
    """Relative to the event, days before, at nine."""
    triggers = {alarm.decoded("trigger") for event in events(content) for alarm in event.walk("VALARM")}
    assert triggers == {timedelta(hours=9) - timedelta(days=days) for days in (7, 30)}


def test_a_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    """An existing file is refused unless asked, and nothing is left beside."""
    output = tmp_path / "petr.ics"
    assert "petr.ics" in write_calendar(SCENARIO, output, NATIVE, CREATION, stamp=STAMP)
    first = output.read_bytes()
    assert events(first)
    with pytest.raises(PetrAdvisorError, match="exists already"):
        write_calendar(SCENARIO, output, NATIVE, CREATION, stamp=STAMP)
    write_calendar(SCENARIO, output, NATIVE, CREATION, stamp=STAMP, overwrite=True)
    assert output.read_bytes() == first
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".petr-")] == []


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A sentence, no traceback, no half-written file."""
    with pytest.raises(PetrAdvisorError, match="is not a folder"):
        write_calendar(SCENARIO, tmp_path / "absent" / "petr.ics", NATIVE, CREATION)
    (tmp_path / "folder").mkdir()
    with pytest.raises(PetrAdvisorError, match="folder"):
        write_calendar(SCENARIO, tmp_path / "folder", NATIVE, CREATION, overwrite=True)
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".petr-")] == []


def test_an_empty_plan_makes_no_calendar(plan: Roadmap, consultation: Consultation) -> None:
    """A calendar without an event is not valid."""
    with pytest.raises(PetrAdvisorError, match="nothing"):
        calendar_file(replace(plan, tasks=(), key_dates=()), consultation, "fr", stamp=STAMP)


def test_the_roadmap_of_a_scenario_as_text() -> None:
    """The command gives the three phases."""
    text = roadmap_text(SCENARIO, Settings("en", engine="native"), CREATION)
    assert "Territorial project" in text
    assert "not legal advice" in text
