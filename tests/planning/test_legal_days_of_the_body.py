"""A legal day of the body's own life that a plan crosses is told, whatever is asked: by the note, or by an act."""

from datetime import date

import pytest

from petr_advisor.consulting.goals import refining_goals
from petr_advisor.documents.model import Report
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import real_base, report_of

FILES = (
    "course/power-and-statutes-before-elections.yaml",
    "course/seats-for-the-day-of-a-withdrawal.yaml",
    "life/body-today.yaml",
)
QUESTIONS = (("life",), ("governance",), ("services",), ("life", "contracts"))
REVISED = date(2027, 3, 15)
"""Twelve months after the elections of March 2026, as a precaution."""


def _told(report: Report) -> bool:
    noted = report.note is not None and any(each.day == REVISED and each.danger for each in report.note.dates)
    carried = report.roadmap and any(legal.day == REVISED for task in report.roadmap.tasks for legal in task.legal)
    return noted or bool(carried)


@pytest.mark.parametrize("day", [date(2025, 10, 6), date(2026, 2, 9), date(2026, 6, 1)])
def test_the_revision_after_the_elections_is_told_whatever_is_asked(day: date) -> None:
    looked_at = 0
    for name in FILES:
        scenario = next(iter(load_scenarios(examples_folder() / name, real_base())))
        for asked in QUESTIONS:
            case = scenario.consultation(engine("native")).about(asked).on(day).answer("petr.project_approved", "yes")
            try:
                crossed = roadmap(case, day).last_day >= REVISED
            except PetrAdvisorError:
                continue
            report = report_of(case) if crossed else None
            if report is not None and report.note is not None and report.note.kind == "course":
                looked_at += 1
                assert _told(report), (name, asked)
    assert looked_at >= 2


def test_nobody_is_asked_for_a_day_that_is_told_anyway() -> None:
    scenario = next(iter(load_scenarios(examples_folder() / FILES[0], real_base())))
    case = scenario.consultation(engine("native")).about(["life"]).on(date(2026, 6, 1))
    assert "project.revision-2026.earliest" in {each.id for each in case.duties}
    about = {goal.id for goal in refining_goals(case) if goal.kind == "duty"}
    assert not about & {key for key, rule in case.base.rules.items() if rule.told_anyway}


def test_a_vote_that_keeps_a_day_whose_passing_costs_has_its_majority() -> None:
    """Else the note leaves the most urgent vote out of what is asked: only what a majority carries is a vote."""
    base = real_base()
    feared = {act for rule in base.rules.values() if rule.consequence is not None for act in rule.met_by}
    votes = {key: base.act(key) for key in feared if str(base.act(key).takes).startswith("vote-")}
    assert votes
    assert [key for key, act in votes.items() if act.vote is None] == []
