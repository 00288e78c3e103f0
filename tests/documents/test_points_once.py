"""What is asked of each member is not asked of all of them beside it."""

from petr_advisor.files.locations import examples_folder
from tests.documents.conftest import case_in, report_of

GIP = examples_folder() / "contracts" / "gip-that-leads-a-gal.yaml"


def test_a_sum_of_answers_asked_for_one_by_one_is_no_point_of_a_note() -> None:
    note = report_of(case_in(GIP)).note
    assert note is not None
    told = [point.what.replace("\u00a0", " ") for point in note.points if "autre PETR" in point.what]
    assert len(told) == 1
    assert "CC Lande Nord" in told[0]
