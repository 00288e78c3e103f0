"""What a note tells is of the plan: a duty beside it is no alert, and no body still to be born has done anything."""

from datetime import date
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import MADE_ON, real_base

READING = Path(__file__).parents[2] / "scenarios" / "reading"


def consultation(name: str) -> Consultation:
    scenario, *_ = load_scenarios(READING / f"{name}.yaml", real_base())
    return scenario.consultation(engine("native"))


def note(case: Consultation) -> Report:
    return build(case, "fr", Adviser(), MADE_ON, extent=extent_of("note"))


def test_an_everyday_duty_is_told_and_is_no_alert() -> None:
    report = note(consultation("petr-crte-en-place-2026"))
    assert report.note is not None
    assert report.roadmap is not None
    (account,) = [each for each in report.roadmap.milestones if "compte financier unique" in each.title]
    assert account.unmet
    assert account.beside
    alerts = [each.text for each in report.note.dates if each.danger]
    assert not any("compte financier unique" in text for text in alerts)
    assert not any("compte financier unique" in text for text in report.roadmap.warnings)


def test_what_follows_the_contract_that_is_there_is_told() -> None:
    """With the answer that says that it is there: it is not new, and its end is what a council may overlook."""
    report = note(consultation("petr-crte-en-place-2026"))
    told = [line.decision for question in report.questions for line in question.lines if line.state == "done"]
    assert any("2020-2026" in each and "à la préfecture" in each for each in told)


def test_nothing_is_done_already_by_a_body_to_be_born() -> None:
    report = note(consultation("sans-structure-projet-2026"))
    assert report.roadmap is not None
    assert any(task.id == "region-contract-petr/votes-contract-funding" for task in report.roadmap.tasks)
    assert not any("écrit à la région" in each for each in report.roadmap.done)


def test_what_would_lead_is_told_where_nothing_is_proposed() -> None:
    report = note(consultation("gip-terme-proche-2026"))
    assert report.note is not None
    (said,) = [answer.decision for answer in report.note.answers if answer.state == "to_settle"]
    assert "Créer un PETR" in said
    assert "viendrait en tête" in said


def test_no_later_day_is_kept_where_an_earlier_one_may_not_be() -> None:
    report = note(consultation("gip-terme-proche-2026"))
    assert report.roadmap is not None
    (approval,) = [task for task in report.roadmap.tasks if task.id == "gip-prolongation/approval"]
    assert [(legal.day, legal.state) for legal in approval.legal] == [(date(2027, 5, 3), "at_risk")]
