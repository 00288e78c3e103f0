"""Who kept silent in a vote is asked, with what hangs on it; what can be done today for a vote is told first."""

from datetime import date

import pytest

from petr_advisor.documents.model_note import Note, NotePoint
from petr_advisor.procedures.record import Done
from tests.documents.conftest import READING, case_in, note_of, reading_note

SILENT = "petr-transfert-scot-2026"


def _asked(note: Note) -> list[NotePoint]:
    return [point for point in note.points if "s’est tu" in point.what]


def test_who_kept_silent_is_asked_with_what_hangs_on_it() -> None:
    """Of three communities one may be spared by the usual reading: if it was that one, the vote is won already."""
    [point] = _asked(reading_note(SILENT))
    assert "CC du Col" in (point.stake or "")
    assert "CC de l" not in (point.stake or "")
    assert "lecture courante" in (point.stake or "")
    assert "Secrétariat" in (point.ask or "")


def test_a_vote_noted_for_a_member_leaves_nothing_to_ask() -> None:
    case = case_in(READING / f"{SILENT}.yaml")
    member = next(of for found in case.lists.values() for of in found.ids)
    case = case.record(Done("scot-transfer", "members", date(2026, 10, 1), member=member, result="carried"))
    assert _asked(note_of(case)) == []


def test_votes_not_asked_for_yet_have_nobody_silent() -> None:
    case = case_in(READING / f"{SILENT}.yaml").answer("scot.transfer_votes", "not_started")
    assert _asked(note_of(case)) == []


def test_where_a_vote_comes_first_what_another_hangs_on_and_can_be_done_today_is_said() -> None:
    note = reading_note(SILENT)
    assert "notifie" in (note.first_act or "")
    assert "maintenant" in (note.first_act or "")


@pytest.mark.parametrize("name", ["petr-scot-silence-echu-2026"])
def test_the_same_is_asked_of_another_case(name: str) -> None:
    assert len(_asked(reading_note(name))) == 1
