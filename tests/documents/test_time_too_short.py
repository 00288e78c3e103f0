"""A time that runs from an act of the plan is no day out of reach: it is said to be short, and what to prepare."""

import pytest

from petr_advisor.documents.model_roadmap import LegalDayPart
from petr_advisor.words.languages import LANGUAGES, Language
from petr_advisor.words.speech import told

from .conftest import READING, case_in, report_of


def _plain(said: str) -> str:
    return said.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_moves_with_the_plan_is_not_out_of_reach(language: Language) -> None:
    report = report_of(case_in(READING / "petr-fusion-petr-voisin-scot-gal-2022.yaml"), language)
    assert report.roadmap is not None
    found: list[LegalDayPart] = [legal for task in report.roadmap.tasks for legal in task.legal if legal.counted]
    late = [legal for legal in found if legal.state == "out_of_reach"]
    assert late
    for legal in late:
        assert _plain(told("state.too_short").in_(language)) in _plain(legal.state_said)
