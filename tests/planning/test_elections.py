"""Around elections: what a body may not decide, and leaves to the next one, is planned after; the note says so."""

from datetime import date
from typing import get_args

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.restraining import weeks
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base, report_of

FILES = (
    "course/power-and-statutes-before-elections.yaml",
    "course/bodies-that-did-not-meet.yaml",
    "life/body-today.yaml",
    "life/powers-of-water-and-waste.yaml",
)
DAYS = (date(2025, 11, 3), date(2026, 1, 12), date(2026, 3, 2))
"""Days from which plans meet the elections of March 2026."""


def _cases() -> list[Consultation]:
    files = (examples_folder() / name for name in FILES)
    found = [next(iter(load_scenarios(file, real_base()))).consultation(engine("native")) for file in files]
    return [case.on(day) for case in found for day in DAYS]


def test_no_vote_is_planned_while_its_body_handles_current_business_only() -> None:
    base = real_base()
    looked_at = delegations = 0
    for case in _cases():
        (found,) = (each for each in weeks(base, case.as_of) if not each.restraint.advised)
        try:
            plan = roadmap(case, case.as_of)
        except PetrAdvisorError:
            continue
        for step in steps(case, plan):
            act = base.act(step.id)
            bound = act.vote and {act.vote.body, act.who} & {*found.restraint.who} and not step.planned
            if bound and not act.current_business:
                looked_at += 1
                first = found.outgoing if act.for_its_term else found.first
                delegations += act.for_its_term
                assert not first <= step.soonest <= found.last, step.id
                assert not first <= step.latest <= found.last, step.id
    assert looked_at > 10
    assert delegations >= 2


@pytest.mark.parametrize("language", get_args(Language))
def test_the_note_tells_the_elections_that_its_plan_meets(language: Language) -> None:
    case = _cases()[1]
    note = report_of(case, language).note
    assert note is not None
    business = "affaires courantes" if language == "fr" else "current business"
    election = [each for each in note.dates if each.day == date(2026, 3, 15) and business in each.text]
    assert len(election) == 1


def test_a_vote_of_epcis_between_the_rounds_is_warned_of_and_moved_by_nothing() -> None:
    """No text read restrains the councils of the EPCIs: the plan says so where one of their votes may fall then."""
    councils = real_base().restraints["councils-renewed"]
    told = set()
    for case in _cases():
        try:
            plan = roadmap(case, case.as_of)
        except PetrAdvisorError:
            continue
        (found,) = (each for each in weeks(real_base(), case.as_of) if each.restraint is councils)
        then = [task for task in plan.tasks if task.soonest <= found.last and task.latest >= found.first]
        votes = [real_base().act(task.id).vote for task in then]
        expected = any(vote is not None and vote.body in councils.who for vote in votes)
        assert (councils.title in {each.title for each in plan.restraints}) == expected
        told.add(expected)
    assert told == {True, False}
