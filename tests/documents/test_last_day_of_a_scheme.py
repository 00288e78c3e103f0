"""The last day of a scheme of contracts is called that, in the plan and in a diary: no law fixes it."""

from datetime import date

import pytest

from petr_advisor.documents.model_roadmap import Roadmap
from tests.documents.conftest import EXAMPLES, READING, case_in, report_of

LAST = date(2021, 12, 31)


@pytest.fixture(scope="module")
def plan() -> Roadmap:
    found = report_of(case_in(EXAMPLES["midi-quercy"]), "fr").roadmap
    assert found is not None
    return found


def test_a_contract_of_the_region_has_the_last_day_of_its_scheme(plan: Roadmap) -> None:
    days = [legal for task in plan.tasks for legal in task.legal if legal.day == LAST]
    assert days
    assert all(legal.of_a_scheme for legal in days)
    (end,) = (each for each in plan.milestones if each.day == LAST and each.title.startswith("Fin du contrat"))
    assert end.origin == "scheme"


def test_what_the_law_fixes_is_told_as_law(plan: Roadmap) -> None:
    fixed = [each for each in plan.milestones if "adresser un rapport" in each.title]
    assert [(each.day, each.origin) for each in fixed] == [(LAST, "law")]


def test_the_drawing_in_words_calls_it_so() -> None:
    """The notes of a slide, read aloud, had it as a legal deadline."""
    note = report_of(case_in(EXAMPLES["midi-quercy"]), "en").note
    assert note is not None
    assert note.timeline is not None
    assert "last day of a scheme: 31 December 2021" in note.timeline.alt.replace("\\xa0", " ")


def test_a_vote_that_comes_after_the_end_of_what_it_uses_says_so_in_its_row() -> None:
    """The answer was to be cleared up first, and its vote stood among the others without that reserve."""
    found = report_of(case_in(READING / "association-votes-prevus-2026.yaml", "where-the-scheme-ends"))
    assert found.note is not None
    told = [(vote.way, vote.how[0]) for vote in found.note.votes if vote.how]
    ((way, said),) = [(way, said) for way, said in told if "après le 31 décembre 2026" in said]
    assert way.startswith("Laisser chaque EPCI traiter")
    assert said.startswith("À éclaircir")
    assert not said.endswith(".")
    assert any("À éclaircir" in answer.decision and way in answer.decision for answer in found.note.answers)
