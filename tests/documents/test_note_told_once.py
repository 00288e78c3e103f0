"""A note tells a disputed point once, the days on which nobody sits, and how far the votes that follow run."""

import re
from datetime import date

import pytest

from petr_advisor.documents.model_note import Note
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.procedures.working_days import to_session_day
from tests.documents.conftest import READING, case_in, reading_note, real_base, report_of
from tests.documents.test_formats import squeezed
from tests.documents.test_what_may_stop import report
from tests.drafting.conftest import ENTERING, case, drafts, words

LEAVING = "petr-member-withdraws"
SUNDAY = 6


def note() -> Note:
    held = case(ENTERING).answer("project.revision", "current")
    found = report_of(held).note
    assert found is not None
    return found


def test_the_span_says_until_when_the_votes_that_follow_run() -> None:
    report = report_of(case(ENTERING).answer("project.revision", "current").answer("petr.agreement_signed", "no"))
    found, plan = report.note, report.roadmap
    assert found is not None
    assert plan is not None
    assert found.span is not None
    assert "Les votes qui en découlent vont jusqu’au" in found.span
    last = max(vote.latest for vote in plan.called if vote.certain)
    assert last > plan.end
    assert f"{last.day} février {last.year} au plus tard" in found.span.replace("\u00a0", " ")
    assert str(last.year) in found.span


def test_days_on_which_councils_do_not_sit_are_named() -> None:
    found = note()
    days = {day for vote in found.votes for day in (vote.soonest, vote.latest)}
    off = {day for day in days if to_session_day(day, real_base().holidays, ("46",)) != day}
    assert off != set()
    assert found.no_session is not None
    assert all(re.search(rf"\b{day.day}\b", found.no_session) for day in off if day.day > 1)


def test_the_last_day_of_a_vote_under_way_is_named_where_it_is_a_holiday() -> None:
    """Nobody is to count on the last day that a member has, if its council does not sit on it."""
    found = report(
        as_of=date(2026, 11, 24),
        key_questions=["life"],
        members=[
            {"name": "Lac", "kind": "cc", "population": 17600, "leaves": False},
            {"name": "Bois", "kind": "cc", "population": 13900, "leaves": False},
            {"name": "Pré", "kind": "cc", "population": 10700, "leaves": False},
            {"name": "Mont", "kind": "cc", "population": 19200, "leaves": True},
        ],
        answers={
            "structure.legal_form": "petr",
            "petr.change_planned": "withdrawal",
            "exit.route": "ordinary",
            "leaver.six_years": True,
            "perimeter.remainder_sound": True,
        },
        acts=[
            {"procedure": LEAVING, "act": "committee", "on": date(2026, 9, 14)},
            {
                "procedure": LEAVING,
                "act": "members",
                "member": "Lac",
                "received": date(2026, 9, 23),
                "on": date(2026, 10, 19),
            },
            {"procedure": LEAVING, "act": "members", "member": "Pré", "received": date(2026, 9, 25)},
        ],
    ).note
    assert found is not None
    assert found.no_session is not None
    assert "25décembre2026" in squeezed(found.no_session)


def test_a_council_sits_neither_on_sunday_nor_on_a_holiday() -> None:
    holidays = real_base().holidays
    assert to_session_day(date(2027, 3, 28), holidays, ("46",)) == date(2027, 3, 30)  # Easter, then its Monday
    assert to_session_day(date(2027, 11, 11), holidays, None) == date(2027, 11, 12)
    assert to_session_day(date(2027, 4, 3), holidays, None) == date(2027, 4, 3)  # a Saturday


def test_a_draft_warns_of_a_day_on_which_nobody_sits() -> None:
    made = drafts(ENTERING).made
    base, places = real_base(), case(ENTERING).departements
    resolutions = [each for each in made if base.templates[each.template].kind == "resolution"]
    off = [each for each in resolutions if to_session_day(each.day, base.holidays, places) != each.day]
    assert off != []
    for each in resolutions:
        sunday = each in off and each.day.weekday() == SUNDAY
        assert ("est un dimanche" in words(each)) is sunday, each.name
        assert ("est un jour férié" in words(each)) is (each in off and not sunday), each.name


def test_a_disputed_point_is_told_in_full_once() -> None:
    found = report_of(case(ENTERING).about(["life", "governance"])).note
    assert found is not None
    said = " ".join(answer.sure for answer in found.answers).replace("\u00a0", " ").replace("\u202f", " ")
    told = re.findall(r"« [^»]*\? »", said)
    assert told != []
    assert "même point" in said
    assert sorted(told) == sorted(set(told))


def test_a_revision_that_the_project_answers_is_not_told_again_by_the_entry() -> None:
    held = case(ENTERING)
    alone = [task.id for task in roadmap(held, held.as_of).tasks]
    assert "petr-member-joins/revision" in alone
    held = held.about(["life", "project"])
    both = [task.id for task in roadmap(held, held.as_of).tasks]
    assert "project-updated/expressly-approves-updated" in both
    assert "petr-member-joins/revision" not in both


@pytest.mark.parametrize("name", ["transformation-bloquee-2026", "transformation-bloquee-retrait-2026"])
def test_a_blocked_vote_is_told_blocked_once_and_its_clocks_once(name: str) -> None:
    note = report_of(case_in(READING / f"{name}.yaml")).note
    assert note is not None
    (said,) = note.underway
    assert squeezed("Bloquée") in squeezed(said)
    assert "Vote bloqué" not in said
    assert squeezed("Faute de vote contraire") not in squeezed(said)
    assert squeezed("Si personne ne fait rien") in squeezed(said)


@pytest.mark.parametrize(
    ("name", "told"),
    [("syndicat-epci-demande-la-detr-2016", False), ("transformation-votee-sieges-inconnus-2026", True)],
)
def test_the_refusal_of_one_is_told_with_the_vote_that_it_stops_or_else_by_itself(name: str, *, told: bool) -> None:
    found = report_of(case_in(READING / f"{name}.yaml"))
    assert found.note is not None
    assert any(risk.rule == "risk.one-refusal" for risk in found.risks)
    feared = [stop.text for stop in found.note.stops if stop.text.startswith("Buter sur le refus")]
    stopped = [stop.text for stop in found.note.stops if "se prononce sur la transformation" in stop.text]
    assert (len(feared), len(stopped)) == ((1, 0) if told else (0, 1))


def test_a_day_that_is_past_is_not_among_those_on_which_no_council_sits() -> None:
    """« For a last one, count on the day before » was said of 1 January 2025, two years after."""
    found = reading_note("petr-projet-en-retard-cper-2026")
    assert any(each.day == date(2025, 1, 1) for each in found.dates)
    assert "2025" not in (found.no_session or "")
