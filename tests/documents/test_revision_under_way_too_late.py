"""A revision that has begun is still to be approved by the day of the law: that this has passed is told."""

import pytest

from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of

CASE = READING / "petr-revision-en-cours-hors-delai-2022.yaml"
LATE = {"fr": "échéance du 15 mars 2021, dépassée", "en": "deadline of 15 March 2021, past"}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("variant", [None, "not-begun"])
def test_the_day_that_has_passed_is_told_beside_the_answer(language: Language, variant: str | None) -> None:
    note = report_of(case_in(CASE, variant), language).note
    assert note is not None
    (answer,) = [answer for answer in note.answers if answer.question == "project"]
    told = " ".join((answer.decision, *answer.late)).replace("\u00a0", " ")
    assert LATE[language] in told
