"""Seats put right by members that an operation ends: whether they can vote them in time, and what else to vote."""

from datetime import date
from functools import cache
from itertools import chain

import pytest

from petr_advisor.documents.model import Report
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import READING, case_in, real_base, report_of
from .test_formats import squeezed

SEATS = "petr/seats-in-bounds"
FILE = READING / "petr-fusion-sieges-hors-bornes-2016.yaml"
ENDING = sorted(
    found.name
    for found in chain.from_iterable(load_scenarios(path, real_base()) for path in READING.glob("petr-fusion-*.yaml"))
    if "governance" in found.key_questions
)
"""Cases of a PETR some of whose members merge, where it is asked how it is governed."""
LATE = squeezed("d’autres membres siégeront dès le")
MENDS = squeezed("Pour réparer ce qui doit l’être")


@cache
def out_of_bounds(name: str) -> Report:
    path, _, variant = name.partition("#")
    return report_of(case_in(READING / f"{path}.yaml", variant or None).answer("governance.seats_in_bounds", "no"))


def told_first(found: Report) -> str:
    return squeezed(" ".join(part.voted or "" for part in found.breaches if part.key == SEATS))


@pytest.mark.parametrize("name", ENDING)
def test_one_remedy_only_is_told_as_that_of_today(name: str) -> None:
    """The answer for the day of the operation is not told as what puts today's seats right, where another does."""
    found = out_of_bounds(name)
    (mended,) = [squeezed(part.mended or "") for part in found.breaches if part.key == SEATS] or [""]
    said = [squeezed(line.decision) for question in found.questions for line in question.lines]
    seats = [each for each in said if squeezed("sièges") in each]
    if squeezed("ne vaut que pour la suite") in mended:
        assert not any(MENDS in each for each in seats)
        assert any(squeezed("Pour la suite, une fois pris effet") in each for each in seats)
    else:
        assert not any(squeezed("Pour la suite, une fois pris effet") in each for each in seats)


@pytest.mark.parametrize("name", ENDING)
def test_members_that_end_before_they_can_vote_are_told_so(name: str) -> None:
    found = out_of_bounds(name)
    plan = found.roadmap
    if plan is None or not told_first(found):
        return
    own = {task.number for task in plan.tasks if task.id.endswith("/change-seats")}
    votes = [vote.soonest for vote in plan.called if vote.task in own]
    then = [day.first or day.day for task in plan.tasks if task.id == "members-merge-some/seats" for day in task.legal]
    late = bool(votes and then) and max(votes) >= min(then)
    assert (LATE in told_first(found)) == late
    assert any(LATE in squeezed(task.note or "") for task in plan.tasks) == late


def test_the_walk_meets_both() -> None:
    told = [LATE in told_first(out_of_bounds(name)) for name in ENDING]
    assert {True, False} <= {*told}


def test_the_day_is_that_of_the_merger() -> None:
    found = out_of_bounds(FILE.stem)
    assert found.roadmap is not None
    (day,) = {day.day for task in found.roadmap.tasks if task.id == "members-merge-some/seats" for day in task.legal}
    assert day == date(2017, 1, 1)
    assert squeezed("demander à la préfecture si le comité peut siéger") in told_first(found)
    assert LATE not in told_first(out_of_bounds(f"{FILE.stem}#in-july"))
    assert LATE in told_first(out_of_bounds(f"{FILE.stem}#three-left"))
