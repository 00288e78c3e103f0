"""A legal day a few days away, which the law's own delays still leave time for, comes first: act today."""

from datetime import date

from petr_advisor.documents.model import Report
from tests.documents.test_what_may_stop import report


def _six_years_of_a_scot(as_of: date) -> Report:
    members = [{"name": n, "kind": "cc", "population": p} for n, p in (("Haute", 24300), ("Basse", 16900))]
    return report(
        as_of=as_of,
        key_questions=["scot"],
        members=members,
        answers={
            "structure.legal_form": "petr",
            "territory.scot_cover": "same",
            "scot.bearer": "structure",
            "scot.approved_on": date(2020, 10, 20),
            "scot.has_pas": False,
            "scot.land_target_in": True,
        },
    )


def test_a_legal_day_in_a_week_is_what_comes_first_and_is_for_today() -> None:
    found = _six_years_of_a_scot(date(2026, 10, 12))
    first = found.breaches[0].title.replace("\xa0", " ").replace("’", "'")
    assert "dernier jour le 20 octobre 2026" in first
    assert "agir aujourd'hui, convoquer qui doit voter, au besoin en urgence" in first
    assert found.roadmap is not None
    warned = found.roadmap.warnings[0].replace("\xa0", " ").replace("’", "'")
    assert "agir aujourd'hui" in warned


def test_a_legal_day_far_enough_is_not_for_today() -> None:
    found = _six_years_of_a_scot(date(2026, 6, 12))
    assert all("aujourd" not in part.title for part in found.breaches)
