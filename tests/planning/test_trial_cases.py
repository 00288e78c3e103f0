"""Plans of the procedures of the field, on cases whose answers were decided by hand."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.planning.backward import back_from
from petr_advisor.planning.building import Building, Built
from petr_advisor.planning.duty_days import duty_days
from petr_advisor.planning.lines import Line, waiting_for_each_other
from petr_advisor.planning.model import Group
from petr_advisor.planning.occurring import Instance
from petr_advisor.planning.situation import Situation
from petr_advisor.words.texts import Text
from tests.documents.conftest import real_base

Members = Mapping[str, Mapping[str, object]]
WORDS = Text(fr="x", en="x")
THREE = {
    of: {"member.name": f"CC {of.upper()}", "member.kind": "cc", "member.population": 12000} for of in ("a", "b", "c")
}
PETR: Mapping[str, object] = {"structure.legal_form": "petr", "perimeter.one_piece": True, "perimeter.no_enclave": True}
SYNDICATE: Mapping[str, object] = {**PETR, "structure.legal_form": "closed_syndicate"}


def case(answers: Mapping[str, object], as_of: date, beside: Members = MappingProxyType({})) -> Consultation:
    found = Consultation.start(real_base(), as_of, ("evolution", "project"), engine("native"))
    found = found.list_entities("member", {**THREE, **beside})
    for fact, value in answers.items():
        found = found.answer(fact, value)
    return found


def built(
    answers: Mapping[str, object], start: date, *procedures: str, beside: Members = MappingProxyType({})
) -> Built:
    """Date some procedures from a day, one after the other where one needs unchanged what another alters."""
    found = case(answers, start, beside)
    option = found.outcomes[0].routes[0]
    instances = tuple(Instance(name, "x") for name in procedures)
    line = Line(Group("x", WORDS, WORDS), Situation(found), instances, option, tied=False)
    return Building(start, start).of(waiting_for_each_other((line,)), lambda _acts: {})


@cache
def creation() -> Built:
    """A creation decided on 26 November 2026."""
    return built({**PETR, "structure.legal_form": "none"}, date(2026, 11, 26), "petr-creation")


def test_a_creation_for_january_decided_in_november_is_not_impossible_in_law() -> None:
    """Case 24: usual durations put it out of reach; the law itself writes no minimum but the notices of meetings."""
    wished = back_from(creation().schedule.networks, "petr-creation/order", date(2027, 1, 1), date(2026, 11, 26))
    assert wished.state == "out_of_reach"


def test_counted_back_the_votes_of_a_creation_have_a_last_and_a_prudent_day() -> None:
    """Case 24: two dates an act; the last one later than today's only with shorter acts."""
    wished = back_from(creation().schedule.networks, "petr-creation/order", date(2027, 12, 1), date(2026, 11, 26))
    votes = wished.acts["petr-creation/epci-votes"]
    assert date(2026, 11, 26) < votes.prudent < votes.last < date(2027, 12, 1)


def test_a_transformation_started_in_november_has_its_order_in_july_or_in_autumn() -> None:
    """Case 25: 1 July 2027 is at risk, kept at the shortest only."""
    found = built(SYNDICATE, date(2026, 11, 26), "petr-transformation")
    wished = back_from(found.schedule.networks, "petr-transformation/order", date(2027, 7, 1), date(2026, 11, 26))
    days = found.schedule.days
    assert wished.state in {"at_risk", "out_of_reach"}
    assert days["shortest"]["petr-transformation/order"].done <= days["longest"]["petr-transformation/order"].done


def test_a_revision_launched_late_misses_its_twelve_months_by_usual_durations_not_by_law() -> None:
    """Case 24 and D6: polling on 15 March 2026, twelve months later; launched on 26 November."""
    found = built({**PETR, "project.in_hand": False}, date(2026, 11, 26), "territorial-project-revision")
    legal = [each for each in found.schedule.legal if each.day.year == 2027]
    assert legal
    assert {each.state for each in legal} <= {"at_risk", "out_of_reach"}
    assert all(each.shorten for each in legal)


