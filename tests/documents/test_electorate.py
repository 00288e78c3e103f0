"""Who can stop a vote alone is told of the members of its day: a merger in between makes one of several."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from petr_advisor.documents.model_note import NoteVote
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import READING, case_in, real_base, report_of
from tests.documents.test_formats import squeezed
from tests.documents.test_what_may_stop import report

CASE = READING / "petr-fusion-et-partage-des-sieges-2016.yaml"
TODAY = "CC du Piémont, qui pèse plus d'un quart"
THEN = "EPCI issu de la fusion et CC du Piémont, qui pèsent chacun plus d'un quart"


@cache
def how(name: str) -> str:
    """Give how the vote on the seats is carried."""
    scenario = next(found for found in load_scenarios(CASE, real_base()) if found.name == name)
    note = report_of(scenario.consultation(engine("native"))).note
    assert note is not None
    return " ; ".join(_of_seats(note.votes).how).replace("\u00a0", " ").replace("’", "'")


def _of_seats(votes: tuple[NoteVote, ...]) -> NoteVote:
    return next(vote for vote in votes if "nouveau partage des sièges" in vote.does)


def test_after_a_merger_whose_day_is_known_those_of_that_day_are_named_alone() -> None:
    """Three days before it nobody can be convened, ask, vote and have an order made in time."""
    scenario = next(found for found in load_scenarios(CASE, real_base()) if found.name == CASE.stem)
    note = report_of(replace(scenario, as_of=date(2016, 12, 29)).consultation(engine("native"))).note
    assert note is not None
    said = " ; ".join(_of_seats(note.votes).how).replace("\u00a0", " ").replace("’", "'")
    assert THEN in said
    assert TODAY not in said


def test_where_the_law_leaves_time_to_vote_before_it_those_of_today_are_named_too() -> None:
    assert f"{TODAY} de la population" in how(CASE.stem)
    assert f"une fois la liste des membres changée, {THEN}" in how(CASE.stem)


def test_where_the_merger_may_come_before_or_after_those_of_both_are_named() -> None:
    assert TODAY in how(f"{CASE.stem}#no-day")
    assert f"une fois la liste des membres changée, {THEN}" in how(f"{CASE.stem}#no-day")


def test_an_order_that_takes_effect_on_a_later_day_leaves_today_s_members_to_vote_until_then() -> None:
    """Under the scheme of 2016 the order came months before the merger: one of three was said to have a veto."""
    found = next(iter(load_scenarios(READING / "petr-fusion-du-schema-et-sieges-2016.yaml", real_base())))
    note = report_of(found.consultation(engine("native"))).note
    assert note is not None
    said = " ; ".join(_of_seats(note.votes).how).replace("\u00a0", " ")
    assert "CC des Deux Rives et CC du Tolzac, qui pèsent chacun plus d’un quart" in said
    assert "une fois la liste des membres changée, chacun des membres" in said


@pytest.mark.parametrize(("heard", "cut"), [("mayors", True), ("both", False)])
def test_a_vote_of_all_that_a_merger_cuts_in_two_says_who_has_it_on_either_side(heard: str, *, cut: bool) -> None:
    """« Each of the members » names three on one side of the merger and two on the other: the row says which."""
    note = report(
        as_of=date(2016, 6, 20),
        key_questions=["life", "project"],
        members=[
            {"name": "Rives", "kind": "cc", "population": 18300, "merges": True},
            {"name": "Plateau", "kind": "cc", "population": 7900, "merges": True},
            {"name": "Tolzac", "kind": "cc", "population": 11200, "merges": False},
        ],
        answers={
            "structure.legal_form": "petr", "petr.started_on": "2015-01-01", "petr.change_planned": "members_merger",
            "petr.merged_into_one": "no", "petr.project_approved": "no", "merger.initiative": "prefect",
            "merger.with_outsiders": "no", "scheme.draft_in": "yes", "perimeter.one_piece": "yes",
            "perimeter.no_enclave": "yes", "project.exists": "yes",
            "governance.bodies_met": "both" if heard == "both" else "conference",
            "project.in_hand": "yes", "project.base": "yes", "project.themes": "all", "project.actions": "yes",
            "project.opinions": heard, "project.votes": "waiting",
        },
    ).note  # fmt: skip
    assert note is not None
    vote = next(vote for vote in note.votes if "approuve expressément" in vote.does.lower())
    said = squeezed(" ; ".join(vote.how))
    assert (squeezed("(Rives et Plateau jusqu’à la fusion, puis l’EPCI qui en est issu)") in said) == cut
    guards = [
        squeezed(stop.guard or "") for stop in note.stops if squeezed("approuve expressément") in squeezed(stop.text)
    ]
    assert any(squeezed("tous les votes avant la fusion, ou tous après") in guard for guard in guards) == cut


@pytest.mark.parametrize("path", sorted(READING.glob("petr-retrait*.yaml")), ids=lambda path: path.stem)
def test_the_members_of_before_an_operation_vote_on_it_and_no_others(path: Path) -> None:
    """Nobody votes on a departure once it is over: the members of after are not named beside those of today."""
    note = report_of(case_in(path)).note
    assert note is not None
    own = [vote for vote in note.votes if "retrait" in vote.does]
    assert not [said for vote in own for said in vote.how if "une fois la liste des membres changée" in said]
