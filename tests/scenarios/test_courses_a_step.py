"""At each step of an interview little is worked out: courses for each value of a fact, questions weighed alone."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting import agreeing, consultation
from petr_advisor.consulting.answers import Answered, Listed
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course import Course, _Course, course
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenario, scenario_files
from petr_advisor.scenarios.scenario import Scenario

CASES = 6
TRIES = ("syndicat-ouvert-voies-qui-s-accordent-2015", "transformation-bloquee-2026")
"""Two ways may lead to the same: the values of the fact that they wait for are tried, by which that is seen."""
COURSES = {False: 2, True: 4}
"""Whole courses at a step, by whether values are tried in the case: the one of the case, those of each value, and one
to spare. Where none are to be tried, two values tried all the same are too many."""
ALONE = 20
"""Questions weighed alone at a step, on facts that are not those of the case: 17 where the most are."""


def drawn() -> list[Scenario]:
    """Give some cases, the same ones whatever others are added."""
    files = scenario_files([examples_folder() / "reading"])
    return [loaded(path) for path in sorted(files, key=lambda path: sha256(path.stem.encode()).digest())[:CASES]]


def loaded(path: Path) -> Scenario:
    return load_scenario(path, load())


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


class Counted:
    """What is worked out at one step."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.courses = self.alone = 0
        weighed_alone = _Course.weighed_alone

        def whole(case: Consultation) -> Course[Consultation]:
            self.courses += 1
            return course(case)

        def alone(taken: _Course[Consultation], question: str) -> tuple[CourseLine[Consultation], ...]:
            self.alone += 1
            return weighed_alone(taken, question)

        for module in (agreeing, consultation):
            monkeypatch.setattr(module, "course", whole)
        monkeypatch.setattr(_Course, "weighed_alone", alone)

    def at(self, case: Consultation) -> tuple[int, int]:
        """Give how many courses a step takes, and how many questions it weighs alone."""
        self.courses = self.alone = 0
        assert case.left.to_settle >= 0
        return self.courses, self.alone


@pytest.mark.parametrize("answers", ["said", "unknown"])
def test_little_is_worked_out_at_each_step(monkeypatch: pytest.MonkeyPatch, answers: str) -> None:
    counted = Counted(monkeypatch)
    for scenario in drawn():
        for case in steps(scenario, known=answers == "said"):
            courses, alone = counted.at(case)
            assert 1 <= courses <= COURSES[False], (scenario.name, case.events[-1:])
            assert alone <= ALONE, (scenario.name, case.events[-1:])


@pytest.mark.parametrize("name", TRIES)
def test_each_value_is_tried_once_where_values_are_tried(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    counted = Counted(monkeypatch)
    found = [counted.at(case) for case in steps(loaded(examples_folder() / "reading" / f"{name}.yaml"), known=True)]
    assert 1 < max(courses for courses, _ in found) <= COURSES[True]
    assert max(alone for _, alone in found) <= ALONE
