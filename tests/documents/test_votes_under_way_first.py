"""The first page of a note has the votes under way, and says when what it calls to do first begins."""

from petr_advisor.documents.model_note import Note
from tests.documents.conftest import READING, case_in, report_of

UNDER_WAY = READING / "syndicat-d-office-votes-partages-2014.yaml"


def note(name: str) -> Note:
    found = report_of(case_in(READING / name)).note
    assert found is not None
    return found


def test_a_vote_under_way_stands_among_the_first_and_silence_counts_in_what_is_missing() -> None:
    found = note(UNDER_WAY.name)
    assert any(vote.awaited for vote in found.votes[:3])
    said = " ".join(found.underway).replace("\u00a0", " ")
    assert "il manque 2 accords au moins, par un vote ou par le silence" in said


def test_a_procedure_called_first_is_to_be_started_at_once() -> None:
    first = note("petr-gemapi-et-sieges-2016.yaml").first_act
    assert first is not None
    assert "à engager sans attendre" in first.replace("\u00a0", " ")
