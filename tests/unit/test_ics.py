"""The calendar of a roadmap, read back by the library and line by line as RFC 5545 wants it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from petr_advisor.checking import load
from petr_advisor.commands.roadmap import roadmap_text, write_calendar
from petr_advisor.commands.settings import Settings
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.ics import calendar_file, count_events
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import NothingToPlanError, Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.settings import PlanSettings
from petr_advisor.planning.steps import called_votes

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
    return calendar_file(plan, consultation, "fr", stamp=STAMP, territory=HOSTILE, case="a.yaml")


def events(content: bytes) -> list[Component]:
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def test_one_event_for_each_task_legal_day_and_date(content: bytes, plan: Roadmap, consultation: Consultation) -> None:
    """All-day events that span the act, each with its norm, the notice, a number of revision and an organiser."""
    found = events(content)
    assert len(found) == count_events(plan, consultation)
    spans = {(event.decoded("dtstart"), event.decoded("dtend")) for event in found}
    for task in plan.tasks:
        assert (task.soonest, task.latest + timedelta(days=1)) in spans
    for legal in plan.legal:
        assert (legal.first, legal.day + timedelta(days=1)) in spans
    for event in found:
        assert type(event.decoded("dtstart")) is date
        assert event.decoded("dtstamp") == event.decoded("last-modified") == STAMP
        assert "non une consultation juridique" in str(event["description"])
        assert str(event["organizer"]) == "invalid:nomail"
        assert event["organizer"].params["CN"] == "petr-advisor"


def test_a_later_file_has_a_higher_number_of_revision(plan: Roadmap, consultation: Consultation) -> None:
    """A diary takes the later of two events of one identifier for the one that holds."""
    later = calendar_file(plan, consultation, "fr", stamp=STAMP + timedelta(hours=1), case="a.yaml")
    first = calendar_file(plan, consultation, "fr", stamp=STAMP, case="a.yaml")
    for one, other in zip(events(first), events(later), strict=True):
        assert one["uid"] == other["uid"]
        assert one.decoded("sequence") < other.decoded("sequence")


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


def test_a_hostile_name_stays_a_name(content: bytes, plan: Roadmap, consultation: Consultation) -> None:
    """It closes nothing, opens nothing, and comes back without its control characters."""
    assert content.count(b"BEGIN:VEVENT") == content.count(b"\r\nEND:VEVENT") == count_events(plan, consultation)
    name = str(Calendar.from_ical(content)["x-wr-calname"])
    assert 'CC; "A", B' in name
    assert "<script> {{7*7}} 🏔 עברית" in name
    assert "\n" not in name
    assert "\u202e" not in name


def test_identifiers_are_stable_and_apart(content: bytes, plan: Roadmap, consultation: Consultation) -> None:
    """The same event keeps its identifier when dates, language or title change; another case's has another."""
    uids = [str(event["uid"]) for event in events(content)]
    assert len(set(uids)) == len(uids)
    moved = roadmap(consultation, START + timedelta(days=40), "l5741-4")
    later = calendar_file(moved, consultation, "en", stamp=STAMP, territory="Another title", case="a.yaml")
    assert {str(event["uid"]) for event in events(later)} == set(uids)
    other = calendar_file(plan, consultation, "fr", stamp=STAMP, territory=HOSTILE, case="b.yaml")
    assert not set(uids) & {str(event["uid"]) for event in events(other)}
    assert calendar_file(plan, consultation, "fr", stamp=STAMP, territory=HOSTILE, case="a.yaml") == content


def test_only_legal_days_and_dates_ring(content: bytes, plan: Roadmap, consultation: Consultation) -> None:
    """Relative to the event, days before, at nine; an act rings for nothing."""
    ringing = [event for event in events(content) if event.walk("VALARM")]
    acts = len(plan.tasks) + sum(1 for _ in called_votes(consultation, plan))
    assert len(ringing) == count_events(plan, consultation) - acts
    triggers = {alarm.decoded("trigger") for event in ringing for alarm in event.walk("VALARM")}
    assert triggers <= {timedelta(hours=9) - timedelta(days=days) for days in (7, 30)}


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


def test_a_closed_way_has_neither_plan_nor_calendar(tmp_path: Path) -> None:
    """An association cannot be transformed: nothing is written."""
    with pytest.raises(NothingToPlanError, match="closed by a text"):
        write_calendar(SCENARIO, tmp_path / "petr.ics", NATIVE, PlanSettings(option="l5741-4"))
    assert not list(tmp_path.iterdir())


def test_the_roadmap_of_a_scenario_as_text() -> None:
    """The command tells the line of the course, its option and the acts."""
    text = roadmap_text(SCENARIO, Settings("en", engine="native"), CREATION)
    assert "Create a PETR" in text
    assert "not legal advice" in text
