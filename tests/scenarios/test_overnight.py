"""Nothing changes overnight that the day before had not announced: every scenario with acts, moved through time."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.procedures.under_readings import Told
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.scenario import Scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"
WITH_ACTS = [path for path in scenario_files([SCENARIOS]) if "acts:" in path.read_text(encoding="utf-8")]
"""Files some scenario of which records acts, and maybe others."""
DAYS = 300
"""Days followed after the first act."""
LOOKS = 4
"""Days looked at between two that are announced."""


def shown(told: Told | None) -> object:
    if told is None:
        return None
    found = told.progress
    return (
        found.attempt,
        found.state,
        told.disputed,
        {key: (mark.shown, mark.late) for key, mark in found.marks.items()},
    )


def states(consultation: Consultation) -> dict[str, object]:
    return {key: shown(told) for key, told in consultation.progress.items()}


def announced(consultation: Consultation, scenario: Scenario) -> set[date]:
    """Give the days on which something is said to come: next changes, those of other readings too; acts dated later."""
    told = consultation.progress.values()
    progress = (*(each.progress for each in told), *(other.progress for each in told for other in each.otherwise))
    days = {found.next_change.day for found in progress if found.next_change is not None}
    recorded = {day for act in scenario.acts for day in (act.on, act.received, act.effect) if day is not None}
    return days | {day for day in recorded if day > consultation.as_of}


def with_acts(path: Path) -> list[Scenario]:
    return [scenario for scenario in load_scenarios(path, load()) if scenario.acts]


def test_some_scenarios_have_acts() -> None:
    assert sum(len(with_acts(path)) for path in WITH_ACTS) >= 15


@pytest.mark.parametrize("path", WITH_ACTS, ids=lambda path: path.stem)
def test_every_change_of_progress_falls_on_a_day_announced(path: Path) -> None:
    assert [unannounced for scenario in with_acts(path) for unannounced in changes(scenario)] == []


def changes(scenario: Scenario) -> Iterator[tuple[str, date, date]]:
    """Let time pass, and give where something is told otherwise between the days that were announced."""
    draw = Random(scenario.name)  # noqa: S311 - a sample of days, the same at each run
    first = min(day for act in scenario.acts for day in (act.on, act.received) if day is not None)
    consultation = scenario.consultation(engine("native")).on(first)
    end = first + timedelta(days=DAYS)
    while consultation.as_of < end:
        today = consultation.as_of
        coming = min((day for day in announced(consultation, scenario) if day > today), default=end)
        days = (
            [today + timedelta(days=draw.randrange(1, (coming - today).days)) for _ in range(LOOKS)]
            if coming > today + timedelta(days=1)
            else []
        )
        for day in {*days, coming - timedelta(days=1)} - {today}:
            if states(consultation.on(day)) != states(consultation):
                yield scenario.name, today, day
        consultation = consultation.on(coming)
