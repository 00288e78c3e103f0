"""What acts done of a way under way were to meet is told first: to be checked, or mended, before the way has effect."""

from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.model import Report
from petr_advisor.planning.roadmap import roadmap

from .conftest import READING, case_in, report_of

CASE = case_in(READING / "transformation-votee-sieges-inconnus-2026.yaml")
SEATS = "governance.seats_in_bounds"
ORDER = "petr-transformation/order"


def _decided(report: Report) -> str:
    return next(line.decision for each in report.questions if each.id == "governance" for line in each.lines)


def _told(case: Consultation) -> tuple[str, str]:
    part = report_of(case).breaches[0]
    return part.title.replace("\u00a0", " "), part.mended or ""


def test_what_nobody_checked_is_told_first_with_the_day_planned() -> None:
    title, mended = _told(CASE)
    assert title.startswith("À vérifier avant que « Transformer le syndicat mixte en PETR")
    assert "le 18 décembre 2026" in title
    assert mended.startswith("Sinon, à faire avant")
    assert "À vérifier au plus tard le 18 décembre 2026".casefold() in _decided(report_of(CASE)).casefold()


def test_it_is_checked_by_the_day_of_the_order_in_the_plan() -> None:
    plan = roadmap(CASE, CASE.as_of)
    checks = [each.day for each in plan.key_dates if each.id.startswith("check-")]
    assert checks == [date(2026, 12, 18)]
    assert plan.task(ORDER).latest == date(2026, 12, 18)


def test_what_is_known_to_be_amiss_is_mended_before_the_order() -> None:
    found = CASE.answer(SEATS, "no")
    title, mended = _told(found)
    assert title.startswith("Condition non remplie")
    assert "Ce qui y remédie" in mended
    plan = roadmap(found, found.as_of)
    again = plan.task("statutes-voted-again/epci-votes")
    assert again.soonest <= plan.task(ORDER).soonest
    assert again.soonest > date(2026, 12, 18)


def test_nothing_is_told_of_statutes_that_were_checked() -> None:
    found = CASE.answer(SEATS, "yes")
    assert not report_of(found).breaches
    assert not [each for each in roadmap(found, found.as_of).key_dates if each.id.startswith("check-")]
