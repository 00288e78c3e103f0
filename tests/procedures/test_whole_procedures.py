"""An act that consists of another procedure: its record is that of this one, and what runs is the answer it serves."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.procedures import Act
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.procedures.record import Done
from tests.documents.conftest import real_base, report_of

DAY = date(2016, 9, 26)
MEMBERS = {"a": ("CC du Haut Doubs", 9000), "b": ("CC des Plateaux", 8000), "c": ("CC de la Loue", 4000)}.items()
NAMES = {of for of, _ in MEMBERS}
ANSWERS = {"petr.change_planned": "power_return", "statutes.council_rules": False, "governance.bodies_met": "none"}


def _of_effect() -> list[tuple[str, str, Act]]:
    """Give the acts of effect that only another procedure makes up."""
    return [
        (key, name, procedure.acts[name])
        for key, procedure in real_base().procedures.items()
        for name in procedure.effect_at
        if procedure.acts[name].calls and not procedure.acts[name].same_as and procedure.acts[name].done is None
    ]


@pytest.mark.parametrize(("procedure", "name"), [(key, name) for key, name, _ in _of_effect()])
def test_the_effect_of_a_whole_procedure_is_not_recorded_as_one_act(procedure: str, name: str) -> None:
    act = real_base().procedures[procedure].acts[name]
    day = act.period.from_ if act.period is not None and act.period.from_ is not None else date(2026, 10, 1)
    case = Consultation.start(real_base(), max(day, date(2026, 10, 1)), ["life"], engine("native"))
    case = case.answer("structure.legal_form", "petr").record(Done(procedure, name, on=day))
    assert [slip.kind for slip in case.recordings.slips] in (["called"], ["before_law"])
    assert procedure not in case.progress


def _giving_back(**votes: str) -> Consultation:
    rows = {of: {"member.name": name, "member.kind": "cc", "member.population": count} for of, (name, count) in MEMBERS}
    case = Consultation.start(real_base(), DAY, ["life", "governance"], engine("native"))
    case = case.answer("structure.legal_form", "petr").list_entities("member", rows)
    for fact, value in ANSWERS.items():
        case = case.answer(fact, value)
    case = case.record(Done("statutes-change", "committee", on=date(2016, 6, 27)))
    for of, result in votes.items():
        done = Done("statutes-change", "members", member=of, received=date(2016, 7, 5), on=DAY, result=result)  # type: ignore[arg-type]
        case = case.record(done)
    for of in sorted(NAMES - votes.keys()):
        case = case.record(Done("statutes-change", "members", member=of, received=date(2016, 7, 6), only_received=True))
    return case


def test_what_is_carried_through_is_what_the_procedure_recorded_serves() -> None:
    line = next(line for line in _giving_back(a="carried").course.lines if line.question == "life")
    assert line.state == "running"
    assert [option.id for option in line.options] == ["life-power-return"]


def test_a_dispute_on_the_votes_under_way_is_one_of_the_answer() -> None:
    case = _giving_back(a="carried", b="carried")
    assert case.progress["statutes-change"].disputed
    assert "d-later-majority" in case.sureness["life", None].points


def test_a_procedure_recorded_says_what_it_is_carried_out_for() -> None:
    part = report_of(_giving_back(a="carried")).running[0]
    assert "Rendre une compétence" in part.title
    assert "life-power-return" in part.options


def test_votes_of_one_text_do_not_date_another() -> None:
    """The statutes that give a power back are not those that lay down how the development council works."""
    plan = roadmap(_giving_back(a="carried", b="carried"), DAY)
    own, other = (plan.task(key) for key in ("power-return/before-2020", "bodies-set-up/statutes"))
    assert own.latest < other.soonest
