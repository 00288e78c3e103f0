"""An answer that can only be carried out after the end of what it uses is not proposed: the next one is asked first."""

from datetime import date

import pytest

from petr_advisor.documents.model import Report
from petr_advisor.planning.settings import PlanSettings

from .conftest import READING, case_in, report_of
from .test_what_may_stop import report

MEMBERS = [{"name": "Lac", "kind": "cc", "population": 15400}, {"name": "Bois", "kind": "cc", "population": 22300}]
NO_BODY = {
    "structure.legal_form": "none",
    "structure.petr_planned": True,
    "project.voters": "epcis_only",
    "project.scope": "project",
    "perimeter.one_piece": True,
    "perimeter.no_enclave": True,
    "members.any_in_other_petr": False,
    "members.any_partly_in": False,
    "sdci.contrary": False,
    "procedure.under_way": "none",
    "context.region": "grand-est",
    "contract.epcis_agree": True,
}
"""A PETR still to be created, in a region whose pact is expected to end."""
PAYS = {
    "structure.legal_form": "closed_syndicate",
    "structure.petr_planned": True,
    "context.region": "occitanie",
    "context.former_region": "midi-pyrenees",
    "contract.epcis_agree": True,
}
"""A syndicate that may sign as it is, with a region that is about to end."""
LATE = [
    (date(2026, 11, 24), ["evolution", "contracts"], NO_BODY, "31 décembre 2026"),
    (date(2015, 10, 5), ["contracts"], PAYS, "31 décembre 2015"),
]
IN_TIME = [(date(2024, 2, 1), ["evolution", "contracts"], NO_BODY), (date(2015, 7, 1), ["contracts"], PAYS)]


def _regional(found: Report) -> str:
    contracts = next(each for each in found.questions if each.id == "contracts")
    line = next(each for each in contracts.lines if "region-contract" in " ".join(each.options))
    return line.decision.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("day", "questions", "answers", "end"), LATE)
def test_what_comes_wholly_after_the_end_is_not_proposed(
    day: date, questions: list[str], answers: dict[str, object], end: str
) -> None:
    found = report(as_of=day, key_questions=questions, members=MEMBERS, answers=answers)
    said = _regional(found)
    assert said.startswith("À éclaircir d’abord"), said
    assert f"après le {end}" in said
    contracts = next(each for each in found.questions if each.id == "contracts")
    assert not any("dès maintenant" in reason.text for reason in contracts.reasons)
    assert found.roadmap is not None
    assert any(each.unmet and each.day.year == int(end[-4:]) for each in found.roadmap.milestones)


@pytest.mark.parametrize(("day", "questions", "answers"), IN_TIME)
def test_what_can_be_carried_out_by_the_end_is_proposed(
    day: date, questions: list[str], answers: dict[str, object]
) -> None:
    said = _regional(report(as_of=day, key_questions=questions, members=MEMBERS, answers=answers))
    assert said.startswith("Il est proposé"), said
    assert "Cela ne dure que jusqu" in said


def test_what_comes_after_the_end_is_judged_on_the_plan_that_is_shown() -> None:
    case = {"as_of": date(2015, 7, 1), "key_questions": ["contracts"], "members": MEMBERS, "answers": PAYS}
    found = report(wanted=PlanSettings(start=date(2015, 11, 2)), **case)
    assert found.roadmap is not None
    assert found.roadmap.soonest > date(2015, 12, 31)
    assert _regional(found).startswith("À éclaircir d’abord")


def test_an_answer_is_judged_on_its_own_plan_where_that_of_another_option_is_shown() -> None:
    day, questions, answers, end = LATE[0]
    case = {"as_of": day, "key_questions": questions, "members": MEMBERS, "answers": answers}
    said = _regional(report(wanted=PlanSettings(option="ordinary-closed-syndicate"), **case))
    assert said.startswith("À éclaircir d’abord"), said
    assert f"après le {end}" in said


SUPPORT = {
    "structure.legal_form": "association",
    "structure.petr_planned": True,
    "project.voters": "epcis_only",
    "project.scope": "project",
    "perimeter.one_piece": True,
    "perimeter.no_enclave": True,
    "members.any_in_other_petr": False,
    "sdci.contrary": False,
    "procedure.under_way": "none",
    "service.parties": "petr_epcis",
    "service.kind": "support",
    "service.existing": "each",
    "service.duration": "permanent",
    "service.headcount": 12,
    "service.billing": "exact_cost",
    "service.taxed_use": False,
    "service.several_unified": False,
    "service.prefect_agrees": False,
    "service.principal_cc": True,
}
"""A common service with a PETR still to be created, which the texts open until 8 August 2015."""


OPENED_IN_TIME_OR_NOT = [(date(2014, 4, 1), "Il est proposé"), (date(2015, 5, 4), "À éclaircir d’abord")]


@pytest.mark.parametrize(("day", "starts"), OPENED_IN_TIME_OR_NOT)
def test_what_comes_wholly_after_the_rule_that_opens_it_is_not_proposed(day: date, starts: str) -> None:
    found = report(as_of=day, key_questions=["evolution", "services"], members=MEMBERS, answers=SUPPORT)
    services = next(each for each in found.questions if each.id == "services")
    said = services.decision.replace("\u202f", " ").replace("\u00a0", " ")
    assert said.startswith(starts), said
    assert ("après le 8 août 2015, dernier jour" in said) is (day.year == 2015)


def test_the_end_of_a_programme_is_no_end_of_a_rule() -> None:
    """A LEADER group passes to the body born of a merger after 2027 too: no text says that it could not."""
    found = report_of(case_in(READING / "petr-fusion-de-tous-gal-2026.yaml"), "fr")
    (europe,) = (each for each in found.questions if each.id == "europe")
    assert "où les textes" not in europe.decision


def test_an_answer_is_carried_out_by_the_act_named_and_not_by_the_last_that_follows_it() -> None:
    """Each EPCI signs in January; the team that the PETR then lends in May was taken for the signature."""
    case = case_in(READING / "association-votes-prevus-2026.yaml", "where-the-scheme-ends")
    said = _regional(report_of(case, "fr"))
    assert "que le 28 janvier 2027 au plus tôt" in said, said
