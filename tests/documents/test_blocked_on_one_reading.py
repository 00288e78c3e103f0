"""Votes that a refusal blocks on one reading only: disputed, with what the other makes of them and whom to ask."""

import pytest

from petr_advisor.documents.model import Report
from petr_advisor.files.locations import examples_folder
from petr_advisor.words.texts import Language
from tests.documents.conftest import case_in, report_of

SCOT = examples_folder() / "life" / "scot-votes-blocked-on-one-reading.yaml"
REACHED = {"fr": "majorité atteinte", "en": "majority reached"}
ASKED = {"fr": "préfecture du siège", "en": "prefecture of the seat"}


def told(language: Language) -> Report:
    return report_of(case_in(SCOT), language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_answer_blocked_on_one_reading_tells_the_other_and_whom_to_ask(language: Language) -> None:
    report = told(language)
    note = report.note
    assert note is not None
    for key in ("life", "scot"):
        line = next(line for question in report.questions if question.id == key for line in question.lines)
        assert REACHED[language] in line.decision.replace("\u00a0", " ")
        assert ASKED[language] in line.decision.replace("\u00a0", " ")
        assert line.sure is not None
        assert line.sure.label == "disputed"
        answers = [part.ids for part in line.sure.missing if part.kind == "answers"]
        assert not [ids for ids in answers if "scot.transfer_votes" in ids]
    assert note.first_act is not None
    assert ASKED[language] in note.first_act.replace("\u00a0", " ")


def test_a_procedure_started_says_the_majority_that_another_reading_has_reached() -> None:
    (part,) = (part for part in told("fr").running if part.procedure == "scot-transfer")
    otherwise = [said for said in part.said if "lecture" in said]
    assert any(REACHED["fr"] in said for said in otherwise)
