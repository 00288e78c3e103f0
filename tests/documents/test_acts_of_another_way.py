"""Acts recorded of a way that is not the one of the case are told once, and nothing of them is voted or waited for."""

from datetime import date

import pytest

from petr_advisor.procedures.record import Done
from petr_advisor.words.texts import Language
from tests.documents.conftest import READING, case_in, report_of

CASE = READING / "petr-competence-actes-d-une-autre-voie-2026.yaml"
SAID = {"fr": "n’est pas celle du cas", "en": "not that of the case"}
VOTE = {"fr": "se prononce sur la restitution", "en": "decides on the return"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_they_are_told_once_and_are_no_part_of_the_plan(language: Language) -> None:
    report = report_of(case_in(CASE), language)
    (told,) = [slip.said for slip in report.slips if SAID[language] in slip.said]
    assert VOTE[language] in told
    note = report.note
    assert note is not None
    assert not any(VOTE[language] in vote.does.lower() for vote in note.votes)
    assert not any(VOTE[language] in stop.text for stop in note.stops)


def test_they_are_held_as_one_slip() -> None:
    (slip,) = case_in(CASE).recordings.slips
    assert [done.act for done in slip.acts] == ["committee", "notify", "members"]
    assert slip.other is not None


def test_those_of_another_attempt_are_a_slip_of_their_own() -> None:
    """Each attempt has its own day, and with it the act that takes the place of its own."""
    case = case_in(CASE).record(Done("power-return", "committee", date(2026, 9, 21), attempt=2))
    slips = case.recordings.slips
    assert [{done.attempt for done in slip.acts} for slip in slips] == [{1}, {2}]
    assert [len(slip.acts) for slip in slips] == [3, 1]
