"""A body that is not there does nothing; what a body is ready to do is not done."""

import pytest

from petr_advisor.consulting.acting import who_acts
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.texts import Language, Text

from .conftest import READING, case_in, real_base, report_of

SCENARIO = READING / "sans-structure-deux-regions-2026.yaml"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_act_is_of_a_body_that_is_not_there(language: Language) -> None:
    absent = real_base().actors["structure"].label.in_(language)
    report = report_of(case_in(SCENARIO), language)
    plan = report.roadmap
    assert plan is not None
    acting = [*(task.who for task in plan.tasks), *(duty.who for duty in report.duties), *plan.done]
    assert acting
    assert not [who for who in acting if absent.casefold() in who.casefold()]


def test_where_there_is_a_body_it_acts_itself() -> None:
    _, association = load_scenarios(SCENARIO, real_base())
    case = association.consultation(engine("native"))
    assert who_acts(case, "structure") == Text(fr="l'association", en="the association")


def test_a_member_that_is_known_to_leave_is_named_wherever_it_acts() -> None:
    """The note is read by those who vote: they are told who leaves."""
    leaving = load_scenarios(SCENARIO.parents[1] / "life" / "leaving-today.yaml", real_base())
    case = next(each for each in leaving if each.name.endswith("#cuts-the-territory")).consultation(engine("native"))
    label = real_base().actors["leaving-member"].label
    assert who_acts(case, "leaving-member").fr == f"{label.fr} (CC des Deux Rivières)"
    elsewhere, *_ = load_scenarios(SCENARIO, real_base())
    assert who_acts(elsewhere.consultation(engine("native")), "leaving-member") == label


def test_readiness_is_no_resolution() -> None:
    """Whether EPCIs are ready to vote says of no act that it is done."""
    ready = "contract.epcis_agree"
    acts = real_base().procedures.values()
    assert not [act.does.fr for found in acts for act in found.acts.values() if ready in facts_of(act.done)]
