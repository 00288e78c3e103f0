"""A day to come that a case gives an act: the plan starts from it, or says that it does not."""

from datetime import date
from functools import cache

import pytest

from petr_advisor import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.model import Roadmap
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.procedures.record import Done
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import MADE_ON, real_base

TODAY = date(2026, 11, 27)
MERGER = "members-merge-some"


@cache
def _case() -> Consultation:
    rows = {
        of: {"member.kind": "cc", "member.population": people, "member.merges": of != "c"}
        for of, people in {"a": 14_200, "b": 11_300, "c": 9_800}.items()
    }
    case = Consultation.start(real_base(), TODAY, ["life"], engine("native")).answer("structure.legal_form", "petr")
    case = case.list_entities("member", rows).answer("petr.change_planned", "members_merger")
    return case.answer("merger.with_outsiders", value=False).answer("merged_epci.category", "cc")


def _plan(*acts: Done) -> Roadmap:
    case = _case()
    for act in acts:
        case = case.record(act)
    return roadmap(case, TODAY)


@pytest.mark.parametrize("day", [date(2026, 12, 1), date(2027, 1, 1), date(2030, 6, 30)])
def test_an_act_stands_on_its_day_and_what_follows_is_counted_from_it(day: date) -> None:
    plan = _plan(Done(MERGER, "merger", on=day))
    merger, before, then = (plan.task(f"{MERGER}/{act}") for act in ("merger", "foresee", "succession"))
    assert (merger.soonest, merger.latest) == (day, day)
    assert before.latest <= day
    assert (then.soonest, then.latest) == (day, day)
    assert [found.state for found in plan.foreseen] == ["kept"]


def test_a_day_that_what_comes_before_cannot_keep_is_told() -> None:
    plan = _plan(Done("seats-change", "order", on=date(2026, 12, 20)), Done(MERGER, "merger", on=date(2027, 1, 1)))
    assert [(found.act, found.state) for found in plan.foreseen] == [
        ("seats-change/order", "late"),
        (f"{MERGER}/merger", "kept"),
    ]


def test_a_day_of_an_act_that_the_plan_does_not_hold_is_told() -> None:
    plan = _plan(Done("power-transfer", "order", on=date(2027, 3, 1)))
    assert [(found.act, found.state) for found in plan.foreseen] == [("power-transfer/order", "aside")]


def test_a_day_of_an_act_of_another_way_than_the_one_answered_is_told_as_a_contradiction() -> None:
    file = examples_folder() / "reading/commune-part-voie-de-droit-commun-2026.yaml"
    case = next(iter(load_scenarios(file, real_base()))).consultation(engine("native"))
    plan = roadmap(case, case.as_of)
    assert [(found.act, found.state) for found in plan.foreseen] == [
        ("member-epci-commune-leaves/taker-accepts", "excluded")
    ]


def test_the_vote_that_a_member_is_to_give_is_told_with_its_day() -> None:
    vote = Done("seats-change", "members", on=date(2027, 3, 4), member="c")
    plan = _plan(vote)
    assert [(found.act, found.member, found.state) for found in plan.foreseen] == [
        ("seats-change/members", "c", "vote")
    ]
    report = build(_case().record(vote), "en", Adviser(), MADE_ON)
    assert report.note is not None
    [said] = [line for line in report.note.underway if "4 March 2027" in line]
    assert report.roadmap is not None
    assert said in report.roadmap.foreseen


def test_the_note_tells_each_day_to_come_and_what_the_plan_makes_of_it() -> None:
    case = _case().record(Done(MERGER, "merger", on=date(2027, 1, 1)))
    report = build(case.record(Done("power-transfer", "order", on=date(2027, 3, 1))), "en", Adviser(), MADE_ON)
    assert report.note is not None
    kept, aside = report.note.underway[-2:]
    assert "1 January 2027" in kept
    assert "starts from that day" in kept
    assert "1 March 2027" in aside
    assert "does not start from that day" in aside


def test_the_day_of_each_vote_to_come_stands_among_the_dates() -> None:
    plan = _plan(Done("seats-change", "members", on=date(2027, 3, 4), member="c"))
    assert [each.day for each in plan.key_dates if each.id == "seats-change/members@c"] == [date(2027, 3, 4)]


@pytest.mark.parametrize(("variant", "state"), [("", "at_risk"), ("#drafted", "kept")])
def test_a_day_of_an_act_that_the_plan_holds_under_another_name_is_told_as_its_own(variant: str, state: str) -> None:
    name = "petr-projet-revision-lancee-2026"
    cases = {each.name: each for each in load_scenarios(examples_folder() / f"reading/{name}.yaml", real_base())}
    case = cases[f"{name}{variant}"].consultation(engine("native"))
    found = roadmap(case, case.as_of).foreseen
    assert [(each.act, each.state) for each in found] == [("territorial-project-revision/mayors", state)]
