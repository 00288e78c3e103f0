"""At each step of an interview few courses are worked out: what is tried for each value is bounded."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting import agreeing, consultation
from petr_advisor.consulting.answers import Answered, Listed
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import Course, course
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenario, scenario_files
from petr_advisor.scenarios.scenario import Scenario

CASES = 6
MOST = 20
"""Courses at a step: as many as a fact has values, and a few."""


def drawn() -> list[Scenario]:
    files = scenario_files([examples_folder() / "reading"])
    return [load_scenario(path, load()) for path in Random(7).sample(files, CASES)]  # noqa: S311 - to be had again


def steps(scenario: Scenario, *, known: bool) -> Iterator[Consultation]:
    """Hold an interview on the members of a case, every question answered as it says or « I do not know »."""
    held = scenario.consultation(engine("native"))
    said = {event.key: event.value for event in held.events if isinstance(event, Answered)} if known else {}
    begun = Consultation.start(held.base, held.as_of, held.key_questions, held.engine)
    case = replace(begun, events=tuple(event for event in held.events if isinstance(event, Listed)))
    while True:
        yield case
        asked = case.agenda.next()
        if asked is None:
            return
        value = said.get(asked.key)
        case = case.dont_know(*asked.key) if value is None else case.answer(asked.fact, value, asked.of)


@pytest.mark.parametrize("answers", ["said", "unknown"])
def test_few_courses_are_worked_out_at_each_step(monkeypatch: pytest.MonkeyPatch, answers: str) -> None:
    worked_out = 0

    def counted(case: Consultation) -> Course[Consultation]:
        nonlocal worked_out
        worked_out += 1
        return course(case)

    for module in (agreeing, consultation):
        monkeypatch.setattr(module, "course", counted)
    most = 0
    for scenario in drawn():
        for case in steps(scenario, known=answers == "said"):
            worked_out = 0
            assert case.left.to_settle >= 0
            assert worked_out <= MOST, (scenario.name, case.events[-1:])
            most = max(most, worked_out)
    assert most >= 1
