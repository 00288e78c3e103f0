"""A time that runs from an act of the plan is no day out of reach: it is said to be short, and what to prepare."""

import pytest

from petr_advisor.documents.model_roadmap import LegalDayPart
from petr_advisor.words.languages import LANGUAGES, Language

from .conftest import READING, case_in, report_of
from .test_formats import squeezed

SHORT = {"fr": "plus court que les durées d’usage", "en": "shorter than usual"}
PREPARED = {"fr": "préparer la suite avant l’acte", "en": "prepare what follows before the act"}
AMISS = {"fr": ("hors d’atteinte", "impossible", "dépassé"), "en": ("out of reach", "impossible", "past")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_moves_with_the_plan_is_not_out_of_reach(language: Language) -> None:
    report = report_of(case_in(READING / "petr-fusion-petr-voisin-scot-gal-2022.yaml"), language)
    assert report.roadmap is not None
    found: list[LegalDayPart] = [legal for task in report.roadmap.tasks for legal in task.legal if legal.counted]
    late = [legal for legal in found if legal.state == "out_of_reach"]
    assert late
    for legal in late:
        said = squeezed(legal.state_said)
        assert squeezed(SHORT[language]) in said
        assert squeezed(PREPARED[language]) in said
        assert not any(squeezed(word) in said for word in AMISS[language])
