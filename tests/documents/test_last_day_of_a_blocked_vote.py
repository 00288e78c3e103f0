"""Where a refusal blocks a vote, those who still vote are given their own last day, and the plan waits for it.

A page gave the one EPCI that had still to vote, which received the text two days after the one that refused, two days
less; the prefect's order was counted from before the end of the silence that gives its agreement.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.running import running_parts
from petr_advisor.documents.building.votings import last_day_to_save
from petr_advisor.procedures.ballots import Ballot
from petr_advisor.procedures.tally import tally
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, real_base, report_of
from tests.procedures.test_tally import EVERYONE, TODAY, running

CASES = sorted(path.stem for path in READING.glob("*.yaml") if "result: refused" in path.read_text(encoding="utf-8"))
REFUSED_FIRST = "syndicat-ouvert-transformation-2026"
days = st.integers(0, 40).map(lambda n: TODAY + timedelta(days=n))
SILENT = st.builds(lambda n, day: running(f"S{n}", until=day), st.integers(0, 3), days)


@given(day=days, silent=st.lists(SILENT, min_size=1, max_size=4, unique_by=lambda vote: vote.member))
def test_a_blocked_vote_is_open_until_the_last_of_those_who_can_still_carry_it(day: date, silent: list[Ballot]) -> None:
    found = tally((running("A", "against", day, on=TODAY), *silent), EVERYONE, TODAY)
    assert found.state == "blocked"
    assert found.until == max(day, *(vote.until for vote in silent if vote.until))


def last_days(case: Consultation) -> dict[str, date]:
    """Give the last day of those still to vote, by act, of votes that a refusal blocks."""
    found: dict[str, date] = {}
    for procedure, told in case.progress.items():
        for name in told.progress.awaited:
            mark = told.progress.marks[name]
            if mark.tally is not None and mark.tally.state == "blocked":
                ends = [vote.until for vote in mark.votes if vote.member in mark.tally.waits_for and vote.until]
                found |= {f"{procedure}/{name}": max(ends)} if ends else {}
    return found


@pytest.mark.parametrize("name", CASES)
def test_the_plan_waits_for_the_last_of_those_still_to_vote(name: str) -> None:
    case = case_in(READING / f"{name}.yaml")
    plan = report_of(case).roadmap
    tasks = {task.id: task for task in plan.tasks} if plan is not None else {}
    assert {act: day for act, day in last_days(case).items() if act in tasks and tasks[act].latest < day} == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_gives_them_their_day(language: Language) -> None:
    case = case_in(READING / f"{REFUSED_FIRST}.yaml")
    ((act, day),) = last_days(case).items()
    (part,) = running_parts(Desk(language, consultation=case))
    assert str(day.day) in part.awaited[0]
    assert last_day_to_save(case, act, day) == day - timedelta(days=2)
    assert real_base().act(act).silence is not None
