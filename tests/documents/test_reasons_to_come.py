"""A condition that only the answers before meet is no reason of today: it is told as what they lead to."""

from petr_advisor.files.locations import examples_folder
from tests.documents.conftest import case_in, report_of


def test_a_project_still_to_be_approved_is_not_said_to_be_approved() -> None:
    report = report_of(case_in(examples_folder() / "reading" / "petr-projet-en-retard-cper-2026.yaml"))
    (cper,) = (question for question in report.questions if question.id == "cper")
    said = [reason.text for reason in cper.reasons if "projet de territoire est approuvé" in reason.text]
    assert said
    assert all("une fois menées" in text for text in said)
