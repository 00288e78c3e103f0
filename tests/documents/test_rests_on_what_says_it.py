"""An argument cites the text that says it, and what makes an act needed or not is among what is to be found out."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.native_engine import NativeEngine
from petr_advisor.inference.working_memory import THE_TERRITORY
from tests.documents.conftest import READING, case_in, real_base, report_of

SIGNS = "region.petr_signs"


def in_region(region: str, day: date) -> Consultation:
    case = Consultation(real_base(), day, ("contracts",), NativeEngine())
    return case.answer("structure.legal_form", "petr").answer("context.region", region)


@pytest.mark.parametrize("day", [date(2018, 6, 1), date(2023, 6, 1), date(2026, 11, 26)])
def test_that_a_region_signs_is_cited_from_what_it_wrote(day: date) -> None:
    """« La région signe à cette date avec des PETR » cited the article that makes regions leaders of planning."""
    checked = 0
    for region in real_base().facts["context.region"].choices:
        case = in_region(region, day)
        if not case.memory.has(f"fact:{SIGNS}:yes", THE_TERRITORY):
            continue
        wrote = {norm for rule in case.rules.rules.values() if SIGNS in rule.then for norm in rule.norms}
        merits = [
            merit
            for question in report_of(case).questions
            for option in question.options
            for merit in option.merits
            if merit.text.startswith("La région signe à cette date")
        ]
        assert merits, region
        checked += 1
        for merit in merits:
            assert merit.citations[0].norm in wrote, region
            assert len(merit.citations) > 1
    assert checked


def test_what_tells_whether_a_late_act_is_owed_is_to_be_found_out() -> None:
    """The note had the revision of the project « selon le cas » and never asked where the project stands."""
    report = report_of(case_in(READING / "petr-retrait-contrats-2026.yaml"))
    assert report.note is not None
    assert any("révision du projet" in vote.does and not vote.certain for vote in report.note.votes)
    assert any("Où en est le projet de territoire" in point.what for point in report.note.points)
