"""While nobody has said which members an operation takes, nothing weighed on those of today is beyond doubt."""

import pytest

from petr_advisor.documents.model import Report
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios
from tests.documents.conftest import READING, real_base, report_of

CASE = READING / "petr-fusion-et-partage-des-sieges-2016.yaml"


def told(name: str) -> Report:
    scenario = next(found for found in load_scenarios(CASE, real_base()) if found.name == f"{CASE.stem}#{name}")
    return report_of(scenario.consultation(engine("native")))


@pytest.fixture(scope="module")
def report() -> Report:
    return told("members-not-said")


def test_no_answer_on_the_members_of_today_is_established(report: Report) -> None:
    governance = next(found for found in report.questions if found.id == "governance")
    labels = {line.sure.label for line in governance.lines if line.sure is not None}
    assert labels
    assert "established" not in labels


def test_seats_are_said_to_be_counted_on_the_members_of_today(report: Report) -> None:
    assert report.note is not None
    assert report.note.seats is not None
    assert "membres d'aujourd'hui" in report.note.seats.replace("’", "'")