def test_the_silent_members_of_a_transformation_let_the_full_three_months_run() -> None:
    """Cases 01 and 02: notified on 10 September, on 10 December the vote can still be given; silence comes after."""
    answers = {
        **SYNDICATE, "procedure.under_way": "l5741_4", "committee.proposed": True,
        "proposal.notified_on": date(2026, 9, 10),
    }  # fmt: skip
    found = built(answers, date(2026, 12, 9), "petr-transformation").schedule.days
    votes = next(key for key in found["longest"] if key.endswith("-votes"))
    assert found["longest"][votes].done == date(2026, 12, 10)


def test_what_runs_from_installation_does_not_run_from_the_order() -> None:
    """A8: allowances within three months of the installation."""
    days = creation().schedule.days["longest"]
    legal = next(each for each in creation().schedule.legal if each.act == "petr-creation/allowances")
    install = days["petr-creation/install"].done
    assert legal.day > install > days["petr-creation/order"].done
    assert (legal.day - install).days in range(89, 93)


def test_appeals_are_counted_in_clear_months() -> None:
    """A8: two clear months after publication, the day after two months, and put off when nobody works."""
    published = creation().schedule.days["longest"]["petr-creation/publish"].done
    found = {window.id: window for window in creation().windows}
    assert any(key.startswith("petr-creation/challenge") for key in found)
    window = next(each for key, each in found.items() if key.startswith("petr-creation/challenge"))
    assert window.limit.length is not None
    assert (window.limit.length.unit, window.limit.length.n) == ("clear_month", 2)
    assert published < date(2029, 1, 1)


def test_third_parties_have_no_task() -> None:
    """A9: attacking the order is nobody's task in a plan."""
    base = real_base()
    for name in base.procedures:
        found = built(PETR, date(2026, 11, 26), name)
        tasks = {key for key in found.schedule.networks.nodes if key.startswith(f"{name}/")}
        acts = base.procedures[name].acts
        windows = {f"{name}/{key}" for key, act in acts.items() if act.limit and act.limit.kind == "window"}
        assert not tasks & windows


@pytest.mark.parametrize("year", [2014, 2019, 2026])
def test_every_procedure_of_the_rule_base_can_be_planned(year: int) -> None:
    """At three dates of law: no circle, no act before one it waits for, no speed out of order."""
    for name in real_base().procedures:
        days = built(PETR, date(year, 11, 24), name).schedule.days
        for key in days["longest"]:
            least, shortest, longest = (days[tempo][key].done for tempo in ("least", "shortest", "longest"))
            assert least <= shortest <= longest, key


def test_every_way_to_a_first_project_meets_the_twelve_months() -> None:
    """Drawn up, brought up to date, or the strategic plan of a SCoT taken for it: the day stands on an act."""
    found = case({**PETR, "petr.project_approved": False, "petr.started_on": date(2026, 1, 1)}, date(2026, 11, 26))
    for option, act in (
        ("project-new", "territorial-project-first/approval"),
        ("project-updated", "project-updated/expressly-approves-updated"),
        ("project-scot-plan", "project-scot-plan/records-pas-stands"),
    ):
        days = duty_days(found, {option}, {act})
        assert "project.petr.from-order" in {duty.id for duty in days.met.get(act, ())}, option


def test_an_open_syndicate_votes_its_statutes_before_the_order_that_notes_its_composition() -> None:
    answers = {**PETR, "structure.legal_form": "open_syndicate", "structure.statutes_aligned": False}
    leaving = {"d": {"member.name": "Département", "member.kind": "departement"}}
    days = built(answers, date(2026, 11, 26), "composition-cure", beside=leaving).schedule.days["longest"]
    exits, statutes, order = (days[f"composition-cure/{act}"].done for act in ("smo-exit", "smo-statutes", "order"))
    assert exits < statutes < order


def test_no_exit_is_voted_where_nobody_has_to_leave() -> None:
    answers = {**PETR, "structure.legal_form": "open_syndicate"}
    assert (
        "composition-cure/smo-exit"
        not in built(answers, date(2026, 11, 26), "composition-cure").schedule.days["longest"]
    )
