"""Votes that exclude each other are told as one; a vote that a day of the law presses stands among the first."""

import pytest

from .conftest import reading_note, reading_report
from .test_formats import squeezed

MERGER = "petr-fusion-et-partage-des-sieges-2016"
MERGERS = [MERGER, "petr-fusion-du-schema-et-sieges-2016", "petr-membres-fusionnent-2016", "petr-fusion-datee-2026"]
PRESSED_AT_MOST = 2


@pytest.mark.parametrize("name", MERGERS)
def test_who_asks_is_told_once(name: str) -> None:
    plan = reading_report(name).roadmap
    assert plan is not None
    asked = [vote for vote in plan.called if vote.id in {"seats-change/request", "seats-change/member-request"}]
    assert [squeezed(vote.who) for vote in asked] == [squeezed("Le comité syndical ou un EPCI membre")]


def test_it_is_needed_as_soon_as_the_change_is() -> None:
    """Only who asks is open in one case; in the other, also whether the statutes have a formula."""
    sure, open_ = (
        next(vote for vote in report.roadmap.called if vote.id == "seats-change/request")
        for report in (reading_report("petr-membres-fusionnent-2016"), reading_report(MERGER))
        if report.roadmap is not None
    )
    assert sure.certain
    assert not open_.certain


def test_what_a_vote_turns_on_is_named() -> None:
    seats = next(vote for vote in reading_note(MERGER).votes if "sur le nouveau partage" in vote.does)
    assert not seats.certain
    assert seats.turns_on == "formule de sièges dans les statuts"


@pytest.mark.parametrize("name", MERGERS)
def test_votes_on_the_seats_that_come_too_late_stand_first(name: str) -> None:
    """The seats were the one pressing thing, and were among the other votes."""
    note, plan = reading_note(name), reading_report(name).roadmap
    assert plan is not None
    late = {task.number for task in plan.tasks if any(legal.state == "out_of_reach" for legal in task.legal)}
    called = [vote for vote in note.votes if vote.task in late and vote.pressed]
    assert [vote.first for vote in called][:PRESSED_AT_MOST] == [True] * min(len(called), PRESSED_AT_MOST)
